"""Codebook: open its window beside the main window, and read and write codebook files."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.dialogs import choosing_files
from gui.dialogs.opening import open_over
from gui.project.project import Project
from gui.project.view import ProjectView
from gui.system.background import Work
from gui.system.settings import Settings
from gui.work.context import Context
from models.codebook.codebook import Codebook
from models.edits import Edit
from models.entities import Anchor, Choice, Variable
from models.errors import OnrecordError
from models.files import PROJECT_SUFFIX
from models.places import Place
from models.translation import _, counted

if TYPE_CHECKING:
    from gui.changing.preview_dialog import PreviewDialog
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
        self.dialog: PreviewDialog | None = None

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

    @property
    def is_typing(self) -> bool:
        """Whether a field of the window holds what is not written yet."""
        return self.window is not None and self.window.is_typing

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
        path = choosing_files.ask_codebook(self.window, here.parent)
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
        """Make the edit that imports what was read, and show it."""
        from models.actions.importing_codebook import import_codebook

        project = self.project
        if project is None or self.window is None:
            return
        try:
            edit = import_codebook(project.codebook, drafts)
        except OnrecordError as error:
            self.window.say_error(error)
            return
        self._show_import(project, edit, drafts)

    def _show_import(self, project: Project, edit: Edit, drafts: "list[VariableDraft]") -> None:
        """Show what an import brings and changes, to be confirmed."""
        from gui.changing.preview_dialog import PreviewDialog
        from models.actions.codebook_differences import codebook_differences

        assert self.window
        if not edit.changes:
            self.window.say(_("Nothing was new."))
            return
        written = codebook_differences(project.codebook, edit)
        self.dialog = PreviewDialog(self.window, _("Import Codebook"), _("&Import"))
        self.dialog.show_written(written)
        self.dialog.preview.say(_about_import(project.codebook, edit, drafts))
        self.dialog.confirmed.connect(lambda _written: self._write_import(project, edit))
        open_over(self.window, self.dialog)

    def _write_import(self, project: Project, edit: Edit) -> None:
        if self.window and project is self.project and project.do(edit):
            rows = counted("{count:,} row of the codebook", "{count:,} rows of the codebook", len(edit.changes))
            self.window.say(_("Imported: {rows} changed. Ctrl+Z takes this back.").format(rows=rows))

    def export_codebook(self) -> None:
        """Ask for a file, and write the codebook into it, in the form that its suffix names."""
        from models.codebook.files import codebook_file
        from models.codebook.files.drafts import drafts_of

        if self.project is None or self.window is None or not self.window.finish_editing():
            return
        path = choosing_files.ask_codebook_file(self.window, self.project.store.path)
        if path is None:
            return
        try:
            codebook_file.write(path, drafts_of(self.project.codebook))
        except OnrecordError as error:
            self.window.say_error(error)
        else:
            self.window.say(_("The codebook was written to {file}.").format(file=path))


def _about_import(codebook: Codebook, edit: Edit, drafts: "list[VariableDraft]") -> str:
    """Return what an import brings, and what of the project is not in the file and stays, in sentences."""
    variables, choices = len(edit.made(Variable)), len(edit.made(Choice))
    other = len({each.name for each in codebook.variables.values()} - {draft.name for draft in drafts})
    said = [
        counted("{count:,} new variable", "{count:,} new variables", variables)
        + ", "
        + counted("{count:,} new choice.", "{count:,} new choices.", choices),
        _("Texts that differ become those of the file. Nothing is deleted, and no answer changes."),
    ]
    if other:
        said.append(
            counted(
                "{count:,} variable that is only in the project stays.",
                "{count:,} variables that are only in the project stay.",
                other,
            )
        )
    return " ".join(said)


def drafts_in(path: Path) -> "list[VariableDraft]":
    """Return the codebook in a file, or that of another project. Raises OnrecordError."""
    from models.codebook.files import codebook_file
    from models.codebook.files.drafts import drafts_of
    from models.store import Store

    if path.suffix.lower() != PROJECT_SUFFIX:
        return codebook_file.read(path)
    with Store.open(path, read_only=True) as store:
        return drafts_of(store.codebook())
