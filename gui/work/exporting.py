"""Export from the window: ask what and where to, write it in the background, and show what was written."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from gui.dialogs import asking
from gui.project.project import Project
from gui.system.background import Work
from gui.system.settings import Settings
from gui.widgets.menu_entries import add_entry
from gui.work.context import Context
from models.entities import Export
from models.errors import Interrupted, OnrecordError
from models.times import in_words
from models.translation import _, counted, ngettext

if TYPE_CHECKING:
    from gui.exporting.result_window import ResultWindow
    from models.exports.named.definition import Definition
    from models.exports.report import Report


MOST_NAMED = 20
"""How many of the files that would be replaced are named."""


class Exporting(QObject):
    """Exports the open project in the background, and shows the result of the last export."""

    hint = Signal(str)
    failed = Signal(OnrecordError)

    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._context = context
        self.result: ResultWindow | None = None
        context.file.closing.connect(self._close_result)

    def export(self) -> None:
        """Write what is being typed, ask what to export and where to, and export it. Whoever wants no file replaced is
        asked again, with what was chosen.
        """
        project = self._ready()
        folder, wanted = self._context.file.tables_folder, self._last(project) if project else None
        while project:
            wanted = ask_export(self._context.window, project, folder, wanted, self._context.file.settings)
            if wanted is None or self._begin(wanted):
                return

    def export_again(self) -> None:
        """Repeat the last export of this project; without one, ask for it."""
        project = self._ready()
        last = self._last(project) if project else None
        if last:
            self._begin(last)
        elif project:
            self.export()

    def export_named(self, export: Export) -> None:
        """Run an export with a name."""
        from models.exports.named.definition import expect_definition

        if self._ready():
            try:
                self._begin(expect_definition(export))
            except OnrecordError as error:
                self.failed.emit(error)

    def fill_menu(self, menu: QMenu) -> None:
        """List the exports that have a name, to be run."""
        menu.clear()
        project = self._context.project
        for each in project.exports.in_order() if project else ():
            add_entry(menu, each.name.replace("&", "&&"), partial(self.export_named, each))
        if menu.isEmpty():
            menu.addAction(_("No exports with a name yet: “Keep” in the Export window makes one")).setEnabled(False)

    def _ready(self) -> Project | None:
        """Return the project, if an export can begin; what is being typed is written then."""
        can = self._context.project and self._context.works.is_free() and self._context.leave()
        return self._context.project if can else None

    def _last(self, project: Project) -> "Definition | None":
        from models.exports.named.definition import read_export

        return read_export(self._context.file.settings.export(project.store.path))

    def _begin(self, definition: "Definition") -> bool:
        """Ask about files that are there, and export; return False if they may not be replaced."""
        from models.exports.named.definition import write_export

        project = self._context.project
        if project is None:
            return True
        folder = definition.folder_of(project.store.path)
        try:
            there = _there(definition, folder)
        except OnrecordError as error:
            self.failed.emit(error)
            return True
        if there and not _may_replace(self._context.window, there, folder):
            return False
        self._context.file.settings.keep_export(project.store.path, write_export(definition))
        self._context.file.settings.keep_tables(project.store.path, folder)
        self.run(definition, replace=bool(there))
        return True

    def run(self, definition: "Definition", *, replace: bool = True) -> None:
        """Export in the background, through a separate connection; without `replace`, no file is replaced."""
        if self._context.project is None:
            return
        path = self._context.project.store.path
        work = Work(_("Exporting"), lambda work: export_project(work, path, definition, replace=replace), self)
        work.succeeded.connect(lambda report: self._show(report, definition.folder_of(path)))
        work.ended.connect(self._say_if_cancelled)
        self._context.works.begin(work)

    @Slot()
    def _say_if_cancelled(self) -> None:
        """Say what has become of the files, once an export that was cancelled has ended."""
        work = self.sender()
        if isinstance(work, Work) and work.called_off:
            too_late = _("The export was finished before it could be cancelled: the files in the folder are new.")
            in_time = _("The export was cancelled. The files in the folder are as they were.")
            self.hint.emit(too_late if work.was_done else in_time)

    def _show(self, report: "Report", folder: Path) -> None:
        """Show what was exported in a window, which stays until it is closed."""
        from gui.exporting.result_window import ResultWindow

        self.hint.emit(_("Exported to {folder}").format(folder=folder))
        self._close_result()
        self.result = ResultWindow(self._context.window, report, folder, self._context.file.settings)
        self.result.destroyed.connect(self._forget_result)
        self.result.show()

    def _forget_result(self) -> None:
        self.result = None

    def _close_result(self) -> None:
        if self.result:
            self.result.destroyed.disconnect(self._forget_result)
            self.result.close()
            self.result = None


def ask_export(
    window: QWidget, project: Project, folder: Path, last: "Definition | None", settings: Settings
) -> "Definition | None":
    """Ask what to export and where to; the dialog begins with the last export, or with a folder."""
    from gui.exporting.export_dialog import ExportDialog

    dialog = ExportDialog(window, project, folder, settings.state("export"))
    if last:
        dialog.put(last)
    accepted = dialog.exec()
    settings.keep_state("export", dialog.saveGeometry())
    dialog.deleteLater()
    return dialog.definition if accepted else None


def export_project(work: Work, project: Path, definition: "Definition", *, replace: bool) -> "Report | None":
    """Export a project's file, and report what was written; None if it was called off. Raises OnrecordError."""
    from models.exports.delivery import export
    from models.exports.formats import format_named
    from models.store import Store

    target = format_named(definition.form).make()
    try:
        with Store.open_beside(project) as store:
            options, go_on = definition.options, _following(work)
            return export(store, definition.folder_of(project), target, options, go_on, replace=replace)
    except Interrupted:
        return None


def _following(work: Work) -> Callable[[int, int], None]:
    """Return what says how far an export is, at each of a hundred steps, and stops it once it is called off."""
    said = -1

    def go_on(done: int, of: int) -> None:
        nonlocal said
        work.expect_wanted()
        step = 100 * done // max(1, of)
        if step != said:
            said = step
            work.advance(done, of)
            articles = _("{done:,} of {of:,} articles").format(done=done, of=of)
            work.begin_step(_("Exporting: {articles}").format(articles=articles))

    return go_on


def _there(definition: "Definition", folder: Path) -> "list[Path]":
    """Return the files in a folder that an export would replace. Raises OnrecordError if the form cannot be made."""
    from models.exports.delivery import tables_in
    from models.exports.formats import format_named

    return tables_in(folder, format_named(definition.form).make(), definition.options)


def _may_replace(window: QWidget, there: list[Path], folder: Path) -> bool:
    """Ask whether files that are in a folder may be replaced."""
    question = ngettext(
        "“{folder}” already contains a file of this export. Replace it?",
        "“{folder}” already contains files of this export. Replace them?",
        len(there),
    ).format(folder=folder.name)
    return asking.confirm(window, question, _replaced(there), _("&Replace"))


def _replaced(there: list[Path]) -> str:
    """Return which files would be replaced, and when each was written."""
    lines = [f"{path.name}  ({_written(path)})" for path in there[:MOST_NAMED]]
    if more := len(there) - len(lines):
        lines.append(counted("and {count:,} more file", "and {count:,} more files", more))
    return "\n".join((*lines, "", _("No other file is touched.")))


def _written(path: Path) -> str:
    return in_words(datetime.fromtimestamp(path.lstat().st_mtime))
