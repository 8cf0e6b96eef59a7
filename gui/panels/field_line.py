"""One line of the details: a field with its editor, its keys, and what is wrong with what was typed."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit

from gui.panels.fields import Field, is_long
from gui.project.project import READ_ONLY, Project
from gui.widgets.untouched import is_undo_for_window
from models.entities import Record

Editor = QLineEdit | QComboBox | QPlainTextEdit


class _ChoiceBox(QComboBox):
    """A field with choices. The wheel scrolls the form, and never changes what is recorded."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class FieldLine(QObject):
    """A field with its editor and the place for what is wrong with it."""

    left = Signal()
    """What is typed is to be written: the field was left, Enter was pressed, or another choice was made."""
    undone = Signal()
    """What is typed is to be put back."""
    returned = Signal()
    """The coder wants to be back in the text."""

    def __init__(self, field: Field, parent: QObject) -> None:
        super().__init__(parent)
        self.field = field
        self.label, self.problem = QLabel(field.label), QLabel()
        self.problem.setObjectName("problem")
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.shown = ""
        """What the editor held before anything was typed: it may alter a text, a no-break space for one."""
        self.editor: Editor = self._make()
        self.editor.setAccessibleName(field.label)
        self.editor.setObjectName("detail_" + field.label.lower().replace(" ", "_"))
        self.editor.installEventFilter(self)

    def _make(self) -> Editor:
        if self.field.choices:
            combo = _ChoiceBox()
            for choice in self.field.choices if self.field.required else ("", *self.field.choices):
                combo.addItem(choice or "not set", choice)
            combo.activated.connect(lambda _index: self.left.emit())
            return combo
        if is_long(self.field):
            note = QPlainTextEdit()
            note.setTabChangesFocus(True)
            note.setFixedHeight(2 * note.fontMetrics().lineSpacing() + 16)
            return note
        line = QLineEdit()
        line.setPlaceholderText(self.field.hint)
        return line

    @property
    def text(self) -> str:
        """What the editor holds now."""
        match self.editor:
            case QComboBox():
                return str(self.editor.currentData() or "")
            case QPlainTextEdit():
                return self.editor.toPlainText()
            case _:
                return self.editor.text()

    @property
    def dirty(self) -> bool:
        """Whether something is typed that is not written."""
        return self.text != self.shown

    def fill(self, project: Project, record: Record, *, always: bool = False) -> None:
        """Show what the record says; what is typed and not written is left alone unless `always`."""
        self._lock(project.store.read_only)
        if always or not self.dirty:
            self.explain("")
            self._put(self.field.edit_text(self.field.read(record, project.registry)))
            self.shown = self.text

    def _lock(self, locked: bool) -> None:
        """Show whether the field can be written: one that cannot has no caret and no advice, and says why."""
        self.editor.setToolTip(READ_ONLY if locked else "")
        match self.editor:
            case QComboBox():
                self.editor.setDisabled(locked)
            case QPlainTextEdit() if self.editor.isReadOnly() != locked:
                flags = Qt.TextInteractionFlag
                self.editor.setTextInteractionFlags(
                    flags.TextSelectableByMouse if locked else flags.TextEditorInteraction
                )
                self.editor.setReadOnly(locked)
                self.editor.style().unpolish(self.editor)
                self.editor.style().polish(self.editor)
            case QLineEdit():
                self.editor.setReadOnly(locked)
                self.editor.setPlaceholderText("" if locked else self.field.hint)

    def _put(self, text: str) -> None:
        if text == self.text:
            return  # the caret stays where it is
        match self.editor:
            case QComboBox():
                self.editor.setCurrentIndex(self.editor.findData(text))
            case QPlainTextEdit():
                self.editor.setPlainText(text)
            case _:
                self.editor.setText(text)
                self.editor.setCursorPosition(0)  # a long title is read from its beginning

    def retire(self) -> None:
        """Make room for another form: nothing that still happens to the editor is written."""
        self.editor.removeEventFilter(self)
        self.deleteLater()

    def explain(self, problem: str) -> None:
        """Say why the field could not be written, or that all is well."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.editor.setAccessibleDescription(problem)

    def _show_beginning(self, reason: Qt.FocusReason) -> None:
        """Show the beginning of a long line that was left, not its end; a menu or another window only interrupts."""
        interrupted = reason in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if isinstance(self.editor, QLineEdit) and not (interrupted or self.dirty):
            self.editor.setCursorPosition(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Write when the field is left or Enter is pressed; Esc puts back, and again returns to the text."""
        if not isinstance(self.editor, QComboBox) and is_undo_for_window(self.editor, event):
            event.ignore()
            return True
        if isinstance(event, QFocusEvent) and event.lostFocus() and not isinstance(self.editor, QComboBox):
            self.left.emit()
            self._show_beginning(event.reason())
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if isinstance(self.editor, QLineEdit):
                self.left.emit()
                return True
            case Qt.Key.Key_Escape if self.dirty and not is_long(
                self.field
            ):  # a long note is kept, and written on leaving
                self.undone.emit()
                return True
            case Qt.Key.Key_Escape:
                self.returned.emit()
                return True
        return super().eventFilter(watched, event)
