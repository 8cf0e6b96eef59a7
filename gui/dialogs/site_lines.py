"""The dialog of the lines that are remembered of sites."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.widgets.plain_label import PlainLabel
from models.entities import SiteLine
from models.translation import _

SAYS = _(
    "These lines are marked in every article that is imported from their site. “Always on This Site” in the menu of "
    "the text remembers a line as boilerplate; or as text, where X has just made it text again."
)
NONE_YET = _("No line is remembered yet.")


class SiteLinesDialog(QDialog):
    """Lists lines by their sites; the selected ones can be forgotten."""

    forget_wanted = Signal(object)

    def __init__(self, parent: QWidget, *, writable: bool) -> None:
        super().__init__(parent)
        self.setObjectName("site_lines")
        self.setWindowTitle(_("Lines of Sites"))
        self._lines: Sequence[SiteLine] = ()
        self._writable, self._says = writable, PlainLabel(SAYS)
        self.table = QTableWidget(0, 3)
        self.table.setAccessibleName(_("Lines of sites"))
        self.table.setHorizontalHeaderLabels([_("Site"), _("Line"), _("Is")])
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        for column in range(3):
            stretches = column == 1
            mode = QHeaderView.ResizeMode.Stretch if stretches else QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(column, mode)
        self.table.itemSelectionChanged.connect(self._offer)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.forget = buttons.addButton(_("&Forget"), QDialogButtonBox.ButtonRole.ActionRole)
        self.forget.setAutoDefault(False)
        self.forget.clicked.connect(lambda: self.forget_wanted.emit(self._selected()))
        buttons.rejected.connect(self.reject)
        column_of = QVBoxLayout(self)
        column_of.setContentsMargins(20, 18, 20, 16)
        column_of.setSpacing(12)
        for widget in (self._says, self.table, buttons):
            column_of.addWidget(widget, 1 if widget is self.table else 0)
        self.resize(640, 440)

    def show_lines(self, lines: Sequence[SiteLine]) -> None:
        """List lines in their order."""
        self._lines = lines
        self._says.setText(SAYS if lines else f"{NONE_YET} {SAYS}")
        self.table.clearContents()
        self.table.setRowCount(len(lines))
        for row, each in enumerate(lines):
            kind = _("boilerplate") if each.is_boilerplate else _("text")
            for column, words in enumerate((each.site, each.line, kind)):
                self.table.setItem(row, column, QTableWidgetItem(words))
        if lines:
            self.table.selectRow(0)
        self._offer()

    def _selected(self) -> list[SiteLine]:
        return [self._lines[index.row()] for index in self.table.selectionModel().selectedRows()]

    def _offer(self) -> None:
        self.forget.setEnabled(self._writable and bool(self._selected()))
