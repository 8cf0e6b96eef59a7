"""The first lines of a table, of which another state is shown without a jump."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView

from gui.exporting.first_lines_model import FirstLinesModel, first_change
from models.exports.beginning import FirstLines
from models.translation import _

WIDEST = 200
"""Pixels of a column at first."""


class LinesView(QTableView):
    """Keeps the widths of its columns and its place, but shows the first column that has changed."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = FirstLinesModel(self)
        self.setObjectName("first_lines")
        self.setAccessibleName(_("First lines"))
        self.setModel(self.lines)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def put(self, shown: FirstLines) -> None:
        """Show the lines of a table."""
        before = self.lines.shown
        if shown == before:
            return
        widths = self._widths()
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        self.lines.put(shown)
        same = before is not None and (before.name, before.file) == (shown.name, shown.file)
        self._fit(widths if same else {})
        if same:
            self.horizontalScrollBar().setValue(across)
            self.verticalScrollBar().setValue(down)
        if shown.rows and (changed := first_change(before, shown)) is not None:
            self.scrollTo(self.lines.index(0, changed))

    def _widths(self) -> dict[str, int]:
        shown = self.lines.shown
        headings = shown.headings if shown else ()
        return {heading.name: self.columnWidth(at) for at, heading in enumerate(headings)}

    def _fit(self, widths: dict[str, int]) -> None:
        """Give columns the widths that they had, and fit the others to their cells."""
        headings = self.lines.shown.headings if self.lines.shown else ()
        for at, heading in enumerate(headings):
            if heading.name not in widths:
                self.resizeColumnToContents(at)
            self.setColumnWidth(at, widths.get(heading.name, min(WIDEST, self.columnWidth(at))))
