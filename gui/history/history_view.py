"""The list of edits, and its menu."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView

from gui.history.history_model import ABOUT, ARTICLE, CODER, DONE, WHEN, HistoryTableModel
from gui.widgets.letter_menu import LetterMenu
from gui.widgets.menu_entries import add_entry
from gui.widgets.plain_rows import show_plain_rows
from models.lines.edit_line import EditLine
from models.translation import _

WIDTHS = {WHEN: 176, CODER: 64, DONE: 210}


class HistoryView(QTableView):
    """Lists edits; Enter or a double click shows where one was made."""

    shown = Signal()
    reverted = Signal()
    article_wanted = Signal(str, str)
    """Only the edits of an article are wanted: its id, and its title, since it can be gone."""
    coder_wanted = Signal(str)
    typed = Signal(str)
    """Text was typed here, to search for an edit."""

    def __init__(self, model: HistoryTableModel) -> None:
        super().__init__()
        self._lines = model
        self.setObjectName("history_list")
        self.setAccessibleName(_("History"))
        self.setModel(model)
        show_plain_rows(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, width)
        for column in (ABOUT, ARTICLE):
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(self.shown)

    def current(self) -> EditLine | None:
        """Return the current edit, as far as it has been read."""
        index = self.currentIndex()
        return self._lines.line(index.row()) if index.isValid() else None

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Go to the first and the last edit with Home and End, as in any list."""
        match action:
            case QAbstractItemView.CursorAction.MoveHome:
                return self.model().index(0, WHEN)
            case QAbstractItemView.CursorAction.MoveEnd:
                return self.model().index(self.model().rowCount() - 1, WHEN)
        return super().moveCursor(action, modifiers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter act on the current edit, and on nothing else in the window."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.shown.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Pass what is typed on to the line for words, as the list of articles does."""
        self.typed.emit(search)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the edit under the mouse, or with the current one by key."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.setCurrentIndex(self.indexAt(self.viewport().mapFrom(self, event.pos())))
            where = event.globalPos()
        else:
            where = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        if line := self.current():
            self._menu(line).popup(where)

    def _menu(self, line: EditLine) -> QMenu:
        menu = LetterMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        add_entry(menu, _("Go There"), self.shown.emit, key="Return")
        add_entry(menu, _("Revert"), self.reverted.emit, enabled=not line.taken_back)
        menu.addSeparator()
        article, title = line.article or "", line.title
        add_entry(menu, _("Only This Article"), lambda: self.article_wanted.emit(article, title), enabled=bool(article))
        add_entry(menu, _("Only This Coder"), lambda: self.coder_wanted.emit(line.coder))
        return menu
