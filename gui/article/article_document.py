"""An article's text as a Qt document: set once, and never edited."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument, QTextOption

from gui.article.line_index import LineIndex
from gui.article.positions import Positions

LONGEST_WORD = 5_000
"""Code points without a blank. In texts with longer words, lines break anywhere: to break between words, Qt reads on
to the end of the word for each line, which takes the square of its length (23 s for 200,000)."""


class ArticleDocument:
    """A text and the document that shows it. Offsets are code points; a line is a block in Qt, of the same number."""

    def __init__(self, text: str, parent: QObject) -> None:
        self.text = text
        self.positions = Positions(text)
        self.lines = LineIndex(text)
        self.wrap_mode = wrap_mode(text)
        self.qt = QTextDocument(parent)
        self.qt.setUndoRedoEnabled(False)
        self.qt.setDocumentMargin(0)
        option = QTextOption()
        option.setWrapMode(self.wrap_mode)
        self.qt.setDefaultTextOption(option)
        self.qt.setPlainText(text)
        if (self.qt.characterCount() - 1, self.qt.blockCount()) != (self.positions.to_qt(len(text)), len(self.lines)):
            raise ValueError("Qt shows other lines than those of the text it was given; it was not normalised.")

    def cursor(self, anchor: int, caret: int) -> QTextCursor:
        """Return a Qt cursor that selects from one offset to another."""
        cursor = QTextCursor(self.qt)
        cursor.setPosition(self.positions.to_qt(anchor))
        cursor.setPosition(self.positions.to_qt(caret), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def block(self, line: int) -> QTextBlock:
        """Return the block of a line."""
        return self.qt.findBlockByNumber(line)

    def format_line(self, cursor: QTextCursor, line: int, block_format: QTextBlockFormat) -> None:
        """Set the distances of a line; `cursor` is at its beginning afterwards."""
        cursor.setPosition(self.block(line).position())
        cursor.setBlockFormat(block_format)

    def lay_out_again(self, blocks: Sequence[QTextBlock]) -> None:
        """Have Qt lay out blocks and everything between them in one go, since each layout moves everything below."""
        if blocks:
            start = min(block.position() for block in blocks)
            end = max(block.position() + block.length() for block in blocks)
            self.qt.markContentsDirty(start, end - start)


def wrap_mode(text: str) -> QTextOption.WrapMode:
    """Return where the lines of a text may break."""
    long_lines = (line for line in text.split("\n") if len(line) > LONGEST_WORD)
    has_long_word = any(len(word) > LONGEST_WORD for line in long_lines for word in line.split())
    modes = QTextOption.WrapMode
    return modes.WrapAnywhere if has_long_word else modes.WrapAtWordBoundaryOrAnywhere
