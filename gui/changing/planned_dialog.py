"""A preview that is made again whenever the form above it says something else."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.changing.planning import Planning, Task
from gui.changing.preview_dialog import PreviewDialog
from gui.project.project import Project
from models.actions.cells import Written
from models.errors import OnrecordError
from models.translation import _, counted


class Form(QWidget):
    """Says what is to be changed. `changed` is emitted when that is something else.

    `asks` is what is still to be said, in a sentence, and `nothing` what it means if no cell changes.
    """

    changed = Signal()
    asks: str
    nothing: str

    @property
    def first(self) -> QWidget:
        """The field in which one begins to type."""
        raise NotImplementedError

    def task(self) -> Task | None:
        """Return what is to be done; None if that is not said yet."""
        raise NotImplementedError


class PlannedDialog(PreviewDialog):
    """Plans what its form says, in the background, and shows it."""

    def __init__(self, parent: QWidget, title: str, yes: str, form: Form, project: Project) -> None:
        super().__init__(parent, title, yes, form)
        self.form = form
        self._planning = Planning(project, self)
        self._planning.planned.connect(self._show)
        self._planning.refused.connect(self._refuse)
        self._planning.advanced.connect(self._say_read)
        self.finished.connect(self._planning.stop)
        form.changed.connect(self._plan)
        form.first.setFocus()
        self._plan()

    def _plan(self) -> None:
        if task := self.form.task():
            self._planning.plan(task)
            self.wait(_("Looking …"))
        else:
            self._planning.stop()
            self.say(self.form.asks)

    def _show(self, written: Written) -> None:
        self.show_written(written, self.form.nothing)

    def _refuse(self, error: OnrecordError) -> None:
        self.say(error.advice)

    def _say_read(self, lines: int) -> None:
        self.wait(counted("Looking: {count:,} line so far …", "Looking: {count:,} lines so far …", lines))
