"""The page of text that says what the nodes, ties and weights of an exported network mean."""

from collections.abc import Iterable, Iterator

from models.exports.networks.mentions import Mentions
from models.exports.networks.settings import Duplicates, NetworkOptions, Normalisation, Relation
from models.translation import _

TWO_MODES = {
    Relation.ALL: _("the number of claims that bring a row and a column together"),
    Relation.SUBTRACT: _("the number of such claims that are answered with yes, less those answered with no"),
    Relation.COMBINE: _("1 if all such claims are answered with yes, 2 if all with no, 3 if there are both"),
}
ONE_MODE = {
    Relation.ALL: _("for each column, the claims of one node times those of the other, added up"),
    Relation.CONGRUENCE: _("for each column, the pairs of a claim of each node with the same answer, added up"),
    Relation.CONFLICT: _("for each column, the pairs of a claim of each node with opposite answers, added up"),
    Relation.SUBTRACT: _("the pairs of claims with the same answer, less those with opposite answers"),
}
DIVIDED = {
    Normalisation.ACTIVITY: _("all mentions of the row"),
    Normalisation.PROMINENCE: _("all mentions of the column"),
    Normalisation.AVERAGE: _("the mean number of mentions of both nodes"),
    Normalisation.JACCARD: _(
        "the mentions of what only one of both nodes mentions, and the pairs of mentions of what both do (Jaccard)"
    ),
    Normalisation.COSINE: _("the product of the lengths of both nodes' vectors of mentions (cosine similarity)"),
}
ABOUT = _("What the nodes, ties and weights mean.")
ONCE = {
    Duplicates.ARTICLE: _("in an article"),
    Duplicates.WEEK: _("in a calendar week, from Monday"),
    Duplicates.MONTH: _("in a calendar month"),
    Duplicates.YEAR: _("in a year"),
    Duplicates.ALL: _("in the whole time"),
}


def about(kept: Mentions, network: NetworkOptions, remarks: Iterable[str]) -> str:
    """Return the text: what the network is made of, then what is not in it."""
    lines = [*_nodes(kept, network), *_ties(network), *_chosen(network)]
    rest = ["", _("Remarks"), *(f"- {remark}" for remark in remarks)] if (remarks := [*remarks]) else []
    return "\n".join([_("A network in GraphML, written by Onrecord"), "", *lines, *rest, ""])


def _nodes(kept: Mentions, network: NetworkOptions) -> Iterator[str]:
    rows, columns = kept.rows.name, kept.columns.name
    if network.one_mode:
        yield _("Nodes: rows ({rows}), tied by the columns that they share ({columns}).").format(
            rows=rows, columns=columns
        )
    else:
        yield _("Nodes: rows ({rows}; type is false) and columns ({columns}; type is true).").format(
            rows=rows, columns=columns
        )
    yield _(
        "A claim that brings a row and a column together is a mention of both. Of each node, “mentions” counts its "
        "mentions, “side” says what it is, and “key” is the id of its record or choice in the project."
    )


def _ties(network: NetworkOptions) -> Iterator[str]:
    meaning = (ONE_MODE if network.one_mode else TWO_MODES)[network.relation]
    if network.normalisation in DIVIDED:
        yield _("Weight: {meaning}; divided by {divisor}.").format(
            meaning=meaning, divisor=DIVIDED[network.normalisation]
        )
    else:
        yield _("Weight: {meaning}.").format(meaning=meaning)
    if network.one_mode:
        yield _("“pairs” counts the pairs of a claim of each node that share a column.")
    else:
        yield _("“claims” counts the claims behind a tie.")
    if network.judged_by:
        names = ("congruence", "conflict") if network.one_mode else ("yes", "no")
        yield _("Answers: “{variable}”. Each tie also has both counts, “{agree}” and “{differ}”.").format(
            variable=network.judged_by, agree=names[0], differ=names[1]
        )


def _chosen(network: NetworkOptions) -> Iterator[str]:
    if network.duplicates in ONCE:
        yield _("Mentions of the same row, column and answer are counted once {when}.").format(
            when=ONCE[network.duplicates]
        )
    if network.since or network.until:
        yield _("Published: from {since} to {until}.").format(since=network.since or "…", until=network.until or "…")
    if network.least_mentions > 1:
        yield _("Nodes have at least {count} mentions; they were counted once, before any was left out.").format(
            count=network.least_mentions
        )
    if network.period:
        yield _("Periods: {count} × {unit}; each begins one {unit} after the one before.").format(
            count=network.periods, unit=network.period
        )
