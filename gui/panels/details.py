"""The panel under the tables: a form for the selected record, which writes a field when it is left."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from gui.editors.refusal import NOT_SAVED
from gui.panels.form_field import FormField
from gui.panels.guidance import Guidance
from gui.panels.record_forms import Form, RecordForms, hide, keep_painted
from gui.project.project import Project
from gui.project.view import ProjectView
from gui.widgets.steady_scroll_bar import keep_scroll_bar
from models.attributes.attribute import Attribute
from models.attributes.built_in import attributes_of
from models.attributes.names import NameTaken, OwnName, WhoSays
from models.attributes.quantities import Value
from models.codebook.variables import attributes_in
from models.edits import Edit
from models.entities import Alias, Answer, Article, Choice, Record, Speaker, Variable
from models.errors import OnrecordError
from models.translation import _

READ_ONLY_FIELDS = frozenset({"published_words"})
"""Attributes that the program fills in and the form shows, where they have a value."""

READ_BESIDE = (Alias, Answer, Choice, Speaker, Variable)
"""What a form shows that is not in the row of its record."""


class Details(QScrollArea, ProjectView):
    """A form for one record. What cannot be read or written stays in its field, with the reason below it."""

    returned = Signal()
    same_name = Signal(str, str)
    """A speaker was given the name of another: the ids of both."""
    unwritten = Signal(OnrecordError)
    """What was typed and could not be saved is about to be lost to another record: the last chance to report it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("details")
        self.setAccessibleName(_("Details"))
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a click beside the fields leaves the keyboard where it is
        keep_scroll_bar(self)
        self._record: Record | None = None
        self._kind: type[Record] | None = None
        self._form: Form | None = None
        self._fields: list[FormField] = []
        body = QWidget()
        body.setObjectName("details_body")
        keep_painted(body)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        self.setWidget(body)
        self._forms = RecordForms(column, self._make_fields, self)
        self._guidance = Guidance(self, column)
        self._show_form(None)

    @property
    def guidance(self) -> str:
        """What is to be read below the form."""
        return self._guidance.text()

    def show_guidance(self, text: str) -> None:
        """Show below the form what is to be read about the field or cell that is edited; without a text, nothing."""
        self._guidance.say(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._guidance.place()

    def set_project(self, project: Project | None) -> None:
        """Show records of another project."""
        self.show_record(None)
        super().set_project(project)
        self._forget_forms()
        if project:
            self._forms.of(Article)  # the first that is shown

    def show_record(self, record: Record | None) -> None:
        """Show another record; unsaved input is written to the previous one, or reported by `unwritten`."""
        self.finish_editing()
        self._show(record)

    def show_article(self) -> None:
        """Let another article be painted before more forms are made."""
        self._forms.pause()

    def follow(self, edit: Edit) -> None:
        """Show the record as an edit has left it, with the variables that the codebook has now."""
        if edit.concerns(Variable):
            self._forget_forms()
        if self._record and (self._record.id in edit.after or edit.concerns(*READ_BESIDE)):
            self._show(self._now)

    def _forget_forms(self) -> None:
        """Make the forms again, for another codebook; what was typed and cannot be written is reported."""
        self.finish_editing()
        self._report_unwritten()
        kept = self._forms.take_out()
        self._show_form(None)
        self._forms.delete(kept)
        self._forms.make_ahead(wanted=self.project is not None)

    @property
    def _now(self) -> Record | None:
        return self.project.now(self._record) if self.project else None

    def _show(self, record: Record | None) -> None:
        another = record is None or self._record is None or record.id != self._record.id
        if another:
            self._report_unwritten()
        kind = type(record) if record else None
        if kind is not self._kind:
            self._show_form(kind)
        self._record = record
        if record and self.project:
            for field in self._fields:
                field.fill(self.project, record, always=another)

    def _report_unwritten(self) -> None:
        """Report what is typed in the fields and is about to be lost; what only the file refused can be saved later."""
        kept = [
            _("“{text}” ({label})").format(text=field.editor.text(), label=field.attribute.label)
            for field in self._fields
            if field.changed and not (self.project and self.project.unsaved.release(field.editor))
        ]
        if kept:
            what = _("What you typed was not saved: {typed}.").format(typed=", ".join(kept))
            safe, again = _("Everything else is saved."), _("To try again, select the record and type it once more.")
            self.unwritten.emit(OnrecordError(what, safe, again))

    def _show_form(self, kind: type[Record] | None) -> None:
        """Show the form of another kind of record in place of the one that is shown; it is made if it is not there."""
        for field in self._fields:
            field.retire()
        if self._form:
            hide(self._form)
        form = self._form = self._forms.of(kind)
        self._kind, self._fields = kind, form.fields
        form.body.show()
        self.verticalScrollBar().setValue(0)
        for field in self._fields:
            field.begin()

    def _make_fields(self, kind: type[Record]) -> list[FormField]:
        variables = attributes_in(self.project.codebook, kind) if self.project else ()
        built_in = [each for each in attributes_of(kind) if _in_form(each)]
        named_by = [each for each in built_in if each.required]
        others = [each for each in built_in if not each.required]
        registry = self.project.registry if self.project else None
        fields = [FormField(each, self.write, self, registry) for each in (*named_by, *variables, *others)]
        for field in fields:
            field.undone.connect(partial(self.undo_typing, field))
            field.returned.connect(self.returned)
            field.guided.connect(self.show_guidance)
            field.editor.refusal.dropped.connect(partial(self._forget, field))
        return fields

    def _forget(self, field: FormField) -> None:
        if self.project:
            self.project.unsaved.forget(field.editor)

    def focus_first(self) -> None:
        """Put the focus into the first field."""
        first = self._fields[0].editor if self._fields else self
        first.setFocus()

    @property
    def is_typing(self) -> bool:
        """Whether a field holds what is not written yet."""
        return any(field.changed for field in self._fields)

    def finish_editing(self) -> bool:
        """Write everything that was typed and is not yet written; False if a field keeps text that cannot be
        written.
        """
        written = [self.write(field) for field in self._fields if field.changed]  # all, even if one cannot be written
        return all(written)

    def write(self, field: FormField) -> bool:
        """Write one field, if its value differs from the record; False if it is refused or cannot be saved."""
        record = self._now
        if record is None or self.project is None or not field.changed:
            self.undo_typing(field)
            return True
        try:
            edit = field.attribute.write([record], field.editor.value(), self.project.known)
        except OnrecordError as error:
            if isinstance(error, NameTaken) and isinstance(field.attribute.kind, OwnName):
                self.undo_typing(field)
                self.same_name.emit(record.id, error.known.id)
                return True
            field.editor.refuse(str(error))
            return False
        original, field.editor.original = (
            field.editor.original,
            field.editor.value(),
        )  # already written when the views follow the edit
        if not self.project.do(edit, field.editor):
            field.editor.original = original
            field.editor.refuse(NOT_SAVED)
            return False
        if field in self._fields:
            self.undo_typing(field)  # shows the stored value: "23 January 2015" is 2015-01-23
        return True

    def undo_typing(self, field: FormField) -> None:
        """Restore the values of the record."""
        record = self._now
        if record and self.project:
            field.fill(self.project, record, always=True)


def _in_form(attribute: Attribute[Any, Any]) -> bool:
    """Return whether the form shows an attribute: a claim's speaker and a number's value are typed in the table."""
    return (attribute.editable or attribute.name in READ_ONLY_FIELDS) and not isinstance(
        attribute.kind, WhoSays | Value
    )
