"""The registry as a list for spreadsheets: write it, and read one, after showing what that changes."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.dialogs import choosing_files
from gui.dialogs.opening import open_over
from gui.project.project import Project
from gui.system.background import Work
from gui.widgets.plain_label import PlainLabel
from gui.work.context import Context
from models.counts import count_of
from models.entities import Speaker
from models.errors import OnrecordError
from models.translation import _, counted

if TYPE_CHECKING:
    from gui.changing.preview_dialog import PreviewDialog
    from models.actions.cells import Written
    from models.speaker_lists.speakers_csv import SpeakerList


class ListingSpeakers(QObject):
    """Exports and imports the speakers of the open project. `hint` says what was done."""

    failed = Signal(OnrecordError)
    hint = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._context = context
        self.dialog: PreviewDialog | None = None

    def export_speakers(self) -> None:
        """Write what is being typed, ask for a file, and write the speakers into it."""
        from models.speaker_lists.speakers_csv import write_file, write_speakers

        project = self._context.project
        if project is None or not self._context.leave():
            return
        path = choosing_files.ask_speakers_file(self._context.window, project.store.path)
        if path is None:
            return
        try:
            write_file(path, write_speakers(project.known, project.codebook))
        except OnrecordError as error:
            self.failed.emit(error)
        else:
            speakers = count_of(Speaker, len(project.registry.speakers))
            self.hint.emit(_("Wrote {speakers} into {file}.").format(speakers=speakers, file=path))

    def import_speakers(self) -> None:
        """Ask for a list of speakers, and show what importing it changes."""
        project = self._context.project
        if project is None or not self._context.leave():
            return
        path = choosing_files.ask_speakers(self._context.window, project.store.path.parent)
        if path is None:
            return
        work = Work(_("Reading a list of speakers"), _reading(path, project), self)
        work.succeeded.connect(lambda found: self._show(project, *found))
        work.refused.connect(self.failed)
        self._context.works.begin(work)

    def _show(self, project: Project, listed: "SpeakerList", written: "Written") -> None:
        """Show what an import changes, to be confirmed."""
        from gui.changing.preview_dialog import PreviewDialog

        if project is not self._context.project:
            return
        about = PlainLabel("\n".join((_about_import(), *listed.remarks)))
        self.dialog = PreviewDialog(self._context.window, _("Import Speakers"), _("&Import"), about)
        self.dialog.show_written(written, _("Nothing is new."))
        self.dialog.confirmed.connect(lambda _written: self._write(project, written))
        open_over(self._context.window, self.dialog)

    def _write(self, project: Project, written: "Written") -> None:
        if project is self._context.project and project.do(written.edit):
            done = counted("Changed {count:,} cell.", "Changed {count:,} cells.", written.count)
            self.hint.emit(f"{done} {_('Ctrl+Z takes this back.')}")


def _reading(path: Path, project: Project) -> Callable[[Work], tuple["SpeakerList", "Written"]]:
    """Return what reads a list and compares it with the project, in another thread."""
    codebook, known = project.codebook, project.known

    def read(_work: Work) -> tuple["SpeakerList", "Written"]:
        from models.actions.importing_speakers import import_speakers
        from models.speaker_lists.speakers_csv import read_file

        listed = read_file(path, codebook)
        return listed, import_speakers(listed, known)

    return read


def _about_import() -> str:
    """Return what an import does with known speakers and with empty cells, in sentences."""
    return " ".join(
        (
            _("Known speakers are found by their outside id, or else by their name or alias."),
            _("An empty cell changes nothing, and no speaker is deleted."),
        )
    )
