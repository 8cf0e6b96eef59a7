"""From a key to its result in the file and on the screen, beside one durable commit and one repaint."""

import shutil
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from itertools import count
from pathlib import Path
from typing import Self
from uuid import uuid4

from PySide6.QtCore import Qt

from models.edits import Edit
from models.store import Store
from tests.benchmarks.desks import (
    Ledger,
    Painted,
    bring_up,
    desk_at,
    paint_changed,
    paint_whole,
    panes,
    repaint,
    settle,
)
from tests.benchmarks.measuring import Pair, Timed, timed
from tests.benchmarks.places import Made, Places
from tests.gui.tables.acting import column
from tests.journeys.desk import CTRL, Desk

Key = Qt.Key


Prepared = Callable[[Places], AbstractContextManager[Pair]]


def beside_commit(made: Callable[[Places], Made], gesture: "Callable[[Desk], Gesture]") -> Prepared:
    """A gesture in an article, beside one small row kept durably in a file with the settings of a project, and both
    panes painted whole in one frame, as a coder sees them: the text with its marks, scroll bar and foot, the table with
    its titles, row numbers and bar. The barest floor paints only the lines of the text and the cells of the table.
    """

    @contextmanager
    def prepared(places: Places) -> Iterator[Pair]:
        ledger = Ledger(places.folder)
        with desk_at(made(places), places.folder) as desk:

            def floor(paint: Callable[[Desk], None]) -> Timed:
                return lambda: timed(ledger.commit, lambda: paint(desk))

            yield Pair(gesture(desk), floor(paint_whole), floor(repaint))
        ledger.close()

    return prepared


def beside_least(made: Callable[[Places], Made], gesture: "Callable[[Desk], Gesture]") -> Prepared:
    """A gesture in an article, beside the least that its result needs: the same edits written by a store alone, and one
    frame of what shows them. The floor of `beside_commit` writes one row instead of dozens, and paints two panes
    instead of all.
    """

    @contextmanager
    def prepared(places: Places) -> Iterator[Pair]:
        with desk_at(made(places), places.folder) as desk, Least.beside(desk, places.folder) as least:
            acting = gesture(desk)
            acting.least = least
            yield Pair(acting, lambda: least.seconds)

    return prepared


@contextmanager
def claim_long_beside_usual(places: Places) -> Iterator[Pair]:
    """C in a very long article beside C in one of usual length."""
    with desk_at(places.long_article(), places.folder) as long, desk_at(places.article(), places.folder) as usual:
        yield Pair(Claiming(long), Claiming(usual))


@contextmanager
def sentence(places: Places) -> Iterator[Pair]:
    """J in a very long article beside J in one of usual length."""
    with desk_at(places.long_article(), places.folder) as long, desk_at(places.article(), places.folder) as usual:
        yield Pair(_Stepping(long), _Stepping(usual))


@contextmanager
def completion(places: Places) -> Iterator[Pair]:
    """A letter typed in the speaker's cell with a long registry, beside a repaint of both panes: a frame."""
    with desk_at(places.many_speakers(), places.folder) as desk:
        yield Pair(_Typing(desk), lambda: timed(lambda: repaint(desk)))


class Least:
    """What comes of a key, done with neither a window's thinking nor its layout, right after the key has done it."""

    def __init__(self, desk: Desk, store: Store) -> None:
        self.seconds = 0.0
        """How long that took the last time."""
        self._desk, self._store = desk, store
        self._edits: list[Edit] = []
        desk.project.edited.connect(self._edits.append)

    @classmethod
    @contextmanager
    def beside(cls, desk: Desk, folder: Path) -> Iterator[Self]:
        """Follow all edits in a copy of the project."""
        path = folder / f"{uuid4()}.onrecord"
        shutil.copyfile(desk.project.store.path, path)
        with Store.open(path) as store:
            yield cls(desk, store)
        path.unlink()

    def catch_up(self) -> None:
        """Write the edits that were made since, so that those of the next key can follow them."""
        while self._edits:
            self._store.apply(self._edits.pop(0))

    def do(self) -> None:
        """Write the edits of the key, and paint what it has changed."""
        self.seconds = timed(self.catch_up, lambda: paint_changed(self._desk))


