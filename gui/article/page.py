"""One article as it is laid out: its document, headline, folds and marks."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextFrameFormat

from gui.article.article_document import ArticleDocument
from gui.article.folds import Fold, Folds
from gui.article.headline import begins_shortened, headline_of
from gui.article.look import PADDING, Look, with_room_above
from gui.article.mark_drawing import MarkDrawing
from gui.article.marks import Mark
from models.text.ranges import Range


@dataclass(frozen=True, slots=True)
class PageContent:
    """What a page shows: a normalised text, its title, the line of details above it, its language, and its marks in the
    order of their starts.
    """

    text: str = ""
    title: str = ""
    details: str = ""
    language: str = "en"
    marks: Iterable[Mark] = ()
    boilerplate: Iterable[Range] = ()


class Page:
    """Lays out one article. Offsets are code points, lines are counted from 0."""

    def __init__(self, content: PageContent, look: Look, parent: QObject) -> None:
        self.text, self.language = content.text, content.language
        self.document = ArticleDocument(content.text, parent)
        self.lines = self.document.lines
        self.folds = Folds(self.lines, content.boilerplate)
        self.marks = MarkDrawing(self.document, content.marks)
        self._title = content.title.strip()
        self._headline: int | None = None
        self._labelled: set[int] = set()
        self._hidden: set[int] = set()
        self._look = look
        self.lay_out(look)

    @property
    def shows_title(self) -> bool:
        """Whether the title can be read in the text: as its headline or, shortened, as its first words."""
        return self._headline is not None or begins_shortened(self.text, self._title)

    def lay_out(self, look: Look) -> None:
        """Lay everything out for another zoom, scheme or headline."""
        self._look = look
        self._headline = self._find_headline()
        self.document.qt.setDefaultFont(look.reading)
        cursor = QTextCursor(self.document.qt)
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setBlockFormat(look.body_block)
        cursor.setCharFormat(QTextCharFormat())
        for number in range(len(self.lines)):
            if self.lines.is_blank(number):
                self.document.format_line(cursor, number, look.blank_block)
        self._format_headline(cursor)
        cursor.endEditBlock()
        self._labelled = set()
        self.update_folds()
        self.marks.draw_all(look, self.folds.numbers)

    def set_header_height(self, height: float) -> None:
        """Leave some pixels free above the text and the label above it: Qt leaves out the margin of a first line."""
        frame = self.document.qt.rootFrame().frameFormat()
        labelled = {self.folds.line_under_label(fold) for fold in self.folds.all}
        above, below = (self._look.fold if line in labelled else 0 for line in (0, None))
        wanted = QTextFrameFormat(frame)
        wanted.setLeftMargin(PADDING)
        wanted.setRightMargin(PADDING)
        wanted.setTopMargin(height + above)
        wanted.setBottomMargin(PADDING * 2 + below)
        if wanted != frame:
            self.document.qt.rootFrame().setFrameFormat(wanted)

    def set_boilerplate(self, boilerplate: Iterable[Range]) -> None:
        """Show other lines as boilerplate; the headline may be among them, or be another line then."""
        self.folds = self.folds.reopened(boilerplate)
        if not self._move_headline():
            self.update_folds()
            self.marks.set_boilerplate(self.folds.numbers)

    def set_title(self, title: str) -> None:
        """Show the line that is this title as the headline, if there is one."""
        self._title = title.strip()
        self._move_headline()

    def update_folds(self) -> None:
        """Hide the lines of closed folds, show all others, and make room for the labels of the folds."""
        hidden = {number for fold in self.folds.all if not self.folds.is_open(fold) for number in fold.hidden}
        changed = [self.document.block(number) for number in hidden ^ self._hidden]
        for block in changed:
            block.setVisible(not block.isVisible())
        self.document.lay_out_again(changed)
        self._hidden = hidden
        labelled = {line for fold in self.folds.all if (line := self.folds.line_under_label(fold)) is not None}
        cursor = QTextCursor(self.document.qt)
        cursor.beginEditBlock()
        for number in labelled ^ self._labelled:
            plain = self._line_format(number)
            roomy = with_room_above(plain, self._look.fold) if number in labelled else plain
            self.document.format_line(cursor, number, roomy)
        cursor.endEditBlock()
        self._labelled = labelled

    def block_under_label(self, fold: Fold) -> QTextBlock | None:
        """Return the block below a fold's label; None at the end of the document."""
        line = self.folds.line_under_label(fold)
        return None if line is None else self.document.block(line)

    def _find_headline(self) -> int | None:
        return headline_of(self.text, self.lines, self._title, self.folds.numbers)

    def _move_headline(self) -> bool:
        """Lay everything out if another line is the headline now; return whether it is."""
        moved = self._find_headline() != self._headline
        if moved:
            self.lay_out(self._look)
        return moved

    def _format_headline(self, cursor: QTextCursor) -> None:
        if self._headline is None:
            return
        self.document.format_line(cursor, self._headline, self._look.headline_block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(self._look.headline)

    def _line_format(self, number: int) -> QTextBlockFormat:
        if number == self._headline:
            return self._look.headline_block
        return self._look.blank_block if self.lines.is_blank(number) else self._look.body_block
