"""What a project has taught: the words of numbers that its coders dismissed again and again."""

from collections import Counter
from collections.abc import Mapping

from models.edits import Edit
from models.entities import Dismissed, Offer
from models.text.folding import folded

ENOUGH = 2
"""Dismissals after which the words of a number are not suggested anywhere in the project."""


class Learned:
    """How often the words of numbers were dismissed, kept in step with the file by each edit.

    The counts are replaced and never changed, so that another thread can look them up meanwhile.
    """

    def __init__(self, dismissed: Mapping[str, int] | None = None) -> None:
        self.dismissed = Counter[str]()
        for words, count in (dismissed or {}).items():
            self.dismissed[folded(words)] += count

    def take(self, edit: Edit) -> bool:
        """Follow an edit that was applied; return whether it concerned a number that was dismissed."""
        counts = Counter[str]()
        for change in edit.changes_of(Dismissed):
            counts.update(_words(change.after))
            counts.subtract(_words(change.before))
        total = Counter(self.dismissed)
        total.update(counts)
        self.dismissed = +total
        return any(counts.values())

    def is_unwanted(self, words: str) -> bool:
        """Return whether a number with these words has been dismissed often enough, whatever its case."""
        return self.dismissed[folded(words)] >= ENOUGH


def dismissed_words(edit: Edit) -> frozenset[str]:
    """Return the words of the numbers that an edit dismisses, or does not any more, folded."""
    rows = (row for change in edit.changes_of(Dismissed) for row in (change.before, change.after))
    return frozenset(words for row in rows for words in _words(row))


def _words(row: object) -> list[str]:
    return [folded(row.words)] if isinstance(row, Dismissed) and row.kind is Offer.NUMBER and row.words else []
