"""The current suggestion of the article on the screen, and suggestions as the coder has changed them."""

from PySide6.QtCore import QObject, Signal

from gui.project.open_suggestions import OpenSuggestions
from models.ids import Id
from models.suggestions.found import FoundNumber
from models.suggestions.offered import Offered
from models.suggestions.still_open import Difference
from models.text.ranges import Range


class Suggestions(OpenSuggestions):
    """Open suggestions, of which one may be current."""

    chosen = Signal()
    """Another suggestion is the current one, or none."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._current: Id | None = None

    @property
    def current(self) -> Offered | None:
        """The current suggestion."""
        return self.with_id(self._current) if self._current else None

    def _tell(self, difference: Difference) -> None:
        super()._tell(difference)
        if self._current and self.current is None:
            self.choose(None)

    def choose(self, id_: Id | None) -> None:
        """Make a suggestion the current one, or none."""
        if id_ != self._current:
            self._current = id_
            self.chosen.emit()

    def after(self, offset: int) -> Offered | None:
        """Return the first suggestion that begins at an offset or after it."""
        return self._at(self.open.first_from(offset))

    def beside(self, id_: Id, step: int) -> Offered | None:
        """Return the suggestion after an open one (1), or before it (-1); None at the end."""
        here = self.with_id(id_)
        if here is None:
            return None
        at = self.open.first_from(here.found_at)
        while self.open[at].id != id_:
            at += 1
        return self._at(at + step)

    def _at(self, place: int) -> Offered | None:
        return self.open[place] if 0 <= place < len(self.open) else None

    def tick(self, id_: Id, number: Range) -> None:
        """Leave a number out of a suggested claim, or take it in again."""
        if found := self.with_id(id_):
            self._put(found.ticked(number, wanted=number in found.left_out))

    def bound(self, id_: Id, words: Range) -> None:
        """Give a suggestion other words, with the numbers in them."""
        found, records = self.with_id(id_), self.records
        if found is None or records is None:
            return
        if found.is_claim:
            self._put(found.bounded(words, self._open_numbers()))
            return
        from models.quantities.locating import read_number

        read = read_number(records.text, *words, records.article.language or "en")
        self._put(found.bounded(words, (FoundNumber(words, read, "number"),)))

    def _open_numbers(self) -> list[FoundNumber]:
        inside = {number.span: number for each in self.open for number in each.numbers}
        alone = {each.range: each.suggestion for each in self.open if isinstance(each.suggestion, FoundNumber)}
        return [number for _span, number in sorted({**inside, **alone}.items())]

    def _put(self, own: Offered) -> None:
        """Keep a suggestion as the coder has changed it."""
        if self._left:
            self._tell(self._left.put_own(own))
        if own.id == self._current:
            self.chosen.emit()
