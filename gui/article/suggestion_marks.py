"""The marks of suggestions in the article view: shown, one of them as the current one, and reported at the caret."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

from gui.article.caret_context import CaretContext
from gui.article.marks import Mark
from gui.article.page_display import PageDisplay
from gui.article.record_marks import RecordMarks
from models.ids import Id
from models.text.ranges import Range


class SuggestionMarks(QObject):
    """Draws only what changes. Marks of records are always stronger."""

    entered = Signal(str)
    """The suggestion that the caret has entered; "" where it is in none."""
    digit_typed = Signal(int)
    """A digit other than 0."""

    def __init__(self, parent: QObject, display: PageDisplay, context: CaretContext, records: RecordMarks) -> None:
        super().__init__(parent)
        self._display, self._context, self._records = display, context, records
        self.why: Callable[[Id], str] = lambda _id: ""
        """Returns in words what a suggestion was found by."""

    def put(self, removed: Iterable[Id], added: Iterable[Mark], current: Id | None) -> None:
        """Remove the marks of these suggestions and add others; `current` is the one that is current now."""
        marks = self._display.page.marks
        marks.proposed = current
        spans = [mark.span for each in removed for mark in marks.index.of_record(each)]
        new = [*added]
        if spans or new:
            marks.replace(spans, new)
            self._display.paint_changes()

    def go_to(self, words: Range) -> None:
        """Bring the caret to the words of a suggestion and make them visible; nothing is reported."""
        with self._records.paused():
            self._context.caret.put(words[0])
            self._context.caret.reveal(*words)

    def report(self) -> None:
        """Report the suggestion at the caret. With a selection, which may be meant as its words, it stays."""
        if self._records.is_paused or self._context.caret.has_selection:
            return
        mark = self._context.page.marks.index.suggested(self._context.caret.offset)
        self.entered.emit(mark.id if mark else "")

    def tip_at(self, offset: int) -> str:
        """Return what the suggestion at an offset was found by; nothing if there is none."""
        mark = self._context.page.marks.index.suggested(offset)
        return self.why(mark.id) if mark else ""
