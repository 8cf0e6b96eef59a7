"""Say how a sample was drawn, in the sentences that a method section needs."""

from collections.abc import Iterator

from models.entities import SampleMethod
from models.sampling.definition import Definition
from models.translation import _, counted, ngettext


def report(definition: Definition) -> str:
    """Return how a sample was drawn, as a paragraph."""
    return " ".join(_sentences(definition))


def _sentences(definition: Definition) -> Iterator[str]:
    match definition.plan.method:
        case SampleMethod.RANDOM:
            said = _("A simple random sample of {drawn:,} of {articles} (seed {seed}).")
            yield _filled(said, definition)
        case SampleMethod.BY_OUTLET | SampleMethod.BY_MONTH:
            yield from _of_strata(definition)
        case SampleMethod.CONSTRUCTED_WEEK:
            yield from _of_weeks(definition)
    yield from _left_out(definition)
    if definition.conditions:
        said = _("The population is the articles of the project that meet these conditions: {conditions}.")
        yield said.format(conditions="; ".join(definition.conditions))
    for before in definition.sizes:
        yield _("It was enlarged from {count:,} articles, with the same seed.").format(count=before)
    yield _(
        "Drawn with Onrecord {program}, by the SHA-256 of the seed and the id of each article: the lowest are drawn."
    ).format(program=definition.program)


def _filled(said: str, definition: Definition, **words: object) -> str:
    articles = counted("{count:,} article", "{count:,} articles", definition.population)
    return said.format(drawn=definition.drawn, articles=articles, seed=definition.plan.seed, **words)


def _of_strata(definition: Definition) -> Iterator[str]:
    plan = definition.plan
    several = [each for each in definition.strata if each.name is not None]
    if plan.method is SampleMethod.BY_OUTLET:
        strata = counted("{count:,} outlet", "{count:,} outlets", len(several))
        unknown = _("articles without an outlet are one more stratum")
    else:
        strata = counted("{count:,} month", "{count:,} months", len(several))
        unknown = _("articles without a date are one more stratum")
    if len(several) < len(definition.strata):
        strata = _("{strata}; {unknown}").format(strata=strata, unknown=unknown)
    by_outlet = _("A stratified random sample of {drawn:,} of {articles} by outlet, {how} (seed {seed}; {strata}).")
    by_month = _("A stratified random sample of {drawn:,} of {articles} by month, {how} (seed {seed}; {strata}).")
    how = counted("{count:,} from each", "{count:,} from each", plan.size) if plan.equal else _("in proportion")
    yield _filled(by_outlet if plan.method is SampleMethod.BY_OUTLET else by_month, definition, how=how, strata=strata)
    fewer = sum(each.population < plan.size for each in definition.strata) if plan.equal else 0
    if fewer:
        yield counted(
            "{count:,} stratum has fewer articles, and all of them were drawn.",
            "{count:,} strata have fewer articles, and all of them were drawn.",
            fewer,
        )
    if none := sum(each.drawn == 0 for each in definition.strata):
        yield counted(
            "No article was drawn from {count:,} stratum.", "No article was drawn from {count:,} strata.", none
        )


def _of_weeks(definition: Definition) -> Iterator[str]:
    plan = definition.plan
    what = counted("One constructed week", "{count:,} constructed weeks", plan.size)
    how = ngettext(
        "for each day of the week, one date was drawn at random",
        "for each day of the week, {count:,} dates were drawn at random without replacement",
        plan.size,
    ).format(count=plan.size)
    if plan.each_outlet:
        how = _("{how}, separately for each outlet").format(how=how)
    said = _("{what} from {first} to {last} (seed {seed}): {how}.")
    yield _filled(said, definition, what=what, first=definition.first, last=definition.last, how=how)
    if plan.of_a_day is None:
        yield _filled(_("All articles of these dates are in the sample, {drawn:,} of {articles}."), definition)
    else:
        said = _("At most {most:,} articles of each date were drawn at random, {drawn:,} of {articles}.")
        yield _filled(said, definition, most=plan.of_a_day)
    if empty := [each for each in definition.strata if not each.population]:
        dates = ", ".join(f"{each.name} ({each.outlet})" if each.outlet else str(each.name) for each in empty)
        said = ngettext(
            "{count:,} of these dates has no article: {dates}.",
            "{count:,} of these dates have no article: {dates}.",
            len(empty),
        )
        yield said.format(count=len(empty), dates=dates)
    if definition.short:
        yield counted(
            "The period is {count:,} date too short for so many weeks.",
            "The period is {count:,} dates too short for so many weeks.",
            definition.short,
        )


def _left_out(definition: Definition) -> Iterator[str]:
    """Yield how many articles could not be drawn, and why."""
    if not definition.left_out:
        return
    match definition.plan.method:
        case SampleMethod.BY_OUTLET:
            why = _("without an outlet")
        case SampleMethod.BY_MONTH:
            why = _("without a date")
        case _:
            why = _("without a date or outside the period")
            if definition.plan.each_outlet and not definition.plan.unknown:
                why = _("without a date or an outlet, or outside the period")
    articles = counted("{count:,} article", "{count:,} articles", definition.left_out)
    yield _("{articles} {why} could not be drawn.").format(articles=articles, why=why)
