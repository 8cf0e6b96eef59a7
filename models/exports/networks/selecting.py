"""Which mentions a network counts: repeated ones once, rare nodes not at all, and each period of time by itself."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from models.errors import OnrecordError
from models.exports.networks.mentions import Mention
from models.exports.networks.settings import Duplicates, NetworkOptions, Relation, Unit
from models.translation import _

MOST_PERIODS = 1_000
"""Networks that are written at once; more come of a date that is wrong by a century."""


@dataclass(frozen=True, slots=True)
class Period:
    """A part of the time, with its mentions. It is named after its first and its last unit: "2015-01 to 2015-03"."""

    name: str
    mentions: Sequence[Mention]


def without_duplicates(mentions: Iterable[Mention], network: NetworkOptions) -> list[Mention]:
    """Return the mentions without those that repeat the row, column and answer of another in the same period.

    In articles without a date, those of one article repeat each other.
    """
    if network.duplicates is Duplicates.INCLUDE:
        return list(mentions)
    judged = network.relation is not Relation.ALL
    first: dict[Hashable, Mention] = {}
    for each in mentions:
        same = (each.row, each.column, each.affirms if judged else None, _period_of(each, network.duplicates))
        first.setdefault(same, each)
    return list(first.values())


def _period_of(mention: Mention, duplicates: Duplicates) -> Hashable:
    if duplicates is Duplicates.ALL:
        return None
    if duplicates is Duplicates.ARTICLE or mention.day is None:
        return mention.article
    return UNITS[Unit(duplicates.value)].number(mention.day)


def frequent(mentions: Iterable[Mention], least: int) -> list[Mention]:
    """Return the mentions whose row and column both have at least this many, counted before any is left out."""
    kept = list(mentions)
    rows, columns = Counter(each.row for each in kept), Counter(each.column for each in kept)
    return [each for each in kept if rows[each.row] >= least and columns[each.column] >= least]


def periods(mentions: Sequence[Mention], unit: Unit, length: int) -> Iterator[Period]:
    """Yield each period of this many units that has mentions; each begins one unit after the one before.

    The first begins with the first mention, and the last ends with the last. Raises OnrecordError if there are too
    many.
    """
    numbered: dict[int, list[Mention]] = {}
    for each in mentions:
        if each.day is not None:
            numbered.setdefault(UNITS[unit].number(each.day), []).append(each)
    if not numbered:
        return
    first, last = min(numbered), max(numbered)
    starts = range(first, max(first, last - length + 1) + 1)
    if len(starts) > MOST_PERIODS:
        raise OnrecordError(
            _("There would be {count:,} networks, one for each period.").format(count=len(starts)),
            _("Nothing was written."),
            _("Choose longer periods or a shorter time, and check the dates of the articles."),
        )
    for start in starts:
        here = [each for number in range(start, start + length) for each in numbered.get(number, ())]
        if here:
            yield Period(_name(unit, start, start + length - 1), here)


def _name(unit: Unit, first: int, last: int) -> str:
    write = UNITS[unit].write
    return write(first) if first == last else f"{write(first)} to {write(last)}"


@dataclass(frozen=True, slots=True)
class _Units:
    """The units of one length: the number of the one that a day is in, and how a number is written."""

    number: Callable[[date], int]
    write: Callable[[int], str]


def _week(number: int) -> str:
    year, week, _day = date.fromordinal(7 * number + 1).isocalendar()
    return f"{year:04}-W{week:02}"


UNITS = {
    Unit.DAY: _Units(date.toordinal, lambda number: date.fromordinal(number).isoformat()),
    Unit.WEEK: _Units(lambda day: (day.toordinal() - 1) // 7, _week),  # the first day of all was a Monday
    Unit.MONTH: _Units(
        lambda day: 12 * day.year + day.month - 1, lambda number: f"{number // 12:04}-{number % 12 + 1:02}"
    ),
    Unit.YEAR: _Units(lambda day: day.year, "{:04}".format),
}
