"""Find everything in the article on the screen that may be recorded, in the background and soon after a change."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from gui.system.thinking import Thinking
from models.suggestions.parts import Part
from models.suggestions.sought import Sought
from models.text.ranges import Range
from models.translation import _

FIRST = 60
"""Milliseconds after which an article is read: its text is painted first."""
AGAIN = 250
"""Milliseconds after which it is read again, since a new speaker is known: the keys that follow an edit come first."""

IN_SIGHT, PORTION = 20, 50
"""How much that was found is shown first, and how much at a time after that: showing it takes the loop some time, and
painting the panes again does each time.
"""


class Seeking(QObject):
    """Reads one text at a time; `look` returns what is to be read now, if anything is, and `in_sight` where the coder
    looks: what begins there, in code points, is found first.
    """

    found = Signal(list)
    """Ranges of the text, each with all parts that were found in it."""
    read = Signal()
    """The whole text has been read, or nothing is to be read."""

    def __init__(self, look: Callable[[], Sought | None], parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self.in_sight: Callable[[], int] = lambda: 0
        self._sought: Sought | None = None
        self._gathered: list[tuple[Range, Sequence[Part]]] = []
        self._enough = IN_SIGHT
        self._thinking = Thinking(_("Finding suggestions"), self)
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._ask)

    @property
    def is_busy(self) -> bool:
        """Whether something is still to be found."""
        return self._pause.isActive() or self._thinking.busy

    def seek(self, milliseconds: int) -> None:
        """Read the text again after a pause, if something that the answer depends on has changed."""
        if self._look() != self._sought:
            self._pause.start(milliseconds)

    def forget(self) -> None:
        """Drop what is being found: the text is another one."""
        self._thinking.forget()
        self._sought = None

    def close(self) -> None:
        """Find nothing any more."""
        self._thinking.close()

    def _ask(self) -> None:
        sought = self._sought = self._look()
        self._gathered, self._enough = [], IN_SIGHT
        if sought is None:
            self._thinking.forget()
            self.read.emit()
        else:
            first = self.in_sight()
            self._thinking.ask(lambda: answer(sought, first), self._gather, self._end)

    def _gather(self, found: Sequence[tuple[Range, Sequence[Part]]]) -> None:
        """Report what was found when it is enough."""
        self._gathered += found
        if sum(len(parts) for _range, parts in self._gathered) >= self._enough:
            self._tell()
            self._enough = PORTION

    def _tell(self) -> None:
        found, self._gathered = self._gathered, []
        self.found.emit(found)

    def _end(self) -> None:
        self._tell()
        self.read.emit()


def answer(sought: Sought, first: int) -> Iterator[tuple[Range, Sequence[Part]]]:
    """Yield what is found in a text, in another thread, which loads what reads texts with the first article."""
    from models.suggestions.finding_parts import find_parts

    return find_parts(sought, first)
