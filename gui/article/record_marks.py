"""The marks of records in the article view: shown, selected, and reported when the caret enters one."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Signal

from gui.article.caret_context import CaretContext
from gui.article.marks import Mark
from gui.article.page_display import PageDisplay
from models.ids import Id

NO_RECORD = ("", "")


class RecordMarks(QObject):
    """Keeps marks, the selected record and the caret together."""

    record_selected = Signal(str, str)
    """The record and the span that the caret has entered, each "" where it is in none."""

    def __init__(self, parent: QObject, display: PageDisplay, context: CaretContext) -> None:
        super().__init__(parent)
        self._display, self._context, self._caret = display, context, context.caret
        self._reported: tuple[str, str] | None = NO_RECORD
        """What was reported last; None if another record was selected since."""
        self._is_paused = False

    def begin_anew(self, marks: Iterable[Mark]) -> None:
        """Show these marks, in the order of their starts, in place of all others."""
        self._display.page.marks.begin_anew(marks)
        self._display.paint_again()

    def put_marks(self, removed: Iterable[Id], added: Iterable[Mark]) -> None:
        """Remove the marks of these spans and add others; a selection that has become a mark is given up for it."""
        shown = list(added)
        self._display.page.marks.replace(removed, shown)
        self._display.paint_changes()
        if self._caret.range in [(mark.start, mark.end) for mark in shown]:
            self._move_silently(self._caret.range[0])

    def choose(self, record: Id | None, *, scroll: bool) -> None:
        """Show a claim or number as the selected one; if asked, make it visible and bring the caret to it.

        Words that are selected stay so: they may be what the record is selected for.
        """
        marks = self._display.page.marks
        if record != marks.selected:
            marks.select(record)
            if self._reported is not None and self._reported[0] != (record or ""):
                self._reported = None
            self._display.paint_changes()
        own = marks.index.of_record(record) if record else []
        if scroll and own:
            self._caret.reveal(own[0].start, own[0].end)
            if not self._caret.has_selection and self._context.own_mark() is None:
                self._move_silently(own[0].start)

    def choose_span(self, mark: Mark) -> None:
        """Report a mark as the one that is meant from now on."""
        self.record_selected.emit(mark.id, mark.span)

    def report(self) -> None:
        """Report the record at the caret, unless it was the last one reported.

        A selection is in no record: it is about to become a record itself.
        """
        if self._is_paused or self._caret.has_selection:
            return
        mark = self._display.page.marks.index.innermost(self._caret.offset)
        here = (mark.id, mark.span) if mark else NO_RECORD
        if here != self._reported:
            self._reported = here
            self.record_selected.emit(*here)

    def forget(self) -> None:
        """Start again with another article, in no record."""
        self._reported = NO_RECORD

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Report nothing while the program moves the caret."""
        self._is_paused = True
        try:
            yield
        finally:
            self._is_paused = False

    @property
    def is_paused(self) -> bool:
        """Whether it is the program that moves the caret."""
        return self._is_paused

    def _move_silently(self, offset: int) -> None:
        with self.paused():
            self._caret.put(offset)
