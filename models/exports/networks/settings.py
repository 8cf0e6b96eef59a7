"""What a network is made of, and how its ties are weighted, as chosen for an export."""

import re
from dataclasses import dataclass
from enum import StrEnum

from models.attributes.kinds import Date
from models.errors import OnrecordError
from models.registry import Registry
from models.translation import _

DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
MONTH = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?")


class Relation(StrEnum):
    """What the weight of a tie says, given a yes-or-no variable about the claims.

    In a network of one mode, two nodes agree or disagree about something that both have claims about. In a network of
    two modes, a node of the rows affirms or denies a node of the columns.
    """

    ALL = "all"  # whatever the answers
    CONGRUENCE = "congruence"  # one mode: the answers are the same
    CONFLICT = "conflict"  # one mode: one answer is yes and the other no
    SUBTRACT = "subtract"  # one mode: congruence less conflict; two modes: yes less no
    COMBINE = "combine"  # two modes: 1 if all answers are yes, 2 if all are no, 3 if there are both


class Normalisation(StrEnum):
    """What a weight is divided by, so that nodes with many claims do not have the strongest ties for that alone."""

    NONE = "none"
    ACTIVITY = "activity"  # two modes: all mentions of the row
    PROMINENCE = "prominence"  # two modes: all mentions of the column
    AVERAGE = "average"  # one mode: the mean number of mentions of both nodes
    JACCARD = "jaccard"  # one mode: what either node has mentions of
    COSINE = "cosine"  # one mode: the lengths of both nodes' vectors of mentions


class Duplicates(StrEnum):
    """How often mentions of the same row, column and answer are counted: all of them, or one for each of these."""

    INCLUDE = "include"
    ARTICLE = "article"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    ALL = "all"


class Unit(StrEnum):
    """The unit by which a window of time moves on."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


TWO_MODES = (
    {Relation.ALL, Relation.SUBTRACT, Relation.COMBINE},
    {Normalisation.NONE, Normalisation.ACTIVITY, Normalisation.PROMINENCE},
)
ONE_MODE = (
    {Relation.ALL, Relation.CONGRUENCE, Relation.CONFLICT, Relation.SUBTRACT},
    {Normalisation.NONE, Normalisation.AVERAGE, Normalisation.JACCARD, Normalisation.COSINE},
)
"""The relations and normalisations that a network of each kind can have."""


@dataclass(frozen=True, slots=True)
class NetworkOptions:
    """The choices of whoever exports a network.

    `rows` and `columns` name what its nodes are (`models.exports.networks.sides`); without `columns` they are the
    choices of the first variable about claims that has choices, or else the claims themselves. A network of `one_mode`
    has only the rows as nodes, tied by the columns that they share. `judged_by` names a variable that is answered with
    yes or no, which every relation but "all" needs.

    Only articles published from `since` to `until` count, both included; each is a year, a month or a day by ISO 8601.
    `least_mentions` is how many a node must have. With a `period` there is a network for each time of this many
    (`periods`) days, weeks, months or years, which moves on by one at a time. With `isolates`, each of these has all
    nodes of the whole time.
    """

    rows: str = "speaker"
    columns: str | None = None
    one_mode: bool = False
    judged_by: str | None = None
    relation: Relation = Relation.ALL
    normalisation: Normalisation = Normalisation.NONE
    duplicates: Duplicates = Duplicates.INCLUDE
    since: str | None = None
    until: str | None = None
    least_mentions: int = 1
    period: Unit | None = None
    periods: int = 1
    isolates: bool = False


def possible_relations(options: NetworkOptions) -> list[Relation]:
    """Return the relations that a network with these options can have."""
    relations = (ONE_MODE if options.one_mode else TWO_MODES)[0] if options.judged_by else {Relation.ALL}
    return [each for each in Relation if each in relations]


def possible_normalisations(options: NetworkOptions) -> list[Normalisation]:
    """Return what the weights of a network with these options can be divided by."""
    normalisations = (ONE_MODE if options.one_mode else TWO_MODES)[1]
    if options.relation is Relation.COMBINE:
        normalisations = {Normalisation.NONE}
    return [each for each in Normalisation if each in normalisations]


def parse_time(typed: str) -> str | None:
    """Return a year, a month or a day by ISO 8601, None for nothing typed. Raises OnrecordError if it is none."""
    words = typed.strip()
    if not words or MONTH.fullmatch(words):
        return words or None
    return Date().parse(words, Registry())[: len("2015-01-23")]


def expect_possible(options: NetworkOptions) -> None:
    """Raise OnrecordError if the choices do not go together."""
    relations, normalisations = ONE_MODE if options.one_mode else TWO_MODES
    if options.relation is Relation.COMBINE:
        normalisations = {Normalisation.NONE}
    if options.relation not in relations:
        raise _refused(_("The relation “{name}” is not possible in this kind of network."), options.relation, relations)
    if options.normalisation not in normalisations:
        what = _("Weights cannot be normalised by “{name}” in this kind of network.")
        raise _refused(what, options.normalisation, normalisations)
    if options.relation is not Relation.ALL and options.judged_by is None:
        what = _("The relation “{name}” needs a variable that is answered with yes or no.")
        raise OnrecordError(what.format(name=options.relation), _("Nothing was written."))
    for day in (options.since, options.until):
        if day is not None and not DAY.fullmatch(day):
            raise OnrecordError(
                _("“{day}” is not a date.").format(day=day),
                _("Nothing was written."),
                _("Type it as 2015-01-23, 2015-01 or 2015."),
            )


def _refused(what: str, name: str, allowed: set[Relation] | set[Normalisation]) -> OnrecordError:
    return OnrecordError(
        what.format(name=name),
        _("Nothing was written."),
        _("Choose one of: {names}.").format(names=", ".join(sorted(allowed))),
    )
