"""Describe the columns that can be exported of each kind of record: its id, attributes and words."""

from collections.abc import Iterable
from typing import Any

from models.attributes.attribute import Attribute
from models.attributes.built_in import attributes_of
from models.attributes.cell_kinds import CellKind
from models.attributes.kinds import Date
from models.attributes.names import OtherNames, WhoSays
from models.attributes.quantities import Value
from models.entities import Article, Claim, Number, Record, Role, Speaker
from models.exports.columns import Column
from models.lines.active_time import RULE
from models.text.context import Context
from models.text.excerpts import GAP
from models.translation import _

POINTS = "code points"
"""A unit. Like the names of columns, units are data and not translated."""

TABLES: dict[type[Record], str] = {Article: "articles", Speaker: "speakers", Claim: "claims", Number: "numbers"}
"""The table in which each record has a row."""

IDS: dict[type[Record], str] = {
    Article: _("The id of the article."),
    Claim: _("The id of the claim."),
    Number: _("The id of the number."),
    Speaker: _("The id of the speaker."),
}


WORDS_PARTS = _(
    "Where each part of these words begins and ends, in Unicode code points; the article's text starts at 0, and an "
    "end is not included."
)
CLAIM_PARTS = _(
    "Where each part of the claim begins and ends, in Unicode code points; the article's text starts at 0, and an end "
    "is not included."
)
BOILERPLATE = _(
    "Where lines that belong to the page and not to the article, such as menus, begin and end, in Unicode code points; "
    "the article's text starts at 0, and an end is not included."
)


def key_of(kind: type[Record]) -> Column:
    """Return the column that holds the id of a record, with a reference to its table."""
    name = f"{kind.__name__.lower()}_id"
    return Column(name, CellKind.ID, IDS[kind], (kind, "id"), refers=TABLES[kind], required=True)


def attributes(kind: type[Record], *names: str) -> tuple[Column, ...]:
    """Return the columns of the named attributes of a class of records; without names, of all attributes."""
    return tuple(column for each in attributes_of(kind) if not names or each.name in names for column in _columns(each))


def _columns(each: Attribute[Any, Any]) -> Iterable[Column]:
    field = each.of, each.name
    match each.kind:
        case WhoSays() | OtherNames():
            pass  # a claim's speaker has separate columns, and aliases have one among the speaker's
        case Value():
            yield Column(each.column, CellKind.NUMBER, each.description, field)
            yield Column(
                "upper",
                CellKind.NUMBER,
                _("The upper value of a range; empty if there is no range."),
                (each.of, "upper"),
            )
        case Date():
            yield Column(each.column, CellKind.DATE, each.description, field, required=each.required)
        case _:
            kind = CellKind.CHOICE if each.choices else CellKind.TEXT
            yield Column(each.column, kind, each.description, field, each.choices, required=each.required)


def counts(kind: type[object], **descriptions: str) -> tuple[Column, ...]:
    """Return columns that count what belongs to a record; each name says what is counted."""
    return tuple(
        Column(counted, CellKind.INTEGER, description, (kind, counted), unit=counted)
        for counted, description in descriptions.items()
    )


_PLACES = {
    "claim": (
        _("Where the claim begins, in Unicode code points; the article's text starts at 0."),
        _("Where the claim ends, in the same count; the code point at this position is no longer part of it."),
    ),
    "number": (
        _("Where the number begins, in Unicode code points; the article's text starts at 0."),
        _("Where the number ends, in the same count; the code point at this position is no longer part of it."),
    ),
    "span": (
        _("Where the span begins, in Unicode code points; the article's text starts at 0."),
        _("Where the span ends, in the same count; the code point at this position is no longer part of it."),
    ),
}


def boundaries(of: type[object], name: str, required: bool = False) -> tuple[Column, ...]:
    """Return the columns for the start and the end of words, which are a claim, number or span: code points, half-open.

    Their names begin with `name`.
    """
    begins, ends = _PLACES[name]
    return (
        Column(f"{name}_start", CellKind.INTEGER, begins, (of, "start"), unit=POINTS, required=required),
        Column(f"{name}_end", CellKind.INTEGER, ends, (of, "end"), unit=POINTS, required=required),
    )


def words_of(role: Role, description: str) -> tuple[Column, ...]:
    """Return the columns for the words that play a role for a claim, and for their positions."""
    words, parts = f"{role}_words", f"{role}_parts"
    return (
        Column(words, CellKind.TEXT, description.format(gap=GAP), (Claim, words)),
        Column(parts, CellKind.RANGES, WORDS_PARTS, (Claim, parts)),
    )


ARTICLE = (key_of(Article), *attributes(Article, "title", "outlet", "byline", "published"))

ARTICLE_IN_FULL = (
    key_of(Article),
    *attributes(Article),
    Column(
        "sha256", CellKind.TEXT, _("The SHA-256 of the article's text in UTF-8."), (Article, "content"), required=True
    ),
    *counts(
        Article,
        claims=_("How many claims are recorded in the article."),
        numbers=_("How many numbers are recorded in the article."),
    ),
    Column(
        "characters", CellKind.INTEGER, _("The length of the article's text."), (Article, "characters"), unit=POINTS
    ),
    Column("boilerplate", CellKind.RANGES, BOILERPLATE, (Article, "boilerplate")),
    Column("samples", CellKind.LIST, _("The samples for which the article was drawn."), (Article, "samples")),
    Column(
        "active_minutes",
        CellKind.NUMBER,
        _("For how many minutes coders were at work on the article. {rule}").format(rule=RULE),
        (Article, "active_minutes"),
    ),
)

SPEAKER = (key_of(Speaker), *attributes(Speaker, "name", "kind", "role", "affiliation"))

SPEAKER_IN_FULL = (
    key_of(Speaker),
    *attributes(Speaker),
    Column("aliases", CellKind.LIST, _("Other names of the speaker in the articles."), (Speaker, "aliases")),
    *counts(
        Speaker,
        claims=_("How many claims the speaker makes."),
        numbers=_("How many numbers these claims contain."),
        articles=_("How many articles contain these claims."),
    ),
)

CLAIM_WORDS = Column(
    "claim_words",
    CellKind.TEXT,
    _("The exact words of the claim; several parts are joined by “{gap}”.").format(gap=GAP),
    (Claim, "words"),
    required=True,
)

CLAIM = (
    key_of(Claim),
    CLAIM_WORDS,
    *boundaries(Claim, "claim"),
    Column("claim_parts", CellKind.RANGES, CLAIM_PARTS, (Claim, "parts")),
    *attributes(Claim),
)

CLAIM_IN_FULL = (
    *CLAIM,
    *words_of(Role.CUE, _("The words that report the claim, such as “said”; several parts are joined by “{gap}”.")),
    *words_of(Role.SOURCE, _("The words that name the speaker; several parts are joined by “{gap}”.")),
    *counts(Claim, numbers=_("How many numbers the claim contains.")),
)

NUMBER = (
    key_of(Number),
    Column("number_words", CellKind.TEXT, _("The number as printed."), (Number, "words"), required=True),
    *attributes(Number),
    *boundaries(Number, "number"),
)

CONTEXT = (
    Column(
        "sentence_before",
        CellKind.TEXT,
        _("The sentence before the one in which the claim is, or the number if there is no claim."),
        (Context, "before"),
    ),
    Column(
        "claim_sentence",
        CellKind.TEXT,
        _("The sentence or sentences in which the claim is, or the number if there is no claim."),
        (Context, "sentence"),
    ),
    Column("sentence_after", CellKind.TEXT, _("The sentence after these."), (Context, "after")),
)
"""The sentences around a claim, or around a number without one."""
