"""The mouse in the text: one click puts the caret, two select a word, three the sentence, dragging selects."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QDeadlineTimer, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QTextEdit

from gui.article.caret_context import CaretContext
from gui.article.folding import Folding
from gui.article.folds import Fold
from gui.article.hits import Hits

LEFT = Qt.MouseButton.LeftButton
PassOn = Callable[[QMouseEvent], None]
"""What Qt does with an event."""


class Press(Enum):
    """What the button that is held down selects."""

    WORDS = auto()
    SENTENCE = auto()


@dataclass(frozen=True, slots=True)
class DoubleClick:
    """Until when, and where, the next press is the third of three clicks."""

    until: QDeadlineTimer
    point: QPoint

    def is_followed_by(self, point: QPoint) -> bool:
        """Return whether a press at a point makes it a triple click."""
        near = (point - self.point).manhattanLength() <= QApplication.startDragDistance()
        return near and not self.until.hasExpired()


class TextMouse(QObject):
    """Takes the events of the edit's mouse and passes them on to Qt, at places that are never in a hidden line."""

    released = Signal()
    """The left button was released, and what it has selected is final."""

    def __init__(self, edit: QTextEdit, hits: Hits, context: CaretContext, folding: Folding) -> None:
        super().__init__(edit)
        self._edit, self._hits, self._folding = edit, hits, folding
        self._context, self._caret = context, context.caret
        self._press: Press | None = None
        self._double_click: DoubleClick | None = None
        self.hovered: Fold | None = None
        """The fold whose label the mouse is on."""

    @property
    def is_pressed(self) -> bool:
        """Whether the left button is held down on the text."""
        return self._press is not None

    def press(self, event: QMouseEvent, pass_on: PassOn) -> None:
        """Toggle a fold, select a sentence, or begin to select."""
        if event.button() != LEFT:
            pass_on(event)
        elif fold := self._hits.labelled_fold_at(event.position()):
            self._folding.toggle(fold)
        elif self._double_click and self._double_click.is_followed_by(event.position().toPoint()):
            self._select_sentence(event)
        else:
            self._press = Press.WORDS
            moved = self._hits.on_visible_line(event)
            if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                # Otherwise a press on what is selected would begin to drag it, and not a new selection.
                self._edit.setTextCursor(self._edit.cursorForPosition(moved.position().toPoint()))
            pass_on(moved)

    def double_click(self, event: QMouseEvent, pass_on: PassOn) -> None:
        """Let Qt select the word."""
        if event.button() != LEFT:
            pass_on(event)
            return
        self._press = Press.WORDS
        self._double_click = DoubleClick(QDeadlineTimer(QApplication.doubleClickInterval()), event.position().toPoint())
        pass_on(self._hits.on_visible_line(event))

    def move(self, event: QMouseEvent, pass_on: PassOn) -> None:
        """Select on, or show which label the mouse is on."""
        pass_on(self._hits.on_visible_line(event) if event.buttons() & LEFT else event)
        if event.buttons():
            return
        hovered = self._hits.labelled_fold_at(event.position())
        if hovered != self.hovered:
            self.hovered = hovered
            self._edit.viewport().update()
        shape = Qt.CursorShape.PointingHandCursor if hovered else Qt.CursorShape.IBeamCursor
        self._edit.viewport().setCursor(shape)

    def release(self, event: QMouseEvent, pass_on: PassOn) -> None:
        """Finish a selection: by whole words, unless Alt is held or it is a sentence."""
        pass_on(event)
        if event.button() != LEFT or self._press is None:
            return
        press, self._press = self._press, None
        if press is Press.WORDS:
            self._caret.finish(exact=bool(event.modifiers() & Qt.KeyboardModifier.AltModifier))
        self._caret.leave_folds(forward=False)
        self.released.emit()

    def forget_hover(self) -> None:
        """Forget the label under the mouse: the page is another one."""
        self.hovered = None

    def _select_sentence(self, event: QMouseEvent) -> None:
        self._double_click = None
        sentence = self._context.sentence_at(self._hits.offset_at(event.position().toPoint()))
        self._press = Press.SENTENCE if sentence else Press.WORDS
        if sentence:
            self._caret.select(*sentence, steady=True)
