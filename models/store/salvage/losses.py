"""What became of the records of a damaged project: what is lost, what the history brought back, what is doubtful."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from enum import Enum

from models.entities import Record
from models.ids import Id


class TextFate(Enum):
    """What became of the text of an article."""

    WHOLE = "is the one that was imported"
    MENDED = "was damaged, and is whole again by its hash"
    AGAIN = "was lost, and is read again from the file of the article; its hash proves it"
    ALTERED = "is not the one that was imported"
    LOST = "is lost; signs stand in its place"


Counts = Counter[type[Record]]


@dataclass(slots=True)
class ArticleLosses:
    """What became of one article and of what was recorded in it; of no article if that is not known."""

    title: str = ""
    gone: bool = False
    """The article itself is lost, with everything in it."""
    only_text: bool = False
    """The article was lost, and is made again of its text."""
    text: TextFate = TextFate.WHOLE
    lost: Counts = field(default_factory=Counter)
    from_history: Counts = field(default_factory=Counter)
    inexact: Counts = field(default_factory=Counter)
    """Records with a text of which some bytes are no UTF-8 any more."""
    freed: Counter[tuple[type[Record], str]] = field(default_factory=Counter)
    """Records that stay without what they referred to, each with the field that did."""
    notes: list[str] = field(default_factory=list)
    """Sentences about single records."""


@dataclass(slots=True)
class Losses:
    """What became of everything, by article; None has what belongs to no article, or to one that is not known."""

    articles: dict[Id | None, ArticleLosses] = field(default_factory=lambda: defaultdict(ArticleLosses))
    held: Counts = field(default_factory=Counter)
    """What the new project holds."""
    told: set[Id] = field(default_factory=set)
    """The records that are counted as lost."""
    uncounted: set[type[Record]] = field(default_factory=set)
    """The kinds of records of which some may be lost that nothing counts."""
    edits: int = 0
    lost_edits: int = 0

    @property
    def is_doubtful(self) -> bool:
        """Whether a record differs in its table and in the history."""
        return any(found.notes for found in self.articles.values())

    @property
    def without_text(self) -> list[Id]:
        """The articles that are there, but without the text that was imported."""
        damaged = {TextFate.ALTERED, TextFate.LOST}
        return [each for each, found in self.articles.items() if each and not found.gone and found.text in damaged]

    def of(self, article: Id | None) -> ArticleLosses:
        """Return what became of an article."""
        return self.articles[article]
