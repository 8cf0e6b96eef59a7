"""How long an action on the whole project holds the event loop: meanwhile nothing is painted or typed."""

import json
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.changing.planned_dialog import PlannedDialog
from gui.changing.replace_form import ReplaceForm
from gui.changing.value_form import ValueForm
from models.entities import Number
from models.exports.named.definition import Definition
from tests.benchmarks.desks import new_desk, paint_window, put_away
from tests.benchmarks.measuring import Pair
from tests.benchmarks.places import Places
from tests.example import typed
from tests.gui.tables.acting import column
from tests.journeys.desk import CTRL, SHIFT, Desk
from tests.waiting import let_read

LIMIT = 0.05
"""Seconds."""
PAUSE = 250
"""Milliseconds after which an edit and a character of the filter have been followed."""


@dataclass(frozen=True, slots=True)
class Held:
    """The longest hold, in seconds: of the clock, and of the loop's own work, whatever else the machine does."""

    wall: float
    cpu: float


class Watcher:
    """A timer of a millisecond: the longest time between two of its ticks is the longest hold."""

    def __init__(self) -> None:
        self._last = self._longest = Held(0, 0)
        self._timer = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def _tick(self) -> None:
        now, last, longest = _now(), self._last, self._longest
        self._longest = Held(max(longest.wall, now.wall - last.wall), max(longest.cpu, now.cpu - last.cpu))
        self._last = now

    def watch(self, desk: Desk, act: Callable[[], object]) -> Held:
        """Return the longest hold from an action until everything it asked for is done and shown."""
        self._last, self._longest = _now(), Held(0, 0)
        self._timer.start()
        act()
        QTest.qWait(PAUSE)
        while desk.window.works.busy:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        let_read(desk.window.project)
        QTest.qWait(50)
        self._timer.stop()
        return self._longest


def _now() -> Held:
    return Held(time.perf_counter(), time.thread_time())


@contextmanager
def hold(places: Places, statements: int) -> Iterator[Pair]:
    """The longest hold of all actions beside the limit; a line of JSON has wall and CPU time of each action."""
    made = places.multiplied(statements)
    path = places.folder / "held.onrecord"

    def ours() -> float:
        shutil.copyfile(made, path)
        with path.open("rb") as copied:
            os.fsync(copied.fileno())  # or the first edit would wait for the whole copy
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(places.folder / "settings"))
        held = _actions(path, places.pages())
        told = {name: (round(took.wall, 4), round(took.cpu, 4)) for name, took in held.items()}
        print(json.dumps({"statements": statements, **told}), flush=True)
        path.unlink()
        return max(took.wall for took in held.values())

    yield Pair(ours, lambda: LIMIT)


def _actions(path: Path, pages: Path) -> dict[str, Held]:
    desk, watcher = new_desk(), Watcher()
    held = {
        "first project": watcher.watch(desk, lambda: desk.open(path)),  # for which the panes are made
        "close project": watcher.watch(desk, desk.window.project_file.close),
        "open project": watcher.watch(desk, lambda: desk.open(path)),
        "window painted": watcher.watch(desk, lambda: paint_window(desk)),  # what a change of the whole window takes
    }
    try:
        for name, act in _acts(desk, path.with_suffix(".tables"), pages).items():
            held[name] = watcher.watch(desk, act)
    finally:
        put_away(desk)
    return held


def _acts(desk: Desk, folder: Path, pages: Path) -> dict[str, Callable[[], object]]:
    panel, numbers, project = desk.statements, desk.numbers, desk.project
    many = desk.window.workspace.changing_many
    header, bottom = panel.view.header, panel.view.verticalScrollBar

    def sort(name: str) -> Callable[[], object]:
        section = [column.name for column in panel._of_all.columns].index(name)
        return lambda: header.setSortIndicator(section, Qt.SortOrder.DescendingOrder)

    def search() -> None:
        desk.press(Qt.Key.Key_F, CTRL | SHIFT)
        desk.type("berths")

    def edit() -> bool:
        assert project.records
        number: Number = next(iter(project.records.numbers.values()))
        return project.do(typed(number, "counted", "moorings"))

    def replace() -> None:
        numbers.view.setCurrentIndex(numbers.view.lines.index(0, column(numbers, "counted")))
        many.replace()

    def change() -> None:
        numbers.view.select_cells(range(min(10_000, numbers.view.lines.rowCount())), [column(numbers, "counted")])
        many.change_selected()

    def changing() -> PlannedDialog:
        assert many.dialog
        return many.dialog

    def replacing() -> ReplaceForm:
        form = changing().form
        assert isinstance(form, ReplaceForm)
        return form

    def valued() -> ValueForm:
        form = changing().form
        assert isinstance(form, ValueForm)
        return form

    sorts = ("speaker", "value", "unit", "summary", "mode", "article", "published")
    return {
        "all articles": lambda: panel.show_all(True),
        **{f"sort by {name}": sort(name) for name in sorts},
        "scroll to the end": lambda: bottom().setValue(bottom().maximum()),
        "filter": lambda: panel.filter.setText("a"),
        "no filter": lambda: panel.filter.setText(""),
        "edit": edit,
        "undo": lambda: desk.press(Qt.Key.Key_Z, CTRL),
        "redo": lambda: desk.press(Qt.Key.Key_Z, CTRL | SHIFT),
        "next article": lambda: desk.press(Qt.Key.Key_PageDown, CTRL),
        "numbers": lambda: desk.show("numbers"),
        "filter of numbers": lambda: numbers.filter.setText("a"),
        "search of titles": lambda: desk.articles.filter.setText("a"),
        "search of all articles": search,
        "place in the next article": lambda: desk.press(Qt.Key.Key_F3),
        "check": desk.actions["check"].trigger,
        "export": lambda: desk.window.exporting.run(Definition(folder=str(folder))),
        "delete article": desk.actions["delete_articles"].trigger,
        "undo delete": desk.actions["undo"].trigger,
        "import": lambda: desk.window.importing.import_paths([pages]),
        "undo import": desk.actions["undo"].trigger,
        "redo import": desk.actions["redo"].trigger,
        "ask what to replace": replace,
        "preview of all replaced": lambda: replacing().wanted.setText("berths"),
        "cancel": lambda: changing().reject(),
        "ask for a value": change,
        "preview of 10,000 changed": lambda: valued().editor.begin_with("moorings"),
        "10,000 changed": lambda: changing().accept(),
        "undo 10,000 changed": desk.actions["undo"].trigger,
    }
