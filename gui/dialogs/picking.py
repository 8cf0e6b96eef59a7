"""A dialog to pick one of many things by typing a part of its name."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gui.widgets.dialog_buttons import DialogButtons
from gui.widgets.plain_label import PlainLabel
from gui.widgets.search_line import SearchLine
from models.text.finding import choices_meant
from models.translation import _

VALUE = Qt.ItemDataRole.UserRole


class PickDialog(QDialog):
    """Lists entries, each with its words and a value. `picked` gives the value of the one that was taken."""

    picked = Signal(object)

    def __init__(self, parent: QWidget, title: str, question: str, yes: str) -> None:
        super().__init__(parent)
        self.setObjectName("pick")
        self.setWindowTitle(title)
        self._entries: dict[str, object] = {}
        self.filter = SearchLine(_("Find"), _("Find…"))
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        buttons = DialogButtons(self, yes)
        self._yes = buttons.yes
        self.filter.textChanged.connect(self._show)
        self.filter.accepted.connect(self.accept)
        self.filter.stepped.connect(self._step)
        self.filter.escaped.connect(self.reject)
        self.list.itemActivated.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        for each in (PlainLabel(question), self.filter, self.list, buttons):
            column.addWidget(each)
        self.resize(460, 420)

    def show_entries(self, entries: Sequence[tuple[str, object]], current: object = None) -> None:
        """List entries; the current one is picked until another is."""
        self._entries = dict(entries)
        self._show("")
        values = [value for _words, value in entries]
        self.list.setCurrentRow(values.index(current) if current in values else 0)
        self.filter.setFocus()

    def _show(self, typed: str) -> None:
        self.list.clear()
        for words in choices_meant(typed, self._entries):
            item = QListWidgetItem(words, self.list)
            item.setData(VALUE, self._entries[words])
        self.list.setCurrentRow(0)
        self._yes.setEnabled(self.list.count() > 0)

    def _step(self, step: int) -> None:
        self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))

    def accept(self) -> None:
        """Report the entry that is picked; stay open if there is none."""
        if item := self.list.currentItem():
            super().accept()
            self.picked.emit(item.data(VALUE))
