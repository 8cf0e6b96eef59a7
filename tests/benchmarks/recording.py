"""From a key to its result in the file and on the screen, beside one durable commit and one repaint."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt

from tests.benchmarks.desks import Ledger, Painted, bring_up, desk_at, panes, repaint, settle
from tests.benchmarks.measuring import Pair, timed
from tests.benchmarks.places import Made, Places
from tests.journeys.desk import CTRL, Desk

Key = Qt.Key


@contextmanager
def claim(places: Places) -> Iterator[Pair]:
    """C in an article of usual length."""
    with _key_beside_commit(places, places.article(), _Claiming) as pair:
        yield pair


@contextmanager
def claim_in_long_article(places: Places) -> Iterator[Pair]:
    """C in a very long article."""
    with _key_beside_commit(places, places.long_article(), _Claiming) as pair:
        yield pair


@contextmanager
def claim_long_beside_usual(places: Places) -> Iterator[Pair]:
    """C in a very long article beside C in one of usual length."""
    with desk_at(places.long_article(), places.folder) as long, desk_at(places.article(), places.folder) as usual:
        yield Pair(_Claiming(long), _Claiming(usual))


@contextmanager
def undo(places: Places) -> Iterator[Pair]:
    """Ctrl+Z after a claim."""
    with _key_beside_commit(places, places.article(), _Undoing) as pair:
        yield pair


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


@contextmanager
def _key_beside_commit(places: Places, made: Made, gesture: type["_Gesture"]) -> Iterator[Pair]:
    ledger = Ledger(places.folder)
    with desk_at(made, places.folder) as desk:

        def floor() -> float:
            return timed(ledger.commit, lambda: repaint(desk))

        yield Pair(gesture(desk), floor)
    ledger.close()


class _Gesture(ABC):
    """A key whose work is timed until everything it changes is painted; what comes before and after is not."""

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
        self.painted.expect()
        return timed(lambda: self.desk.press(key, modifiers), self.painted.wait)

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


class _Claiming(_Gesture):
    def __call__(self) -> float:
        return self.mark_next_sentence()


class _Undoing(_Gesture):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.mark_next_sentence()  # so that what comes next to be undone is no article's making

    def __call__(self) -> float:
        self.mark_next_sentence()
        return self.timed_press(Key.Key_Z, CTRL)


class _Stepping(_Gesture):
    def __call__(self) -> float:
        bring_up(self.desk)
        settle(self.desk)
        watched = Painted(panes(self.desk)[0])
        watched.expect()
        return timed(lambda: self.desk.press(Key.Key_J), watched.wait)


class _Typing(_Gesture):
    def __call__(self) -> float:
        self.desk.press(Key.Key_J)
        self.desk.press(Key.Key_C)
        self.desk.type("Tor")
        seconds = timed(lambda: self.desk.type("m"))
        self.desk.press(Key.Key_Escape)
        self.desk.press(Key.Key_Escape)
        self.desk.text.setFocus()
        return seconds
