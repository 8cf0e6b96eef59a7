"""The form of a variable: its texts, its kind, and when it is asked."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from gui.codebook.picker import Picker
from gui.codebook.record_form import RecordForm
from gui.project.project import Project
from models.actions.codebook import change_variable
from models.codebook.codebook import Codebook
from models.codebook.described import OF_VARIABLE
from models.codebook.kinds import KINDS
from models.codebook.variables import attribute_of, kind_of
from models.edits import Edit
from models.entities import Choice, Record, Variable
from models.known import Known
from models.translation import _

NEVER = ""
"""The value of "always asked" among the variables that one can depend on."""


class VariableForm(RecordForm):
    """Another kind is a signal, since that changes answers; everything else is written at once."""

    kind_wanted = Signal(str)
    change_wanted = Signal(dict)
    """Fields of the variable are to have other values."""

    def __init__(self) -> None:
        super().__init__(OF_VARIABLE, self._changed)
        self.setObjectName("variable_form")
        self.kind = Picker(_("Kind"))
        self.required = QCheckBox(_("Required: missing answers are counted and listed by the check"))
        self.open_ended = QCheckBox(_("Choices can be added while coding"))
        self.shown_if, self.shown_for = Picker(_("Asked only if")), Picker(_("has the answer"))
        condition = QWidget()
        row = QHBoxLayout(condition)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.shown_if, 1)
        row.addWidget(self.shown_for, 1)
        self.form.insertRow(4, _("Kind"), self.kind)
        self.form.addRow(_("Asked only if"), condition)
        self.form.addRow("", self.required)
        self.form.addRow("", self.open_ended)
        self.kind.picked.connect(self._want_kind)
        self.required.clicked.connect(lambda on: self.change_wanted.emit({"required": on}))
        self.open_ended.clicked.connect(lambda on: self.change_wanted.emit({"open_ended": on}))
        self.shown_if.picked.connect(
            lambda: self.change_wanted.emit({"shown_if": self.shown_if.value or None, "shown_for": None})
        )
        self.shown_for.picked.connect(lambda: self.change_wanted.emit({"shown_for": self.shown_for.value or None}))

    def show_record(self, project: Project | None, record: Variable | Choice | None) -> None:
        super().show_record(project, record)
        if project is None or not isinstance(record, Variable):
            return
        writable, codebook = not project.store.read_only, project.codebook
        kind = KINDS.get(record.kind)
        self.kind.show_entries([(each.label, name) for name, each in KINDS.items()], record.kind)
        self.required.setChecked(record.required)
        self.open_ended.setChecked(record.open_ended)
        self.open_ended.setVisible(bool(kind and kind.has_choices))
        self._show_condition(codebook, record)
        for each in (self.kind, self.required, self.open_ended, self.shown_if, self.shown_for):
            each.setEnabled(writable)

    def _show_condition(self, codebook: Codebook, variable: Variable) -> None:
        alike = [
            (each.label, each.id)
            for each in codebook.variables.values()
            if each.subject is variable.subject and each.id != variable.id
        ]
        self.shown_if.show_entries([(_("always asked"), NEVER), *alike], variable.shown_if or NEVER)
        condition = codebook.variables.get(variable.shown_if or "")
        self.shown_for.setVisible(condition is not None)
        if condition:
            conditions = kind_of(condition, codebook).conditions() if condition.kind in KINDS else ()
            answers = [(_("any answer"), NEVER), *conditions]
            self.shown_for.show_entries(answers, variable.shown_for or NEVER)

    def _want_kind(self) -> None:
        variable = self._now
        wanted = self.kind.value
        if isinstance(variable, Variable) and wanted != variable.kind:
            self.kind.show_entries([(each.label, name) for name, each in KINDS.items()], variable.kind)
            self.kind_wanted.emit(wanted)

    def _changed(self, codebook: Codebook, record: Record, name: str, value: Any) -> Edit:
        """Return the edit that changes one field; an offered answer must be one that the kind can read."""
        assert isinstance(record, Variable)
        if name == "offered" and value and record.kind in KINDS and self._project:
            registry = self._project.registry
            attribute_of(record, codebook).parse(value, Known(registry, lambda _record: ()))
        return change_variable(codebook, record, **{name: value})
