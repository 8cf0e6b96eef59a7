"""Edit an attribute that may have several lines, such as a note."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from gui.editors.refusal import Refusal
from gui.widgets.tooltips import plain_tooltip

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
PARAGRAPH, LINE = "\u2029", "\u2028"
"""How Qt separates paragraphs, and lines inside one."""
LINES = 2
AIR = 16
"""Height in pixels that is not lines: the border and the padding."""


class TextEditor(QPlainTextEdit):
    """Several lines. `original` is the text before anything was typed; `touched` means that something was typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.refusal = Refusal(self)
        self.original = ""
        self.touched = False
        self.setTabChangesFocus(True)
        self.setMinimumHeight(LINES * self.fontMetrics().lineSpacing() + AIR)
        self.textChanged.connect(self._typed)

    def text(self) -> str:
        """Return the editor's text. Qt's own toPlainText replaces no-break spaces."""
        return self.document().toRawText().replace(PARAGRAPH, "\n").replace(LINE, "\n")

    value = text

    def fill(self, text: str) -> None:
        """Show a text and count it as untouched; if it is the same, the caret does not move."""
        if text != self.text():
            self.setPlainText(text)
        self.refusal.drop()
        self.original = self.text()
        self.touched = False

    @property
    def changed(self) -> bool:
        """Whether its value differs from the original."""
        return self.text() != self.original

    def select_backwards(self) -> None:
        """Select everything, so that typing replaces it, with the beginning visible."""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.movePosition(QTextCursor.MoveOperation.Start, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def go_on(self) -> None:
        """Put the caret at the end, so that typing adds to the text."""
        self.moveCursor(QTextCursor.MoveOperation.End)

    def begin_with(self, text: str) -> None:
        """Replace the text as if it was typed."""
        self.selectAll()
        self.insertPlainText(text)

    @staticmethod
    def breaks_line(event: QKeyEvent) -> bool:
        """Return whether a key begins a new line even if Enter alone does something else, as in a spreadsheet."""
        return event.key() in ENTER and bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.breaks_line(event):
            self.insertPlainText("\n")
        else:
            super().keyPressEvent(event)

    def lock(self, reason: str) -> None:
        """Make the editor read-only and give the reason in a tooltip; without a reason, make it editable again."""
        tip = plain_tooltip(reason)
        if tip != self.toolTip():
            self.setToolTip(tip)
        if self.isReadOnly() == bool(reason):
            return
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse if reason else flags.TextEditorInteraction)
        self.setReadOnly(bool(reason))
        self.style().unpolish(self)
        self.style().polish(self)

    def refuse(self, reason: str) -> None:
        """Explain why what was typed cannot be taken; it stays."""
        self.refusal.say(reason)

    def dismiss(self) -> None:
        """Remove the pop-up before the editor itself is deleted."""
        self.refusal.remove()

    def _typed(self) -> None:
        self.touched = True
        self.refusal.take_back()