class Gesture(ABC):
    """A key whose work is timed until everything it changes is painted; what comes before and after is not."""

    least: Least | None = None

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.painted = Painted(*panes(desk))
        # Begun in the middle: there is as much text, and as many records, before it as behind.
        start = len(desk.records.text) // 2
        desk.text.select(start, start + 1)
        desk.text.setFocus()
        desk.press(Key.Key_J)

    @abstractmethod
    def __call__(self) -> float:
        """Make the gesture once; the seconds of the part that counts."""

    def timed_press(self, key: Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> float:
        if self.least:
            self.least.catch_up()
        self.painted.expect()
        seconds = timed(lambda: self.desk.press(key, modifiers), self.painted.wait)
        if self.least:
            self.least.do()
        return seconds

    def mark_next_sentence(self) -> float:
        """Record the next sentence as a claim; the seconds are those of C."""
        bring_up(self.desk)
        self.desk.press(Key.Key_J)
        settle(self.desk)
        claims = len(self.desk.records.claims)
        seconds = self.timed_press(Key.Key_C)
        assert len(self.desk.records.claims) == claims + 1
        self.desk.press(Key.Key_Return)
        settle(self.desk)
        assert self.desk.focus is self.desk.text
        return seconds


class Claiming(Gesture):
    def __call__(self) -> float:
        return self.mark_next_sentence()


class Undoing(Gesture):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.mark_next_sentence()  # so that what comes next to be undone is no article's making

    def __call__(self) -> float:
        self.mark_next_sentence()
        return self.timed_press(Key.Key_Z, CTRL)


class Accepting(Gesture):
    """Enter at the next suggestion: in these articles mostly a claim of "an old man", for which a cell opens that asks
    who speaks.
    """

    def __call__(self) -> float:
        bring_up(self.desk)
        self.desk.press(Key.Key_Tab)
        settle(self.desk)
        recorded = self.recorded()
        seconds = self.timed_press(Key.Key_Return)
        assert self.recorded() == recorded + 1
        self.desk.press(Key.Key_Escape)
        settle(self.desk)
        return seconds

    def recorded(self) -> int:
        """Return how many claims and numbers are recorded."""
        return len(self.desk.records.claims) + len(self.desk.records.numbers)


class EditingCell(Gesture):
    """Enter in a cell of the article's statements in which something was typed; it changes the table alone."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.words = (f"moorings {each}" for each in count())
        self.painted = Painted(panes(desk)[1])

    def __call__(self) -> float:
        bring_up(self.desk)
        table = self.desk.statements.view
        table.setFocus()
        row = table.lines.row_of(next(iter(self.desk.records.numbers)))
        assert row is not None
        table.show_cell(row, column(self.desk.statements, "counted"))
        settle(self.desk)
        words = next(self.words)
        self.desk.type(words)
        seconds = self.timed_press(Key.Key_Return)
        assert words in {number.counted for number in self.desk.records.numbers.values()}
        return seconds


class _Stepping(Gesture):
    def __call__(self) -> float:
        bring_up(self.desk)
        settle(self.desk)
        watched = Painted(panes(self.desk)[0])
        watched.expect()
        return timed(lambda: self.desk.press(Key.Key_J), watched.wait)


class _Typing(Gesture):
    def __call__(self) -> float:
        self.desk.press(Key.Key_J)
        self.desk.press(Key.Key_C)
        self.desk.type("Tor")
        seconds = timed(lambda: self.desk.type("m"))
        self.desk.press(Key.Key_Escape)
        self.desk.press(Key.Key_Escape)
        self.desk.text.setFocus()
        return seconds
