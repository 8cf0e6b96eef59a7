"""Show why an editor refused what was typed: below it, in its look and to screen readers."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from gui.widgets.popups import show_under
from models.translation import _

NOT_SAVED = _("This could not be saved. What you typed is kept here; press Enter to try again.")


class Refusal(QObject):
    """The reason why one editor refused what was typed; empty if there is none. What was typed stays.

    The reason is shown in a pop-up that follows the editor, or in a label of a form.
    """

    dropped = Signal()
    """What was typed is no longer in the editor."""

    def __init__(self, editor: QWidget) -> None:
        super().__init__(editor)
        self.reason = ""
        self._editor = editor
        self._label: QLabel | None = None
        self._floats = True
        editor.installEventFilter(self)

    def show_in(self, label: QLabel) -> None:
        """Show the reason in a label of a form from now on."""
        self._label, self._floats = label, False
        label.setObjectName("problem")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.hide()

    def say(self, reason: str) -> None:
        """Refuse the editor's text, for a reason."""
        self._set(reason)
        if self._label is None:
            self._label = QLabel(self._editor.window())
            self._label.setObjectName("refusal")
            self._label.setTextFormat(Qt.TextFormat.PlainText)
            self._label.setWordWrap(True)
        self._label.setText(reason)
        self._show()

    def take_back(self) -> None:
        """Remove the refusal, because the coder is typing something else."""
        if self.reason:
            self._set("")
            self._hide()

    def drop(self) -> None:
        """Remove the refusal, because the editor was given another text."""
        self.take_back()
        self.dropped.emit()

    def remove(self) -> None:
        """Delete the pop-up, before the editor is deleted."""
        self.dropped.emit()
        if self._label and self._floats:
            self._label.hide()
            self._label.deleteLater()
            self._label = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the pop-up below the editor when a table is scrolled, and hide it with the editor."""
        if self.reason and self._floats:
            if event.type() in (QEvent.Type.Move, QEvent.Type.Show):
                self._show()
            elif event.type() == QEvent.Type.Hide:
                self._hide()
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        if self._label and not self._floats:
            self._label.show()
        elif self._label and self._editor.isVisible():
            show_under(self._label, self._editor)

    def _hide(self) -> None:
        if self._label:
            self._label.hide()

    def _set(self, reason: str) -> None:
        """Set the reason, the property that the stylesheet looks for, and the description for screen readers."""
        self.reason = reason
        self._editor.setAccessibleDescription(reason)
        self._editor.setProperty("refused", bool(reason))
        self._editor.style().unpolish(self._editor)
        self._editor.style().polish(self._editor)
