"""Export from the window: ask what and where to, write it in the background, and show what was written."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui.dialogs import asking
from gui.project.project import Project
from gui.system.background import Work
from gui.work.context import Context
from models.errors import OnrecordError
from models.translation import _, ngettext

if TYPE_CHECKING:
    from gui.exporting.result_window import ResultWindow
    from models.exports.named.definition import Definition
    from models.exports.report import Report


class Exporting(QObject):
    """Exports the open project in the background, and shows the result of the last export."""

    hint = Signal(str)
    failed = Signal(OnrecordError)

    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._context = context
        self._last: Definition | None = None
        self.result: ResultWindow | None = None
        context.file.closing.connect(self._close)

    def export(self) -> None:
        """Write what is being typed, ask what to export and where to, and export it."""
        project = self._context.project
        if not (project and self._context.leave()):
            return
        definition = ask_export(self._context.window, project, self._context.file.tables_folder, self._last)
        if definition is None:
            return
        folder = definition.folder_of(project.store.path)
        try:
            may_write = _may_write(self._context.window, definition, folder)
        except OnrecordError as error:
            self.failed.emit(error)
            return
        if may_write:
            self._last = definition
            self._context.file.remember_tables(project.store.path, folder)
            self.run(definition)

    def run(self, definition: "Definition") -> None:
        """Export in the background, through a separate connection."""
        if self._context.project is None:
            return
        path = self._context.project.store.path
        work = Work(_("Exporting"), lambda work: export_project(work, path, definition), self)
        work.succeeded.connect(lambda report: self._show(report, definition.folder_of(path)))
        work.cancelled.connect(
            lambda: self.hint.emit(_("The export was cancelled. The files in the folder are as they were."))
        )
        self._context.works.begin(work)

    def _show(self, report: "Report", folder: Path) -> None:
        """Show what was exported in a window, which stays until it is closed."""
        from gui.exporting.result_window import ResultWindow

        self.hint.emit(_("Exported to {folder}").format(folder=folder))
        self._close_result()
        self.result = ResultWindow(self._context.window, report, folder)
        self.result.destroyed.connect(self._forget_result)
        self.result.show()

    def _forget_result(self) -> None:
        self.result = None

    def _close_result(self) -> None:
        if self.result:
            self.result.destroyed.disconnect(self._forget_result)
            self.result.close()
            self.result = None

    def _close(self) -> None:
        self._close_result()
        self._last = None


def ask_export(window: QWidget, project: Project, folder: Path, last: "Definition | None") -> "Definition | None":
    """Ask what to export and where to; the dialog begins with the last export, or with a folder."""
    from gui.exporting.export_dialog import ExportDialog

    dialog = ExportDialog(window, project, folder)
    if last:
        dialog.put(last)
    accepted = dialog.exec()
    dialog.deleteLater()
    return dialog.definition if accepted else None


def export_project(work: Work, project: Path, definition: "Definition") -> "Report | None":
    """Export a project's file, and report what was written; None if it was called off. Raises OnrecordError."""
    from gui.exporting.previewing import going_on
    from models.errors import Interrupted
    from models.exports.delivery import export
    from models.exports.formats import format_named
    from models.store import Store

    target = format_named(definition.form).make()
    try:
        with Store.open_beside(project) as store:
            return export(store, definition.folder_of(project), target, definition.options, going_on(work))
    except Interrupted:
        return None


def _may_write(window: QWidget, definition: "Definition", folder: Path) -> bool:
    """Return whether files may be written into a folder; ask if it already contains some of the same names.

    Raises OnrecordError if the form cannot be made here.
    """
    from models.exports.delivery import tables_in
    from models.exports.formats import format_named

    there = tables_in(folder, format_named(definition.form).make())
    if not there:
        return True
    names = ", ".join(path.name for path in there)
    question = ngettext(
        "“{folder}” already contains a file of this export. Replace it?",
        "“{folder}” already contains files of this export. Replace them?",
        len(there),
    ).format(folder=folder.name)
    explanation = _("{names} will be replaced. No other file is touched.").format(names=names)
    return asking.confirm(window, question, explanation, _("&Replace"))
