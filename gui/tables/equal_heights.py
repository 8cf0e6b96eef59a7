"""Rows that are all equally high, as in lists of the whole project: a million of them cannot each be measured."""

from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView

from models.views.layout import RowHeight

if TYPE_CHECKING:
    from gui.tables.lines_view import LinesView

MEASURED = 100
"""Rows that are looked at to find out how high wrapped rows are to be."""
MOST_WRAPPED = 12
"""Lines of text in a wrapped row."""
FITTING = 0.9
"""The share of those rows whose words fit; a few that are very long are cut off."""


class EqualHeights(QObject):
    """Gives all rows the height that the coder has chosen, or else the usual one of the table.

    Wrapped rows are as high as nine of ten rows in memory need. They are measured again for other widths and other
    lists, but not while the coder works in the list, so that no row moves then.
    """

    def __init__(self, view: "LinesView") -> None:
        super().__init__(view)
        self._view = view
        self._due = True
        """Whether wrapped rows are to be measured as soon as there are some."""
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.set)

    def watch(self) -> None:
        """Watch the lines that the view shows now."""
        model = self._view.lines
        model.modelReset.connect(self.begin_again)
        for arrived in (model.rowsInserted, model.dataChanged):
            arrived.connect(self._go_on)
        self.begin_again()

    def begin_again(self) -> None:
        """Measure wrapped rows again, after the current event."""
        self._due = True
        self._later.start()

    def _go_on(self) -> None:
        if self._due:
            self._later.start()

    def set(self) -> None:
        """Set the height of all rows, if it is another one. The current row stays visible, or else the top one."""
        if self._view.measures_rows:
            return
        height, header = self._view.look.row_height(self._lines()), self._view.verticalHeader()
        if height == header.defaultSectionSize():
            return
        current, top = self._view.currentIndex(), self._view.indexAt(self._view.rect().topLeft())
        stays = self._view.viewport().rect().intersects(self._view.visualRect(current))
        header.setDefaultSectionSize(height)
        self._view.updateGeometries()
        hint = QAbstractItemView.ScrollHint
        self._view.scrollTo(current if stays else top, hint.EnsureVisible if stays else hint.PositionAtTop)

    def _lines(self) -> int:
        match self._view.header.rows:
            case RowHeight.ONE:
                return 1
            case RowHeight.THREE:
                return 3
            case RowHeight.WRAPPED:
                return self._wrapped()
        return self._view.usual_lines

    def _wrapped(self) -> int:
        rows = islice(self._view.lines.known_rows(), MEASURED)
        needed = sorted(self._view.lines_needed(row, MOST_WRAPPED) for row in rows)
        self._due = not needed
        return needed[int(FITTING * (len(needed) - 1))] if needed else self._view.usual_lines
