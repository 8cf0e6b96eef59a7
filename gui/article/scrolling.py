"""What part of a text edit's document is visible, and how to scroll it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from math import ceil, floor

from PySide6.QtCore import QPoint, QRect, QSignalBlocker
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit

OVERHANG = 3
"""Pixels by which letters and their marks can be above or below their line."""
STEP = 20
"""Pixels between two places at which a line is looked for: less than the height of a line."""


class Scrolling:
    """The vertical scrolling of a text edit. Places are Qt's positions, distances are in pixels."""

    def __init__(self, edit: QTextEdit) -> None:
        self._edit = edit
        self._bar = edit.verticalScrollBar()

    @property
    def offset(self) -> int:
        """How far the document is scrolled."""
        return self._bar.value()

    @property
    def at_top(self) -> bool:
        """Whether the beginning of the document is visible."""
        return self._bar.value() == 0

    @property
    def first_position(self) -> int:
        """The position of the first visible line."""
        return self._edit.cursorForPosition(QPoint(self._edit.viewport().width() // 2, 1)).position()

    @property
    def first_line(self) -> int:
        """The number of the first visible line."""
        return 0 if self.at_top else self._line_at(range(1, self._edit.viewport().height(), STEP))

    @property
    def last_line(self) -> int:
        """The number of the last visible line."""
        return self._line_at(range(self._edit.viewport().height() - 1, 0, -STEP))

    def _line_at(self, heights: Iterable[int]) -> int:
        """Return the number of the line at the first of some heights at which there is one: beside folded lines Qt
        finds some line that is far away.
        """
        at = 0
        for height in heights:
            cursor = self._edit.cursorForPosition(QPoint(self._edit.viewport().width() // 2, height))
            at = cursor.blockNumber()
            if cursor.block().isVisible() and abs(self._edit.cursorRect(cursor).center().y() - height) <= 2 * STEP:
                break
        return at

    def area_of(self, block: QTextBlock) -> QRect:
        """Return the part of the pane in which a block is painted, as wide as the pane; pixels of the viewport."""
        rect = self._edit.document().documentLayout().blockBoundingRect(block)
        top, bottom = floor(rect.top()) - OVERHANG, ceil(rect.bottom()) + OVERHANG
        pane = self._edit.viewport().rect()
        return QRect(0, top - self.offset, pane.width(), bottom - top).intersected(pane)

    def to_top(self) -> None:
        """Scroll to the beginning of the document."""
        self._bar.setValue(0)

    def bring_to_top(self, position: int) -> None:
        """Make the line of a position the first one that is visible."""
        self._bar.setValue(self._bar.value() + self._top_of(position))

    def reveal(self, start: QTextCursor, end: QTextCursor, edge: int) -> None:
        """Make a part of the text visible, with an edge around it: a third from the top if it has to be scrolled."""
        top, bottom = self._edit.cursorRect(start).top(), self._edit.cursorRect(end).bottom()
        height = self._edit.viewport().height()
        if top < edge or bottom > height - edge:
            wanted = max(edge, min(height // 3, height - edge - (bottom - top)))
            self._bar.setValue(self._bar.value() + top - wanted)

    def reveal_just(self, start: QTextCursor, end: QTextCursor) -> None:
        """Make a part of the text visible, above all its beginning, and move the text no further than that takes."""
        top, bottom = self._edit.cursorRect(start).top(), self._edit.cursorRect(end).bottom()
        lacking = bottom - self._edit.viewport().height()
        self._bar.setValue(self._bar.value() + min(top, max(0, lacking)))

    def stay_on_screen(self, before: int, moved: int) -> None:
        """Scroll from how far the text was scrolled before, by the pixels that the edit has moved down on the screen
        since (negative: up), so that the text stays where it is for the eye. The beginning of a text goes with the
        edit, and the caret is not left behind.
        """
        caret = self._edit.cursorRect().top()
        if 0 <= caret < moved:
            moved = max(0, caret - OVERHANG)
        if moved and before:
            self._scroll_to(max(0, before + moved))

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Keep the first visible line where it is while the lines are broken again.

        Qt breaks the lines down to where the bar is. That would be another place of the text: so the bar goes up first,
        and the lines are broken down to those that were visible, and no further.
        """
        if self.at_top:
            yield
            return
        position = self.first_position
        top = self._top_of(position)
        with QSignalBlocker(self._bar):
            self._bar.setValue(0)
        yield
        self._scroll_to(self._top_of(position) - top)

    def _scroll_to(self, value: int) -> None:
        """Scroll down further than the bar may know yet that the text goes."""
        self._bar.setMaximum(max(self._bar.maximum(), value))
        self._bar.setValue(value)
        last = self._edit.cursorForPosition(self._edit.viewport().rect().bottomLeft())  # breaks the lines in sight
        if not any(block.isVisible() for block in _after(last.block())):
            height = self._edit.document().documentLayout().documentSize().toSize().height()
            self._bar.setMaximum(max(0, height - self._edit.viewport().height()))

    def _top_of(self, position: int) -> int:
        cursor = QTextCursor(self._edit.document())
        cursor.setPosition(min(position, self._edit.document().characterCount() - 1))
        return self._edit.cursorRect(cursor).top()


def _after(block: QTextBlock) -> Iterator[QTextBlock]:
    """Yield the lines below one."""
    while (block := block.next()).isValid():
        yield block
