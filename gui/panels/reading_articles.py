"""Read the lines of articles, and put them in order, in the thread of the reader."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from models.entities import Status
from models.ids import Id
from models.lines.article_line import ArticleLine
from models.lines.matching import Matching
from models.lines.order import Order
from models.text.folding import folded

if TYPE_CHECKING:
    from models.store.view import StoreView

PIECE = 200
"""Lines after which it is checked whether an edit waits for the file."""

_folded = lru_cache(maxsize=100_000)(folded)
"""Keep folded titles, so that they are not folded again for every character that is typed."""


def folded_title(line: ArticleLine) -> str:
    """Return the title of an article, folded."""
    return _folded(line.article.title)


@dataclass(frozen=True, slots=True)
class ReadArticles:
    """All lines in the order of import, the articles that meet the conditions in the order of the list, and those that
    are done.
    """

    lines: dict[Id, ArticleLine]
    ordered: list[Id]
    done: set[Id]


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
class ReadingArticles:
    """A question for all lines; with `measured`, also for what takes long to find out."""

    measured: bool
    order: Order
    matching: Matching

    def read(self, view: "StoreView") -> ReadArticles:
        """Return the lines as the file has them; the titles are folded on the way."""
        lines = view.articles(measured=self.measured)
        for line in lines:
            folded_title(line)
        ordered = Ordering(self.order, self.matching).listed(lines, view)
        done = {line.id for line in lines if line.status is Status.DONE}
        return ReadArticles({line.id: line for line in lines}, ordered, done)
