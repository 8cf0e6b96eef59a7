"""Report on an export: how many rows were written to which file, and what readers should know about them."""

from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path

from models.entities import Status
from models.records import ArticleRecords
from models.store.exported_cells import (
    ArticleCells,
    claim_start,
    number_start,
    speaker_of,
    status_of,
    title_of,
    value_of,
)
from models.translation import _, counted


class Counted(Enum):
    """What a file has that is counted."""

    ROWS = auto()
    ARTICLES = auto()
    RECORDS = auto()
    SELECTIONS = auto()
    CODES = auto()
    TIES = auto()


@dataclass(frozen=True, slots=True)
class File:
    """A file that was written, and the table in it with the number of its rows; one that describes the others has no
    table. `read_back` is how many rows were found when the file was read again, once that was done. What is called rows
    here can be something else, which `counted` names.
    """

    path: Path
    table: str | None = None
    rows: int = 0
    read_back: int | None = None
    counted: Counted = Counted.ROWS

    @property
    def sentence(self) -> str:
        """What the file has, in words, such as "12 rows"; empty if nothing in it is counted."""
        return _in_words(self.counted, self.rows) if self.table else ""


def _in_words(what: Counted, count: int) -> str:
    match what:
        case Counted.ARTICLES:
            return counted("{count:,} article", "{count:,} articles", count)
        case Counted.RECORDS:
            return counted("{count:,} claim or number", "{count:,} claims and numbers", count)
        case Counted.SELECTIONS:
            return counted("{count:,} selection", "{count:,} selections", count)
        case Counted.CODES:
            return counted("{count:,} code", "{count:,} codes", count)
        case Counted.TIES:
            return counted("{count:,} tie", "{count:,} ties", count)
    return counted("{count:,} row", "{count:,} rows", count)


@dataclass(frozen=True, slots=True)
class Report:
    """The files of an export, and remarks for people about gaps and doubtful cells in them."""

    files: tuple[File, ...]
    remarks: tuple[str, ...]


@dataclass(slots=True)
class Missing:
    """Counts, article by article, what the coder has not recorded yet and which texts were damaged."""

    speakers: int = 0
    places: int = 0
    values: int = 0
    open: int = 0
    altered: list[str] = field(default_factory=list)
    """The titles of articles whose texts are not the ones that were imported."""

    def count(self, cells: ArticleCells) -> None:
        """Count one more article."""
        if cells.altered:
            self.altered.append(title_of(cells.article))
        self.speakers += sum(speaker_of(claim) is None for claim in cells.claims)
        self.places += sum(claim_start(claim) is None for claim in cells.claims)
        self.places += sum(number_start(number) is None for number in cells.numbers)
        self.values += sum(value_of(number) is None for number in cells.numbers)
        self.open += status_of(cells.article) == Status.OPEN and bool(cells.claims or cells.numbers)

    def count_records(self, article: ArticleRecords) -> None:
        """Count one more article, as `count` does, by its records."""
        claims, numbers = article.claims.values(), article.numbers.values()
        if article.altered:
            self.altered.append(article.article.title)
        self.speakers += sum(claim.speaker is None for claim in claims)
        self.places += sum(not article.spans_of_words(record.id) for record in (*claims, *numbers))
        self.values += sum(number.value is None for number in numbers)
        self.open += article.article.status is Status.OPEN and bool(claims or numbers)

    def sentences(self) -> list[str]:
        """Return a sentence for each kind of gap that was found."""
        altered = _(
            "The text of “{title}” is not the one that was imported: the file is damaged, and its words may be wrong."
        )
        no_speaker = counted("{count:,} claim has no speaker.", "{count:,} claims have no speaker.", self.speakers)
        no_value = counted("{count:,} number has no value.", "{count:,} numbers have no value.", self.values)
        no_place = counted(
            "{count:,} record has no place in its article.",
            "{count:,} records have no place in their articles.",
            self.places,
        )
        not_done = counted(
            "{count:,} article has records but is not done.",
            "{count:,} articles have records but are not done.",
            self.open,
        )
        said = ((self.speakers, no_speaker), (self.values, no_value), (self.places, no_place), (self.open, not_done))
        return [altered.format(title=title) for title in self.altered] + [words for count, words in said if count]
