"""Save what could not be saved: at a key, by itself when that is possible again, or before the project is closed."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from gui.dialogs import asking
from gui.project.project import Project
from gui.project.view import ProjectView
from gui.widgets.notice import Offer
from gui.work.context import Context
from gui.work.copying import Copying
from models.translation import _

EVERY = 5_000
"""Milliseconds between two attempts to save by itself what is not saved."""


class SavingAgain(QObject, ProjectView):
    """Saves refused edits; `write` writes what is being typed. `hint` says what was saved, or that it still cannot be.

    By itself it repeats only gestures: what was typed stays in its editor until the coder presses a key.
    """

    hint = Signal(str)

    def __init__(self, context: Context, copying: Copying, write: Callable[[], bool]) -> None:
        super().__init__(context.window)
        self._context, self._copying, self._write = context, copying, write
        self.next_attempt = QTimer(self, interval=EVERY)
        self.next_attempt.timeout.connect(self.try_again)

    def show_unsaved(self) -> None:
        """Try again from time to time as long as a gesture is not saved."""
        if self.project and self.project.unsaved.gestures:
            self.next_attempt.start()
        else:
            self.next_attempt.stop()

    def offers(self) -> tuple[Offer, ...]:
        """Return what can be done about changes that are not saved."""
        again = Offer(_("Save Again"), self.save_now)
        copy = Offer(_("Save a Copy…"), self._copying.save_copy)
        discard = Offer(_("Discard"), self.discard)
        return (again, copy, discard) if self.project and self.project.unsaved.gestures else (again, copy)

    def save_now(self) -> None:
        """Answer Ctrl+S: write what is being typed and what could not be saved, and say whether everything is saved."""
        project = self.project
        if project is None:
            return
        written = self._write()
        if project.writer.save_again() and written and not project.unsaved:
            self.hint.emit(_("All changes are saved in {path}.").format(path=project.store.path))
        elif not project.unsaved:
            self.hint.emit(
                _("What you typed cannot be saved as it is. Correct it where it is marked, or press Esc there.")
            )

    def try_again(self) -> None:
        """Save by itself what can be saved by now, without disturbing the coder; say so if everything is saved."""
        project = self.project
        if project is None or not project.unsaved or QApplication.activeModalWidget():
            return
        if project.writer.save_again(waits=False) and not project.unsaved:
            self.hint.emit(_("What could not be saved before is saved now."))

    def discard(self) -> None:
        """Forget the gestures that are not saved."""
        if self.project:
            self.project.unsaved.discard()

    def may_close(self) -> bool:
        """Settle what is not saved before another project takes the place of this one; False keeps it open.

        What is typed and can be saved nowhere keeps it open, too.
        """
        written = self._context.leave()
        return self._is_settled() if self.project and self.project.unsaved else written

    def may_quit(self) -> bool:
        """Settle what is not saved before the window is closed; what can be saved nowhere is asked about."""
        written = self._write()
        return self._is_settled() if self.project and self.project.unsaved else written or self._may_drop_typed()

    def _may_drop_typed(self) -> bool:
        question = _("What you typed cannot be saved as it is.")
        kept = _("It is marked in its cell. Everything else is saved.")
        return asking.confirm(self._context.window, question, kept, _("&Quit Anyway"))

    def _is_settled(self) -> bool:
        """Save again, and ask until everything is saved somewhere, or discarded; return False if it is cancelled."""
        project = self.project
        while project and not (project.writer.save_again() and not project.unsaved):
            match self._ask(project):
                case asking.Unsaved.SAVE_AGAIN:
                    self._write()
                case asking.Unsaved.SAVE_COPY:
                    if self._copying.copy_unsaved():
                        return True
                case asking.Unsaved.DISCARD:
                    project.unsaved.discard_all()
                    return True
                case asking.Unsaved.CANCEL:
                    return False
        return True

    def _ask(self, project: Project) -> asking.Unsaved:
        """Ask what to do about what is not saved; a file that is not in its place cannot be saved into again."""
        words, safe = project.unsaved.words, _("Everything before that is saved in “{name}”.")
        if problem := project.store.file_problem():
            last = f"{problem.safe} {problem.do}"
            return asking.ask_about_unsaved(self._context.window, words, last, asking.Unsaved.SAVE_COPY)
        return asking.ask_about_unsaved(self._context.window, words, safe.format(name=project.store.path.name))
