"""A dialog that shows what an edit will change before it is made; a form that says what to change can be above it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from gui.changing.counting import CELLS, Counting
from gui.changing.preview import Preview
from gui.widgets.dialog_buttons import DialogButtons
from models.actions.cells import Written
from models.translation import _


class PreviewDialog(QDialog):
    """Shows a change, and asks whether it is to be made. `confirmed` carries what was shown.

    It blocks all windows, since what it shows is read from the project in the background.
    """

    confirmed = Signal(object)

    def __init__(
        self, parent: QWidget, title: str, yes: str, form: QWidget | None = None, counting: Counting = CELLS
    ) -> None:
        super().__init__(parent)
        self.setObjectName("changing")
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self._written: Written | None = None
        self.preview = Preview(counting)
        buttons = DialogButtons(self, yes)
        self.yes = buttons.yes
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        if form:
            column.addWidget(form)
        column.addWidget(self.preview, 1)
        column.addWidget(buttons)
        self.resize(900, 600)
        self.say("")

    def say(self, words: str) -> None:
        """Show a sentence in place of a preview; there is nothing to be confirmed."""
        self.wait(words)
        self.preview.clear()

    def wait(self, words: str) -> None:
        """Show a sentence above the last preview until there is another; it cannot be confirmed any more."""
        self._written = None
        self.preview.say(words)
        self.yes.setEnabled(False)

    def show_written(self, written: Written, nothing: str = "") -> None:
        """Show a change, to be confirmed if it changes anything; `nothing` is said if it does not."""
        self._written = written
        self.preview.show_written(written, nothing or _("Nothing changes."))
        self.yes.setEnabled(bool(written.edit.changes))

    def accept(self) -> None:
        """Close, and report the change that is shown; without one, stay open."""
        if (written := self._written) and written.edit.changes:
            super().accept()
            self.confirmed.emit(written)

    def done(self, result: int) -> None:
        """Close, and let go of the change that was shown: it may be of very many cells."""
        super().done(result)
        self.say("")
