"""Read the lines of articles piece by piece, and put them in order, in the thread of the reader."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from models.ids import Id
from models.lines.article_line import ArticleLine, Progress
from models.lines.matching import Matching
from models.lines.order import Order
from models.text.folding import folded

if TYPE_CHECKING:
    from models.store.view import StoreView

PIECE = 200
"""Lines after which it is checked whether an edit waits for the file."""
FIRST, MORE = 100, 1_000
"""Lines that are read at first, more than a window shows, and then at once, in some 10 milliseconds."""

_folded = lru_cache(maxsize=100_000)(folded)
"""Keep folded titles, so that they are not folded again for every character that is typed."""


def folded_title(line: ArticleLine) -> str:
    """Return the title of an article, folded."""
    return _folded(line.article.title)


@dataclass(frozen=True, slots=True)
class LookedFor:
    """The words that a title has to contain, all of them, and the progress that is looked for; any without."""

    words: tuple[str, ...]
    progress: frozenset[Progress]

    def fits(self, line: ArticleLine) -> bool:
        """Return whether a line is looked for."""
        title = folded_title(line) if self.words else ""
        return all(word in title for word in self.words) and (not self.progress or line.progress in self.progress)

    def among(self, lines: Iterable[ArticleLine]) -> list[Id]:
        """Return the articles that are looked for, in their order."""
        return [line.id for line in lines if self.fits(line)]


@dataclass(frozen=True, slots=True)
class Ordering:
    """What lines are sorted and filtered by, and how they are compared."""

    order: Order
    matching: Matching

    def listed(self, lines: Sequence[ArticleLine], view: "StoreView") -> list[Id]:
        """Return the articles that meet the conditions, in order; those with the same values by their import."""
        keyed = []
        for number, line in enumerate(lines):
            if number % PIECE == 0:
                view.go_on()
            if self.matching.meets(line, self.order.conditions):
                keyed.append((self.matching.key(line, self.order.sorts), number, line.id))
        return [article for _key, _number, article in sorted(keyed)]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some lines, in the order of import; after the last piece there are no more."""

    lines: Sequence[ArticleLine]
    is_last: bool


@dataclass(frozen=True, slots=True)
class NextPiece:
    """A question for the lines after an article, the first ones after none (""); with `measured`, also for what takes
    long to find out.
    """

    after: Id
    measured: bool

    def read(self, view: "StoreView") -> Piece:
        """Return the lines as the file has them; the titles are folded on the way."""
        most = MORE if self.after else FIRST
        lines = view.articles_after(self.after, most, measured=self.measured)
        for line in lines:
            folded_title(line)
        return Piece(lines, is_last=len(lines) < most)
