"""Say in words what an export leaves out, and why."""

from models.exports.source import Source
from models.lines.criteria import SAMPLE, STATEMENT_CRITERIA, criterion_named, in_sample
from models.lines.order import Order
from models.translation import _


def conditions_in_words(source: Source) -> list[str]:
    """Return what statements have to be like to be exported, a sentence part for each condition."""
    only: Order = source.options.only
    criteria = {**STATEMENT_CRITERIA, SAMPLE: in_sample(source.samples)}
    found = ((criterion_named(each.column, criteria, source.codebook), each) for each in only.conditions)
    words = [criterion.described(each, source.registry) for criterion, each in found if criterion]
    if only.numbers_only:
        words.append(_("has a number"))
    return [*words, *(_("contains “{word}”").format(word=word) for word in only.text.split())]


def left_out(source: Source) -> list[str]:
    """Return a sentence on what conditions leave out of each table, with counts; none if everything is exported."""
    whole = source.whole
    if not whole:
        return []
    kept = [
        _("{kept:,} of {count:,} {table}").format(kept=source.counts[table], count=count, table=table)
        for table, count in whole.items()
    ]
    what = _(
        "Only what meets these conditions is exported: {conditions}. These are {kept}; everything else is left out."
    )
    return [what.format(conditions="; ".join(conditions_in_words(source)), kept=", ".join(kept))]
