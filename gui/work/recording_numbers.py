"""Turn what the coder selects in the text into numbers, or select the next words that could be one."""

from PySide6.QtCore import QObject, Signal

from gui.article.article_view import ArticleView
from gui.project.selection import Selection
from gui.project.view import ProjectView
from gui.tables.statements_panel import StatementsPanel
from models.actions import numbers
from models.entities import Claim, Number
from models.places import Place
from models.translation import _

NO_VALUE = _("No number can be read in these words. To record them anyway and type the value, press N again.")


class RecordingNumbers(QObject, ProjectView):
    """Records numbers. `hint` says what is missing if a key cannot act."""

    hint = Signal(str)

    def __init__(self, view: ArticleView, table: StatementsPanel, selection: Selection, parent: QObject) -> None:
        super().__init__(parent)
        self._view, self._table, self._selection = view, table, selection
        self._without_value: Place | None = None
        """Words that were refused once because no value can be read in them; they are recorded when asked again."""
        view.requests.number_requested.connect(self.mark_number)
        view.requests.number_before_requested.connect(self.mark_number_before)

    def mark_number(self, start: int, end: int, *, forward: bool = True) -> None:
        """Record a number; if nothing that could be one is selected, select the next one to record."""
        if self.at_work is None:
            return
        records = self.at_work[1]
        recorded = records.number_of(start, end)
        if start == end or records.claim_of(start, end) or (recorded and recorded == self._selection.marked):
            self._select_number(start, end, forward=forward)
        elif recorded:
            self._selection.choose_here(recorded.id)
            self.hint.emit(_("This number is recorded already."))
        else:
            self._mark_new_number(start, end)

    def mark_number_before(self, start: int, end: int) -> None:
        """Record a number, or select the previous one to record."""
        self.mark_number(start, end, forward=False)

    def _mark_new_number(self, start: int, end: int) -> None:
        """Record a number. Words without a value are recorded only at the second request; the value cell then opens."""
        assert self.at_work is not None
        project, records = self.at_work
        edit = numbers.mark_number(records, start, end)
        (number,) = edit.made(Number)
        words = Place(records.article.id, range=(start, end))
        if number.value is None and words != self._without_value:
            self._without_value = words
            self.hint.emit(NO_VALUE)
            return
        self._without_value = None
        if project.do(edit):
            self._selection.choose_here(number.id)
            if number.value is None:
                self._table.edit_value(number.id)

    def _select_number(self, start: int, end: int, *, forward: bool) -> None:
        """Select the next or previous number without a record; those of the claim at the caret come first."""
        # Loaded with the first number, so that the window is painted earlier.
        from models.suggestions.unrecorded import next_unrecorded, previous_unrecorded

        assert self.at_work is not None
        records = self.at_work[1]
        claim = records.claim_of(start, end) or self._claim_at(start)
        found = next_unrecorded(records, end, claim) if forward else previous_unrecorded(records, start, claim)
        if found is None:
            self.hint.emit(
                _("There is no unrecorded number after the caret.")
                if forward
                else _("There is no unrecorded number before the caret.")
            )
            return
        self._view.select(*found, backwards=not forward)

    def _claim_at(self, caret: int) -> Claim | None:
        """Return the current claim if the caret is in it and before its end."""
        claim = self._selection.claim
        if claim is None or self.at_work is None:
            return None
        parts = self.at_work[1].contents(claim.id)
        return claim if any(part.start <= caret < part.end for part in parts) else None
