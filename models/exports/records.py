"""What can be published of each kind of record: its key, its attributes, and what the article's text says of it."""

from collections.abc import Iterable
from operator import attrgetter
from typing import Any

from models.attributes.attribute import Attribute
from models.attributes.built_in import attributes_of
from models.attributes.kinds import Date
from models.attributes.names import OtherNames, WhoSays
from models.attributes.quantities import Value
from models.entities import Article, Claim, Number, Record, Signed, Speaker
from models.exports.columns import Column, Kind, ranges
from models.lines.statement import Statement
from models.records import ArticleRecords
from models.text.excerpts import GAP
from models.text.ranges import Range
from models.translation import _

POINTS = "code points"
FROM_0 = "counted in Unicode code points from 0 at the start of the article's text"
PLACES = f"half-open, {FROM_0}"
JOINED = f"several parts are joined by “{GAP}”"

TABLES: dict[type[Record], str] = {Article: "articles", Speaker: "speakers", Claim: "claims", Number: "numbers"}
"""The table in which each record has a row."""


_WHICH: dict[type[Record], str] = {
    Article: _("The article."),
    Claim: _("The claim."),
    Number: _("The number."),
    Speaker: _("The speaker."),
}


def key_of(kind: type[Record]) -> Column[Any]:
    """Return the column that names a record, and refers to its table."""
    noun = kind.__name__.lower()
    return Column(
        f"{noun}_id",
        Kind.ID,
        _WHICH[kind],
        attrgetter("id"),
        refers=TABLES[kind],
        required=True,
    )


def attributes(kind: type[Record], *names: str) -> tuple[Column[Any], ...]:
    """Return the columns of the attributes of a class of records: of all, or of these."""
    return tuple(column for each in attributes_of(kind) if not names or each.name in names for column in _columns(each))


def _columns(each: Attribute[Any, Any]) -> Iterable[Column[Any]]:
    read = attrgetter(each.name)
    match each.kind:
        case WhoSays() | OtherNames():
            pass  # not of the record alone: a speaker has columns, and a table
        case Value():
            yield Column(each.column, Kind.NUMBER, each.description, read)
            yield Column("upper", Kind.NUMBER, _("The upper value of a range."), attrgetter("upper"))
        case Date():
            yield Column(each.column, Kind.DATE, each.description, read, required=each.required)
        case _:
            kind = Kind.CHOICE if each.choices else Kind.TEXT
            yield Column(each.column, kind, each.description, read, each.choices, required=each.required)


def _end(parts: tuple[Range, ...]) -> int | None:
    return max(end for _, end in parts) if parts else None


ARTICLE: tuple[Column[Article], ...] = (key_of(Article), *attributes(Article, "title", "outlet", "byline", "published"))

ARTICLE_IN_FULL: tuple[Column[Article], ...] = (
    key_of(Article),
    *attributes(Article),
    Column("sha256", Kind.TEXT, _("The SHA-256 of its text in UTF-8."), attrgetter("content"), required=True),
)

RECORDED: tuple[Column[ArticleRecords], ...] = (
    Column("claims", Kind.INTEGER, _("How many claims it has."), lambda records: len(records.claims), unit="claims"),
    Column(
        "numbers", Kind.INTEGER, _("How many numbers it has."), lambda records: len(records.numbers), unit="numbers"
    ),
    Column("characters", Kind.INTEGER, _("How long its text is."), lambda records: len(records.text), unit=POINTS),
    Column(
        "boilerplate",
        Kind.RANGES,
        _("The lines that belong to the page and not to the article, {PLACES}.").format(PLACES=PLACES),
        lambda records: ranges(sorted((line.start, line.end) for line in records.boilerplate.values())),
    ),
)

SPEAKER: tuple[Column[Speaker], ...] = (
    key_of(Speaker),
    *attributes(Speaker, "name", "kind", "role", "affiliation"),
)
SPEAKER_IN_FULL: tuple[Column[Speaker], ...] = (key_of(Speaker), *attributes(Speaker))

CLAIM: tuple[Column[Claim], ...] = attributes(Claim)

CLAIM_WORDS: tuple[Column[Statement], ...] = (
    Column(
        "claim_words",
        Kind.TEXT,
        _("Its exact words; {JOINED}.").format(JOINED=JOINED),
        attrgetter("claim_words"),
        required=True,
    ),
    Column(
        "claim_start",
        Kind.INTEGER,
        _("Where it begins, {FROM_0}.").format(FROM_0=FROM_0),
        lambda line: min(line.parts)[0] if line.parts else None,
        unit=POINTS,
    ),
    Column("claim_end", Kind.INTEGER, _("Where it ends; not included."), lambda line: _end(line.parts), unit=POINTS),
    Column(
        "claim_parts", Kind.RANGES, _("All its parts, {PLACES}.").format(PLACES=PLACES), lambda line: ranges(line.parts)
    ),
)

NUMBER_WORDS: Column[Statement] = Column(
    "number_words", Kind.TEXT, _("The number as printed."), attrgetter("number_words"), required=True
)

NUMBER: tuple[Column[Number], ...] = attributes(Number)

NUMBER_PLACE: tuple[Column[Statement], ...] = (
    Column(
        "number_start",
        Kind.INTEGER,
        _("Where it begins, {FROM_0}.").format(FROM_0=FROM_0),
        lambda line: line.printed and line.printed[0],
        unit=POINTS,
    ),
    Column(
        "number_end",
        Kind.INTEGER,
        _("Where it ends; not included."),
        lambda line: line.printed and line.printed[1],
        unit=POINTS,
    ),
)

SIGNED: tuple[Column[Signed], ...] = (
    Column("coder", Kind.TEXT, _("The initials of who recorded it."), attrgetter("coder"), required=True),
    Column("made_at", Kind.TIME, _("When it was recorded."), attrgetter("made_at"), required=True),
    Column("changed_at", Kind.TIME, _("When it was last changed."), attrgetter("changed_at"), required=True),
)
