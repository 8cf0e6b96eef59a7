"""Selecting in the article: by mouse and keys, by word, sentence and clause; folded lines are stepped over.

Every place outward is a code point offset into the text, half-open.
"""

from collections.abc import Iterable

from PySide6.QtCore import QDeadlineTimer, QMimeData, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from gui.article.hit_test import hits_hidden, moved, nearest_shown
from gui.article.mark_looks import MarkKind, style_of
from gui.article.marks import MATCHES
from gui.article.reading import ReadingView
from models.text import steps
from models.text.trimming import snap

Range = tuple[int, int]


class SelectingView(ReadingView):
    """A reading view whose selection is worth recording: trimmed, of whole words, and moved by keys at both ends."""

    escaped = Signal()
    hinted = Signal(str)
    selected_by_mouse = Signal()
    """A selection was finished with the mouse."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = "en"
        self._exact = False
        self._pressed = False
        self._doubled = (QDeadlineTimer(0), QPoint())
        """Until when, and where, a press is the third of three clicks."""
        self._third_click = False

    def select(self, start: int, end: int, *, backwards: bool = False) -> None:
        """Select exactly this stretch, with the caret at its end or its beginning, and bring it into sight."""
        self._put(start, end, backwards=backwards)
        self._exact = True
        self.reveal(start, end)

    def selection(self) -> Range:
        """What is selected, of whole words without blanks at the ends, unless it was chosen exactly.

        Without a selection, the empty stretch at the caret.
        """
        start, end = self._selected()
        return (start, end) if self._exact or start == end else snap(self.text, start, end)

    @property
    def caret(self) -> int:
        """The offset of the caret."""
        return self._page.positions.to_text(self.textCursor().position())

    def put_caret(self, offset: int) -> None:
        """Put the caret somewhere; nothing is selected then."""
        self._put(offset, offset)

    def selected_lines(self) -> QRect:
        """Around the lines that the selection begins and ends in; pixels of this widget."""
        start, end = self._selected()
        first, last = self.cursorRect(self._cursor_at(start, start)), self.cursorRect(self._cursor_at(end, end))
        return first.united(last).translated(self.viewport().pos())

    def reveal(self, start: int, end: int) -> None:
        """Bring a stretch into sight, a third from the top if it fits, unless it is; opens the fold it is in."""
        for line in self._page.lines.touched(start, end):
            fold = self._page.folds.holding(line)
            if fold is not None and not self._page.folds.is_open(fold):
                self.toggle_fold(fold)
        top = self.cursorRect(self._cursor_at(start, start)).top()
        bottom = self.cursorRect(self._cursor_at(end, end)).bottom()
        height, edge = self.viewport().height(), round(self._look.line)
        if top < edge or bottom > height - edge:
            wanted = max(edge, min(height // 3, height - edge - (bottom - top)))
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + top - wanted)

    def show_found(self, place: Range, others: Iterable[Range]) -> None:
        """Select a match exactly, and show others in the colour of what was found."""
        self.select(*place)
        self.setExtraSelections([self._found(start, end) for start, end in others if (start, end) != place])

    def _found(self, start: int, end: int) -> QTextEdit.ExtraSelection:
        found = QTextEdit.ExtraSelection()
        found.cursor = self._cursor_at(start, end)
        found.format = self._look.format(style_of({MarkKind(MATCHES): 1}))
        return found

    def forget_found(self) -> None:
        """Show matches no longer, but what is selected."""
        self.setExtraSelections([])

    def _refold(self) -> None:
        super()._refold()
        self._step_out_of_folds(forward=True)

    def _selected(self) -> Range:
        cursor, positions = self.textCursor(), self._page.positions
        return positions.to_text(cursor.selectionStart()), positions.to_text(cursor.selectionEnd())

    def _put(self, start: int, end: int, *, backwards: bool = False) -> None:
        self.setTextCursor(self._cursor_at(end, start) if backwards else self._cursor_at(start, end))

    def _step_out_of_folds(self, *, forward: bool) -> None:
        """Move the caret from a hidden line to the next one that shows, or else to the one before."""
        folds, lines = self._page.folds, self._page.lines
        at = lines.at(self.caret)
        if not folds.is_hidden(at):
            return
        ahead = next((line for line in range(at, len(lines)) if not folds.is_hidden(line)), None)
        behind = next((line for line in range(at, -1, -1) if not folds.is_hidden(line)), None)
        line = ahead if behind is None or (forward and ahead is not None) else behind
        if line is None:
            return
        start, end = lines.bounds(line)
        cursor = self.textCursor()
        mode = QTextCursor.MoveMode.KeepAnchor if cursor.hasSelection() else QTextCursor.MoveMode.MoveAnchor
        cursor.setPosition(self._page.positions.to_qt(start if line > at else end), mode)
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
            return
        self._step_out_of_folds(forward=True)  # from a hidden line Qt looks for the next place without an end
        before = self.textCursor()
        alt = Qt.KeyboardModifier.AltModifier
        exact = bool(event.modifiers() & alt and event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if exact:
            event = QKeyEvent(event.type(), event.key(), event.modifiers() & ~alt, event.text())
        super().keyPressEvent(event)
        after = self.textCursor()
        if (after.anchor(), after.position()) != (before.anchor(), before.position()):
            self._exact = exact
            self._step_out_of_folds(forward=after.position() > before.position())

    def _escape(self) -> None:
        cursor = self.textCursor()
        if not cursor.hasSelection():
            self.escaped.emit()
            return
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def place_at(self, point: QPoint) -> int:
        """The offset at a point of the viewport, never inside a fold."""
        return self._page.positions.to_text(self.cursorForPosition(self._shown(point)).position())

    def _shown(self, point: QPoint) -> QPoint:
        cursor = self.cursorForPosition(point)
        if not hits_hidden(self._page, cursor):
            return point
        return nearest_shown(self._page, point, cursor.blockNumber(), self.verticalScrollBar().value())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        label = self._label_at(event.position())
        if label is not None:
            self.toggle_fold(label.fold)
            return
        self._pressed = True
        point = self._shown(event.position().toPoint())
        until, where = self._doubled
        near = (event.position().toPoint() - where).manhattanLength() <= QApplication.startDragDistance()
        if near and not until.hasExpired():
            self._select_sentence_at(point)
            return
        if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            # Otherwise a press on what is selected would begin to drag it, and not a new selection.
            self.setTextCursor(self.cursorForPosition(point))
        super().mousePressEvent(moved(event, point))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        dragged = event.buttons() & Qt.MouseButton.LeftButton
        super().mouseMoveEvent(moved(event, self._shown(event.position().toPoint())) if dragged else event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mouseDoubleClickEvent(event)
            return
        self._pressed = True
        self._doubled = (QDeadlineTimer(QApplication.doubleClickInterval()), event.position().toPoint())
        super().mouseDoubleClickEvent(moved(event, self._shown(event.position().toPoint())))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or not self._pressed:
            return
        self._pressed = False
        cursor = self.textCursor()
        if not self._third_click:
            self._exact = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if cursor.hasSelection() and not self._exact:
            self._put(*self.selection(), backwards=cursor.position() < cursor.anchor())
        self._third_click = False
        self._step_out_of_folds(forward=False)
        self.cursorPositionChanged.emit()
        if self.textCursor().hasSelection():
            self.selected_by_mouse.emit()

    def _select_sentence_at(self, point: QPoint) -> None:
        """What a third click does; the release that follows leaves the sentence as it is."""
        self._doubled = (QDeadlineTimer(0), QPoint())
        found = steps.sentence_around(self.text, self.place_at(point), self._language)
        if found is not None:
            self.select(*found)
            self._third_click = True

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied: the words as they stand in the article, and nothing of how they look."""
        data = QMimeData()
        start, end = self._selected()
        data.setText(self.text[start:end])
        return data
