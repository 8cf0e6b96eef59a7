"""The columns of tables: each shows an attribute of the records of a line, or words made of the line."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from models.attributes.attribute import Attribute
from models.attributes.kinds import Questions
from models.entities import Claim, Record
from models.lines.criteria import HasRecords
from models.translation import _

Ink = Literal["text", "muted", "faint", "speaker", "number"]
"""The colour of a scheme that a cell is written in."""
ASKED = 1_000_000
"""The width of the table for a column that is shown only on request."""
FILLED_IN = _("{column} is filled in by the program and cannot be changed here.")

L = TypeVar("L", bound=HasRecords)


@dataclass(frozen=True, slots=True)
class Look:
    """How a column looks.

    `width` is in pixels, `weight` its share of what is to spare, and `needs` the width of the table from which it is
    shown unasked. A column of short entries that `fits` them takes no more than they need, and up to that many pixels
    before all columns share.
    """

    width: int = 100
    weight: int = 0
    fits: int = 0
    right: bool = False
    bold: bool = False
    wraps: bool = False
    needs: int = 0
    ink: Ink = "text"


def _nothing(_line: HasRecords) -> str:
    return ""


@dataclass(frozen=True, kw_only=True)
class Column(ABC, Generic[L]):
    """One column. A cell of a column `of_claim` is as high as all lines of the claim.

    Its cells have the marks of the record of the class `about`: whether it is to be discussed, and has a note.
    `missing` is shown faintly in an empty cell, `tip` in the tooltip instead of the cell's own text, and `why_not`
    explains in a sentence why a cell cannot be edited, and what to do instead.
    """

    name: str
    title: str
    look: Look = Look()
    of_claim: bool = False
    about: type[Record] | None = None
    missing: Callable[[L], str] = _nothing
    tip: Callable[[L], str] | None = None
    why_not: Callable[[L], str] | None = None

    @property
    def key(self) -> str:
        """Return the name of the column in layouts and views, which outlives the name of a variable."""
        return self.name

    @abstractmethod
    def display(self, line: L, asked: Questions) -> str:
        """Return the text of a cell."""

    def plain_text(self, line: L, asked: Questions) -> str:
        """Return the text of a cell as an export writes it."""
        return self.display(line, asked)

    def figure(self, line: L, asked: Questions) -> float | None:  # noqa: ARG002  # most words are none
        """Return what a cell holds as a number to calculate with; None if it is none."""
        return None

    def edited(self, line: L) -> tuple[Attribute[Any, Any], Any] | None:  # noqa: ARG002  # most words are not
        """Return the attribute that a cell edits, and the record; None where it cannot be edited."""
        return None

    def remarked(self, line: L) -> tuple[bool, str]:
        """Return whether the record that the column is about is to be discussed, and its note."""
        record: Any = line.record(self.about) if self.about else None
        return (record.discuss, record.note or "") if record is not None else (False, "")

    def tooltip(self, line: L, asked: Questions) -> str:
        """Return more than fits into the cell, as plain text."""
        return self.tip(line) if self.tip else self.display(line, asked)

    def why_grey(self, line: L) -> str:  # noqa: ARG002  # most columns are about every line
        """Return why a cell is grey, in a sentence; empty if it is not."""
        return ""

    def reason(self, line: L) -> str:
        """Return why a cell cannot be edited, and what to do instead, in a sentence."""
        return self.why_not(line) if self.why_not else FILLED_IN.format(column=self.title)


@dataclass(frozen=True, kw_only=True)
class WordsColumn(Column[L]):
    """A column of words that are made of the line. `exported` makes those that are copied, where they differ."""

    words: Callable[[L], str]
    exported: Callable[[L], str] | None = None

    def display(self, line: L, asked: Questions) -> str:  # noqa: ARG002
        return self.words(line)

    def plain_text(self, line: L, asked: Questions) -> str:
        return self.exported(line) if self.exported else self.display(line, asked)


@dataclass(frozen=True, kw_only=True)
class AttributeColumn(Column[L]):
    """A column of the first of some attributes whose record is in the line, such as the note of a claim or a number."""

    attributes: tuple[Attribute[Any, Any], ...]
    editable: bool = True

    def shown(self, line: L) -> tuple[Attribute[Any, Any], Any] | None:
        """Return the attribute that a cell shows, and its record; None where the line has no such record."""
        for each in self.attributes:
            if (record := line.record(each.of)) is not None:
                return each, record
        return None

    def edited(self, line: L) -> tuple[Attribute[Any, Any], Any] | None:
        found = self.shown(line) if self.editable else None
        return found if found and found[0].editable else None

    def display(self, line: L, asked: Questions) -> str:
        found = self.shown(line)
        return found[0].show(found[0].read(found[1], asked)) if found else ""

    def plain_text(self, line: L, asked: Questions) -> str:
        found = self.shown(line)
        return found[0].plain_text(found[0].read(found[1], asked)) if found else ""

    def figure(self, line: L, asked: Questions) -> float | None:
        found = self.shown(line)
        return found[0].figure(found[0].read(found[1], asked)) if found else None


def attribute_column(*attributes: Attribute[Any, Any], **differences: Any) -> AttributeColumn[Any]:
    """Return the column of an attribute, or of several that share a name; arguments replace what it says."""
    first = attributes[0]
    described: dict[str, Any] = {
        "name": first.name,
        "title": first.label,
        "of_claim": first.of is Claim,
    }
    return AttributeColumn(attributes=attributes, **(described | differences))
