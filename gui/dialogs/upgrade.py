"""The steps of an upgrade of a project, with a button that stops it while nothing of the project has changed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QProgressBar, QVBoxLayout, QWidget

from gui.widgets.plain_label import PlainLabel
from models.translation import _

ABOUT = _(
    "It was made by an older version of Onrecord. A copy of it is kept as it is now. Nothing in the project is changed "
    "before all steps have succeeded."
)
STOPPING = _("Stopping; the project stays as it was …")
DONE, NOW = "✓  {words}", "…  {words}"


class UpgradeDialog(QDialog):
    """Shows each step as it begins. It is closed by `end` alone: Esc and Cancel only ask for that."""

    cancelled = Signal()

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.setObjectName("upgrade")
        self.setWindowTitle(_("Upgrading a Project"))
        self._words: list[str] = []
        self.steps = PlainLabel("", "upgrade_steps")
        self.steps.setAccessibleName(_("Steps of the upgrade"))
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(_("How far the step is"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.cancel = buttons.button(QDialogButtonBox.StandardButton.Cancel)
        self.cancel.setAutoDefault(False)
        # The keyboard is not in the button: a key that was meant for the window must not stop the upgrade.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(PlainLabel(_("“{name}” is being upgraded").format(name=name), "details_heading"))
        column.addWidget(PlainLabel(ABOUT, "hint"))
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
        """Ask for the upgrade to be stopped, which closes the dialog."""
        if self.cancel.isEnabled():
            self.cancel.setEnabled(False)
            self._words[-1:] = [STOPPING]
            self._show()
            self.cancelled.emit()

    def end(self) -> None:
        """Close the dialog, since the upgrade has ended."""
        self.accept()
