"""Mark where an article has places without a record: a dot beside the line, and a stroke on the scroll bar."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QTextEdit, QWidget

from gui.article.look import PADDING
from gui.article.page_display import PageDisplay
from gui.article.scrolling import Scrolling
from gui.theme import theme

DOT = 2.5
"""The radius of a dot, in pixels."""
STROKE = 2
"""The height of a stroke on the scroll bar, in pixels."""


class PlaceMarks:
    """The dots of one article, in the padding to the right of its lines, where nothing else is marked."""

    def __init__(self, edit: QTextEdit, display: PageDisplay, scrolling: Scrolling) -> None:
        self._edit, self._display, self._scrolling = edit, display, scrolling
        self._starts: list[int] = []
        self._strokes = ScrollStrokes(edit)

    def show(self, starts: Sequence[int]) -> None:
        """Mark the lines in which these places begin (code points, in order), and no others."""
        before, self._starts = self._starts, [*starts]
        if before != self._starts:
            for start in {*self._visible(before)} ^ {*self._visible(self._starts)}:
                self._edit.viewport().update(self._around(self._middle_of(start)).toAlignedRect())
            self._strokes.show_starts(self._starts, len(self._display.page.text))

    def paint(self, painter: QPainter) -> None:
        """Paint the dots of the lines that are visible; places that begin in one line share one."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme().scheme.faint))
        for middle in {self._middle_of(start) for start in self._visible(self._starts)}:
            painter.drawEllipse(self._around(middle).center(), DOT, DOT)
        painter.restore()

    def _around(self, middle: float) -> QRectF:
        """Return the rectangle around a dot at a height, with the softened pixels at its edge."""
        side = 2 * (DOT + 1)
        return QRectF(self._edit.viewport().width() - PADDING // 2 - side / 2, middle - side / 2, side, side)

    def _visible(self, starts: Sequence[int]) -> list[int]:
        page = self._display.page
        if not starts or starts[-1] > len(page.text):
            return []
        start, end = page.lines.bounds(self._scrolling.first_line)[0], page.lines.bounds(self._scrolling.last_line)[1]
        found = starts[bisect_left(starts, start) : bisect_right(starts, end)]
        return [each for each in found if page.document.block(page.lines.at(each)).isVisible()]

    def _middle_of(self, start: int) -> float:
        return self._edit.cursorRect(self._display.page.document.cursor(start, start)).center().y()


class ScrollStrokes(QWidget):
    """Covers the scroll bar of a text, shows strokes on it, and lets the mouse through.

    A stroke is where its share of the text is, and not of its height: to know that, Qt would lay out the whole text.
    """

    def __init__(self, edit: QTextEdit) -> None:
        super().__init__(edit.verticalScrollBar())
        self._bar = edit.verticalScrollBar()
        self._starts: Sequence[int] = ()
        self._length = 1
        self._drawn: tuple[QSize, Sequence[QRect]] = QSize(), ()
        """The room for strokes, and where they are in it."""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._bar.installEventFilter(self)

    def show_starts(self, starts: Sequence[int], length: int) -> None:
        """Show a stroke for each place, by where it begins in a text of this length."""
        self._starts, self._length, self._drawn = starts, max(length, 1), (QSize(), ())
        self.setVisible(bool(starts))
        self.update()

    def eventFilter(self, _bar: QObject, event: QEvent) -> bool:
        """Stay as large as the bar."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._bar.rect())
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme().scheme.faint))
        painter.drawRects(self._strokes_within(self.size()))
        painter.end()

    def _strokes_within(self, room: QSize) -> Sequence[QRect]:
        """Return where the strokes are, of which many share a pixel; it is worked out once for each size."""
        if self._drawn[0] != room:
            half, tops = room.width() // 2, self._tops_within(max(room.height() - STROKE, 1))
            strokes = [QRect(half - 1, top, half, bottom - top) for top, bottom in _joined(tops)]
            self._drawn = QSize(room), strokes
        return self._drawn[1]

    def _tops_within(self, height: int) -> Iterator[int]:
        """Yield where strokes begin; of places that share a pixel, only the first is looked at."""
        place = 0
        while place < len(self._starts):
            top = self._starts[place] * height // self._length
            yield top
            next_pixel = -(-(top + 1) * self._length // height)
            place = bisect_left(self._starts, next_pixel, lo=place + 1)


def _joined(tops: Iterable[int]) -> Sequence[tuple[int, int]]:
    """Return where strokes begin and end; those that touch are one."""
    strokes: list[tuple[int, int]] = []
    for top in tops:
        first = strokes.pop()[0] if strokes and top <= strokes[-1][1] else top
        strokes.append((first, top + STROKE))
    return strokes
