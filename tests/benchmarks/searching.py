"""All articles searched for words that none has, beside every text read by bare SQL and looked through as it stands."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from gui.searching.search import PIECE
from models.lines.found_place import Found, Wanted
from models.store.view import StoreView
from tests.benchmarks.measuring import Pair, worked
from tests.benchmarks.places import Places

WORDS = "no such words"
TEXTS = "SELECT text FROM article JOIN content ON sha256 = content ORDER BY id"


@contextmanager
def every_text(places: Places, statements: int) -> Iterator[Pair]:
    """Both find nothing, so that no text is left out; ours is asked in the pieces in which the window asks."""
    path = places.grown(statements)
    with closing(StoreView(path)) as view, closing(sqlite3.connect(path)) as floor:
        ids = view.article_ids().ids

        def ours() -> None:
            for first in range(0, len(ids), PIECE):
                assert view.places_of(ids[first : first + PIECE], Wanted(WORDS)) == Found()

        def bare() -> None:
            assert not any(WORDS in text for (text,) in floor.execute(TEXTS))

        yield Pair(lambda: worked(ours), lambda: worked(bare))
