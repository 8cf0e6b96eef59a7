"""The panel under the tables: everything about what is chosen, as a form that writes when a field is left."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from gui.panels.field_line import FieldLine
from gui.project.project import Project
from models.attributes.names import NameTaken
from models.edits import Edit
from models.entities import Record
from models.errors import OnrecordError

if TYPE_CHECKING:
    from gui.panels.fields import Field

CHOOSE = "Choose a line of the table to see its details."


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
        self._lines: list[FieldLine] = []
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
            from gui.panels.fields import HEADINGS, fields_of  # the window is painted before: nothing is chosen there

            fields, self._heading = fields_of(kind), HEADINGS[kind]
        self._title = QLabel(self._heading)
        self._title.setObjectName("details_heading" if kind else "hint")
        form.addRow(self._title)
        self._lines = [FieldLine(field, self) for field in fields]
        for line in self._lines:
            line.left.connect(partial(self.write, line))
            line.undone.connect(partial(self.undo_typing, line))
            line.returned.connect(self.returned)
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

    def write(self, line: FieldLine) -> bool:
        """Write one field, if what it holds differs from the record."""
        record = self._now
        if record is None or self._project is None or not line.dirty:
            line.explain("")
            return True
        try:
            edit = line.field.write([record], line.text, self._project.registry)
        except NameTaken as taken:
            if line.field.name == "name":
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

    def undo_typing(self, line: FieldLine) -> None:
        """Put back what the record says."""
        record = self._now
        if record and self._project:
            line.fill(self._project, record, always=True)
            line.explain("")
