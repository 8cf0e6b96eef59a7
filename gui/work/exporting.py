"""Export tables from the window: ask for a folder, write them in the background, and say what was written."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from gui.dialogs import asking
from gui.system.background import Work
from gui.widgets.notice import News, Offer
from gui.work.context import Context
from models.translation import _, counted, ngettext

if TYPE_CHECKING:
    from models.exports.report import Report


class Exporting(QObject):
    """Writes the tables of the open project in the background."""

    told = Signal(News)
    hint = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._context = context

    def export(self) -> None:
        """Write what is being typed, ask for a folder, and write the tables into it."""
        if not (self._context.project and self._context.leave()):
            return
        path = self._context.project.store.path
        folder = asking.ask_folder(self._context.window, self._context.file.tables_folder)
        if folder and _may_write(self._context.window, folder):
            self._context.file.remember_tables(path, folder)
            self.export_to(folder)

    def export_to(self, folder: Path) -> None:
        """Write the tables in the background, through a separate connection."""
        if self._context.project is None:
            return
        path = self._context.project.store.path
        work = Work(_("Writing tables"), lambda _work: export_tables(path, folder), self, stoppable=False)
        work.succeeded.connect(self._say_written)
        self._context.works.begin(work)

    def _say_written(self, report: "Report") -> None:
        """Say what was exported in a notice, which stays until it is closed."""
        folder = report.files[0].path.parent
        self.hint.emit(_("Exported to {folder}").format(folder=folder))
        count = len(report.files)
        exported = ngettext("{count} table exported to {folder}", "{count} tables exported to {folder}", count)
        files = [f"{file.path.name}: {counted('{count:,} row', '{count:,} rows', file.rows)}" for file in report.files]
        words = [exported.format(count=count, folder=folder), " · ".join(files)]
        words += [f"• {remark}" for remark in report.remarks]
        self.told.emit(News("\n".join(words), (Offer(_("Open Folder"), lambda: self._show_folder(folder)),)))

    def _show_folder(self, folder: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.hint.emit(
                _("The system has no program to show folders. The tables are in {folder}.").format(folder=folder)
            )


def export_tables(project: Path, folder: Path) -> "Report":
    """Write all tables of a project's file, and report what was written. Raises OnrecordError."""
    from models.exports.delivery import export
    from models.store import Store

    with Store.open_beside(project) as store:
        return export(store, folder)


def _may_write(window: QWidget, folder: Path) -> bool:
    """Return whether tables may be written into a folder; ask if it already contains some."""
    from models.exports.delivery import tables_in

    there = tables_in(folder)
    if not there:
        return True
    names = ", ".join(path.name for path in there)
    question = ngettext(
        "“{folder}” already contains a table. Replace it?",
        "“{folder}” already contains tables. Replace them?",
        len(there),
    ).format(folder=folder.name)
    explanation = _("{names} will be replaced. No other file is touched.").format(names=names)
    return asking.confirm(window, question, explanation, _("&Replace"))
