"""All statements of a large project: sorted by a column and its first page shown, beside the bare SQL."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from models.lines.order import Order
from models.store.view import StoreView
from tests.benchmarks.measuring import Pair, timed
from tests.benchmarks.places import Places

PAGE = 200
BARE = """SELECT claim.rowid, number.rowid FROM number JOIN claim ON claim.id = number.claim
          JOIN speaker ON speaker.id = claim.speaker ORDER BY speaker.name COLLATE NOCASE, claim.article"""


@contextmanager
def sort(places: Places) -> Iterator[Pair]:
    """By speaker; the floor sorts the same lines by the same name."""
    path = places.large_project().path
    with closing(StoreView(path)) as view, closing(sqlite3.connect(path)) as connection:

        def ours() -> None:
            view.lines(view.make_list(None, Order("speaker")), 0, PAGE)

        yield Pair(lambda: timed(ours), lambda: timed(lambda: connection.execute(BARE).fetchall()))
