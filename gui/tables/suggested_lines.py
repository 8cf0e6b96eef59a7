"""The lines of suggestions in the table of statements: shown among those of records, and none of them is a record."""

from dataclasses import dataclass
from typing import Any

from models.attributes.attribute import Attribute
from models.ids import Id
from models.lines.positions import Position
from models.lines.statement import Statement
from models.records import ArticleRecords
from models.registry import Registry
from models.suggestions.as_statements import as_statements
from models.suggestions.found import FoundClaim
from models.suggestions.offered import Offered
from models.text.ranges import Range

MANY = 4
"""Suggestions from which on their lines are put into the table in one go."""


@dataclass(frozen=True, slots=True)
class SuggestedLine:
    """One line of a suggestion. `number` is the range of its number, if it has one, in code points."""

    offered: Offered
    statement: Statement

    @property
    def number(self) -> Range | None:
        """The range of the number of the line."""
        return self.statement.printed

    @property
    def tick(self) -> bool | None:
        """Whether the number is to be recorded with its claim; None if there is no such choice."""
        if self.number is None or not self.offered.is_claim:
            return None
        return self.number not in self.offered.left_out

    @property
    def is_certain(self) -> bool:
        """Whether the words beside the verb name the speaker."""
        found = self.offered.suggestion
        return not isinstance(found, FoundClaim) or found.certain

    @property
    def position(self) -> Position:
        """Where the line stands: before a record that begins at the same place."""
        line, start = self.statement, self.offered.range[0]
        number = line.number.id if line.number else ""
        return Position(start, 0, line.claim.id if line.claim else "", self.number[0] if self.number else -1, 0, number)


@dataclass(frozen=True, slots=True)
class TypedIn:
    """What was typed in a cell of a suggestion: for which attribute, of its claim or of one of its numbers."""

    suggestion: Id
    number: Range | None
    attribute: Attribute[Any, Any]
    typed: str
    column: str


@dataclass(frozen=True, slots=True)
class OpenedCell:
    """A cell of a suggestion that was opened: its column, the range of the number of its line, and whether the coder
    came from the text.
    """

    column: int
    number: Range | None
    from_text: bool


def suggested_lines(offered: Offered, records: ArticleRecords, registry: Registry) -> list[SuggestedLine]:
    """Return the lines of a suggestion."""
    found = as_statements(offered, records.article, records.text, registry)
    return [SuggestedLine(offered, line) for line in found]
