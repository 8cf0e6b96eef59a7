"""Undo and redo, also of what was done before the program was last closed."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from gui.project.view import ProjectView
from models.translation import _


class Undoing(QObject, ProjectView):
    """Undoes and redoes edits; `leave` first writes what is being typed, which is then the edit to undo."""

    hint = Signal(str)

    def __init__(self, leave: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._leave = leave

    def undo(self) -> None:
        """Undo the last edit."""
        if self.project and self._leave() and self.project.undo():
            self.hint.emit(_("“{label}” was undone.").format(label=self.project.redo_label))

    def redo(self) -> None:
        """Redo the edit that was undone last."""
        if self.project and self._leave() and self.project.redo():
            self.hint.emit(_("“{label}” was redone.").format(label=self.project.undo_label))
