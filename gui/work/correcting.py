"""Correct the text of the article on the screen, and then show which of its records need a look."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui.dialogs.opening import open_over
from gui.project.project import Project
from gui.project.view import ProjectView
from models.places import Place
from models.translation import _, counted

if TYPE_CHECKING:
    from gui.correcting.correction_dialog import CorrectionDialog
    from gui.correcting.look_list import LookList
    from models.correcting.correction import Correction


class Correcting(QObject, ProjectView):
    """Replaces the text of an article by a corrected one. `leave` writes what is being typed."""

    place_requested = Signal(Place)
    hint = Signal(str)

    def __init__(self, window: QWidget, leave: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window, self._leave = window, leave
        self.dialog: CorrectionDialog | None = None
        self.look_list: LookList | None = None

    def set_project(self, project: Project | None) -> None:
        """Work in another project; what was to be looked at belongs to the former one."""
        super().set_project(project)
        self._close_list()

    def correct_text(self) -> None:
        """Show the text of the article on the screen, to be corrected."""
        from gui.correcting.correction_dialog import CorrectTextDialog

        if self.at_work and self._leave():
            project, records = self.at_work
            self._open(CorrectTextDialog(self._window, records, project))

    def read_again(self) -> None:
        """Show what reading the file of the article on the screen in another way makes of it."""
        from gui.correcting.read_again_dialog import ReadAgainDialog

        if self.at_work is None or not self._leave():
            return
        project, records = self.at_work
        sha256 = records.article.original
        if sha256 is None:
            self.hint.emit(_("This article was pasted: there is no file to read again. Correct its text instead."))
        elif original := project.read(lambda store: store.original(sha256)):
            self._open(ReadAgainDialog(self._window, records, original.data, project))

    def _open(self, dialog: "CorrectionDialog") -> None:
        self.dialog = dialog
        dialog.confirmed.connect(self._correct)
        dialog.finished.connect(self._forget)
        open_over(self._window, dialog)

    def _forget(self) -> None:
        self.dialog = None

    def _correct(self, correction: "Correction", flag: bool) -> None:
        """Replace the text, and list the records that need a look."""
        from gui.correcting.look_list import LookList
        from models.actions.correcting import correct_text
        from models.text.carrying import Fate

        changed = [each for each in correction.carried_records() if each.fate is Fate.CHANGED]
        if self.project is None or not self.project.do(correct_text(correction, flag=flag)):
            return
        self.hint.emit(_("The text is corrected. Ctrl+Z takes that back."))
        if changed:
            self._close_list()
            words = counted(
                "The words of {count:,} record are not the same any more.",
                "The words of {count:,} records are not the same any more.",
                len(changed),
            )
            self.look_list = LookList(self._window, correction.article.id, changed, words)
            self.look_list.place_requested.connect(self.place_requested)
            self.look_list.destroyed.connect(self._forget_list)
            self.look_list.show()

    def _close_list(self) -> None:
        if self.look_list:
            self.look_list.close()

    def _forget_list(self) -> None:
        self.look_list = None
