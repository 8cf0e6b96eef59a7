"""Show suggestions in the text, the table and the details, and which of them is the current one."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QObject, Qt

from gui.article.article_view import ArticleView
from gui.article.marks import CURRENT, SUGGESTIONS, Mark
from gui.panels.details import Details
from gui.project.selection import Selection
from gui.project.suggestions import Suggestions
from gui.project.view import ProjectView
from gui.tables.statements_panel import StatementsPanel
from models.edits import Edit
from models.entities import Role
from models.ids import Id
from models.suggestions.found import FoundClaim
from models.suggestions.offered import Offered
from models.suggestions.reasons import reason
from models.suggestions.still_open import Difference

LATER = Qt.ConnectionType.QueuedConnection
"""After the guidance about a cell has gone."""


class ShowingSuggestions(QObject, ProjectView):
    """Keeps the panes in step with what is suggested, and follows the coder from one to the other.

    A suggestion is never selected as a record is: as long as one is current, no record of the article is.
    """

    def __init__(
        self, found: Suggestions, view: ArticleView, table: StatementsPanel, details: Details, selection: Selection
    ) -> None:
        super().__init__(view)
        self.found, self._view, self._table, self._details, self._selection = found, view, table, details, selection
        self._shown: Id | None = None
        """The suggestion that is marked as the current one."""
        self._is_marked = False
        """Whether the text has the marks of what is open; not after it was shown again."""
        found.changed.connect(self._show)
        found.chosen.connect(self._show_current)
        view.display.page_turned.connect(self._forget_marks)
        view.suggestions.entered.connect(lambda id_: found.choose(id_ or None))
        view.suggestions.why = self._why
        table.suggestion_selected.connect(self._choose_in_table)
        table.tick_wanted.connect(found.tick)
        table.view.cells.guided.connect(self._explain_after, LATER)
        selection.changed.connect(self._leave)

    def follow(self, _edit: Edit) -> None:
        """Mark the suggestions again if an edit has made the text be shown again."""
        if not self._is_marked:
            self._mark((), self.found.open)

    def go_to(self, there: Offered) -> None:
        """Make a suggestion the current one, in the text and in the table; nothing else is selected then."""
        self._selection.choose(None)
        self._view.suggestions.go_to(there.reach)
        self._view.suggestions.go_to(there.range)
        self.found.choose(there.id)

    def explain(self) -> None:
        """Say in the details what the current suggestion was found by."""
        current = self.found.current
        self._details.show_guidance(self._why(current.id) if current else "")

    def _explain_after(self, guidance: str) -> None:
        if not guidance and self.found.current:
            self.explain()

    def _why(self, id_: Id) -> str:
        """Return what a suggestion was found by, in sentences."""
        found, project = self.found.with_id(id_), self.project
        if found is None or project is None or project.records is None:
            return ""
        return reason(found.suggestion, project.records.text, project.registry)

    def _show(self, difference: Difference) -> None:
        """Show what is open now."""
        self._table.take_suggestions(difference)
        self._mark(difference.gone, difference.put)

    def _show_current(self) -> None:
        """Show which suggestion is the current one, and what it was found by."""
        current = self.found.current
        before = self.found.with_id(self._shown) if self._shown else None
        self._mark((), filter(None, {before, current}))
        self._table.view.show_suggestion(current.id if current else None)
        self.explain()

    def _mark(self, gone: Iterable[Id], put: Iterable[Offered]) -> None:
        """Mark suggestions in the text, as they are now, and others no longer."""
        current, some = self.found.current, [*put]
        self._shown, self._is_marked = current.id if current else None, True
        marks = [mark for each in some for mark in _marks(each, each is current)]
        self._view.suggestions.put([*gone, *(each.id for each in some)], marks, self._shown)

    def _forget_marks(self) -> None:
        """Note that the text is shown again, without marks of suggestions: any that Qt's moves of the caret have
        brought there in the meantime are of the text before.
        """
        self._view.suggestions.put([each.id for each in self.found.open], (), None)
        self._is_marked = False

    def _choose_in_table(self, id_: Id) -> None:
        """Show in the text the suggestion whose line the coder has gone to."""
        self._selection.choose(None)
        self.found.choose(id_)
        if current := self.found.current:
            self._view.suggestions.go_to(current.range)

    def _leave(self) -> None:
        """Leave the suggestion when a record is selected."""
        if self._selection.marked and not self._view.hasFocus():
            self.found.choose(None)


def _marks(offered: Offered, is_current: bool) -> Iterator[Mark]:
    """Yield the marks of a suggestion; the cue and the source are shown only of the current one."""
    found, layer = offered.suggestion, CURRENT if is_current else SUGGESTIONS
    roles = [(Role.CONTENT if offered.is_claim else Role.NUMBER, part) for part in offered.parts]
    roles += [(Role.NUMBER, each.span) for each in offered.numbers if each.span not in offered.left_out]
    if is_current and isinstance(found, FoundClaim):
        roles += [(Role.SOURCE, part) for part in found.source] + [(Role.CUE, part) for part in (found.cue,) if part]
    for role, (start, end) in roles:
        yield Mark(offered.id, f"{offered.id} {role} {start}", role, start, end, layer)
