"""An article as a Qt document: set once from the text, laid out by line, and marked without ever being edited."""

from collections.abc import Collection, Iterable, Sequence
from itertools import islice

from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLayout,
    QTextOption,
)

from gui.article.block_formats import set_block_formats
from gui.article.folds import Fold, Folds
from gui.article.line_index import LineIndex
from gui.article.look import PADDING, Look, with_room_above
from gui.article.mark_runs import runs
from gui.article.marks import Mark, MarkIndex
from gui.article.positions import Positions
from models.ids import Id

LONGEST_WORD = 5_000
"""Code points without a blank. Where there are more, lines break anywhere: to break between words if possible, Qt
reads on to the end of the word for each line, which takes the square of its length (23 s for 200,000)."""

_AT_ONCE = 5_000
"""Code points whose marks are drawn before the page is shown: more than any window holds."""

_MOST_AT_ONCE = 200
"""Lines that are marked at once wherever they are; of more, only those in sight."""

_A_TIME = 40
"""Lines whose marks are drawn between two looks at the keyboard: a few milliseconds."""


class Page:
    """The text, its lines, folds and marks, and the document that shows them. Offsets are code points."""

    def __init__(self, text: str, title: str, look: Look, parent: QObject) -> None:
        self.text = text
        self.positions = Positions(text)
        self.lines = LineIndex(text)
        self.folds = Folds(self.lines)
        self.marks = MarkIndex(self.lines)
        self.chosen: Id | None = None
        self._look = look
        self._title = title.strip()
        self.headline: int | None = None
        self._labelled: set[int] = set()
        self._hidden: set[int] = set()
        self._unmarked: set[int] = set()
        self.document = QTextDocument(parent)
        self.document.setUndoRedoEnabled(False)
        self.document.setDocumentMargin(0)
        self.wrap_mode = _wrap_mode(text)
        option = QTextOption()
        option.setWrapMode(self.wrap_mode)
        self.document.setDefaultTextOption(option)
        self.document.setPlainText(text)
        if self.document.toRawText() != text.replace("\n", "\u2029"):
            raise ValueError("Qt shows another text than the one it was given; it was not normalised.")

    def fill(self, marks: Iterable[Mark], boilerplate: Iterable[tuple[int, int]]) -> None:
        """Lay the page out for the first time, before it is shown."""
        self.folds = Folds(self.lines, boilerplate)
        self.marks = MarkIndex(self.lines, marks)
        self.dress(self._look)

    def dress(self, look: Look) -> None:
        """Lay everything out anew, for another zoom, scheme or title line."""
        self._look = look
        self.headline = self._find_headline()
        self.document.setDefaultFont(look.reading)
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setBlockFormat(look.body_block)
        cursor.setCharFormat(QTextCharFormat())
        for number in range(len(self.lines)):
            if self.lines.is_blank(number):
                self._set_block(cursor, number, look.blank_block)
        self._set_headline(cursor)
        cursor.endEditBlock()
        self._labelled = set()
        self.fold()
        self._unmarked = {*self.marks.lines(), *self.folds.numbers}
        self.mark_between(0, self.lines.at(_AT_ONCE))

    def set_header(self, height: float) -> None:
        """Leave so many pixels free above the text."""
        frame = self.document.rootFrame().frameFormat()
        room = self._look.fold if any(self.folds.place(fold) is None for fold in self.folds.all) else 0
        wanted = QTextFrameFormat(frame)
        wanted.setLeftMargin(PADDING)
        wanted.setRightMargin(PADDING)
        wanted.setTopMargin(height)
        wanted.setBottomMargin(PADDING * 2 + room)
        if wanted != frame:
            self.document.rootFrame().setFrameFormat(wanted)

    def set_boilerplate(self, boilerplate: Iterable[tuple[int, int]]) -> None:
        """Show other lines as boilerplate; a title line that has become boilerplate is no headline any more."""
        before = self.folds.numbers
        self.folds = self.folds.reopened(boilerplate)
        if not self._move_headline():
            self.fold()
            self.mark_lines(before ^ self.folds.numbers)

    def set_title(self, title: str) -> None:
        """Show the line that is this title as the headline, if there is one."""
        self._title = title.strip()
        self._move_headline()

    def _move_headline(self) -> bool:
        """Lay everything out anew if another line is the headline now."""
        moved = self._find_headline() != self.headline
        if moved:
            self.dress(self._look)
        return moved

    def fold(self) -> None:
        """Hide the lines of closed folds, show all others, and make room for the folds' labels."""
        hidden = {number for fold in self.folds.all if not self.folds.is_open(fold) for number in fold.hidden}
        changed = [self.block(number) for number in hidden ^ self._hidden]
        for block in changed:
            block.setVisible(not block.isVisible())
        self._lay_out(changed)
        self._hidden = hidden
        labelled = {place for fold in self.folds.all if (place := self.folds.place(fold)) is not None}
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        for number in labelled ^ self._labelled:
            plain = self._plain_block(number)
            self._set_block(cursor, number, with_room_above(plain, self._look.fold) if number in labelled else plain)
        cursor.endEditBlock()
        self._labelled = labelled

    def mark_between(self, first: int, last: int) -> None:
        """Draw the marks of these lines, the last included, as far as they wait for it."""
        waiting = self._unmarked.intersection(range(first, last + 1))
        self._unmarked -= waiting
        self._wear(waiting)

    def mark_more(self) -> bool:
        """Draw the marks of some more lines; returns whether there are others still."""
        some = set(islice(self._unmarked, _A_TIME))
        self._unmarked -= some
        self._wear(some)
        return bool(self._unmarked)

    def mark_lines(self, numbers: Collection[int]) -> None:
        """Give these lines the formats of their marks, or let them wait for it where they are very many.

        Whoever shows the page draws it again, and has the lines in sight marked at once.
        """
        if len(numbers) > _MOST_AT_ONCE:
            self._unmarked.update(numbers)
        else:
            self._unmarked.difference_update(numbers)
            self._wear(numbers)

    def _wear(self, numbers: Iterable[int]) -> None:
        """The cost does not depend on the rest of the article; Qt is told only of lines that change their height."""
        self._lay_out(
            [block for number in numbers if set_block_formats(block := self.block(number), self._formats(number))]
        )

    def _lay_out(self, blocks: Sequence[QTextBlock]) -> None:
        """Have Qt lay out blocks anew, with all that is between them: each call moves everything below."""
        if blocks:
            start = min(block.position() for block in blocks)
            end = max(block.position() + block.length() for block in blocks)
            self.document.markContentsDirty(start, end - start)

    def block(self, number: int) -> QTextBlock:
        """The block of a line."""
        return self.document.findBlockByNumber(number)

    def label_fold(self, fold: Fold) -> QTextBlock | None:
        """The block above which a fold's label stands; None for the end of the document."""
        place = self.folds.place(fold)
        return None if place is None else self.block(place)

    def _formats(self, number: int) -> list[QTextLayout.FormatRange]:
        """The runs of a line in Qt's positions within its block."""
        start, end = self.lines.bounds(number)
        first = self.positions.to_qt(start)
        ranges = []
        for run in runs(self.marks.of_line(number), start, end, self.chosen, boilerplate=number in self.folds.numbers):
            piece = QTextLayout.FormatRange()
            piece.start = self.positions.to_qt(run.start) - first
            piece.length = self.positions.to_qt(run.end) - first - piece.start
            piece.format = self._look.format(run.style)
            ranges.append(piece)
        return ranges

    @property
    def holds_title(self) -> bool:
        """Whether the title can be read in the text: as its headline or, shortened, as its first words."""
        shortened = self._title.removesuffix(" …")
        return self.headline is not None or (shortened != self._title and shortened in self.text)

    def _find_headline(self) -> int | None:
        """The first line that is the title and not boilerplate."""
        if not self._title:
            return None
        at = self.text.find(self._title)
        while at >= 0:
            number = self.lines.at(at)
            start, end = self.lines.bounds(number)
            if number not in self.folds.numbers and self.text[start:end].strip() == self._title:
                return number
            at = self.text.find(self._title, end)
        return None

    def _set_headline(self, cursor: QTextCursor) -> None:
        if self.headline is None:
            return
        self._set_block(cursor, self.headline, self._look.headline_block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(self._look.headline)

    def _plain_block(self, number: int) -> QTextBlockFormat:
        if number == self.headline:
            return self._look.headline_block
        return self._look.blank_block if self.lines.is_blank(number) else self._look.body_block

    def _set_block(self, cursor: QTextCursor, number: int, block: QTextBlockFormat) -> None:
        cursor.setPosition(self.block(number).position())
        cursor.setBlockFormat(block)


def _wrap_mode(text: str) -> QTextOption.WrapMode:
    longest = max(map(len, text.split()), default=0)
    modes = QTextOption.WrapMode
    return modes.WrapAnywhere if longest > LONGEST_WORD else modes.WrapAtWordBoundaryOrAnywhere
