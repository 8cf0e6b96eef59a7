"""What Undo would take back, and what Redo would do again."""

from typing import TYPE_CHECKING

from models.edits import Edit, HistoryLine
from models.errors import OnrecordError

if TYPE_CHECKING:
    from models.store import Store


class NextEdits:
    """The coder's last gesture and the one that was undone last, as the history has them; None if there is none.

    Where the file cannot be read, both are None, and the error is returned.
    """

    def __init__(self, store: "Store", coder: str) -> None:
        self._store, self._coder = store, coder
        self.undoable, self.redoable = store.undoable(coder), store.redoable(coder)

    def work_as(self, coder: str) -> OnrecordError | None:
        """Ask for those of another coder."""
        self._coder = coder
        return self.ask()

    def take(self, edit: Edit) -> OnrecordError | None:
        """Follow an edit of the coder: if it is a new gesture, Undo takes it back; otherwise the history is asked."""
        if edit.undoes or edit.continues:
            return self.ask()
        self.undoable = HistoryLine(edit.id, edit.label, edit.coder or "", edit.at or "", len(edit.changes))
        self.redoable = None
        return None

    def ask(self) -> OnrecordError | None:
        """Ask the history."""
        self.undoable = self.redoable = None
        try:
            self.undoable, self.redoable = self._store.undoable(self._coder), self._store.redoable(self._coder)
        except OnrecordError as error:
            return error
        return None
