"""Going through the article by keys: from sentence to sentence, and either end of a selection by word and by clause."""

from collections.abc import Callable

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from gui.article import selecting
from gui.article.selection import Range, SelectingView


class SteppingView(SelectingView):
    """A selecting view with the verbs that move its selection.

    A selection that has become a mark gives way to it and is remembered until the caret moves: the next sentence is
    counted from there, and the same keys still move its ends.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._became: Range | None = None
        self._giving_way = False
        self.cursorPositionChanged.connect(self._forget_became)

    def select_sentence(self, step: int) -> None:
        """Select the next sentence of the article (1) or the one before (-1); boilerplate is passed over."""
        numbers, lines = self._page.folds.numbers, self._page.lines
        found = selecting.step_sentence(
            self.text,
            self._became or self._selected(),
            step,
            self._language,
            lambda offset: lines.at(offset) in numbers,
        )
        if found is None:
            self.hinted.emit("There is no further sentence." if step > 0 else "This is the first sentence.")
            return
        self.select(*found)

    def select_next_sentence(self) -> None:
        self.select_sentence(1)

    def select_previous_sentence(self) -> None:
        self.select_sentence(-1)

    def start_later(self) -> None:
        """Take the first word off the selection."""
        self._adjust(selecting.start_later)

    def start_earlier(self) -> None:
        """Take the word before into the selection."""
        self._adjust(selecting.start_earlier)

    def end_later(self) -> None:
        """Take the word, or the closing sign, behind into the selection."""
        self._adjust(selecting.end_later)

    def end_earlier(self) -> None:
        """Take the last word, or the closing sign, off the selection."""
        self._adjust(selecting.end_earlier)

    def start_next_clause(self) -> None:
        """Let the selection begin behind its next comma, dash, colon or opening quote."""
        self._adjust(selecting.start_next_clause)

    def end_previous_clause(self) -> None:
        """Let the selection end before its last comma, dash, colon or opening quote."""
        self._adjust(selecting.end_previous_clause)

    def swap_selection_end(self) -> None:
        """Let Shift and the arrows move the other end of the selection from now on."""
        cursor = self.textCursor()
        anchor, caret = cursor.anchor(), cursor.position()
        cursor.setPosition(caret)
        cursor.setPosition(anchor, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _give_way_to_mark(self) -> None:
        """The selection has become a mark: show the mark, and go on from it as if it were still selected."""
        became = self.selection()
        if became[0] == became[1]:
            return
        cursor = self.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        self._became, self._giving_way = became, True
        self.setTextCursor(cursor)
        self._giving_way = False

    def _forget_became(self) -> None:
        if not self._giving_way:
            self._became = None

    def _adjust(self, change: Callable[[str, Range], Range]) -> None:
        """Change the selection, or the word at the caret where there is none, and keep its ends in sight."""
        selected = self._became or self._selected_or(self._word)
        if selected is None:
            self.hinted.emit("Select the words first.")
            return
        self.select(*change(self.text, selected))

    def _selected_or(self, otherwise: Callable[[], Range | None] | None) -> Range | None:
        if self.textCursor().hasSelection():
            return self.selection()
        return otherwise() if otherwise and self._became is None else None

    def _sentence(self) -> Range | None:
        return selecting.sentence_around(self.text, self._caret(), self._language)

    def _word(self) -> Range | None:
        return selecting.word_around(self.text, self._caret())
