"""The list of what was found: a box takes an article or leaves it out, Space does so for all selected rows."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from gui.incoming.incoming_model import DATE, OUTLET, REMARKS, TITLE, IncomingTableModel
from gui.widgets.letter_menu import LetterMenu
from gui.widgets.menu_entries import add_entry
from gui.widgets.plain_rows import show_plain_rows
from models.translation import _

WIDTHS = {OUTLET: 100, DATE: 96}
"""Pixels of the columns that are always as wide at first."""

SHARE = 0.6
"""The part of the other pixels that the titles get; the remarks get the rest."""


class IncomingList(QTableView):
    """The list. `shown` carries the place of the current entry, or −1."""

    shown = Signal(int)

    def __init__(self, model: IncomingTableModel) -> None:
        super().__init__()
        self.lines = model
        self.setObjectName("incoming")
        self.setAccessibleName(_("Articles found"))
        self.setModel(model)
        show_plain_rows(self)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setStretchLastSection(True)
        for section, width in WIDTHS.items():
            self.setColumnWidth(section, width)
        self._fitting = self._arranged = False
        self.horizontalHeader().sectionResized.connect(self._note_drag)
        self.selectionModel().currentChanged.connect(self._report)
        model.modelReset.connect(self.select_first)

    def _report(self) -> None:
        self.shown.emit(self.place)

    @property
    def place(self) -> int:
        """The place of the current entry; −1 if there is none."""
        row = self.currentIndex().row()
        return self.lines.rows[row] if 0 <= row < len(self.lines.rows) else -1

    def select_first(self) -> None:
        """Select the first article, or the first row, if there is one, and report it."""
        rows = range(self.lines.rowCount())
        self.setCurrentIndex(self.lines.index(next((row for row in rows if self.lines.entry(row).draft), 0), TITLE))
        self._report()

    def select_place(self, place: int) -> None:
        """Select the row of an entry, or the first one if it is not shown."""
        self.setCurrentIndex(self.lines.index(max(self.lines.row_of(place), 0), TITLE))

    @property
    def selected(self) -> list[int]:
        """The selected rows."""
        # By ranges: Qt would ask the model for the flags of every cell to find out which rows are selected.
        ranges = [(each.top(), each.bottom()) for each in self.selectionModel().selection().toList()]
        return sorted({row for first, last in ranges for row in range(first, last + 1)})

    def _note_drag(self, section: int) -> None:
        """Leave the widths from now on as the coder drags them."""
        self._arranged = self._arranged or not (self._fitting or section == REMARKS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width between the titles and the remarks."""
        super().resizeEvent(event)
        if not self._arranged:
            self._fitting = True
            self.setColumnWidth(TITLE, int((self.viewport().width() - sum(WIDTHS.values())) * SHARE))
            self._fitting = False

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to leave the selected articles out, or to take them."""
        menu = LetterMenu(self)
        menu.setObjectName("incoming_menu")
        menu.aboutToHide.connect(menu.deleteLater)
        words = _("&Leave Out") if self._takes_current else _("&Take")
        add_entry(menu, words, self.toggle_selected, key="Space", enabled=bool(self.selected))
        add_entry(menu, _("Select &All"), self.selectAll, key="Ctrl+A")
        menu.popup(event.globalPos())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the selected rows with Space, or leave them out, all like the current one. Home and End go to the first
        and the last row.
        """
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.toggle_selected()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and not event.modifiers():
            last = event.key() == Qt.Key.Key_End
            self.setCurrentIndex(self.lines.index(self.lines.rowCount() - 1 if last else 0, TITLE))
        else:
            super().keyPressEvent(event)

    def toggle_selected(self) -> None:
        """Leave the selected articles out, or take them if the current one is left out."""
        if rows := self.selected:
            self.lines.take(rows, taken=not self._takes_current)

    @property
    def _takes_current(self) -> bool:
        """Whether the current article is to be added."""
        row = self.currentIndex().row()
        return 0 <= row < len(self.lines.rows) and self.lines.is_taken(row)
