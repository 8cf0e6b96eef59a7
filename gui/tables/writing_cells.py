"""Write texts into many cells of a table: the lines are read, the edit is made and done, and refusals are told."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QEventLoop, QObject, Signal

from gui.tables.making_cells import MakingCells
from gui.tables.picked import Rows
from gui.tables.reading_lines import ReadingLines
from gui.tables.table_model import LinesTableModel
from models.actions.cells import Cell, Written, write_cells
from models.edits import Edit
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

    def begin(self, rows: Rows) -> None:
        """Read the lines of the rows, and write."""
        if not self._model.writable:
            self._leave(self._model.project.why_read_only if self._model.project else "")
            return
        self._making = MakingCells(self._model.registry, exact=self._exact)
        ended: list[Callable[[], None]] = []
        loop = QEventLoop()

        def end(then: Callable[[], None]) -> None:
            ended.append(then)
            loop.quit()

        leave = partial(self._leave, ROWS_CHANGED)
        reading = ReadingLines(self._model, rows, self._take, partial(end, self._write), partial(end, leave))
        reading.go()
        if not ended and self._model.project:
            # Keys are delivered afterwards, or what is typed next would be written before.
            self._model.project.waiting.wait_in(loop, CHANGING)
        for then in ended:
            then()

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
        cell = self._making.cell(row, self._model.columns[column], line)
        now = self._model.project and self._model.project.now(cell.record)
        return replace(cell, record=now) if now else cell

    def _write(self) -> None:
        project, known = self._model.project, self._making.known
        assert project is not None, "there are no lines without a project"
        written: list[Written] = []

        def make(_write: object = None) -> Edit:
            written.append(write_cells(self._cells, known))
            return written[-1].edit

        done = project.do(make()) if len(self._cells) <= AT_ONCE else project.do_in_thread(CHANGING, make)
        if done:
            self.told.emit(written[-1])
        self.deleteLater()
