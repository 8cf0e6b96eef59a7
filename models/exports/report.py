"""What an export has to say: how many rows went where, and what about them its reader should know."""

from dataclasses import dataclass, field
from pathlib import Path

from models.store.full import FullArticle
from models.words import plural


@dataclass(frozen=True, slots=True)
class File:
    """A file that was written, and how many rows stand in it below the header."""

    path: Path
    rows: int


@dataclass(frozen=True, slots=True)
class Report:
    """The files of an export, and sentences for a person on what they lack or hold."""

    files: tuple[File, ...]
    remarks: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """The files with their rows, then what should be known about them: one line for a person."""
        written = ", ".join(f"{file.path.name} ({plural(file.rows, 'row')})" for file in self.files)
        return " ".join([f"{written}.", *self.remarks])


@dataclass(slots=True)
class Missing:
    """What the coder has not recorded yet, and what was damaged, counted article by article."""

    speakers: int = 0
    places: int = 0
    values: int = 0
    open: int = 0
    altered: list[str] = field(default_factory=list)
    """The titles of articles whose texts are not the ones that were imported."""

    def count(self, full: FullArticle) -> None:
        """Count one more article."""
        if full.altered:
            self.altered.append(full.article.title)
        self.speakers += sum(claim.speaker is None for claim in full.claims)
        self.places += sum(not claim.places for claim in full.claims) + sum(
            not number.places for number in full.numbers
        )
        self.values += sum(number.value is None for number in full.numbers)
        self.open += full.article.status == "open" and bool(full.claims or full.numbers)

    def sentences(self) -> list[str]:
        """What is missing, each in a sentence; nothing is said of what is complete."""
        said = (
            (self.speakers, "claim", "has no speaker", "have no speaker"),
            (self.values, "number", "has no value", "have no value"),
            (self.places, "record", "has no place in its article", "have no place in their articles"),
            (self.open, "article", "has records but is not done", "have records but are not done"),
        )
        damage = [
            f"The text of “{title}” is not the one that was imported: the file is damaged, and its words may be wrong."
            for title in self.altered
        ]
        return damage + [f"{count_said(*each)}." for each in said if each[0]]


def count_said(count: int, noun: str, one: str, many: str) -> str:
    """ "1 claim has no speaker", "3 claims have no speaker": the start of a sentence."""
    return f"{plural(count, noun)} {one if count == 1 else many}"
