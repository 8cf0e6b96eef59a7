"""What is done with the selected claim or number: delete it, record it once more, type in it, select its words."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from gui.article.article_view import ArticleView
from gui.project.selection import Selection
from gui.project.view import ProjectView
from gui.tables.statements_panel import StatementsPanel
from models.actions import claims, numbers
from models.actions.duplicating import duplicate_record
from models.counts import claims_and_numbers
from models.entities import Claim, Number
from models.places import Place
from models.text.excerpts import shortened
from models.translation import _

MOST_SAID = 60
"""The most code points of a record's words that the status line shows."""

NOTHING = _("Nothing is selected. Put the caret in a record, or select a row of a table.")
ELSEWHERE = _("The selected row belongs to another article. Press Enter on it to go there first.")


class SelectedRecord(QObject, ProjectView):
    """Acts on the record of the open article that is selected; `hint` says so if there is none."""

    hint = Signal(str)

    def __init__(self, view: ArticleView, table: StatementsPanel, selection: Selection, parent: QObject) -> None:
        super().__init__(parent)
        self._view, self._table, self._selection = view, table, selection
        self.edit_suggestion: Callable[[], bool] = lambda: False
        """Opens a cell of the current suggestion; returns whether there is one."""
        view.requests.words_requested.connect(self.select_words)

    def delete_record(self) -> None:
        """Delete the selected record; undo brings it back."""
        record = self._selection.marked
        if record is None or self.at_work is None:
            self.hint.emit(self._why_none)
            return
        project, records = self.at_work
        words = records.words(record.id)
        if isinstance(record, Claim):
            delete = claims.delete_claim(records, record)
        else:
            delete = numbers.delete_number(records, record)
        if project.do(delete):
            gone = claims_and_numbers(len(delete.gone(Claim)), len(delete.gone(Number)))
            said = _("Deleted {records}: “{words}”. Ctrl+Z brings it back.")
            self.hint.emit(said.format(records=gone, words=shortened(words, MOST_SAID)))

    def duplicate(self) -> None:
        """Record the selected claim or number once more, with its answers, and select the new one."""
        record = self._selection.marked
        if record is None or self.at_work is None:
            self.hint.emit(self._why_none)
            return
        project, records = self.at_work
        edit = duplicate_record(records, record)
        if project.do(edit):
            self._selection.choose_here(edit.changes[0].row.id)
            self.hint.emit(_("Recorded once more, with its answers."))

    def edit_selected(self) -> None:
        """Open the cell of the selected record that is most often edited: a claim's speaker or a number's value."""
        if self.edit_suggestion():
            return
        match self._selection.marked:
            case Claim() as claim:
                self._table.edit_speaker(claim.id)
            case Number() as number:
                self._table.edit_value(number.id)
            case _:
                self.hint.emit(self._why_none)

    def select_words(self) -> None:
        """Select the words of the selected record, so that B can give it other boundaries."""
        span = self._selection.span
        if span is None:
            self.hint.emit(self._why_none)
            return
        self._selection.choose(self._selection.place, span.id)
        self._view.select(span.start, span.end)
        self._view.setFocus()
        if self.project and self.project.writable:
            self.hint.emit(_("Change the selection, then press B."))

    def select_words_of(self, place: Place) -> None:
        """Select a record, and its words in the text."""
        self._selection.choose(place)
        self.select_words()

    @property
    def _why_none(self) -> str:
        return ELSEWHERE if self._selection.record_id else NOTHING
