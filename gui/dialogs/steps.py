"""The steps of work for which the window waits, such as an upgrade, with a button that stops it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QProgressBar, QVBoxLayout, QWidget

from gui.widgets.plain_label import PlainLabel
from models.translation import _

DONE, NOW = "✓  {words}", "…  {words}"


@dataclass(frozen=True, slots=True)
class Told:
    """What the dialog says: the title of its window, what is being done and with what, and that it is being stopped."""

    title: str
    heading: str
    about: str
    stopping: str


def upgrading(name: str) -> Told:
    """Return what is said while a project is upgraded."""
    about = _(
        "It was made by an older version of Onrecord. A copy of it is kept as it is now. Nothing in the project is "
        "changed before all steps have succeeded."
    )
    heading = _("“{name}” is being upgraded").format(name=name)
    return Told(_("Upgrading a Project"), heading, about, _("Stopping; the project stays as it was …"))


def copying(name: str) -> Told:
    """Return what is said while a copy of a project is saved."""
    about = _("The copy gets its name when it is complete. Until then, a file that has this name stays as it is.")
    heading = _("A copy is being saved as “{name}”").format(name=name)
    return Told(_("Saving a Copy"), heading, about, _("Stopping; there will be no copy …"))


def compacting(name: str) -> Told:
    """Return what is said while a project is made compact."""
    about = _(
        "A new file is written beside the old one and checked before it takes its place. Nothing can be changed in the "
        "project meanwhile."
    )
    heading = _("“{name}” is being made compact").format(name=name)
    return Told(_("Making a Project Compact"), heading, about, _("Stopping; the project stays as it was …"))


class StepsDialog(QDialog):
    """Shows each step as it begins. It is closed by `end` alone: Esc and Cancel only ask for that."""

    cancelled = Signal()

    def __init__(self, parent: QWidget, told: Told) -> None:
        super().__init__(parent)
        self.setObjectName("steps_of_work")
        self.setWindowTitle(told.title)
        self._told = told
        self._words: list[str] = []
        self.steps = PlainLabel("", "steps")
        self.steps.setAccessibleName(_("Steps"))
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(_("Progress of this step"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.cancel = buttons.button(QDialogButtonBox.StandardButton.Cancel)
        self.cancel.setAutoDefault(False)
        # The keyboard is not in the button: a key that was meant for the window must not stop the work.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(PlainLabel(told.heading, "details_heading"))
        column.addWidget(PlainLabel(told.about, "hint"))
        column.addWidget(self.steps)
        column.addStretch(1)
        column.addWidget(self.bar)
        column.addWidget(buttons)
        self.resize(620, 320)

    def begin_step(self, words: str) -> None:
        """Show what is being done now; what was done before has succeeded."""
        self._words.append(words)
        self._show()

    def _show(self) -> None:
        *before, now = self._words
        self.steps.setText("\n".join((*(DONE.format(words=each) for each in before), NOW.format(words=now))))

    def advance(self, done: int, of: int) -> None:
        """Show how much of the step is done; `of` is 0 if that is not known."""
        self.bar.setRange(0, of)
        self.bar.setValue(done)

    def reject(self) -> None:
        """Ask for the work to be stopped, which closes the dialog."""
        if self.cancel.isEnabled():
            self.cancel.setEnabled(False)
            self._words[-1:] = [self._told.stopping]
            self._show()
            self.cancelled.emit()

    def end(self) -> None:
        """Close the dialog, since the work has ended."""
        self.accept()
