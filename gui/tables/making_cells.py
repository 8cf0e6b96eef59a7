"""Make the cells that actions change from the lines and columns of a table."""

from collections.abc import Sequence
from typing import Any

from gui.tables.columns import Column
from models.actions.cells import Cell
from models.attributes.attribute import Attribute
from models.entities import Answer, Article, Record
from models.ids import Id
from models.known import Known
from models.registry import Registry


class MakingCells:
    """Makes cells, and keeps the answers about their records, for which actions ask.

    The text of a cell is `exact` as it is typed, or otherwise as it is exported.
    """

    def __init__(self, registry: Registry, *, exact: bool) -> None:
        self._registry, self._exact = registry, exact
        self._answers: dict[Id, Sequence[Answer]] = {}

    @property
    def known(self) -> Known:
        """What attributes ask about the project and the records of the cells so far."""
        return Known(self._registry, lambda record: self._answers.get(record, ()))

    def cell(self, row: int, column: Column[Any], line: Any) -> Cell:
        """Return a cell of a line, with the reason if it cannot be changed."""
        edited = column.edited(line)
        if edited is None:
            text = column.plain_text(line, Known(self._registry, line.answers_of))
            return Cell(row, column.title, text, reason=column.reason(line), article=line.words_of(Article))
        return self.of_record(row, column.title, line, *edited)

    def of_record(self, row: int, title: str, line: Any, attribute: Attribute[Any, Any], record: Record) -> Cell:
        """Return the cell of an attribute of one of the records of a line."""
        asked = Known(self._registry, line.answers_of)
        if answers := asked.answers_of(record.id):
            self._answers[record.id] = answers
        value = attribute.read(record, asked)
        text = attribute.edit_text(value) if self._exact else attribute.plain_text(value)
        return Cell(row, title, text, attribute, record, "", line.words_of(attribute.of), line.words_of(Article))
