"""`python -m tests.benchmarks.visiting PROJECT`: how much memory the program has taken after each view of a project.

A line of JSON has megabytes by view, as Linux counts what the process has in memory.
"""

import gc
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt

from PySide6.QtCore import QEventLoop, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHeaderView

from gui.window.tables import TABLES
from tests.benchmarks.desks import new_desk
from tests.benchmarks.measuring import Pair
from tests.benchmarks.places import Places
from tests.benchmarks.starting import painted
from tests.journeys.desk import CTRL, SHIFT, Desk
from tests.waiting import let_read

MOST_MEGABYTES = 150.0
"""What a project of a million statements may need beside an empty window, once every view of it was visited."""
PAUSE = 250
"""Milliseconds after which a character of a filter has been followed."""


@contextmanager
def memory(places: Places, statements: int) -> Iterator[Pair]:
    """The most that the program takes after all views, beyond what its empty window does; in processes of their own."""
    path = places.grown(statements)

    def ours() -> float:
        command = [sys.executable, "-m", "tests.benchmarks.visiting", str(path)]
        told: dict[str, float] = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        more = {view: round(megabytes - empty, 1) for view, megabytes in told.items()}
        print(json.dumps(more), flush=True)
        return max(more.values())

    with tempfile.TemporaryDirectory() as home, painted("onrecord", home) as window:
        empty = _megabytes(window.pid)
    yield Pair(ours, lambda: MOST_MEGABYTES)


def main() -> None:
    """Visit the views of a project, and tell what they took."""
    path, told = Path(sys.argv[1]), dict[str, float]()
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(path.parent / "settings"))
    desk = new_desk()
    for view, visit in _visits(desk, path).items():
        visit()
        _settle(desk)
        told[view] = _megabytes(os.getpid())
    print(json.dumps(told))
    sys.stdout.flush()
    os._exit(0)  # without what the window does when it is closed


def _visits(desk: Desk, path: Path) -> dict[str, Callable[[], object]]:
    """Return how each view is visited; the panes are not there before a project is."""

    def scroll() -> None:
        bar = desk.statements.view.verticalScrollBar()
        bar.setValue(bar.maximum())

    def sort(header: QHeaderView, section: int) -> None:
        header.setSortIndicator(section, Qt.SortOrder.DescendingOrder)

    def sort_statements() -> None:
        names = [column.name for column in desk.statements.view.lines.columns]
        sort(desk.statements.view.header, names.index("value"))

    def search() -> None:
        desk.press(Qt.Key.Key_F, CTRL | SHIFT)
        desk.type("e")

    return {
        "open": lambda: desk.open(path),
        "all articles": lambda: desk.statements.show_all(True),
        "last statements": scroll,
        "statements by value": sort_statements,
        **{entry.name: lambda entry=entry: desk.show(entry.name) for entry in TABLES},  # type: ignore[misc]
        "history": desk.actions["show_history"].trigger,
        "articles searched": search,
        "titles found": lambda: desk.articles.filter.setText("a"),
        "all titles": lambda: desk.articles.filter.setText(""),
        "articles by title": lambda: sort(desk.articles.view.header, 0),
    }


def _settle(desk: Desk) -> None:
    """Let everything be read that is asked for, also after a pause."""
    while desk.window.project and not desk.articles.is_listed:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    let_read(desk.window.project)
    QTest.qWait(PAUSE)
    let_read(desk.window.project)


def _megabytes(process: int) -> float:
    gc.collect()
    found = re.search(r"Rss:\s+(\d+)", Path(f"/proc/{process}/smaps_rollup").read_text())
    assert found
    return int(found[1]) / 1024


if __name__ == "__main__":
    main()
