"""Make the preview of a change in the background: read the lines, find the cells, and plan the edit."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from gui.changing.scope import Columns, Scope
from gui.project.project import Project
from gui.tables.making_cells import MakingCells
from models.actions.cells import Cell, Written, change_cells
from models.errors import OnrecordError
from models.registry import Registry
from models.text.replacing import Replace

if TYPE_CHECKING:
    from models.store.view import StoreView

PAUSE = 200
"""Milliseconds without typing after which a preview is made."""


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be changed: the cells of some columns in a scope, each to a text made from the one it has.

    `prepare` returns what makes it, or None for a cell that is to be left alone; both may raise OnrecordError. `label`
    names the edit by the number of its cells.
    """

    scope: Scope
    columns: Columns
    prepare: Callable[[], Replace]
    label: Callable[[int], str] | None = None


class Planning(QObject):
    """Plans one task at a time. `planned` carries what it would write, `refused` why there is nothing to write, and
    `advanced` how many lines have been read so far.
    """

    planned = Signal(object)
    refused = Signal(OnrecordError)
    advanced = Signal(int)
    _read = Signal(int)

    def __init__(self, project: Project, parent: QObject) -> None:
        super().__init__(parent)
        self._project = project
        self._task: Task | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._ask)
        self._read.connect(self._tell_read)
        project.edited.connect(self._again)

    def plan(self, task: Task) -> None:
        """Plan a task after a pause; it takes the place of an earlier one."""
        self.stop()
        self._task = task
        self._pause.start()

    def stop(self) -> None:
        """Plan nothing."""
        self._task = None
        self._pause.stop()
        self._project.reader.forget(self)

    def _again(self) -> None:
        """Plan once more after a pause, because the project has changed."""
        if self._task:
            self._pause.start()

    def _ask(self) -> None:
        task, registry = self._task, self._project.registry
        if task:
            self._project.reader.ask(self, lambda view: self._plan(view, task, registry), self._tell)

    def _plan(self, view: "StoreView", task: Task, registry: Registry) -> Written | OnrecordError:
        """Return what a task would write, or why it cannot; in the reader's thread."""
        making = MakingCells(registry, exact=True)
        try:
            written = change_cells(self._cells(view, task, making), task.prepare(), making.known, view.go_on)
        except OnrecordError as error:
            return error
        if task.label is None:
            return written
        return replace(written, edit=replace(written.edit, label=task.label(written.count)))

    def _cells(self, view: "StoreView", task: Task, making: MakingCells) -> Iterator[Cell]:
        """Yield the cells of a task while their lines are read."""
        picked, read = task.scope.picked, 0
        for first, lines in task.scope.reading(view):
            for row, line in enumerate(lines, start=first):
                for at, column in task.columns if line is not None else ():
                    if picked is None or picked.holds(row, at):
                        yield making.cell(row, column, line)
            view.go_on()
            read += len(lines)
            self._read.emit(read)

    def _tell_read(self, lines: int) -> None:
        """Pass on how far the thread is, unless that is no longer wanted."""
        if self._task and not self._pause.isActive():
            self.advanced.emit(lines)

    def _tell(self, answer: Written | OnrecordError) -> None:
        if isinstance(answer, OnrecordError):
            self.refused.emit(answer)
        else:
            self.planned.emit(answer)
