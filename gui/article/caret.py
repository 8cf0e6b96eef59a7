"""The caret and the selection of the article view, in code points; the caret is never in a hidden line."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QTextEdit

from gui.article.page_display import PageDisplay
from gui.article.scrolling import Scrolling
from gui.article.text_selection import TextSelection
from models.text.ranges import Range


class Caret:
    """Reads and sets the text cursor of the edit, which Qt also moves by itself.

    A selection stays exact as long as it is the one that was made exactly.
    """

    def __init__(self, edit: QTextEdit, display: PageDisplay, scrolling: Scrolling) -> None:
        self._edit, self._display, self._scrolling = edit, display, scrolling
        self._exact: TextSelection | None = None
        self._selected_lines = range(0)
        edit.selectionChanged.connect(self._paint_selected_lines)

    @property
    def offset(self) -> int:
        """Where the caret is."""
        return self.selection.caret

    @property
    def selection(self) -> TextSelection:
        """What is selected now."""
        cursor, to_text = self._edit.textCursor(), self._display.page.document.positions.to_text
        anchor, caret = to_text(cursor.anchor()), to_text(cursor.position())
        exact = TextSelection(anchor, caret, exact=True)
        return exact if exact == self._exact else TextSelection(anchor, caret)

    @property
    def range(self) -> Range:
        """The selected range: whole words, unless it is exact; the empty range at the caret if there is none."""
        return self.selection.meant(self._display.page.text)

    @property
    def has_selection(self) -> bool:
        return self._edit.textCursor().hasSelection()

    def set(self, selection: TextSelection) -> None:
        """Select another range."""
        self._exact = selection if selection.exact else None
        self._edit.setTextCursor(self._display.page.document.cursor(selection.anchor, selection.caret))

    def put(self, offset: int) -> None:
        """Move the caret; nothing is selected then."""
        self.set(TextSelection(offset, offset))

    def clear(self) -> None:
        """Select nothing, and leave the caret where it is."""
        self.put(self.offset)

    def swap_ends(self) -> None:
        """Move the caret to the other end of the selection."""
        self.set(self.selection.swapped)

    def select(self, start: int, end: int, *, backwards: bool = False, steady: bool = False) -> None:
        """Select exactly this range and make it visible; the caret is at its end or, backwards, at its beginning. A
        `steady` text moves no further under the pointer than it has to.
        """
        self.set(TextSelection.of(start, end, backwards=backwards, exact=True))
        self.reveal(start, end, steady=steady)

    def reveal(self, start: int, end: int, *, steady: bool = False) -> None:
        """Make a range visible, and open the folds that contain it."""
        folds, lines = self._display.page.folds, self._display.page.lines
        closed = {fold for line in lines.touched(start, end) if (fold := folds.closed_around(line))}
        for fold in closed:
            folds.turn(fold, is_open=True)
        if closed:
            self._display.update_folds()
        cursor = self._display.page.document.cursor
        if steady:
            self._scrolling.reveal_just(cursor(start, start), cursor(end, end))
        else:
            self._scrolling.reveal(cursor(start, start), cursor(end, end), round(self._display.look.line))

    def mark_exact(self, exact: bool) -> None:
        """Take the present selection exactly from now on, or by whole words."""
        self._exact = TextSelection(self.selection.anchor, self.selection.caret, exact=True) if exact else None

    def finish(self, *, exact: bool) -> None:
        """Finish a selection that was made with the mouse: exactly, or by whole words."""
        self.mark_exact(exact)
        if self.has_selection and not exact:
            self.set(self.selection.snapped(self._display.page.text))

    def leave_folds(self, *, forward: bool) -> None:
        """Move the caret from a hidden line to the next visible one, or to the previous one if moving backwards.

        A selection goes with it to there, or is given up if all of it is hidden.
        """
        page = self._display.page
        here = page.lines.at(self.offset)
        if not page.folds.is_hidden(here):
            return
        before, after = page.folds.shown_around(here)
        line = after if before is None or (forward and after is not None) else before
        if line is None:
            return
        start, end = page.lines.bounds(line)
        selection, caret = self.selection, start if line > here else end
        kept = not selection.is_empty and not page.folds.is_hidden(page.lines.at(selection.anchor))
        self.set(TextSelection(selection.anchor if kept else caret, caret, selection.exact))

    def _paint_selected_lines(self) -> None:
        """Paint the lines again that are selected, and those that were: Qt paints only what it takes for their height,
        and leaves the uppermost row of pixels of a mark in them as it was.
        """
        before, self._selected_lines = self._selected_lines, self._display.page.lines.touched(*self.selection.range)
        for lines in (before, self._selected_lines):
            self._display.paint_lines(lines)

    def lines_rect(self) -> QRect:
        """Return the rectangle around the lines in which the selection begins and ends; pixels of the edit."""
        start, end = self.selection.range
        cursor = self._display.page.document.cursor
        first, last = self._edit.cursorRect(cursor(start, start)), self._edit.cursorRect(cursor(end, end))
        return first.united(last).translated(self._edit.viewport().pos())
