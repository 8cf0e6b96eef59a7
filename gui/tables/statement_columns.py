"""The columns of statements: the claim's, which stretch over its lines, and each number's own."""

from gui.editors.offers import ChoiceOffers, Offers, SpeakerOffers
from gui.project.project import Project
from gui.tables.columns import ASKED, Column
from gui.tables.fields import (
    NO_CLAIM,
    ClaimFieldColumn,
    NumberFieldColumn,
    StatementColumn,
    claim_of,
    number_of,
)
from models.attributes.built_in import attribute
from models.edits import Edit
from models.entities import Claim, Mode, Number, Qualifier
from models.ids import Id
from models.lines.statement import Statement
from models.quantities.writing import show_value, write_value

NOTHING = "–"
BOUNDARIES = "A claim has the words of the article. To choose others, press Enter here, select them, and press B."


def _write(project: Project, record: Claim | Number, name: str, typed: str) -> Edit:
    return attribute(type(record), name).write([record], typed, project.registry)


class SpeakerColumn(ClaimFieldColumn):
    """Who makes the claim: a known name, or a new one."""

    name, title, width, weight, ink, sort_by = "speaker", "Speaker", 96, 1, "speaker", "speaker"
    wraps = True

    def display(self, line: Statement) -> str:
        return line.speaker.name if line.speaker else ""

    def placeholder(self, line: Statement) -> str:
        return "who?" if line.claim else NOTHING

    def prompt(self) -> str:
        return "Who says this?"

    def tooltip(self, line: Statement) -> str:
        known = line.speaker
        return ", ".join(part for part in (known.name, known.role, known.affiliation) if part) if known else ""

    def offers(self, project: Project) -> Offers:
        return SpeakerOffers(project.registry)

    def write_claim(self, project: Project, claim: Claim, typed: str) -> Edit:
        return _write(project, claim, "speaker", typed)


class ClaimColumn(StatementColumn):
    """The claim's own words. They are the article's: their boundaries are changed in the text."""

    name, title, width, weight, wraps, of_claim, sort_by = "claim", "Claim", 124, 8, True, True, "place"

    def display(self, line: Statement) -> str:
        return " ".join((line.claim_words or "").split())

    def placeholder(self, line: Statement) -> str:
        return "" if line.claim else NOTHING

    def why_not(self, line: Statement) -> str:
        return BOUNDARIES if line.claim else NO_CLAIM


class ValueColumn(NumberFieldColumn):
    """A number's value with its qualifier, as a sign."""

    name, title, width, weight, right, bold = "value", "Number", 100, 1, True, True
    fits, ink, sort_by = 120, "number", "value"

    def display(self, line: Statement) -> str:
        number = line.number
        return show_value(number.value, number.upper, number.qualifier or Qualifier.EXACT) if number else ""

    def edit_text(self, line: Statement) -> str:
        number = line.number
        return write_value(number.value, number.upper, number.qualifier or Qualifier.EXACT) if number else ""

    def placeholder(self, line: Statement) -> str:
        return "value?" if line.number else ""

    def prompt(self) -> str:
        return "2,000"

    def tooltip(self, line: Statement) -> str:
        return " ".join((line.number_words or "").split())

    def write_number(self, project: Project, number: Number, typed: str) -> Edit:
        return _write(project, number, "value", typed)


class UnitColumn(NumberFieldColumn):
    """In what the number is measured."""

    name, title, width, weight, fits, sort_by = "unit", "Unit", 52, 1, 80, "unit"

    def display(self, line: Statement) -> str:
        return (line.number and line.number.unit) or ""

    def write_number(self, project: Project, number: Number, typed: str) -> Edit:
        return _write(project, number, "unit", typed)


class CountedColumn(NumberFieldColumn):
    """What the number counts."""

    name, title, width, weight, fits, wraps, sort_by = "counted", "Counted", 96, 2, 88, True, "counted"

    def display(self, line: Statement) -> str:
        return (line.number and line.number.counted) or ""

    def write_number(self, project: Project, number: Number, typed: str) -> Edit:
        return _write(project, number, "counted", typed)


