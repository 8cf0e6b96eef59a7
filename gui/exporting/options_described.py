"""The options of an export as the dialog offers them: their words, their groups, and when they are offered."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from models.codebook.codebook import Codebook
from models.exports.networks.settings import possible_normalisations, possible_relations
from models.exports.networks.sides import judgements_in_words, sides_in_words
from models.exports.options import Options
from models.translation import _

TABULAR = ("csv", "xlsx", "parquet", "spss", "stata")
"""The forms that have the tables."""

NETWORKS = ("graphml",)
"""The forms that are networks."""

TEXTS = ("csv", "events", "remarks")
"""The forms whose tables are files of text."""

CODED = (*TABULAR, "events", "qdpx", "qdc", "jsonld")
"""The forms that name choices."""

COLUMNS, FILES, NODES = _("Columns"), _("Text of the files"), _("Nodes and ties")
WEIGHTS, TIMES, PAGES = _("Weight of a tie"), _("Time"), _("Pages")


@dataclass(frozen=True, slots=True)
class OptionField:
    """An option: its name in `Options`, its label with its access key, the forms that heed it, and its group.

    `values` are the words for the values of an enumeration. `offered` returns the names in a codebook that can be
    chosen, each with its words. `hint` is what is shown if nothing is chosen. `possible` returns those values of an
    enumeration that go together with other options, and `needed` whether the option makes a difference.
    """

    name: str
    label: str
    forms: tuple[str, ...]
    group: str
    values: Mapping[str, str] | None = None
    hint: str = ""
    offered: Callable[[Codebook], Sequence[tuple[str, str]]] | None = None
    possible: Callable[[Options], Sequence[str]] | None = None
    needed: Callable[[Options], bool] | None = None
    is_time: bool = False


RELATIONS = {
    "all": _("All claims"),
    "congruence": _("Congruence: the same answers"),
    "conflict": _("Conflict: one yes, one no"),
    "subtract": _("Congruence less conflict, or yes less no"),
    "combine": _("1 yes, 2 no, 3 both"),
}
NORMALISATIONS = {
    "none": _("Nothing"),
    "activity": _("All mentions of the node"),
    "prominence": _("All mentions of what it is tied to"),
    "average": _("The mean of both nodes’ mentions"),
    "jaccard": _("What either node mentions (Jaccard)"),
    "cosine": _("Both lengths (cosine)"),
}
DUPLICATES = {
    "include": _("Count all"),
    "article": _("Once in each article"),
    "week": _("Once in each week"),
    "month": _("Once in each month"),
    "year": _("Once in each year"),
    "all": _("Once"),
}
UNITS = {"day": _("Day"), "week": _("Week"), "month": _("Month"), "year": _("Year")}

FIELDS = (
    OptionField("codes", _("&Codes of choices instead of labels"), CODED, COLUMNS),
    OptionField("indicators", _("A column with &1 or 0 for each of several choices"), TABULAR, COLUMNS),
    OptionField("context", _("Sen&tences before, around and after each claim"), TABULAR, COLUMNS),
    OptionField("separator", _("Se&parator"), TEXTS, FILES, {",": _("Comma"), ";": _("Semicolon"), "\t": _("Tab")}),
    OptionField("decimal", _("&Decimal mark"), ("csv",), FILES, {".": _("Point"), ",": _("Comma")}),
    OptionField("spreadsheet_safe", _("Apostrophe before te&xts that spreadsheets would alter"), TEXTS, FILES),
    OptionField("bom", _("Byte order &mark at the start, for Excel"), TEXTS, FILES),
    OptionField("rows", _("No&des"), NETWORKS, NODES, offered=sides_in_words),
    OptionField(
        "columns",
        _("&Tied to"),
        NETWORKS,
        NODES,
        hint=_("The first choices, or claims"),
        offered=sides_in_words,
    ),
    OptionField("one_mode", _("Tie nodes to each ot&her by what they share"), NETWORKS, NODES),
    OptionField("least_mentions", _("Least &mentions"), NETWORKS, NODES),
    OptionField(
        "judged_by",
        _("&Judged by"),
        NETWORKS,
        WEIGHTS,
        hint=_("No yes-or-no variable"),
        offered=judgements_in_words,
    ),
    OptionField(
        "relation",
        _("Co&unts"),
        NETWORKS,
        WEIGHTS,
        RELATIONS,
        possible=possible_relations,
        needed=lambda options: options.judged_by is not None,
    ),
    OptionField("normalisation", _("Di&vided by"), NETWORKS, WEIGHTS, NORMALISATIONS, possible=possible_normalisations),
    OptionField("duplicates", _("&Repeated claims"), NETWORKS, WEIGHTS, DUPLICATES),
    OptionField("since", _("Published s&ince"), NETWORKS, TIMES, is_time=True),
    OptionField("until", _("Published unti&l"), NETWORKS, TIMES, is_time=True),
    OptionField("period", _("A net&work for each"), NETWORKS, TIMES, UNITS, hint=_("The whole time")),
    OptionField("periods", _("Len&gth"), NETWORKS, TIMES, needed=lambda options: options.period is not None),
    OptionField(
        "isolates",
        _("All nodes in ever&y period"),
        NETWORKS,
        TIMES,
        needed=lambda options: options.period is not None,
    ),
    OptionField("single", _("One pa&ge for all articles"), ("html",), PAGES),
)
