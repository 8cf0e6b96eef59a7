"""What can be published of each kind of record: its key, its attributes, and what the article's text says of it."""

from collections.abc import Iterable
from typing import Any

from models.attributes.attribute import Attribute
from models.attributes.built_in import attributes_of
from models.attributes.kinds import Date
from models.attributes.names import OtherNames, WhoSays
from models.attributes.quantities import Value
from models.entities import Article, Claim, Number, Record, Role, Signed, Speaker
from models.exports.columns import Column, Kind
from models.text.excerpts import GAP
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


def key_of(kind: type[Record]) -> Column:
    """Return the column that names a record, and refers to its table."""
    name = f"{kind.__name__.lower()}_id"
    return Column(name, Kind.ID, _WHICH[kind], (kind, "id"), refers=TABLES[kind], required=True)


def attributes(kind: type[Record], *names: str) -> tuple[Column, ...]:
    """Return the columns of the attributes of a class of records: of all, or of these."""
    return tuple(column for each in attributes_of(kind) if not names or each.name in names for column in _columns(each))


def _columns(each: Attribute[Any, Any]) -> Iterable[Column]:
    field = each.of, each.name
    match each.kind:
        case WhoSays() | OtherNames():
            pass  # not of the record alone: a speaker has columns, and a table
        case Value():
            yield Column(each.column, Kind.NUMBER, each.description, field)
            yield Column("upper", Kind.NUMBER, _("The upper value of a range."), (each.of, "upper"))
        case Date():
            yield Column(each.column, Kind.DATE, each.description, field, required=each.required)
        case _:
            kind = Kind.CHOICE if each.choices else Kind.TEXT
            yield Column(each.column, kind, each.description, field, each.choices, required=each.required)


def counts(kind: type[Record], **descriptions: str) -> tuple[Column, ...]:
    """Return columns that count what a record has, by what they count."""
    return tuple(
        Column(counted, Kind.INTEGER, description, (kind, counted), unit=counted)
        for counted, description in descriptions.items()
    )


def boundaries(kind: type[Record]) -> tuple[Column, ...]:
    """Return the columns of where a record's words begin and end."""
    start, end = (f"{kind.__name__.lower()}_{name}" for name in ("start", "end"))
    begins = _("Where it begins, {FROM_0}.").format(FROM_0=FROM_0)
    return (
        Column(start, Kind.INTEGER, begins, (kind, "start"), unit=POINTS),
        Column(end, Kind.INTEGER, _("Where it ends; not included."), (kind, "end"), unit=POINTS),
    )


def words_of(role: Role, description: str) -> tuple[Column, ...]:
    """Return the columns of the words that play a role for a claim, and of where they are."""
    words, parts = f"{role}_words", f"{role}_parts"
    return (
        Column(words, Kind.TEXT, description.format(JOINED=JOINED), (Claim, words)),
        Column(parts, Kind.RANGES, _("Where these are, {PLACES}.").format(PLACES=PLACES), (Claim, parts)),
    )


def signed(kind: type[Signed]) -> tuple[Column, ...]:
    """Return the columns of who recorded something, and when."""
    return (
        Column("coder", Kind.TEXT, _("The initials of who recorded it."), (kind, "coder"), required=True),
        Column("made_at", Kind.TIME, _("When it was recorded."), (kind, "made_at"), required=True),
        Column("changed_at", Kind.TIME, _("When it was last changed."), (kind, "changed_at"), required=True),
    )


ARTICLE = (key_of(Article), *attributes(Article, "title", "outlet", "byline", "published"))

ARTICLE_IN_FULL = (
    key_of(Article),
    *attributes(Article),
    Column("sha256", Kind.TEXT, _("The SHA-256 of its text in UTF-8."), (Article, "content"), required=True),
    *counts(Article, claims=_("How many claims it has."), numbers=_("How many numbers it has.")),
    Column("characters", Kind.INTEGER, _("How long its text is."), (Article, "characters"), unit=POINTS),
    Column(
        "boilerplate",
        Kind.RANGES,
        _("The lines that belong to the page and not to the article, {PLACES}.").format(PLACES=PLACES),
        (Article, "boilerplate"),
    ),
)

SPEAKER = (key_of(Speaker), *attributes(Speaker, "name", "kind", "role", "affiliation"))

SPEAKER_IN_FULL = (
    key_of(Speaker),
    *attributes(Speaker),
    Column("aliases", Kind.LIST, _("Other names in the articles."), (Speaker, "aliases")),
    *counts(
        Speaker,
        claims=_("How many claims are the speaker's."),
        numbers=_("How many numbers these have."),
        articles=_("How many articles they are in."),
    ),
)

CLAIM_WORDS = Column(
    "claim_words",
    Kind.TEXT,
    _("Its exact words; {JOINED}.").format(JOINED=JOINED),
    (Claim, "words"),
    required=True,
)

CLAIM = (
    key_of(Claim),
    CLAIM_WORDS,
    *boundaries(Claim),
    Column("claim_parts", Kind.RANGES, _("All its parts, {PLACES}.").format(PLACES=PLACES), (Claim, "parts")),
    *attributes(Claim),
)

CLAIM_IN_FULL = (
    *CLAIM,
    *words_of(Role.CUE, _("The words that report it; {JOINED}.")),
    *words_of(Role.SOURCE, _("The words that name its speaker; {JOINED}.")),
    *counts(Claim, numbers=_("How many numbers it has.")),
)

NUMBER = (
    key_of(Number),
    Column("number_words", Kind.TEXT, _("The number as printed."), (Number, "words"), required=True),
    *attributes(Number),
    *boundaries(Number),
)
