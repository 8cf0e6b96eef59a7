"""The dialog with the findings of a check, from which the coder can go to each of them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.theme import theme
from gui.widgets.tooltips import plain_tooltip
from models.translation import _, counted

if TYPE_CHECKING:
    from models.checks import Finding


class CheckDialog(QDialog):
    """Lists findings without blocking the window, so that the coder can correct them and check again."""

    chosen = Signal(object)
    """Asks to go to a `Finding`."""
    again = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("check")
        self._summary = QLabel()
        self._summary.setObjectName("details_heading")
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._summary.setWordWrap(True)
        self._summary.setAlignment(Qt.AlignmentFlag.AlignTop)  # without a list it fills the dialog
        self._found: Sequence[Finding] = []
        self.list = QListWidget()
        self.list.setObjectName("findings")
        self.list.setAccessibleName(_("Findings"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._go)
        self.list.currentRowChanged.connect(self._offer)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._go_there = buttons.addButton(_("Go There"), QDialogButtonBox.ButtonRole.ActionRole)
        check_again = buttons.addButton(_("Check Again"), QDialogButtonBox.ButtonRole.ActionRole)
        for button in (self._go_there, check_again):
            button.setAutoDefault(False)
        self._go_there.clicked.connect(self._go)
        check_again.clicked.connect(self.again)
        buttons.rejected.connect(self.reject)
        self._close = buttons.button(QDialogButtonBox.StandardButton.Close)
        if isinstance(self._close, QPushButton):
            self._close.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(self._summary)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        self.resize(640, 460)

    def show_findings(self, project: str, found: "Sequence[Finding]") -> None:
        """List the findings: first what is wrong, then what is missing."""
        self.setWindowTitle(_("Check of {project}").format(project=project).replace("[*]", "[*][*]"))
        self._found = sorted(found, key=lambda finding: not finding.wrong)
        self._summary.setText(summary(found))
        self.list.clear()
        for finding in self._found:
            item = QListWidgetItem(theme().icon("warning" if finding.wrong else "dash"), finding.sentence)
            item.setToolTip(plain_tooltip(finding.sentence))
            named = _("Wrong: {finding}") if finding.wrong else _("Missing: {finding}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, named.format(finding=finding.sentence))
            self.list.addItem(item)
        self.list.setVisible(bool(self._found))
        self.list.setCurrentRow(0)
        (self.list if self._found else self._close).setFocus()
        self._offer()

    def _current(self) -> "Finding | None":
        row = self.list.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    def _offer(self) -> None:
        finding = self._current()
        self._go_there.setEnabled(finding is not None and finding.place is not None)

    def _go(self) -> None:
        if (finding := self._current()) and self._go_there.isEnabled():
            self.chosen.emit(finding)


def summary(found: "Sequence[Finding]") -> str:
    """Return a summary of the findings in one or two sentences."""
    wrong = sum(finding.wrong for finding in found)
    missing = len(found) - wrong
    if not found:
        return _("Nothing is wrong or missing.")
    doubtful = counted("{count:,} thing is missing or doubtful.", "{count:,} things are missing or doubtful.", missing)
    if not wrong:
        return _("Nothing is wrong. {doubtful}").format(doubtful=doubtful)
    damaged = counted(
        "{count:,} thing is damaged or contradictory.", "{count:,} things are damaged or contradictory.", wrong
    )
    return _("{damaged} {doubtful}").format(damaged=damaged, doubtful=doubtful) if missing else damaged
