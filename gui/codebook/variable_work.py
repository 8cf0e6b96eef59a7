"""From gestures in the list and form of variables to edits."""

from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gui.codebook.changes import Changes
from gui.codebook.new_variable import NewVariableDialog
from gui.codebook.variable_form import VariableForm
from gui.codebook.variable_list import VariableList
from gui.codebook.wishes import to_change_kind, to_delete_variable
from gui.dialogs.opening import open_over
from models.actions.codebook import change_variable, move_variable
from models.entities import Subject, Variable


class VariableWork(QObject):
    """Adds, changes, moves and deletes the selected variable."""

    def __init__(self, listed: VariableList, form: VariableForm, changes: Changes, window: QWidget) -> None:
        super().__init__(window)
        self._list, self._changes, self._window = listed, changes, window
        self.dialog: NewVariableDialog | None = None
        listed.add_requested.connect(self.add)
        listed.delete_requested.connect(self.delete)
        listed.move_requested.connect(self.move)
        form.kind_wanted.connect(self.change_kind)
        form.change_wanted.connect(self.change)

    @property
    def _variable(self) -> Variable | None:
        project = self._changes.project
        return project.codebook.variables.get(self._list.variable or "") if project else None

    @property
    def _writable(self) -> bool:
        project = self._changes.project
        return project is not None and not project.store.read_only

    def add(self) -> None:
        """Ask for a new variable, about the same kind of record as the selected one."""
        project, before = self._changes.project, self._variable
        if project is None or not self._writable:
            return
        subject = before.subject if before else Subject.CLAIM
        self.dialog = NewVariableDialog(self._window, project.codebook, subject)
        self.dialog.accepted.connect(self._add)
        open_over(self._window, self.dialog)

    def _add(self) -> None:
        project = self._changes.project
        if project and self.dialog and self.dialog.edit:
            project.do(self.dialog.edit)

    def change(self, fields: dict[str, Any]) -> None:
        """Give the selected variable other values in some fields."""
        project, variable = self._changes.project, self._variable
        if project and variable:
            self._changes.do(lambda: change_variable(project.codebook, variable, **fields))

    def move(self, by: int) -> None:
        """Move the selected variable."""
        project, variable = self._changes.project, self._variable
        if project and variable and self._writable:
            self._changes.do(lambda: move_variable(project.codebook, variable, by))

    def delete(self) -> None:
        """Delete the selected variable, after showing which answers go with it."""
        project, variable = self._changes.project, self._variable
        if project and variable and self._writable:
            self._changes.ask_first(to_delete_variable(project.codebook, variable))

    def change_kind(self, kind: str) -> None:
        """Give the selected variable another kind, after showing which answers change."""
        project, variable = self._changes.project, self._variable
        if project and variable:
            self._changes.ask_first(to_change_kind(project.codebook, variable, kind, project.known))
