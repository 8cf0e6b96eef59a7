"""The count, sum, least and greatest of the numbers in the selected cells, for the status line."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import fsum
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from gui.tables.columns import AttributeColumn, Column
from gui.tables.lines_view import LinesView
from gui.tables.picked import Picked
from gui.tables.reading_lines import ReadingLines
from models.attributes.kinds import Questions
from models.attributes.quantities import Value
from models.ids import Id
from models.quantities.writing import show_value
from models.translation import _

PAUSE = 150
"""Milliseconds after which numbers are read: not while a selection grows."""


@dataclass(slots=True)
class Figures:
    """The numbers in some cells, and the units that they have."""

    found: list[float] = field(default_factory=list)
    units: set[str | None] = field(default_factory=set)
    _seen: set[tuple[str, Id]] = field(default_factory=set)

    def add(self, column: Column[Any], line: Any, asked: Questions) -> None:
        """Add what a cell holds, if it is a number. A record that several lines show counts once."""
        figure = column.figure(line, asked)
        shown = column.shown(line) if isinstance(column, AttributeColumn) else None
        if figure is None or shown is None or (column.name, shown[1].id) in self._seen:
            return
        self._seen.add((column.name, shown[1].id))
        self.found.append(figure)
        self.units.add(shown[1].unit if isinstance(shown[0].kind, Value) else column.name)

    def words(self) -> str:
        """Return what is worth knowing of two or more numbers; different units are not added up."""
        if len(self.found) < 2:
            return ""
        count = _("Numbers: {count:,}").format(count=len(self.found))
        if len(self.units) > 1:
            return f"{count} · {_('different units')}"
        described = _("{count} · Sum: {sum} · Least: {least} · Greatest: {greatest}")
        least, greatest = show_value(min(self.found)), show_value(max(self.found))
        return described.format(count=count, sum=show_value(fsum(self.found)), least=least, greatest=greatest)


class SelectedFigures(QObject):
    """Keeps the figures of a view's selection up to date, without holding the event loop."""

    changed = Signal(str)

    def __init__(self, view: LinesView) -> None:
        super().__init__(view)
        self._view = view
        self._reading: ReadingLines | None = None
        self._figures = Figures()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._read)
        view.selection_changed.connect(self.follow)

    def follow(self) -> None:
        """Read the numbers when the selection has not changed for a while."""
        self._stop()
        if self._figures.found:
            self._figures = Figures()
            self.changed.emit("")
        self._pause.start()

    def _stop(self) -> None:
        if self._reading:
            self._reading.stop()
            self._reading = None

    def _read(self) -> None:
        cells = self._view.picked()
        if cells.cell_count < 2:
            return
        self._figures = Figures()
        self._reading = ReadingLines(
            self._view.lines, cells.rows, lambda first, lines: self._take(cells, first, lines), self._tell, self.follow
        )
        self._reading.go()

    def _take(self, cells: Picked, first: int, lines: Sequence[Any]) -> None:
        columns = [(column, self._view.lines.columns[column]) for column in cells.columns]
        for row, line in enumerate(lines, start=first):
            for at, column in columns if line is not None else ():
                if cells.holds(row, at):
                    self._figures.add(column, line, self._view.lines.asked(line))

    def _tell(self) -> None:
        self._reading = None
        self.changed.emit(self._figures.words())
