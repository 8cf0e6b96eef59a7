"""The marks of suggestions in the article view: shown, one of them as the current one, and reported at the caret."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, Signal

from gui.article.caret_context import CaretContext
from gui.article.marks import Mark
from gui.article.page_display import PageDisplay
from gui.article.record_marks import RecordMarks
from models.ids import Id
from models.text.ranges import Range


class SuggestionMarks(QObject):
    """Draws what changes, and no line twice. Marks of records are always stronger."""

    entered = Signal(str)
    """The suggestion that the caret has entered; "" where it is in none."""

    def __init__(self, parent: QObject, display: PageDisplay, context: CaretContext, records: RecordMarks) -> None:
        super().__init__(parent)
        self._display, self._context, self._records = display, context, records
        self._shown: Mapping[Id, Mark] = {}
        self.why: Callable[[Id], str] = lambda _id: ""
        """Returns in words what a suggestion was found by."""
        display.page_turned.connect(self._forget)

    def show(self, marks: Iterable[Mark], current: Id | None) -> None:
        """Show these marks and no others; `current` is the suggestion that they show as the current one."""
        before, self._shown = self._shown, {mark.span: mark for mark in marks}
        page = self._display.page
        page.marks.proposed = current
        removed = [span for span in before if span not in self._shown]
        added = [mark for mark in self._shown.values() if before.get(mark.span) != mark]
        if removed or added:
            page.marks.replace_later(removed, added)
            self._display.draw_visible_marks()

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

    def _forget(self) -> None:
        self._shown = {}
