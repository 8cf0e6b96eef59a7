"""Strokes on the scroll bar of a text, where places of it are."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, count
from operator import ne

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QTextEdit, QWidget

from gui.theme import theme

STROKE = 2
"""The height of a stroke, in pixels."""


class ScrollStrokes(QWidget):
    """Covers the scroll bar of a text, shows strokes on it, and lets the mouse through.

    A stroke is where its share of the text is, and not of its height: to know that, Qt would lay out the whole text.
    """

    def __init__(self, edit: QTextEdit) -> None:
        super().__init__(edit.verticalScrollBar())
        self._bar = edit.verticalScrollBar()
        self._starts: Sequence[int] = ()
        self._length = 1
        self._tops: list[int] = []
        """The pixels at which strokes begin, in order; places that share one have one stroke."""
        self._joined: Sequence[QRect] | None = None
        """All strokes, those that touch as one, for when the whole bar is painted, as by scrolling; None: not yet."""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._bar.installEventFilter(self)

    def show_starts(self, starts: Sequence[int], length: int) -> None:
        """Show a stroke for each place, by where it begins in a text of this length (code points, in order).

        Only the part of the bar is painted again in which they differ.
        """
        before, same_text = self._starts, length == self._length
        self._starts, self._length = starts, max(length, 1)
        self.setVisible(bool(starts))
        if not same_text:
            self._show_between(0, self._height)
        elif differing := _differing(before, starts):
            self._show_between(*map(self._top_of, differing))

    @property
    def _height(self) -> int:
        """The room in which strokes begin."""
        return max(self.height() - STROKE, 1)

    def _top_of(self, start: int) -> int:
        return start * self._height // self._length

    def _show_between(self, top: int, bottom: int) -> None:
        """Find again the strokes that begin between two pixels, and paint them."""
        self._tops[self._between(top, bottom)], self._joined = self._found_between(top, bottom), None
        self.update(0, top, self.width(), bottom + STROKE - top)

    def _between(self, top: int, bottom: int) -> slice:
        return slice(bisect_left(self._tops, top), bisect_right(self._tops, bottom))

    def _found_between(self, top: int, bottom: int) -> Iterator[int]:
        """Yield where strokes begin; of places that share a pixel, only the first is looked at."""
        place = self._first_from(top)
        while place < len(self._starts) and (found := self._top_of(self._starts[place])) <= bottom:
            yield found
            place = self._first_from(found + 1)

    def _first_from(self, pixel: int) -> int:
        """Return the first place with a stroke that begins at a pixel or below it."""
        return bisect_left(self._starts, -(-pixel * self._length // self._height))

    def eventFilter(self, _bar: QObject, event: QEvent) -> bool:
        """Stay as large as the bar."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._bar.rect())
        return False

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._tops, self._joined = [*self._found_between(0, self._height)], None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme().scheme.faint))
        painter.drawRects(self._strokes(event.rect()))
        painter.end()

    def _strokes(self, area: QRect) -> Sequence[QRect]:
        """Return the strokes in an area; of the whole bar they are kept."""
        if area != self.rect():
            return self._join(self._tops[self._between(area.top() - STROKE, area.bottom())])
        if self._joined is None:
            self._joined = self._join(self._tops)
        return self._joined

    def _join(self, tops: Iterable[int]) -> Sequence[QRect]:
        half, ends = self.width() // 2, list[tuple[int, int]]()
        for top in tops:
            first = ends.pop()[0] if ends and top <= ends[-1][1] else top
            ends.append((first, top + STROKE))
        return [QRect(half - 1, top, half, bottom - top) for top, bottom in ends]


def _differing(before: Sequence[int], now: Sequence[int]) -> tuple[int, int] | None:
    """Return the first and the last number of the part in which two lists in order differ; None if they are equal."""
    if before == now:
        return None
    ahead, behind = _in_common(before, now), _in_common(before[::-1], now[::-1])
    firsts = [each[ahead] for each in (before, now) if ahead < len(each)]
    lasts = [each[-1 - behind] for each in (before, now) if behind < len(each)]
    return min(firsts), max(lasts)


def _in_common(one: Sequence[int], other: Sequence[int]) -> int:
    """Return how many numbers two lists have in common from their beginning."""
    return next(compress(count(), map(ne, one, other)), min(len(one), len(other)))
