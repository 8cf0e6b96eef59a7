"""The list of what a search has found as it grows: which place is current in it, and which is to be found again."""

from collections.abc import Collection

from gui.searching.hits_model import HitsTableModel
from gui.searching.hits_view import HitsView
from models.ids import Id
from models.lines.found_place import Found
from models.places import Place


class FoundPlaces:
    """Shows what was found before until the next search finds something, so that the list does not flicker."""

    def __init__(self, model: HitsTableModel, view: HitsView) -> None:
        self._model, self._view = model, view
        self._wanted: Place | None = None
        self.is_stale = False
        """Whether the list still shows what was searched for before."""

    @property
    def counts(self) -> tuple[int, int]:
        """How many places are listed, and in how many articles."""
        return (0, 0) if self.is_stale else (self._model.places, len(self._model.articles))

    @property
    def current(self) -> Place | None:
        """The current place of what is searched for."""
        hit = None if self.is_stale else self._model.hit(self._view.currentIndex().row())
        return hit.place if hit else None

    def begin(self, *, keep: bool) -> None:
        """Expect what another search finds; the current place is current again when that is found, if it is to be
        kept.
        """
        self._wanted = (self.current or self._wanted) if keep else None
        self.is_stale = True

    def clear(self) -> None:
        """List nothing."""
        self.is_stale = False
        self._model.clear()

    def stay(self) -> None:
        """Look for no other place than the current one."""
        self._wanted = None

    def add(self, found: Found) -> None:
        """List what was found in one piece; the first place is current, until the one that is to be kept is found."""
        if self.is_stale:
            self.clear()
        self._model.add(found.articles)
        row = self._model.row_of(self._wanted)
        if row is not None:
            self._wanted = None
        elif not self._view.currentIndex().isValid():
            row = self._model.step(-1, 1)
        if row is not None and row >= 0:
            self._view.go_to_row(row)

    def replace(self, articles: Collection[Id], found: Found) -> bool:
        """List what is found in some articles now; return False if one is among them that was not listed."""
        current, now = self.current, {each.article: each for each in found.articles}
        if self.is_stale or now.keys() - self._model.articles:
            return False
        self._model.replace({each: now.get(each) for each in articles})
        row = self._model.row_of(current)
        if row is not None and self.current != current:
            self._view.go_to_row(row)
        return True

    def step(self, step: int, *, around: bool) -> bool:
        """Make the next place current (step 1) or the one before (-1); `around` goes on at the other end.

        Return whether there is such a place.
        """
        row = self._model.step(self._view.currentIndex().row(), step)
        if row < 0 and around:
            row = self._model.step(-1 if step > 0 else self._model.rowCount(), step)
        if row >= 0:
            self._view.go_to_row(row)
        return row >= 0
