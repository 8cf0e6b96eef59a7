"""Where words were found in the texts of articles, with the words around them, as lines of a list."""

from dataclasses import dataclass

from models.entities import Record
from models.ids import Id
from models.text.finding import phrase_of
from models.text.ranges import Range

MOST = 10_000
"""Places that a search lists."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: the words as they were typed, with or without boilerplate, and at most this many places."""

    words: str = ""
    boilerplate: bool = False
    most: int = MOST

    @property
    def is_nothing(self) -> bool:
        """Whether there are no words."""
        return phrase_of(self.words) is None


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """One place: its range in the text (code points, half-open), its words as printed, and those around it in its line.

    `recorded` are the kinds of records, claims or numbers, whose words overlap it.
    """

    range: Range
    before: str
    words: str
    after: str
    recorded: tuple[type[Record], ...] = ()


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article with at least one place."""

    article: Id
    title: str
    outlet: str | None
    published: str | None
    places: tuple[FoundPlace, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in some articles, and how many places in their boilerplate were left out.

    If there were `more` places than were wanted, they are not counted, and the last article has only the first.
    """

    articles: tuple[FoundArticle, ...] = ()
    left_out: int = 0
    more: bool = False
