"""How many places of an article have no record, and which changes make that another number."""

from collections.abc import Mapping
from dataclasses import dataclass

from models.edits import Change
from models.entities import Article, Boilerplate, Dismissed, Record, Span
from models.ids import Id

PLACES: tuple[type[Record], ...] = (Span, Boilerplate, Dismissed)
"""What covers a place, or opens it again when it goes."""

RULES = 1
"""The number of the rules by which places are found (`models.suggestions.coverage`). Whoever changes what they find
gives it the next number: what was counted by others is not shown.
"""


@dataclass(frozen=True, slots=True)
class OpenPlaces:
    """How many places of an article have no record: quotations, sentences with a reporting verb, and numbers."""

    quotations: int = 0
    verbs: int = 0
    numbers: int = 0

    @property
    def total(self) -> int:
        """Return how many places there are of all kinds."""
        return self.quotations + self.verbs + self.numbers


@dataclass(frozen=True, slots=True)
class CountedPlaces:
    """The open places of some articles, by their ids, as they were after an edit: the row of the last one, which was
    asked for before the articles were read.
    """

    places: Mapping[Id, OpenPlaces]
    last_edit: int


def changes_places(change: Change) -> bool:
    """Return whether the open places of an article may be others after a change: whether a place is covered or opened,
    or the article is read in another way, with another text or language.
    """
    before, after = change.before, change.after
    if isinstance(before, Article) and isinstance(after, Article):
        return (before.content, before.language) != (after.content, after.language)
    return isinstance(change.row, (Article, *PLACES))