class QualifierColumn(NumberFieldColumn):
    """How exactly the number is meant, in words."""

    name, title, width, ink, needs = "qualifier", "Qualifier", 84, "muted", ASKED

    def display(self, line: Statement) -> str:
        return (line.number and line.number.qualifier) or ""

    def offers(self, project: Project) -> Offers:  # noqa: ARG002  # the same in every project
        return ChoiceOffers([qualifier.value for qualifier in Qualifier], optional=False)

    def write_number(self, project: Project, number: Number, typed: str) -> Edit:
        return _write(project, number, "qualifier", typed)


class SummaryColumn(ClaimFieldColumn):
    """The claim in the coder's words."""

    name, title, width, weight, wraps, needs = "summary", "Summary", 130, 3, True, ASKED
    sort_by = "summary"

    def display(self, line: Statement) -> str:
        return (line.claim and line.claim.summary) or ""

    def write_claim(self, project: Project, claim: Claim, typed: str) -> Edit:
        return _write(project, claim, "summary", typed)


class ModeColumn(ClaimFieldColumn):
    """How the claim is reported."""

    name, title, width, ink, needs, sort_by = "mode", "Mode", 70, "muted", ASKED, "mode"

    def display(self, line: Statement) -> str:
        return (line.claim and line.claim.mode) or ""

    def offers(self, project: Project) -> Offers:  # noqa: ARG002  # the same in every project
        return ChoiceOffers([mode.value for mode in Mode], optional=True)

    def write_claim(self, project: Project, claim: Claim, typed: str) -> Edit:
        return _write(project, claim, "mode", typed)


class NoteColumn(StatementColumn):
    """What the coder noted on the claim, or on a number without one."""

    name, title, width, weight, wraps, needs, of_claim = "note", "Note", 130, 3, True, ASKED, True
    long = True

    def display(self, line: Statement) -> str:
        record = line.claim or line.number
        return (record and record.note) or ""

    def editable(self, line: Statement) -> bool:
        return bool(line.claim or line.number)

    def write(self, project: Project, line: Statement, typed: str) -> Edit:
        return _write(project, claim_of(project, line) if line.claim else number_of(project, line), "note", typed)


class WordsColumn(StatementColumn):
    """A number as it is printed."""

    name, title, width, weight, wraps, ink = "words", "As printed", 100, 3, True, "muted"

    def display(self, line: Statement) -> str:
        return " ".join((line.number_words or "").split())


class ArticleColumn(StatementColumn):
    """The article that a line is from."""

    name, title, width, weight, wraps, ink, sort_by = "article", "Article", 76, 3, True, "muted", "article"

    def display(self, line: Statement) -> str:
        return line.article.title

    def tooltip(self, line: Statement) -> str:
        return "\n".join(part for part in (line.article.title, line.article.outlet) if part)


class SideArticleColumn(ArticleColumn):
    """The article, where there is room for it beside the claim."""

    needs = 520


class PublishedColumn(StatementColumn):
    """When the article appeared."""

    name, title, width, ink, needs, sort_by = "published", "Published", 94, "muted", 720, "published"

    def display(self, line: Statement) -> str:
        return line.article.published or ""


STATEMENT_COLUMNS: tuple[Column[Statement], ...] = (
    SpeakerColumn(),
    ClaimColumn(),
    ValueColumn(),
    UnitColumn(),
    CountedColumn(),
    QualifierColumn(),
    SummaryColumn(),
    ModeColumn(),
    NoteColumn(),
)

ALL_STATEMENT_COLUMNS: tuple[Column[Statement], ...] = (*STATEMENT_COLUMNS, SideArticleColumn(), PublishedColumn())

NUMBER_COLUMNS: tuple[Column[Statement], ...] = (
    ValueColumn(),
    UnitColumn(),
    CountedColumn(),
    WordsColumn(),
    SpeakerColumn(),
    ArticleColumn(),
    PublishedColumn(),
    QualifierColumn(),
)


def record_of(line: Statement, column: Column[Statement]) -> Id | None:
    """What a cell is about: the number in a number's columns, else the claim."""
    record = (line.claim or line.number) if column.of_claim else (line.number or line.claim)
    return record.id if record else None
