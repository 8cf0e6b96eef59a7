"""Copy and fill very many cells of the table of all articles, as a coder does: with Ctrl+A, Ctrl+C and Ctrl+D."""

import csv
import io
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEventLoop, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.benchmarks.desks import new_desk, put_away
from tests.benchmarks.holding import LIMIT, Held, Watcher
from tests.benchmarks.measuring import Pair, timed
from tests.benchmarks.places import Places
from tests.gui.tables.acting import column
from tests.journeys.desk import CTRL, Desk
from tests.journeys.sight import said
from tests.waiting import let_read

FILLED = 20_000
"""Cells that are filled at once."""
Key = Qt.Key


@contextmanager
def all_statements(places: Places) -> Iterator[Desk]:
    """The window with all statements of a copy of a large project listed."""
    path = places.folder / "cells.onrecord"
    shutil.copyfile(places.multiplied(places.sizes.many), path)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(places.folder / "settings"))
    desk = new_desk()
    try:
        desk.open(path)
        desk.show("statements")
        desk.statements.show_all(True)
        let_read(desk.project)
        yield desk
    finally:
        put_away(desk)
        path.unlink()


@contextmanager
def copy(places: Places) -> Iterator[Pair]:
    """All statements copied, beside csv.writer over the same rows in memory."""
    with all_statements(places) as desk:
        _copy(desk)
        rows = [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]
        if len(rows) != desk.statements.view.lines.rowCount():
            raise RuntimeError(f"copied {len(rows)} rows")
        yield Pair(lambda: timed(lambda: _copy(desk)), lambda: timed(lambda: csv.writer(io.StringIO()).writerows(rows)))


@contextmanager
def fill(places: Places) -> Iterator[Pair]:
    """Very many cells filled and followed by every view, beside one cell."""
    with all_statements(places) as desk:
        values = iter(range(1_000_000))
        count = min(FILLED, desk.statements.view.lines.rowCount())

        def ours() -> float:
            return timed(lambda: _fill(desk, count, f"new {next(values)}"))

        yield Pair(ours, lambda: timed(lambda: _fill(desk, 1, f"new {next(values)}")))


@contextmanager
def hold(places: Places) -> Iterator[Pair]:
    """The longest hold of the event loop meanwhile, beside the limit; a line of JSON has wall and CPU time of each."""
    with all_statements(places) as desk:
        watcher, values = Watcher(), iter(range(1_000_000))
        count = min(FILLED, desk.statements.view.lines.rowCount())

        def ours() -> float:
            held = {
                "copy": watcher.watch(desk, lambda: _copy(desk)),
                "fill": watcher.watch(desk, lambda: _fill(desk, count, f"new {next(values)}")),
                "undo fill": watcher.watch(desk, lambda: desk.press(Key.Key_Z, CTRL)),
            }
            print(json.dumps({"cells": count, **_told(held)}), flush=True)
            return max(took.wall for took in held.values())

        yield Pair(ours, lambda: LIMIT)


def _told(held: dict[str, Held]) -> dict[str, tuple[float, float]]:
    return {name: (round(took.wall, 4), round(took.cpu, 4)) for name, took in held.items()}


def _copy(desk: Desk) -> None:
    """Copy all lines."""
    desk.status.say("")
    desk.statements.view.setFocus()
    desk.press(Key.Key_A, CTRL)
    desk.press(Key.Key_C, CTRL)
    _work_until(desk, "Copied")


def _fill(desk: Desk, count: int, text: str) -> None:
    """Write a text into the first cells of a column."""
    desk.status.say("")
    view = desk.statements.view
    view.select_cells(range(count), [column(desk.statements, "counted")])
    view.work.fill(text)
    _work_until(desk, "Changed")
    let_read(desk.project)


def _work_until(desk: Desk, word: str) -> None:
    """Let the window work until the line at the bottom begins with a word."""
    while not said(desk).startswith(word):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
