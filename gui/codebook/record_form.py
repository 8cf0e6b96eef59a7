"""A form for the texts of one row of the codebook; a field is written when it is left."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from gui.editors.refusal import NOT_SAVED
from gui.editors.text_editor import TextEditor
from gui.panels.form_field import FormField
from gui.project.project import Project
from models.attributes.attribute import Attribute, Required
from models.codebook.codebook import Codebook
from models.edits import Edit
from models.entities import Choice, Record, Variable
from models.errors import OnrecordError
from models.translation import _

LINES = 3
"""Lines of a text that are visible."""

Change = Callable[[Codebook, Any, str, Any], Edit]
"""Makes the edit that gives a row another value for a field. Raises OnrecordError."""


class RecordForm(QWidget):
    """Shows a variable or choice. What cannot be written stays in its field, with the reason below it."""

    returned = Signal()
    lost = Signal(str)
    """What was typed and could not be written was replaced by another row: a sentence."""

    def __init__(self, attributes: Iterable[Attribute[Any, Any]], change: Change) -> None:
        super().__init__()
        self._change = change
        self._project: Project | None = None
        self._record: Record | None = None
        self.form = QFormLayout(self)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setHorizontalSpacing(14)
        self.form.setVerticalSpacing(8)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self.fields = {each.name: self._add(each) for each in attributes}

    def _add(self, attribute: Attribute[Any, Any]) -> FormField:
        field = FormField(attribute, self._write, self)
        if isinstance(field.editor, TextEditor):
            field.editor.setFixedHeight(
                field.editor.minimumHeight() + (LINES - 2) * field.editor.fontMetrics().lineSpacing()
            )
        field.undone.connect(lambda: self._fill(field))
        field.editor.refusal.dropped.connect(lambda: self._forget(field))
        field.returned.connect(self.returned)
        field.begin()
        self.form.addRow(field.label, field.editor)
        self.form.addRow("", field.problem)
        return field

    def show_record(self, project: Project | None, record: Variable | Choice | None) -> None:
        """Show a row as it is now; what is being typed stays if it is the same row, and is written if it is not."""
        another = record is None or self._record is None or record.id != self._record.id
        if another:
            self._leave()
        self._project, self._record = project, record
        for field in self.fields.values():
            if project and record:
                field.fill(project, record, always=another)
        self.setEnabled(record is not None)

    def _leave(self) -> None:
        """Write what is typed before another row is shown, or report that it is lost."""
        if self._record and not self.finish_editing():
            typed = [
                field.editor.text() for field in self.fields.values() if field.changed and not self._release(field)
            ]
            if typed:
                self.lost.emit(_("What you typed was not saved: {typed}.").format(typed=", ".join(typed)))

    @property
    def is_typing(self) -> bool:
        """Whether a field holds what is not written yet."""
        return any(field.changed for field in self.fields.values())

    def finish_editing(self) -> bool:
        """Write everything that was typed; False if a field keeps text that cannot be written."""
        written = [self._write(field) for field in self.fields.values() if field.changed]  # all, even if one cannot
        return all(written)

    def _write(self, field: FormField) -> bool:
        record, project = self._now, self._project
        if record is None or project is None or not field.changed:
            self._fill(field)
            return True
        try:
            value = field.attribute.parse(field.editor.value(), project.known)
            if value is None and field.attribute.required:
                raise Required(field.attribute.label)
            edit = self._change(project.codebook, record, field.attribute.name, value)
        except OnrecordError as error:
            field.editor.refuse(str(error))
            return False
        before, field.editor.original = field.editor.original, field.editor.value()
        if not project.do(edit, field.editor):
            field.editor.original = before
            field.editor.refuse(NOT_SAVED)
            return False
        self._fill(field)
        return True

    def _forget(self, field: FormField) -> None:
        if self._project:
            self._project.unsaved.forget(field.editor)

    def _release(self, field: FormField) -> bool:
        """Return whether only the file refused what was typed, which can then be saved later."""
        return self._project is not None and self._project.unsaved.release(field.editor)

    def _fill(self, field: FormField) -> None:
        if self._project and (record := self._now):
            field.fill(self._project, record, always=True)

    @property
    def _now(self) -> Record | None:
        """The row as it is now."""
        if self._project is None or self._record is None:
            return None
        codebook, key = self._project.codebook, self._record.id
        return codebook.variables.get(key) or codebook.choices.get(key)
