"""Find out in the thread of the reader which articles are listed and in what order, and read their lines in pieces."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from gui.panels.known_articles import MOST_LINES
from models.ids import Id
from models.lines.article_line import MEASURED, ArticleLine, Progress
from models.lines.matching import Matching
from models.lines.order import Order
from models.text.finding import holds
from models.text.folding import folded

if TYPE_CHECKING:
    from models.store.article_ids import ArticleIds
    from models.store.view import StoreView

PIECE = 200
"""Lines after which it is checked whether an edit waits for the file."""
FIRST, MORE = 100, 1_000
"""Lines that are read at first, more than a window shows, and then at once, in some 10 milliseconds."""

_folded = lru_cache(maxsize=MOST_LINES)(folded)
"""Keep folded titles, so that they are not folded again for every character that is typed."""


@dataclass(frozen=True, slots=True)
class LookedFor:
    """The words that a title has to contain, all of them, and the progress that is looked for; any without."""

    words: tuple[str, ...] = ()
    progress: frozenset[Progress] = frozenset()

    def fits(self, line: ArticleLine) -> bool:
        """Return whether a line is looked for."""
        has_words = not self.words or holds(_folded(line.title), self.words)
        return has_words and (not self.progress or line.progress in self.progress)

    def among(self, lines: Iterable[ArticleLine]) -> list[Id]:
        """Return the articles that are looked for, in their order."""
        return [line.id for line in lines if self.fits(line)]

    def among_all(self, articles: Sequence[Id], view: "StoreView") -> list[Id]:
        """Return those of some articles that the file finds, in their order."""
        found = view.articles_looked_for(self.words, self.progress)
        return [each for each in articles if each in found]


@dataclass(frozen=True, slots=True)
class EveryLine:
    """The lines of all articles in the order of import: those in memory, or None if they have to be read."""

    lines: Sequence[ArticleLine] | None

    def read(self, view: "StoreView", *, measured: bool = False) -> Iterator[ArticleLine]:
        """Yield them, as long as the question is not interrupted; with `measured`, with what takes long to find out."""
        if self.lines is None:
            return view.each_article(measured=measured)
        return view.piecewise(self.lines)


@dataclass(frozen=True, slots=True)
class Ordering:
    """What lines are sorted and filtered by, and how they are compared."""

    order: Order
    matching: Matching
    every: EveryLine
    ids: Sequence[Id]
    """Those of all articles."""

    def listed(self, view: "StoreView") -> list[Id]:
        """Return the articles that meet the conditions, in order; those with the same values by their import."""
        known = {each: each for each in self.ids}
        return [known.get(each, each) for each in self._listed(view)]  # so that each id is in memory once

    def _listed(self, view: "StoreView") -> list[Id]:
        sorts, conditions = self.order.sorts, self.order.conditions
        if self.every.lines is None and view.can_list_articles(self.order):
            return view.listed_articles(self.order)
        keyed = []
        for number, line in enumerate(self.every.read(view, measured=any(map(self.order.is_about, MEASURED)))):
            if self.matching.meets(line, conditions):
                keyed.append((self.matching.key(line, sorts), number, line.id))
        return [article for _key, _number, article in sorted(keyed)]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some lines, in the order of import; after the last piece there are no more.

    In a large project `everything` tells instead of further pieces which articles there are.
    """

    lines: Sequence[ArticleLine]
    is_last: bool
    everything: "ArticleIds | None" = None


@dataclass(frozen=True, slots=True)
class NextPiece:
    """A question for the lines after an article, the first ones after none (""); with `measured`, also for what takes
    long to find out.
    """

    after: Id
    measured: bool

    def read(self, view: "StoreView") -> Piece:
        """Return the lines as the file has them; the first ones only, if there are too many to be kept."""
        if self.after and view.article_count() > MOST_LINES:
            return Piece((), is_last=True, everything=view.article_ids())
        most = MORE if self.after else FIRST
        lines = view.articles_after(self.after, most, measured=self.measured)
        return Piece(lines, is_last=len(lines) < most)
