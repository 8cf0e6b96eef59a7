"""Read the lines of many rows a page at a time, so that nothing holds the event loop, however many they are."""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from gui.tables.picked import pages
from gui.tables.table_model import LinesTableModel

CELLS = 1_000
"""Cells that are worked on without a pause, which takes some 10 milliseconds."""
SLICE = 10
"""Milliseconds after which other events come first."""

Take = Callable[[int, Sequence[Any]], None]
"""Is given the first row of some lines, and the lines; None for one that is gone."""


class ReadingLines(QObject):
    """Calls `take` with the lines of some rows, in order, and then `done`, or `failed` if the rows have changed.

    A few lines that are in memory are taken at once.
    """

    def __init__(
        self,
        model: LinesTableModel[Any],
        rows: Iterable[range],
        take: Take,
        done: Callable[[], None],
        failed: Callable[[], None],
    ) -> None:
        super().__init__(model)
        self._model, self._take, self._done, self._failed = model, take, done, failed
        self._pages = deque(pages(rows))
        self._some = max(1, CELLS // len(model.columns))
        self._read = deque[tuple[int, Sequence[Any]]]()
        """Lines that were read and are to be taken, with the first row of each piece."""
        self._stopped = False
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self.go)
        for moving in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.rowsMoved, model.layoutChanged):
            moving.connect(self._fail)

    def go(self) -> None:
        """Take lines until the slice of time is over or lines have to be read from the file."""
        clock = QElapsedTimer()
        clock.start()
        while self._pages or self._read:
            if not self._read:
                lines = self._model.lines_in(self._pages[0])
                if lines is None:
                    self._model.read_lines(self._pages[0], self, self._arrived)
                    return
                self._cut(lines)
            self._take(*self._read.popleft())
            if (self._pages or self._read) and clock.hasExpired(SLICE):
                self._next.start()
                return
        self._end(self._done)

    def _cut(self, lines: Sequence[Any]) -> None:
        """Cut the lines of a page into pieces, between which other events come first if need be."""
        first = self._pages.popleft().start
        self._read.extend((first + at, lines[at : at + self._some]) for at in range(0, len(lines), self._some))

    def _arrived(self, lines: Sequence[Any]) -> None:
        if self._stopped:
            return
        if len(lines) != len(self._pages[0]):
            self._fail()
            return
        self._cut(lines)
        self._next.start()

    def _fail(self, *_moved: object) -> None:
        self._end(self._failed)

    def stop(self) -> None:
        """Read no further."""
        self._stopped = True
        self._next.stop()
        self.deleteLater()

    def _end(self, then: Callable[[], None]) -> None:
        if not self._stopped:
            self.stop()
            then()
