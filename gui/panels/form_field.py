"""One field of the details: a label, an editor, and the reason why its text cannot be written."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLabel

from gui.editors.line_editor import LineEditor
from gui.editors.making import is_chosen, make_editor
from gui.editors.text_editor import ENTER, TextEditor
from gui.project.project import Project
from gui.widgets.interruptions import is_interruption
from gui.widgets.plain_label import PlainLabel
from gui.widgets.window_keys import is_export_for_window, is_undo_for_window
from models.attributes.attribute import Attribute
from models.codebook.asking import why_not_asked
from models.codebook.guidance import guidance
from models.codebook.kinds.answer_kind import AnswerKind
from models.entities import Record
from models.registry import Registry


class FormField(QObject):
    """A field of the form of one record. `write` is called when its text is to be written."""

    undone = Signal()
    """The text of the field is to be restored."""
    returned = Signal()
    """The coder wants to return to the text."""
    guided = Signal(str)
    """What is to be read about the field that has the focus and the picked row of its list."""

    def __init__(
        self,
        attribute: Attribute[Any, Any],
        write: Callable[["FormField"], object],
        parent: QObject,
        registry: Registry | None = None,
    ) -> None:
        super().__init__(parent)
        self.attribute = attribute
        self._write = write
        self.label, self.problem = PlainLabel(attribute.label, wrapped=False), QLabel()
        self.editor = make_editor(attribute, registry)
        self.editor.setAccessibleName(attribute.label)
        self.editor.setObjectName("detail_" + attribute.label.lower().replace(" ", "_"))
        self.editor.refusal.show_in(self.problem)
        if isinstance(self.editor, TextEditor):
            self.editor.setFixedHeight(self.editor.minimumHeight())
        else:
            self.editor.taken.connect(lambda: write(self))
            self.editor.chosen.connect(lambda: write(self))
            self.editor.pointed.connect(lambda row: self.guided.emit(guidance(attribute, row)))
            if is_chosen(attribute):
                self.editor.open_by_click()

    def begin(self) -> None:
        """Write from now on what is typed."""
        self.editor.installEventFilter(self)

    @property
    def changed(self) -> bool:
        """Whether it holds text that is not written yet."""
        return self.editor.changed

    def fill(self, project: Project, record: Record, *, always: bool = False) -> None:
        """Show the record's value; text that is not written yet stays, unless `always`."""
        self._show_if_asked(project, record)
        locked = project.store.read_only or not self.attribute.editable
        why = project.why_read_only if self.attribute.editable else self.attribute.description
        self.editor.lock(why if locked else "")
        self.editor.setPlaceholderText("" if locked else self.attribute.hint)
        if always or not self.changed:
            value = self.attribute.read(record, project.known)
            self.editor.fill(self.attribute.edit_text(value))

    def _show_if_asked(self, project: Project, record: Record) -> None:
        """Hide the field if its variable is not asked of the record, or if it cannot be edited and has nothing."""
        kind = self.attribute.kind
        if not self.attribute.editable:
            has_value = self.attribute.read(record, project.known) is not None
            self.label.setVisible(has_value)
            self.editor.setVisible(has_value)
        if isinstance(kind, AnswerKind):
            asked = not why_not_asked(kind.variable, record, kind.codebook, project.known)
            self.label.setVisible(asked)
            self.editor.setVisible(asked)

    def retire(self) -> None:
        """Make room for another form: whatever still happens to the editor is not written."""
        self.editor.removeEventFilter(self)
        self.editor.dismiss()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Write when the field is left or on Enter; Esc restores it, and Esc again returns to the text."""
        if is_undo_for_window(self.editor, event) or is_export_for_window(event):
            event.ignore()
            return True
        match event:
            case QFocusEvent() if event.gotFocus():
                self.guided.emit(guidance(self.attribute))
            case QFocusEvent() if event.lostFocus():
                self._write(self)
                if not is_interruption(event):
                    self.guided.emit("")
                if isinstance(self.editor, LineEditor) and not (is_interruption(event) or self.changed):
                    self.editor.setCursorPosition(0)  # a long line shows its beginning when it is left
            case QKeyEvent() if event.type() == QEvent.Type.KeyPress:
                return self._press(event)
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        line = self.editor if isinstance(self.editor, LineEditor) else None
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._write(self)  # before the focus goes on, since the answer can show or hide the next fields
            return False
        if event.key() in ENTER and line:
            self._write(self)
        elif event.key() == Qt.Key.Key_Escape and line and (line.changed or line.offering):
            self.undone.emit()
        elif event.key() == Qt.Key.Key_Escape:  # a long note is kept, and written when it is left
            self.returned.emit()
        else:
            return False
        return True
