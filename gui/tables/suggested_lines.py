"""The lines of suggestions in the table of statements: shown among those of records, and none of them is a record."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from models.attributes.attribute import Attribute
from models.ids import Id
from models.lines.positions import Position
from models.lines.statement import Statement
from models.records import ArticleRecords
from models.registry import Registry
from models.suggestions.as_statements import as_statements, number_id
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


def suggested_positions(offered: Offered) -> list[Position]:
    """Return the positions of the lines of a suggestion: before a record that begins at the same place."""
    start = offered.range[0]
    if not offered.is_claim:
        return [Position(start, 0, "", start, 0, offered.id)]
    starts = [number.span[0] for number in offered.numbers]
    return [Position(start, 0, offered.id, at, 0, number_id(offered, at)) for at in starts] or [
        Position(start, 0, offered.id, -1, 0, "")
    ]


def suggested_lines(
    offered: Offered, records: ArticleRecords, registry: Registry
) -> Iterator[tuple[Position, SuggestedLine]]:
    """Yield the lines of a suggestion, each with its position."""
    lines = as_statements(offered, records.article, records.text, registry)
    for position, line in zip(suggested_positions(offered), lines, strict=True):
        yield position, SuggestedLine(offered, line)
