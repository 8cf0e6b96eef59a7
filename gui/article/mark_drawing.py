"""Draw the marks of an article: those of the lines in sight, before they are painted, if they are not drawn yet."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from PySide6.QtGui import QTextLayout

from gui.article.article_document import ArticleDocument
from gui.article.block_formats import set_block_formats
from gui.article.look import Look
from gui.article.mark_runs import runs
from gui.article.marks import Mark, MarkIndex
from models.ids import Id
from models.records import IN_SIGHT

_PORTION = 500
"""Marks that are taken in between two events: a few milliseconds."""


class MarkDrawing:
    """The marks of one article, which of them belong to the selected record, and the lines still to be drawn."""

    def __init__(self, document: ArticleDocument, marks: Iterable[Mark]) -> None:
        self._document = document
        self._waiting: set[int] = set()
        self.index = MarkIndex(document.lines, marks, self._waiting.update)
        self.selected: Id | None = None
        self.proposed: Id | None = None
        """The current suggestion."""
        self._look: Look | None = None
        self._boilerplate: AbstractSet[int] = frozenset()

    def draw_all(self, look: Look, boilerplate: AbstractSet[int]) -> None:
        """Draw everything in another look, the beginning at once; `boilerplate` holds the numbers of such lines."""
        self._look, self._boilerplate = look, boilerplate
        self._waiting.update(self.index.lines(), boilerplate)
        self.draw_between(0, self._document.lines.at(IN_SIGHT))

    def begin_anew(self, marks: Iterable[Mark]) -> None:
        """Show these marks instead of all others."""
        self._waiting.update(self.index.lines())
        self.index = MarkIndex(self._document.lines, marks, self._waiting.update)

    def set_boilerplate(self, boilerplate: AbstractSet[int]) -> None:
        """Replace the lines that are boilerplate."""
        self._waiting |= self._boilerplate ^ boilerplate
        self._boilerplate = boilerplate

    def replace(self, removed: Iterable[Id], added: Iterable[Mark]) -> None:
        """Remove the marks of these spans, and add others."""
        for span in removed:
            self._waiting.update(self.index.remove(span))
        for mark in added:
            self._waiting.update(self.index.remove(mark.span))
            self._waiting.update(self.index.add(mark))

    def select(self, record: Id | None) -> None:
        """Mark another claim or number as the selected one."""
        changed = [mark for each in (self.selected, record) if each for mark in self.index.of_record(each)]
        self.selected = record
        self._waiting.update(line for mark in changed for line in self._document.lines.touched(mark.start, mark.end))

    def waiting_between(self, first: int, last: int) -> set[int]:
        """Return those of these lines that are still to be drawn, `last` included."""
        self.index.reach(self._document.lines.bounds(last)[1] + 1)
        return self._waiting.intersection(range(first, last + 1))

    def draw_between(self, first: int, last: int) -> set[int]:
        """Draw those of these lines that are still to be drawn, `last` included; return which they were."""
        some = self.waiting_between(first, last)
        self._waiting -= some
        self._draw(some)
        return some

    def take_in_more(self) -> bool:
        """Take in a portion of the marks further down; return whether there are more."""
        self.index.take_in(_PORTION)
        return not self.index.is_complete

    def _draw(self, numbers: Iterable[int]) -> None:
        """The cost does not depend on the rest of the article: Qt is told only about lines whose height changes."""
        if self._look is None:
            return
        formats = ((self._document.block(number), self._formats(number, self._look)) for number in numbers)
        self._document.lay_out_again([block for block, ranges in formats if set_block_formats(block, ranges)])

    def _formats(self, number: int, look: Look) -> list[QTextLayout.FormatRange]:
        """Return the runs of a line in Qt's positions within its block."""
        start, end = self._document.lines.bounds(number)
        to_qt = self._document.positions.to_qt
        first = to_qt(start)
        ranges = []
        marks, boilerplate = self.index.of_line(number), number in self._boilerplate
        for run in runs(marks, start, end, self.selected, boilerplate=boilerplate):
            piece = QTextLayout.FormatRange()
            piece.start = to_qt(run.start) - first
            piece.length = to_qt(run.end) - first - piece.start
            piece.format = look.format(run.style)
            ranges.append(piece)
        return ranges
