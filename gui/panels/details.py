"""The panel under the tables: everything about what is chosen, as a form that writes when a field is left."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
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

from gui.panels.fields import FIELDS, HEADINGS, Field
from gui.project import Project
from models.edits import Edit
from models.entities import Record
from models.errors import OnrecordError

Editor = QLineEdit | QComboBox | QPlainTextEdit


class Details(QScrollArea):
    """The form of one record. What cannot be read or written stays in its field, with the reason below it."""

    returned = Signal()

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
        self._build(None)

    def set_project(self, project: Project | None) -> None:
        """Show records of another project."""
        self.show_record(None)
        self._project = project

    def show_record(self, record: Record | None) -> None:
        """Show another record; what is still typed is written to the one before."""
        self.finish_editing()
        self._show(record)

    def follow(self, _edit: Edit) -> None:
        """Show what an edit made of the record."""
        self._show(self._now)

    @property
    def _now(self) -> Record | None:
        return self._project.now(self._record) if self._project else None

    def _show(self, record: Record | None) -> None:
        kind = type(record) if record else None
        if kind is not self._kind:
            self._build(kind)
        self._record = record
        if record and self._project:
            for line in self._lines:
                line.fill(self._project, record)

    def _build(self, kind: type[Record] | None) -> None:
        self._kind = kind
        body = QWidget()
        body.setObjectName("details_body")
        column = QVBoxLayout(body)
        column.setContentsMargins(18, 12, 18, 14)
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        heading = QLabel(HEADINGS[kind] if kind else "Choose a line of a table to see its details.")
        heading.setObjectName("details_heading" if kind else "hint")
        form.addRow(heading)
        self._lines = [_Line(field, self) for field in FIELDS.get(kind, ())] if kind else []
        for line in self._lines:
            form.addRow(line.label, line.editor)
            form.addRow("", line.problem)
        column.addLayout(form)
        column.addStretch(1)
        self.setWidget(body)

    def focus_first(self) -> None:
        """Put the focus into the first field."""
        self._lines[0].editor.setFocus() if self._lines else self.setFocus()

    def finish_editing(self) -> bool:
        """Write what is typed and not yet written; False when a field keeps something that cannot be."""
        written = [self.write(line) for line in self._lines]  # each of them, also after one that cannot
        return all(written)

    def write(self, line: "_Line") -> bool:
        """Write one field, if what it holds differs from the record."""
        record = self._now
        if record is None or self._project is None or line.text == line.field.read(self._project, record):
            line.explain("")
            return True
        try:
            edit = line.field.write(self._project, record, line.text)
        except OnrecordError as error:
            line.explain(str(error))
            return False
        done = self._project.do(edit)
        line.explain("" if done else "Not saved. What you typed is kept here; try again.")
        return done

    def undo_typing(self, line: "_Line") -> None:
        """Put back what the record says."""
        record = self._now
        if record and self._project:
            line.fill(self._project, record, always=True)
            line.explain("")


class _Line(QObject):
    """A field of the form with its editor and the place for what is wrong with it."""

    def __init__(self, field: Field, details: Details) -> None:
        super().__init__(details)
        self.field, self._details = field, details
        self.label, self.problem = QLabel(field.label), QLabel()
        self.problem.setObjectName("problem")
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)
        self.problem.hide()
        self._shown = ""
        self.editor: Editor = self._make()
        self.editor.setAccessibleName(field.label)
        self.editor.setObjectName("detail_" + field.label.lower().replace(" ", "_"))
        self.editor.installEventFilter(self)

    def _make(self) -> Editor:
        if self.field.choices:
            combo = QComboBox()
            for choice in self.field.choices:
                combo.addItem(choice or "not said", choice)
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

    def fill(self, project: Project, record: Record, *, always: bool = False) -> None:
        """Show what the record says; what is being typed is left alone."""
        text = self.field.read(project, record)
        if not always and self.editor.hasFocus() and self.text != self._shown:
            return
        self._shown = text
        match self.editor:
            case QComboBox():
                self.editor.setCurrentIndex(self.editor.findData(text))
            case QPlainTextEdit():
                self.editor.setPlainText(text) if text != self.text else None
            case _:
                if text != self.text:
                    self.editor.setText(text)
                    self.editor.setCursorPosition(0)  # a long title is read from its beginning

    def explain(self, problem: str) -> None:
        """Say why the field could not be written, or that all is well."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.editor.setAccessibleDescription(problem)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Write when the field is left or Enter is pressed; Esc puts back, and again returns to the text."""
        if event.type() == QEvent.Type.FocusOut and not isinstance(self.editor, QComboBox):
            self._details.write(self)
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if isinstance(self.editor, QLineEdit):
                self._details.write(self)
                return True
            case Qt.Key.Key_Escape if self.text != self._shown:
                self._details.undo_typing(self)
                return True
            case Qt.Key.Key_Escape:
                self._details.returned.emit()
                return True
        return super().eventFilter(watched, event)
