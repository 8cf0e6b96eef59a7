"""Search the listed edits for words, piece by piece in the background: what is found is shown at once."""

from array import array
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from gui.history.history_model import come_before
from gui.project.project import Project
from models.translation import _, counted

PIECE = 2_000
"""Edits that are searched before others may ask the file something."""


class Searching(QObject):
    """One search at a time, from the latest edit on. `found` are the edits found so far, newest first."""

    went_on = Signal()

    def __init__(self, project: Project, parent: QObject) -> None:
        super().__init__(parent)
        self._project = project
        self._rows: Sequence[int] = ()
        self._done = 0
        self.words: tuple[str, ...] = ()
        self.found = array("q")

    @property
    def is_over(self) -> bool:
        """Whether all edits have been searched."""
        return self._done >= len(self._rows)

    @property
    def sentence(self) -> str:
        """Return how many were found, and how far it is."""
        of = counted("{count:,} edit", "{count:,} edits", len(self._rows))
        found = _("{found:,} found in {edits}").format(found=len(self.found), edits=of)
        if self.is_over:
            return found
        return _("{found}, {done} % searched").format(found=found, done=self._done * 100 // len(self._rows))

    def search(self, rows: Sequence[int], words: tuple[str, ...]) -> None:
        """Search some edits for folded words, instead of what was searched before; without words, none.

        If only new edits have come to those that were searched for these words, what was found stays.
        """
        goes_on = words and words == self.words and self.is_over and come_before(rows, self._rows)
        new = len(rows) - len(self._rows)
        self._project.reader.forget(self)
        self._rows, self.words = rows, words
        if goes_on:
            self._ask_new(new)
            return
        self.found, self._done = array("q"), 0
        if words:
            self._go_on()

    def _ask_new(self, count: int) -> None:
        piece, words = self._rows[:count], self.words
        self._done += count
        self._project.reader.ask(self, lambda view: view.edits_about(piece, words), self._take_new)

    def _take_new(self, found: list[int]) -> None:
        self.found = array("q", [*found, *self.found])
        self.went_on.emit()

    def _go_on(self) -> None:
        piece, words = self._rows[self._done : self._done + PIECE], self.words
        self._project.reader.ask(self, lambda view: view.edits_about(piece, words), self._take)

    def _take(self, found: list[int]) -> None:
        self._done = min(self._done + PIECE, len(self._rows))
        self.found.extend(found)
        if not self.is_over:
            self._go_on()
        self.went_on.emit()
