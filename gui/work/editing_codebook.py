"""Codebook: open its window beside the main window, and read and write codebook files."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.dialogs import asking
from gui.project.project import Project
from gui.project.view import ProjectView
from gui.system.background import Work
from gui.system.settings import Settings
from gui.work.context import Context
from models.edits import Edit
from models.entities import Anchor
from models.errors import OnrecordError
from models.files import PROJECT_SUFFIX
from models.places import Place
from models.translation import _, counted

if TYPE_CHECKING:
    from gui.codebook.codebook_window import CodebookWindow
    from models.codebook.files.drafts import VariableDraft


class EditingCodebook(QObject, ProjectView):
    """Keeps at most one window of the codebook; `undo` and `redo` do what the main window does for these keys."""

    place_requested = Signal(Place)
    """Asks for the place of an example to be shown."""
    pin_wanted = Signal(str)
    """The selected record is to be an example of the choice or variable with this id."""

    def __init__(
        self, context: Context, settings: Settings, undo: Callable[[], object], redo: Callable[[], object]
    ) -> None:
        super().__init__(context.window)
        self._context, self._settings, self._undo, self._redo = context, settings, undo, redo
        self.window: CodebookWindow | None = None

    def set_project(self, project: Project | None) -> None:
        """Show the codebook of another project; without a project the window is closed."""
        super().set_project(project)
        if self.window:
            self.window.set_project(project)
            if project is None:
                self.window.keep_place()
                self.window.hide()

    def follow(self, edit: Edit) -> None:
        """Show what an edit has changed in the codebook."""
        if self.window:
            self.window.follow(edit)

    def finish_editing(self) -> bool:
        """Write what is typed in the window; False if something cannot be written."""
        return self.window is None or self.window.finish_editing()

    def keep_place(self) -> None:
        """Remember where the window is."""
        if self.window:
            self.window.keep_place()

    def show_codebook(self) -> None:
        """Open the window, or bring it to the front."""
        from gui.codebook.codebook_window import CodebookWindow

        if self.project is None:
            return
        if self.window is None:
            self.window = CodebookWindow(self._context.window, self._settings)
            self.window.undo_requested.connect(self._undo)
            self.window.redo_requested.connect(self._redo)
            self.window.import_requested.connect(self.import_codebook)
            self.window.export_requested.connect(self.export_codebook)
            self.window.example_requested.connect(self._go_to)
            self.window.choices.pin_wanted.connect(self.pin_wanted)
            self.window.set_project(self.project)
        self.window.bring_up()

    def _go_to(self, anchor: Anchor) -> None:
        if record := anchor.claim or anchor.number:
            self.place_requested.emit(Place(anchor.article, record))
            self._context.window.activateWindow()

    # Files

    def import_codebook(self) -> None:
        """Ask for a codebook file or another project, and import the codebook in it."""
        if self.project is None or self.window is None:
            return
        here = self.project.store.path
        path = asking.ask_codebook(self.window, here.parent)
        if path is None:
            return
        if path.resolve() == here.resolve():
            self.window.say(_("This is the project that is open. Choose another one."))
            return
        work = Work(_("Reading a codebook"), lambda _work: drafts_in(path), self)
        work.succeeded.connect(self._import)
        work.refused.connect(self.window.say_error)
        self._context.works.begin(work)

    def _import(self, drafts: "list[VariableDraft]") -> None:
        """Import what was read, as one edit, and say what it changed."""
        from models.actions.importing_codebook import import_codebook

        project = self.project
        if project is None or self.window is None:
            return
        try:
            edit = import_codebook(project.codebook, drafts)
        except OnrecordError as error:
            self.window.say_error(error)
            return
        if project.do(edit):
            rows = counted("{count:,} row of the codebook", "{count:,} rows of the codebook", len(edit.changes))
            said = _("Imported: {rows} changed. Ctrl+Z takes this back.") if edit.changes else _("Nothing was new.")
            self.window.say(said.format(rows=rows))

    def export_codebook(self) -> None:
        """Ask for a file, and write the codebook into it, in the form that its suffix names."""
        from models.codebook.files import codebook_file
        from models.codebook.files.drafts import drafts_of

        if self.project is None or self.window is None or not self.window.finish_editing():
            return
        path = asking.ask_codebook_file(self.window, self.project.store.path)
        if path is None:
            return
        try:
            codebook_file.write(path, drafts_of(self.project.codebook))
        except OnrecordError as error:
            self.window.say_error(error)
        else:
            self.window.say(_("The codebook was written to {file}.").format(file=path))


def drafts_in(path: Path) -> "list[VariableDraft]":
    """Return the codebook in a file, or that of another project. Raises OnrecordError."""
    from models.codebook.files import codebook_file
    from models.codebook.files.drafts import drafts_of
    from models.store import Store

    if path.suffix.lower() != PROJECT_SUFFIX:
        return codebook_file.read(path)
    with Store.open(path, read_only=True) as store:
        return drafts_of(store.codebook())
