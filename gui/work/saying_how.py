"""Ask how files are to be read where they do not say it, and keep what the coder says for the next time."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from gui.dialogs import choosing_files
from gui.dialogs.opening import open_over
from gui.system.background import Work
from gui.work.context import Context
from models.articles.how_to_read import AS_FOUND, HowToRead
from models.errors import OnrecordError
from models.translation import _

if TYPE_CHECKING:
    from models.articles.database_profile import Profile
    from models.articles.databases.unknown import UnknownDatabase
    from models.articles.tables.choosing import UnmappedTable
    from models.articles.tables.columns import Columns
    from models.incoming.entry import Entry

Again = Callable[[HowToRead], None]
"""Reads the files once more, as was said."""


class SayingHow(QObject):
    """Asks about tables whose columns are not known, and about exports of unknown databases."""

    failed = Signal(OnrecordError)
    hint = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._context = context
        self.dialog: QDialog | None = None

    @property
    def _folder(self) -> Path:
        return self._context.file.settings.configuration

    def ask(self, entries: "Sequence[Entry]", how: HowToRead, again: Again, without: Callable[[], None]) -> bool:
        """Ask about the first file that does not say how it is read; return False if all do.

        Afterwards the files are read again, or, if the coder does not say it, it goes on without the answer.
        """
        from models.articles.databases.unknown import UnknownDatabase
        from models.articles.tables.choosing import UnmappedTable

        read = {each.path for each in entries if each.draft}
        for entry in entries:
            match entry.found:
                case UnmappedTable() as table if entry.path not in read:  # else it is only another sheet of a workbook
                    self._ask_columns(table, how, again, without)
                    return True
                case UnknownDatabase() as export:
                    self._ask_profile(export, how, again, without)
                    return True
        return False

    def _ask_columns(self, table: "UnmappedTable", how: HowToRead, again: Again, without: Callable[[], None]) -> None:
        from gui.describing.columns_dialog import ColumnsDialog
        from models.articles.tables.columns import remembered
        from models.articles.tables.remembering import remember

        def take(columns: "Columns") -> None:
            said = remembered(table.names, columns)
            self._kept(lambda: remember(self._folder, said))
            again(replace(how, columns=None, remembered=(said, *how.remembered)))

        dialog = ColumnsDialog(self._context.window, table)
        dialog.confirmed.connect(take)
        dialog.rejected.connect(without)
        self._open(dialog)

    def _ask_profile(self, found: "UnknownDatabase", how: HowToRead, again: Again, without: Callable[[], None]) -> None:
        from gui.describing.profile_dialog import ProfileDialog
        from models.articles.kept_readings import keep, kept_profiles

        def take(profile: "Profile") -> None:
            self._kept(lambda: keep(self._folder, profile))
            again(replace(how, to_describe=False, profiles=(profile, *how.profiles)))

        dialog = ProfileDialog(self._context.window, found.document, found.named, kept_profiles(self._folder))
        dialog.confirmed.connect(take)
        dialog.rejected.connect(without)
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._forget)
        open_over(self._context.window, dialog)

    def _forget(self) -> None:
        self.dialog = None

    def _kept(self, keeping: Callable[[], object]) -> None:
        """Keep something; if that fails, it is said, and the files are read nevertheless."""
        try:
            keeping()
        except OnrecordError as error:
            self.failed.emit(error)
        except OSError as error:
            self.failed.emit(OnrecordError(_("This is not remembered: {reason}.").format(reason=error.strerror)))

    def describe(self) -> None:
        """Ask for an export or a table, and describe its database or its columns by it."""
        file = self._context.file
        path = choosing_files.ask_file_to_describe(self._context.window, file.folder("articles"))
        if path is None:
            return
        kept = self._folder
        work = Work(_("Reading “{name}”").format(name=path.name), lambda _work: _to_describe(path, kept), self)
        work.succeeded.connect(self._ask_again)
        work.refused.connect(self.failed)
        self._context.works.begin(work)

    def _ask_again(self, found: "UnknownDatabase | UnmappedTable") -> None:
        from models.articles.tables.choosing import UnmappedTable

        if isinstance(found, UnmappedTable):
            self._ask_columns(found, AS_FOUND, self._say_kept, lambda: None)
        else:
            self._ask_profile(found, AS_FOUND, self._say_kept, lambda: None)

    def _say_kept(self, _how: HowToRead) -> None:
        self.hint.emit(_("This is kept. Files of this kind can be imported now."))


def _to_describe(path: Path, kept: Path) -> "UnknownDatabase | UnmappedTable":
    """Return what can be described of a file. Raises OnrecordError if there is nothing."""
    from models.articles.article_files import articles_in
    from models.articles.databases.unknown import UnknownDatabase
    from models.articles.kept_readings import with_kept
    from models.articles.tables.choosing import UnmappedTable

    for found in articles_in(path, how=with_kept(HowToRead(to_describe=True), kept)):
        if isinstance(found, UnknownDatabase | UnmappedTable):
            return found
        if isinstance(found, OnrecordError):
            raise found
    raise OnrecordError(_("“{name}” has neither columns nor paragraphs to be described.").format(name=path.name))
