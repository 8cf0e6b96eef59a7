"""Draw a sample of articles by one of the methods."""

import hashlib
from collections.abc import Iterable, Sequence
from operator import attrgetter

from models.entities import Article, SampleMethod
from models.ids import Id
from models.sampling.lots import by_lot
from models.sampling.plan import Outcome, Plan, Stratum
from models.sampling.strata import DAY, Strata, by_day, by_month, by_outlet, equal, proportional
from models.sampling.weeks import constructed_weeks
from models.text.folding import folded

Drawn = tuple[list[Article], list[Stratum]]


def draw(articles: Iterable[Article], plan: Plan) -> Outcome:
    """Draw articles from those that are given; the order in which they come does not matter."""
    given = sorted(articles, key=attrgetter("id"))
    possible = [each for each in given if _can_be_drawn(each, plan)]
    first, last = _period(possible, plan)
    short = 0
    match plan.method:
        case SampleMethod.RANDOM:
            drawn, strata = _from_strata({None: possible}, plan)
        case SampleMethod.BY_OUTLET:
            drawn, strata = _from_strata(by_outlet(possible), plan)
        case SampleMethod.BY_MONTH:
            drawn, strata = _from_strata(by_month(possible), plan)
        case SampleMethod.CONSTRUCTED_WEEK:
            possible = [each for each in possible if first <= _day(each) <= last]
            drawn, strata, short = _of_weeks(possible, plan, first, last)
    return Outcome(
        plan,
        population=tuple(each.id for each in possible),
        drawn=tuple(each.id for each in by_lot(drawn, plan.seed, attrgetter("id"))),
        strata=tuple(strata),
        left_out=len(given) - len(possible),
        first=first or None,
        last=last or None,
        short=short,
    )


def hash_of(population: Iterable[Id]) -> str:
    """Return the SHA-256 of the sorted ids of a population, each with a line feed after it."""
    return hashlib.sha256("".join(f"{each}\n" for each in sorted(population)).encode()).hexdigest()


def _can_be_drawn(article: Article, plan: Plan) -> bool:
    match plan.method:
        case SampleMethod.CONSTRUCTED_WEEK:
            return article.published is not None and (not plan.each_outlet or plan.unknown or bool(article.outlet))
        case SampleMethod.BY_OUTLET:
            return plan.unknown or bool(article.outlet)
        case SampleMethod.BY_MONTH:
            return plan.unknown or bool(article.published)
    return True


def _day(article: Article) -> str:
    return (article.published or "")[:DAY]


def _period(articles: Sequence[Article], plan: Plan) -> tuple[str, str]:
    """Return the ends of the period of constructed weeks; nothing for other methods, or without articles."""
    if plan.method is not SampleMethod.CONSTRUCTED_WEEK or not articles:
        return "", ""
    days = [_day(each) for each in articles]
    return plan.first or min(days), plan.last or max(days)


def _from_strata(strata: Strata, plan: Plan) -> Drawn:
    """Draw from each stratum the articles with the lowest lots."""
    sizes = [len(each) for each in strata.values()]
    counts = equal(sizes, plan.size) if plan.equal else proportional(sizes, plan.size)
    named = zip(strata.items(), counts, strict=True)
    drawn: list[Article] = []
    found: list[Stratum] = []
    for (name, articles), count in named:
        drawn += by_lot(articles, plan.seed, attrgetter("id"))[:count]
        found.append(Stratum(name, len(articles), count))
    return drawn, found


def _of_weeks(articles: Sequence[Article], plan: Plan, first: str, last: str) -> tuple[*Drawn, int]:
    """Draw the dates of constructed weeks, and the articles of these dates."""
    if not articles:
        return [], [], 0
    drawn: list[Article] = []
    found: list[Stratum] = []
    short = 0
    for outlet, some in (by_outlet(articles) if plan.each_outlet else {None: articles}).items():
        days, missing = constructed_weeks(first, last, plan.size, plan.seed, folded(outlet or ""))
        short += missing
        of_day = by_day(some)
        for day in days:
            there = by_lot(of_day.get(day, ()), plan.seed, attrgetter("id"))
            drawn += there[: plan.of_a_day]
            found.append(Stratum(day, len(there), len(there[: plan.of_a_day]), outlet if plan.each_outlet else None))
    return drawn, found, short
