"""`python -m tests.benchmarks.growth [PICTURE]`: how long work takes in projects of 1,000 to 1,000,000 statements.

The window works, without a display, in projects as coders would have left them: ten statements in each article
(`growing`). Each time is that from the key or the call until the panes that show the result are painted, or until the
first page of a list is; the pages of the file are in the memory of the system. A line of JSON has the medians of each
project in milliseconds, and PICTURE becomes an SVG of them. The claim is recorded after the check of the file that
follows its opening, and while no backup is made: both read the whole file beside the window. Making the projects takes
a quarter of an hour; `--in FOLDER` keeps them for the next time.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt

from PySide6.QtCore import QEventLoop, QSettings, Qt
from PySide6.QtWidgets import QApplication

from models.attributes.comparing import Operator
from models.lines.order import Condition, Order, Sort
from tests.benchmarks.desks import Painted, bring_up, new_desk, panes, put_away, reopen, settle
from tests.benchmarks.growth_chart import chart
from tests.benchmarks.measuring import timed
from tests.benchmarks.places import Places, Sizes
from tests.journeys.desk import CTRL, Desk
from tests.waiting import let_read

SIZES = (1_000, 10_000, 100_000, 1_000_000)
WARMING, TURNS = 3, 5
"""How often each is done: in the first turns, modules are loaded and caches filled, and these do not count."""
SORTS = ("value", "speaker", "outlet", "summary", "published")
FILTERS = ("km", "%", "t", "EUR", "none")
SEARCHES = ("permits", "lighthouse", "tormod", "of ward 3", "2000")

Growth = dict[str, dict[int, float]]
"""Milliseconds by what is done and by statements; bytes a statement for the size of the file."""


def main() -> None:
    """Measure every size, and draw the picture."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.growth", description=__doc__)
    parser.add_argument("picture", nargs="?", type=Path, help="the SVG to write")
    parser.add_argument("--in", dest="folder", type=Path, help="keep the projects in this folder")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="how many statements they have")
    asked = parser.parse_args()
    # Beside the checkout, not in a folder for scratch: that may lie in memory.
    with tempfile.TemporaryDirectory(prefix=".benchmarks-", dir=Path.cwd()) as scratch:
        os.environ["XDG_DATA_HOME"] = scratch
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, scratch)
        growth = measured(Places(asked.folder or Path(scratch), Sizes()), asked.sizes)
    if asked.picture:
        asked.picture.write_text(chart(growth), "utf-8")


def measured(places: Places, sizes: Iterator[int] | tuple[int, ...]) -> Growth:
    """Return what came out, and print it."""
    growth: Growth = {}
    for statements in sizes:
        path = places.grown(statements)
        found = {"bytes a statement": path.stat().st_size / statements, **_work_in(path)}
        print(json.dumps({"statements": statements, **{what: round(took, 1) for what, took in found.items()}}))
        sys.stdout.flush()
        for what, took in found.items():
            growth.setdefault(what, {})[statements] = took
    return growth


def _work_in(path: Path) -> dict[str, float]:
    desk = new_desk()
    desk.open(path)
    try:
        return {what: 1000 * median(_taken(turns)) for what, turns in _gestures(desk, path).items()}
    finally:
        put_away(desk)


def _taken(turns: list[Callable[[], float]]) -> list[float]:
    """Return the seconds that the turns take once everything is warm."""
    return [gesture() for gesture in turns[:WARMING] + turns][WARMING:]


def _gestures(desk: Desk, path: Path) -> dict[str, list[Callable[[], float]]]:
    def opening() -> float:
        let_read(desk.project)
        return timed(lambda: reopen(desk, path), lambda: _paint(desk))

    def next_article() -> float:
        let_read(desk.project)
        settle(desk)
        painted = Painted(*panes(desk))
        painted.expect()
        return timed(lambda: desk.press(Qt.Key.Key_PageDown, CTRL), painted.wait)

    statements = [Order((Sort(column, descending=True),)) for column in SORTS]
    filters = [Order(conditions=(Condition("unit", Operator.IS, (unit,)),)) for unit in FILTERS]
    searches = [Order(text=words) for words in SEARCHES]
    return {
        "open the project": [opening] * TURNS,
        "open an article": [next_article] * TURNS,
        "record a claim (C)": [lambda: _claim(desk)] * TURNS,
        **{
            what: [lambda order=order: _first_page(desk, order) for order in orders]  # type: ignore[misc]
            for what, orders in (("sort", statements), ("filter", filters), ("search", searches))
        },
    }


def _paint(desk: Desk) -> None:
    for pane in (desk.text, desk.articles.view):
        pane.viewport().repaint()


def _claim(desk: Desk) -> float:
    """Record a sentence, and take it back."""
    desk.project.store._guard.expect_sound(3_600)  # an edit waits until the file has been checked once
    desk.window.backing_up.opened.stop()
    settle(desk)
    bring_up(desk)
    desk.text.select(0, 1)
    desk.press(Qt.Key.Key_J)
    desk.press(Qt.Key.Key_J)
    painted = Painted(*panes(desk))
    painted.expect()
    seconds = timed(lambda: desk.press(Qt.Key.Key_C), painted.wait)
    desk.press(Qt.Key.Key_Escape)
    desk.press(Qt.Key.Key_Z, CTRL)
    settle(desk)
    return seconds


def _first_page(desk: Desk, order: Order) -> float:
    """List the statements of all articles in an order that they did not have: until the first are on the screen."""
    panel = desk.statements
    panel.show_all(True)
    model = panel._of_all
    model.set_order(replace(order, text="", sorts=(Sort("mode"),), conditions=()))
    let_read(desk.project)
    panel.view.clearSelection()

    def read() -> None:
        while model._shown != order:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        panel.view.viewport().repaint()

    seconds = timed(lambda: model.set_order(order), read)
    let_read(desk.project)
    return seconds


if __name__ == "__main__":
    main()
