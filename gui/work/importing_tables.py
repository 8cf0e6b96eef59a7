"""Import edited tables: read a file, show what it changes in the project, and write what is taken as one edit."""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.dialogs import choosing_files
from gui.dialogs.opening import open_over
from gui.project.project import Project
from gui.project.view import ProjectView
from gui.system.background import Work
from gui.work.context import Context
from models.edits import Edit
from models.errors import Interrupted, OnrecordError
from models.translation import _, counted

if TYPE_CHECKING:
    from gui.returning.returned_dialog import ReturnedDialog
    from models.actions.cells import Written
    from models.known import Known
    from models.returning.comparison import Comparison, Difference

AT_ONCE = 500
"""Cells that are written in the event loop; more are written in another thread."""
IMPORTING = _("Importing the changes of a table")


class ImportingTables(QObject, ProjectView):
    """Imports exported tables that were edited in a spreadsheet. `hint` says what was done."""

    failed = Signal(OnrecordError)
    hint = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._context = context
        self._outdated = False
        self.dialog: ReturnedDialog | None = None

    def import_table(self) -> None:
        """Write what is being typed, ask for a file, and compare it with the project in the background."""
        project = self._context.project
        if project is None or not self._context.leave():
            return
        path = choosing_files.ask_table(self._context.window, self._context.file.tables_folder)
        if path is not None:
            self._compare(project, path)

    def _compare(self, project: Project, path: Path) -> None:
        self._outdated = False
        work = Work(_("Comparing a table with the project"), _comparing(path, project.store.path), self)
        work.succeeded.connect(lambda found: self._show(project, path, found))
        work.refused.connect(self.failed)
        self._context.works.begin(work)

    def follow(self, edit: Edit) -> None:
        """Note that what is being compared is no longer the project as it is."""
        self._outdated = self._outdated or bool(edit.changes)

    def _show(self, project: Project, path: Path, found: "Comparison | None") -> None:
        """Show what a file changes, to be confirmed; compare once more if the project has changed meanwhile."""
        from gui.returning.returned_dialog import ReturnedDialog

        if found is None or project is not self._context.project:
            return
        if self._outdated:
            self._compare(project, path)
            return
        title = _("Import “{file}”").format(file=path.name)
        self.dialog = ReturnedDialog(self._context.window, title, found)
        self.dialog.confirmed.connect(lambda taken: self._write(project, taken, found.known))
        open_over(self._context.window, self.dialog)

    def _write(self, project: Project, taken: "Collection[Difference]", known: "Known") -> None:
        """Write the changes that are taken, as one edit."""
        from models.returning.differences import write

        if project is not self._context.project:
            return
        made: list[Written] = []

        def make(_write: object = None) -> Edit:
            made.append(write(taken, known))
            return made[-1].edit

        if not (project.do(make()) if len(taken) <= AT_ONCE else project.do_in_thread(IMPORTING, make)):
            return
        written = made[-1]
        done = counted("Changed {count:,} cell.", "Changed {count:,} cells.", written.count)
        self.hint.emit(f"{done} {_('Ctrl+Z takes this back.')}")
        if written.refused:
            from gui.dialogs.refused_cells import RefusedCells

            RefusedCells(written.refused, written.count, self._context.window).show()


def _comparing(path: Path, project: Path) -> "Callable[[Work], Comparison | None]":
    """Return what reads a file and compares it with a project's file, through a separate connection."""

    def compare(work: Work) -> "Comparison | None":
        from models.returning.comparing_file import compare_file
        from models.store import Store

        def go_on(done: int, of: int) -> None:
            work.expect_wanted()
            if of > 1:
                work.advance(done, of)

        try:
            with Store.open_beside(project) as store:
                return compare_file(store, path, go_on)
        except Interrupted:
            return None

    return compare
