"""The panel under the tables: everything about what is chosen, as a form that writes when a field is left."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gui.project import READ_ONLY, Project
from gui.untouched import is_undo_for_window
from models.actions.speakers import NameTaken
from models.edits import Edit
from models.entities import Record
from models.errors import OnrecordError

if TYPE_CHECKING:
    from gui.panels.fields import Field

CHOOSE = "Choose a line of the table to see its details."
Editor = QLineEdit | QComboBox | QPlainTextEdit


class _ChoiceBox(QComboBox):
    """A field with choices. The wheel scrolls the form, and never changes what is recorded."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Details(QScrollArea):
    """The form of one record. What cannot be read or written stays in its field, with the reason below it."""

    returned = Signal()
    same_name = Signal(str, str)
    """A speaker was given the name of another: the ids of both."""
    unwritten = Signal(OnrecordError)
    """What was typed and could not be saved has to make room for another record: its last chance to be read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("details")
        self.setAccessibleName("Details")
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self._project: Project | None = None
        self._record: Record | None = None
        self._kind: type[Record] | None = None
        self._lines: list[_Line] = []
        self._heading = ""
        self._build(None)

    def set_project(self, project: Project | None) -> None:
        """Show records of another project."""
        self.show_record(None)
        self._project = project

    def show_record(self, record: Record | None) -> None:
        """Show another record; what is still typed is written to the one before, or told as `unwritten`."""
        self.finish_editing()
        self._show(record)

    def follow(self, _edit: Edit) -> None:
        """Show what an edit made of the record."""
        self._show(self._now)

    @property
    def _now(self) -> Record | None:
        return self._project.now(self._record) if self._project else None

    def _show(self, record: Record | None) -> None:
        another = record is None or self._record is None or record.id != self._record.id
        if another:
            self._tell_unwritten()
        kind = type(record) if record else None
        if kind is not self._kind:
            self._build(kind)
        self._record = record
        if record is None:
            self._title.setText(CHOOSE if self._project and self._project.records else "")
        elif self._project:
            for line in self._lines:
                line.fill(self._project, record, always=another)

    def _tell_unwritten(self) -> None:
        """Say what is typed in the fields and will not be there any more."""
        kept = [f"“{line.text}” ({line.field.label})" for line in self._lines if line.dirty]
        if kept and self._kind:
            what = f"What you typed about the {self._heading.lower()} was not saved: {', '.join(kept)}."
            self.unwritten.emit(OnrecordError(what, "Everything else is saved.", "To try again, choose it once more."))

    def _build(self, kind: type[Record] | None) -> None:
        self._kind = kind
        for line in self._lines:
            line.retire()
        body = QWidget()
        body.setObjectName("details_body")
        column = QVBoxLayout(body)
        column.setContentsMargins(18, 12, 18, 14)
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        fields: Sequence[Field] = ()
        self._heading = ""
        if kind:
            from gui.panels.fields import FIELDS, HEADINGS  # the window is painted before: nothing is chosen there

            fields, self._heading = FIELDS.get(kind, ()), HEADINGS[kind]
        self._title = QLabel(self._heading)
        self._title.setObjectName("details_heading" if kind else "hint")
        form.addRow(self._title)
        self._lines = [_Line(field, self) for field in fields]
        for line in self._lines:
            form.addRow(line.label, line.editor)
            form.addRow("", line.problem)
        column.addLayout(form)
        column.addStretch(1)
        self.setWidget(body)

    def focus_first(self) -> None:
        """Put the focus into the first field."""
        first = self._lines[0].editor if self._lines else self
        first.setFocus()

    def finish_editing(self) -> bool:
        """Write what is typed and not yet written; False when a field keeps something that cannot be."""
        written = [self.write(line) for line in self._lines]  # each of them, also after one that cannot
        return all(written)

    def write(self, line: "_Line") -> bool:
        """Write one field, if what it holds differs from the record."""
        record = self._now
        if record is None or self._project is None or not line.dirty:
            line.explain("")
            return True
        try:
            edit = line.field.write(self._project, record, line.text)
        except NameTaken as taken:
            if line.field.label == "Name":
                self.undo_typing(line)
                self.same_name.emit(record.id, taken.known.id)
                return True
            line.explain(str(taken))
            return False
        except OnrecordError as error:
            line.explain(str(error))
            return False
        before, line.shown = line.shown, line.text  # no longer typing, for whoever hears of the edit
        done = self._project.do(edit)
        if done and line in self._lines:
            self.undo_typing(line)  # shows it as it is kept: "23 January 2015" is 2015-01-23
        elif not done:
            line.shown = before
            line.explain("Not saved. What you typed is kept here; try again.")
        return done

    def undo_typing(self, line: "_Line") -> None:
        """Put back what the record says."""
        record = self._now
        if record and self._project:
            line.fill(self._project, record, always=True)
            line.explain("")


class _Line(QObject):
    """A field of the form with its editor and the place for what is wrong with it."""

    def __init__(self, field: "Field", details: Details) -> None:
        super().__init__(details)
        self.field, self._details = field, details
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
            for choice in self.field.choices:
                combo.addItem(choice or "not set", choice)
            combo.activated.connect(lambda _index: self._details.write(self))
            return combo
        if self.field.long:
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
            self._put(self.field.read(project, record))
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
            self._details.write(self)
            self._show_beginning(event.reason())
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if isinstance(self.editor, QLineEdit):
                self._details.write(self)
                return True
            case Qt.Key.Key_Escape if self.dirty and not self.field.long:  # a long note is kept, and written on leaving
                self._details.undo_typing(self)
                return True
            case Qt.Key.Key_Escape:
                self._details.returned.emit()
                return True
        return super().eventFilter(watched, event)
