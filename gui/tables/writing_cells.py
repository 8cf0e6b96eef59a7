"""Write texts into many cells of a table: the lines are read, the edit is made and done, and refusals are told."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from gui.project.project import READ_ONLY
from gui.tables.picked import Rows
from gui.tables.reading_lines import ReadingLines
from gui.tables.table_model import LinesTableModel
from models.actions.cells import Cell, Written, write_cells
from models.edits import Edit
from models.entities import Answer
from models.ids import Id
from models.known import Known
from models.translation import _

AT_ONCE = 500
"""Cells that are parsed in the event loop; more are parsed in another thread."""
ROWS_CHANGED = _("The rows have changed in the meantime. Nothing was done; try again.")
CHANGING = _("Changing cells")

Given = Callable[[int, int, Any], str | None]
"""Returns the text that a cell is given, from its row, its column and its line; None if it is to be left alone."""


class WritingCells(QObject):
    """Writes into the cells of one model. `told` carries what was written and what was refused."""

    told = Signal(object)
    hinted = Signal(str)

    def __init__(self, model: LinesTableModel[Any], columns: Sequence[int], given: Given, *, exact: bool) -> None:
        """`exact` says that texts are as they are typed; otherwise they are as they are exported."""
        super().__init__(model)
        self._model, self._columns, self._given, self._exact = model, columns, given, exact
        self._cells: list[tuple[Cell, str]] = []
        self._answers: dict[Id, Sequence[Answer]] = {}

    def begin(self, rows: Rows) -> None:
        """Read the lines of the rows, and write."""
        if not self._model.writable:
            self._leave(READ_ONLY)
            return
        ReadingLines(self._model, rows, self._take, self._write, lambda: self._leave(ROWS_CHANGED)).go()

    def _leave(self, reason: str) -> None:
        self.hinted.emit(reason)
        self.deleteLater()

    def _take(self, first: int, lines: Sequence[Any]) -> None:
        for row, line in enumerate(lines, start=first):
            for column in self._columns if line is not None else ():
                text = self._given(row, column, line)
                if text is not None:
                    self._cells.append((self._cell(row, column, line), text))

    def _cell(self, row: int, column: int, line: Any) -> Cell:
        shown, asked = self._model.columns[column], self._model.asked(line)
        edited = shown.edited(line)
        if edited is None:
            return Cell(row, shown.title, shown.plain_text(line, asked), reason=shown.reason(line))
        attribute, record = edited
        self._answers[record.id] = asked.answers_of(record.id)
        value = attribute.read(record, asked)
        text = attribute.edit_text(value) if self._exact else attribute.plain_text(value)
        project = self._model.project
        return Cell(row, shown.title, text, attribute, (project and project.now(record)) or record)

    def _write(self) -> None:
        project = self._model.project
        assert project is not None, "there are no lines without a project"
        known = Known(project.registry, lambda record: self._answers.get(record, ()))
        written: list[Written] = []

        def make(_write: object = None) -> Edit:
            written.append(write_cells(self._cells, known))
            return written[-1].edit

        done = project.do(make()) if len(self._cells) <= AT_ONCE else project.do_in_thread(CHANGING, make)
        if done:
            self.told.emit(written[-1])
        self.deleteLater()
