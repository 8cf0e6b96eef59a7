"""Show which places of an article have no record yet, and go from one to the next."""

from PySide6.QtCore import QObject, Signal

from gui.article.article_pane import ArticlePane
from gui.panels.article_words import open_places_in_words
from gui.project.suggestions import Suggestions
from gui.project.view import ProjectView
from gui.work.suggesting import Suggesting
from models.actions.suggestions import nothing_here
from models.ids import Id
from models.suggestions.places import Place
from models.text.ranges import Range
from models.translation import _, ngettext

NO_PLACE = _("This article has no open places.")


class Covering(QObject, ProjectView):
    """Counts the open places under the text, marks them beside it, and visits them. `hint` says what was done."""

    hint = Signal(str)

    def __init__(self, pane: ArticlePane, found: Suggestions, suggesting: Suggesting, parent: QObject) -> None:
        super().__init__(parent)
        self._pane, self._view, self._found, self._suggesting = pane, pane.view, found, suggesting
        self._told: set[Id] = set()
        """Articles of which it was said already that places are open."""
        found.places_changed.connect(self._show)
        found.read.connect(self._show)
        pane.next_place_wanted.connect(self.next_place)

    def show_article(self) -> None:
        """Say nothing of another article before it is read."""
        self._show()

    def _show(self) -> None:
        places, wanted = self._found.places, self._found.counts_places and self._found.has_article
        words = open_places_in_words(self._found.counted_places) if wanted and self._found.is_known else ""
        self._pane.show_coverage(words, stays=wanted, has_places=bool(places))
        self._view.show_places(places.offsets)

    # Visiting

    def next_place(self) -> None:
        """Go to the next place without a record; after the last comes the first."""
        current, (start, end) = self._found.current, self._view.selection()
        after = current.range[1] if current else start + (start < end)
        places = self._found.places
        at = places.first_from(after)
        self._visit(places[at] if at < len(places) else self._end(0))

    def previous_place(self) -> None:
        """Go to the place before without a record; before the first comes the last."""
        current, (start, _end) = self._found.current, self._view.selection()
        before = current.range[0] if current else start
        at = self._found.places.first_from(before)
        self._visit(self._found.places[at - 1] if at else self._end(-1))

    def _end(self, at: int) -> Place | None:
        """Return the first place (0) or the last (-1), if there is any."""
        return self._found.places[at] if self._found.places else None

    def _visit(self, place: Place | None) -> None:
        """Go to the suggestion at a place, if there is one; else select the place, to be recorded by hand."""
        if place is None:
            self.hint.emit(NO_PLACE)
            return
        self._view.setFocus()
        if here := self._found.overlapping(place.range):
            self._suggesting.go_to(here[0])
        else:
            self._found.choose(None)
            self._view.select(*place.range)

    def show_again(self, start: int, end: int) -> None:
        """Show words that have no record any more: go to the suggestion of just these, or select them."""
        here = next((each for each in self._found.overlapping((start, end)) if each.range == (start, end)), None)
        if here:
            self._suggesting.go_to(here)
        else:
            self._found.choose(None)
            self._view.select(start, end)

    def nothing_here(self) -> None:
        """Say that there is nothing to record at the caret: the place there is open no longer."""
        place = self._place_here()
        if self.at_work is None or place is None:
            self.hint.emit(_("There is no open place at the caret. Press G to go to the next."))
            return
        project, records = self.at_work
        if project.do(nothing_here(records, *place)):
            self.hint.emit(_("There is nothing to record here, as you said. Ctrl+Z opens the place again."))

    def _place_here(self) -> Range | None:
        """Return the shortest open place that the caret or the selection touches."""
        start, end = self._view.selection()
        here = (each.range for each in self._found.places if each.range[0] <= end and start <= each.range[1])
        return min(here, key=lambda each: each[1] - each[0], default=None)

    def left_open(self) -> str:
        """Return a hint that places of the open article have no record, once for each article; else nothing."""
        records, count = self.records, len(self._found.places)
        if records is None or not count or records.article.id in self._told:
            return ""
        self._told.add(records.article.id)
        return ngettext(
            "{count:,} place of “{title}” has no record. Ctrl+PgUp goes back to it.",
            "{count:,} places of “{title}” have no record. Ctrl+PgUp goes back to it.",
            count,
        ).format(count=count, title=records.article.title)
