"""What a column of a table is: what it shows of a line, and how it turns what was typed into an edit."""

from abc import ABC, abstractmethod
from typing import Generic, Literal, TypeVar

from gui.editors.offers import Offers
from gui.project.project import Project
from models.edits import Edit
from models.errors import OnrecordError

L = TypeVar("L")
Ink = Literal["text", "muted", "faint", "speaker", "number"]
"""The colour of a scheme that a cell is written in."""
ASKED = 1_000_000
"""The width that a column needs which is shown only when somebody asks for it."""


class Column(ABC, Generic[L]):
    """One column.

    `name` is kept in settings. `width` is in pixels, `weight` its share of what is to spare, and `needs` the width of
    the table from which it is shown unasked. A column `of_claim` stretches over the lines of a claim. One of short
    entries that `fits` them takes no more than they need, and up to that many pixels before all columns share.
    """

    name: str
    title: str
    width: int = 100
    weight: int = 0
    fits: int = 0
    right: bool = False
    bold: bool = False
    wraps: bool = False
    long: bool = False
    needs: int = 0
    of_claim: bool = False
    sort_by: str | None = None
    ink: Ink = "text"

    @abstractmethod
    def display(self, line: L) -> str:
        """What stands in the cell; nothing for nothing."""

    def edit_text(self, line: L) -> str:
        """What stands in the cell while it is edited."""
        return self.display(line)

    def placeholder(self, line: L) -> str:  # noqa: ARG002  # most columns leave an empty cell empty
        """What stands faintly in an empty cell: what is missing there."""
        return ""

    def prompt(self) -> str:
        """What an empty editor asks for."""
        return self.title

    def tooltip(self, line: L) -> str:
        """More than the cell has room for; plain text."""
        return self.display(line)

    def editable(self, line: L) -> bool:  # noqa: ARG002  # a column that can be written says where
        """Whether the cell can be typed in."""
        return False

    def why_not(self, line: L) -> str:  # noqa: ARG002  # only some columns depend on the line
        """Why a cell that is not editable is not, and what to do instead, in a sentence."""
        return f"{self.title} is filled in by the program and cannot be changed here."

    def offers(self, project: Project) -> Offers | None:  # noqa: ARG002  # only some columns have a list
        """What the editor completes to, if anything."""
        return None

    def write(self, project: Project, line: L, typed: str) -> Edit:  # noqa: ARG002
        """The edit that what was typed means. Raises OnrecordError, in a sentence, when it cannot be read."""
        raise OnrecordError(f"{self.title} cannot be typed.")
