"""A long day at one window: very many articles opened and coded one after the other, and a key that is held."""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from PySide6.QtCore import Qt

from tests.benchmarks.desks import Painted, bring_up, desk_at, let_find, panes, settle
from tests.benchmarks.measuring import Pair, timed
from tests.benchmarks.places import Made, Places
from tests.benchmarks.recording import Gesture, Prepared
from tests.journeys.desk import CTRL, Desk

SHARE = 10
"""The first and the last tenth of the articles are compared."""
HELD = 30
"""Presses of a key that is held for a second."""
Key = Qt.Key


@contextmanager
def session(places: Places) -> Iterator[Pair]:
    """The last articles of a session, beside the first: how long each takes to be shown. A line of JSON has megabytes,
    handles and threads after each tenth.
    """
    with desk_at(places.newspaper(), places.folder) as desk:
        taken, held = [], []
        for number in range(1, places.sizes.session):
            taken.append(_next_article(desk))
            if number % max(1, places.sizes.session // SHARE) == 0:
                held.append(_held())
        print(json.dumps({"articles": len(taken), "megabytes, handles, threads": held}), flush=True)
        some = max(1, len(taken) // SHARE)
        yield Pair(lambda: median(taken[-some:]), lambda: median(taken[:some]))


def _next_article(desk: Desk) -> float:
    """Open the next article, and record a claim in it; the seconds are those until the article is painted."""
    bring_up(desk)
    painted = Painted(*panes(desk))
    painted.expect()
    before = desk.records.article.id
    seconds = timed(lambda: desk.press(Key.Key_PageDown, CTRL), painted.wait)
    assert desk.records.article.id != before
    let_find(desk)
    for key in (Key.Key_J, Key.Key_C, Key.Key_Return):
        desk.press(key)
    settle(desk)
    return seconds


def _held() -> tuple[int, int, int]:
    """Return how many megabytes, open files and threads this process has."""
    own = Path("/proc/self")
    pages = int((own / "statm").read_text().split()[1])
    count = [sum(1 for _ in (own / each).iterdir()) for each in ("fd", "task")]
    return pages * os.sysconf("SC_PAGE_SIZE") // 1_000_000, count[0], count[1]


def held(article: Callable[[Places], Made]) -> Prepared:
    """L held for a second: all its presses, each until it is painted, beside the second in which they come."""

    @contextmanager
    def prepared(places: Places) -> Iterator[Pair]:
        with desk_at(article(places), places.folder) as desk:
            yield Pair(_Holding(desk), lambda: 1.0)

    return prepared


class _Holding(Gesture):
    def __call__(self) -> float:
        bring_up(self.desk)
        self.desk.press(Key.Key_J)
        settle(self.desk)
        watched = Painted(panes(self.desk)[0])
        return sum(self._press(watched) for _ in range(HELD))

    def _press(self, watched: Painted) -> float:
        watched.expect()
        return timed(lambda: self.desk.press(Key.Key_L), watched.wait)
