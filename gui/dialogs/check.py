"""The dialog with the findings of a check, from which the coder can go to each of them, or have it repaired."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.dialogs.findings import FindingsModel, FindingsView
from gui.dialogs.findings_filter import FindingsFilter
from gui.widgets.plain_label import PlainLabel
from models.checks.finding import Findings
from models.translation import _, counted

if TYPE_CHECKING:
    from models.checks import Finding

ACTION = QDialogButtonBox.ButtonRole.ActionRole


class CheckDialog(QDialog):
    """Lists findings without blocking the window, so that the coder can correct them and check again."""

    chosen = Signal(object)
    """Asks to go to a `Finding`."""
    again = Signal()
    repair_wanted = Signal(object)
    """Asks to repair some findings of one kind, after showing what that changes."""
    copy_wanted = Signal(object)
    """Asks to copy the findings that are listed, as a table."""
    save_wanted = Signal(object)
    """Asks to write them into a file."""
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("check")
        self._found = Findings()
        self._listed: Sequence[Finding] = ()
        self._done = ""
        """What was done about a finding since these were found."""
        self.summary = PlainLabel(name="details_heading")
        self.summary.setAlignment(Qt.AlignmentFlag.AlignTop)  # without a list it fills the dialog
        self.filter = FindingsFilter()
        self._findings = FindingsModel(self)
        self.list = FindingsView(self._findings)
        self.advice = PlainLabel(name="hint")
        self.repair_one, self.repair_all = QPushButton(), QPushButton()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._go_there = self._buttons.addButton(_("&Go There"), ACTION)
        self._again = self._buttons.addButton(_("Check Aga&in"), ACTION)
        self._copy, self._save = QPushButton(_("&Copy List")), QPushButton(_("&Save List…"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        repairs = QHBoxLayout()
        repairs.addStrut(self.repair_one.sizeHint().height())  # the list stays where it is without a repair
        repairs.addWidget(self.advice, 1)
        repairs.addWidget(self.repair_one)
        repairs.addWidget(self.repair_all)
        foot = QHBoxLayout()
        for button in (self._copy, self._save):
            foot.addWidget(button)
        foot.addWidget(self._buttons, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.summary)
        column.addWidget(self.filter)
        column.addWidget(self.list, 1)
        column.addLayout(repairs)
        column.addLayout(foot)
        for each in self.findChildren(QPushButton):
            each.setAutoDefault(False)
        self.resize(860, 520)

    def _connect(self) -> None:
        self.filter.changed.connect(self._narrow)
        self.filter.left.connect(self.list.setFocus)
        self.list.activated.connect(self._go)
        self.list.selectionModel().currentChanged.connect(self._offer)
        self._go_there.clicked.connect(self._go)
        self._again.clicked.connect(self.again)
        self._copy.clicked.connect(lambda: self.copy_wanted.emit(self._listed))
        self._save.clicked.connect(lambda: self.save_wanted.emit(self._listed))
        self.repair_one.clicked.connect(lambda: self._repair([self._current()]))
        self.repair_all.clicked.connect(lambda: self._repair(self._of_one_kind()))
        self._buttons.rejected.connect(self.reject)
        for keys, wanted in (("Ctrl+Z", self.undo_wanted), ("Ctrl+Shift+Z", self.redo_wanted)):
            QShortcut(QKeySequence(keys), self).activated.connect(wanted)
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.list)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(lambda: self.copy_wanted.emit([each for each in [self._current()] if each]))

    def show_findings(self, project: str, found: Findings, *, writable: bool = True) -> None:
        """List the findings. The current one stays, or else the one that comes into its row is."""
        before, row = self._current(), self.list.currentIndex().row()
        self.setWindowTitle(_("Check of {project}").format(project=project).replace("[*]", "[*][*]"))
        self.summary.setText(" ".join(each for each in (self._done, summary(found)) if each))
        self._done = ""
        self._found, self._writable = found, writable
        self.filter.offer(found)
        for part in (self.filter, self.list, self.advice, self._copy, self._save):
            part.setVisible(bool(found.all))
        self._narrow()
        if self._listed:
            row = self._listed.index(before) if before in self._listed else min(max(row, 0), len(self._listed) - 1)
            self.list.setCurrentIndex(self._findings.index(row))
        (self.list if found.all else self._buttons.button(QDialogButtonBox.StandardButton.Close)).setFocus()

    def say(self, words: str) -> None:
        """Say what was done about a finding, until there are findings again, and beside the first of these."""
        self._done = words
        self.summary.setText(words)

    def _narrow(self) -> None:
        self._listed = self.filter.narrowed(self._found.all)
        self._findings.put(self._listed)
        self.list.setCurrentIndex(self._findings.index(0))
        self._offer()

    def _current(self) -> "Finding | None":
        return self._findings.at(self.list.currentIndex())

    def _of_one_kind(self) -> "list[Finding | None]":
        """Return the findings of the kind of the current one, also those that a search does not list."""
        current = self._current()
        return [each for each in self._found.all if current and each.fault is current.fault]

    def _offer(self) -> None:
        finding = self._current()
        self._go_there.setEnabled(finding is not None and finding.place is not None)
        can = finding is not None and finding.fault.can_be_repaired
        for button in (self.repair_one, self.repair_all):
            button.setVisible(can)
            button.setEnabled(can and self._writable)
        self.advice.setText(finding.fault.advice if finding else "")
        if finding and can:
            many = self._found.count_of(finding.fault)
            self.repair_one.setText(f"{finding.fault.repair}…")
            self.repair_all.setVisible(many > 1)
            self.repair_all.setText(_("&All {count:,}…").format(count=many))
            self.repair_all.setAccessibleName(
                _("{repair}: all {count:,}").format(repair=finding.fault.repair, count=many)
            )

    def _go(self) -> None:
        if (finding := self._current()) and self._go_there.isEnabled():
            self.chosen.emit(finding)

    def _repair(self, found: "Sequence[Finding | None]") -> None:
        self.repair_wanted.emit([each for each in found if each])


def summary(found: Findings) -> str:
    """Return a summary of the findings in one or two sentences."""
    wrong = found.wrong
    missing = len(found.all) - wrong
    if not found.all:
        return _("Nothing is wrong or missing.")
    doubtful = counted("{count:,} thing is missing or doubtful.", "{count:,} things are missing or doubtful.", missing)
    if not wrong:
        return _("Nothing is wrong. {doubtful}").format(doubtful=doubtful)
    damaged = counted(
        "{count:,} thing is damaged or contradictory.", "{count:,} things are damaged or contradictory.", wrong
    )
    return _("{damaged} {doubtful}").format(damaged=damaged, doubtful=doubtful) if missing else damaged
