"""Change the codebook; what changes answers is shown first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui.codebook.consequences import Consequences, exported, sentences
from gui.dialogs.opening import open_over
from gui.project.project import Project
from models.codebook.exported_differences import Difference, exported_differences
from models.codebook.reach import Reach
from models.edits import Edit
from models.entities import Answer
from models.errors import OnrecordError
from models.ids import Id

if TYPE_CHECKING:
    from models.store.view import StoreView

Make = Callable[[Sequence[Answer], bool], Edit]
"""Makes an edit of the answers that it concerns; the second argument says whether those that do not fit are kept."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A change that concerns the answers under a variable, or only those with some of its `choices`.

    `doing` says what is being done, `question` asks for it, and `yes` is on the button. With `may_keep`, answers that
    no longer fit can be kept. With `relabels`, all these answers stay, and are shown and exported otherwise.
    """

    doing: str
    question: str
    yes: str
    make: Make
    variable: Id
    choices: tuple[Id, ...] | None = None
    may_keep: bool = False
    relabels: bool = False


class Changes(QObject):
    """Writes the edits of the window. `refused` says why one was not written; `done` that one was."""

    refused = Signal(OnrecordError)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.project: Project | None = None

    def do(self, make: Callable[[], Edit]) -> bool:
        """Make and write an edit; return False if it was refused."""
        if self.project is None:
            return False
        try:
            edit = make()
        except OnrecordError as error:
            self.refused.emit(error)
            return False
        return self.project.do(edit)

    def ask_first(self, wish: Wish, called_off: Callable[[], object] = lambda: None) -> None:
        """Show which answers a change concerns, and write it if that is wanted; ask nothing if there are none.

        If it is refused or not wanted, it is `called_off`.
        """
        if self.project is None:
            return
        project = self.project
        try:
            edit = wish.make((), False)
        except OnrecordError as error:
            self.refused.emit(error)
            called_off()
            return

        differences = exported_differences(project.codebook, edit, wish.variable) if wish.relabels else ()

        def reach_of(view: "StoreView") -> Reach:
            answers = view.answers_under(wish.variable, wish.choices)
            return view.reach_of(wish.make(answers, False), answers if wish.relabels else None)

        def show(reach: Reach) -> None:
            if project is self.project:
                self._show(project, wish, reach, differences, called_off)

        project.reader.ask(self, reach_of, show)

    def _show(
        self,
        project: Project,
        wish: Wish,
        reach: Reach,
        differences: Sequence[Difference],
        called_off: Callable[[], object],
    ) -> None:
        if not reach:
            self._write(project, wish, keep=True)
            return
        dialog = Consequences(
            self._window,
            wish.question,
            wish.yes,
            [*sentences(reach, relabels=wish.relabels), *exported(differences)],
            cleared=reach.cleared if wish.may_keep else 0,
        )
        dialog.decided.connect(lambda keep: self._write(project, wish, keep=keep))
        dialog.rejected.connect(called_off)
        open_over(self._window, dialog)

    def _write(self, project: Project, wish: Wish, *, keep: bool) -> None:
        """Write the change, after reading the answers as they are now."""
        if project is self.project:
            project.do_in_thread(
                wish.doing, lambda write: wish.make(write.answers_under(wish.variable, wish.choices), keep)
            )
