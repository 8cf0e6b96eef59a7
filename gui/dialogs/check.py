"""The dialog with the findings of a check, from which the coder can go to each of them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from gui.dialogs.findings import FindingsModel, FindingsView
from gui.widgets.plain_label import PlainLabel
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
        self._summary = PlainLabel(name="details_heading")
        self._summary.setAlignment(Qt.AlignmentFlag.AlignTop)  # without a list it fills the dialog
        self._findings = FindingsModel(self)
        self.list = FindingsView(self._findings)
        self.list.activated.connect(self._go)
        self.list.selectionModel().currentChanged.connect(self._offer)
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
        """List the findings in their order, with the first of them as the current one."""
        self.setWindowTitle(_("Check of {project}").format(project=project).replace("[*]", "[*][*]"))
        self._summary.setText(summary(found))
        self._findings.put(found)
        self.list.setVisible(bool(found))
        self.list.setCurrentIndex(self._findings.index(0))
        (self.list if found else self._close).setFocus()
        self._offer()

    def _current(self) -> "Finding | None":
        return self._findings.at(self.list.currentIndex())

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
