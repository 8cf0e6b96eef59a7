"""Show the history of the open project beside its window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.project.view import ProjectView
from gui.widgets.window_place import bring_up
from gui.work.context import Context
from models.edits import Edit
from models.lines.edit_line import EditLine, Reversal
from models.places import Place
from models.translation import _

if TYPE_CHECKING:
    from gui.history.history_window import HistoryWindow


class ShowingHistory(QObject, ProjectView):
    """Keeps at most one window of the history, which follows the edits while it is open."""

    place_requested = Signal(Place)
    hint = Signal(str)
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._context = context
        self.shown: HistoryWindow | None = None
        context.file.closing.connect(self._close)

    def show_history(self) -> None:
        """Write what is being typed, and show the history."""
        from gui.history.history_window import HistoryWindow

        project = self._context.project
        if project is None or not self._context.leave():
            return
        if self.shown is None:
            self.shown = HistoryWindow(self._context.window, project)
            self.shown.place_wanted.connect(self._go_to)
            self.shown.revert_wanted.connect(self._revert)
            self.shown.undo_wanted.connect(self.undo_wanted)
            self.shown.redo_wanted.connect(self.redo_wanted)
            self.shown.finished.connect(self._forget)
        bring_up(self.shown)

    def follow(self, edit: Edit) -> None:  # noqa: ARG002  # every edit is in the history
        """List an edit that was just made."""
        if self.shown:
            self.shown.refresh()

    def show_article(self) -> None:
        """Offer the edits of the article on the screen."""
        if self.shown and self.project:
            self.shown.show_article(self.project.shown.article if self.project.shown else None)

    def _go_to(self, place: Place) -> None:
        self.place_requested.emit(place)
        self._context.window.activateWindow()

    def _revert(self, line: EditLine) -> None:
        """Revert an edit alone, or say what stands in the way. What that is, is asked in the background."""
        project = self._context.project
        if project and self._context.leave():
            project.reader.ask(self, lambda view: view.reversal(line.row), lambda found: self._do(line, found))

    def _do(self, line: EditLine, found: Reversal) -> None:
        from gui.history.in_the_way import refusal

        project = self._context.project
        if project is None or self.shown is None:
            return
        self.shown.say("")
        if found.edit is None:
            self.shown.say(refusal(line, found))
        elif project.do(found.edit):
            said = _("“{done}” is reverted. Ctrl+Z takes that back.").format(done=line.done)
            self.shown.say(said)
            self.hint.emit(said)

    def _forget(self) -> None:
        if self._context.project:
            self._context.project.reader.forget(self)
        if self.shown:
            self.shown.deleteLater()
            self.shown = None

    def _close(self) -> None:
        if self.shown:
            self.shown.close()
