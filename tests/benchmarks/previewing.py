"""How long the preview of an import holds the event loop: opened, looked at, corrected and added."""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.incoming.incoming_window import IncomingWindow
from tests.benchmarks.desks import new_desk, put_away, settle
from tests.benchmarks.holding import LIMIT, Held, Watcher
from tests.benchmarks.measuring import Pair
from tests.benchmarks.places import Places
from tests.journeys.desk import CTRL, Desk

Key = Qt.Key


@contextmanager
def hold(places: Places) -> Iterator[Pair]:
    """The longest hold of all actions beside the limit; a line of JSON has wall and CPU time of each action."""

    def ours() -> float:
        with a_desk(places) as desk:
            held = holds(desk, places.pages())
        told = {name: (round(took.wall, 4), round(took.cpu, 4)) for name, took in held.items()}
        print(json.dumps({"files": places.sizes.files, **told}), flush=True)
        return max(took.wall for took in held.values())

    yield Pair(ours, lambda: LIMIT)


@contextmanager
def a_desk(places: Places) -> Iterator[Desk]:
    """The window with a copy of a project of usual size."""
    path = places.folder / "previewing.onrecord"
    shutil.copyfile(places.multiplied(places.sizes.some), path)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(places.folder / "settings"))
    desk = new_desk()
    try:
        desk.open(path)
        settle(desk)
        yield desk
    finally:
        put_away(desk)
        path.unlink()


def holds(desk: Desk, path: Path) -> dict[str, Held]:
    """Return the longest hold of the event loop by each action in the preview of what is in a file or folder."""
    watcher = Watcher()
    opened = watcher.watch(desk, lambda: _open(desk, path))
    preview = desk.window.importing.window
    assert preview
    held = {name: watcher.watch(desk, act) for name, act in _acts(preview).items()}
    return {"read and open": opened, **held}


def _open(desk: Desk, path: Path) -> None:
    desk.window.importing.import_paths([path])
    _work_until(lambda: bool(desk.window.importing.window and desk.window.importing.window.isVisible()))


def _work_until(done: Callable[[], bool]) -> None:
    while not done():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _acts(preview: IncomingWindow) -> dict[str, Callable[[], object]]:
    rows = preview.list
    title = preview.pane.form.field("title")

    def filtering(at: int) -> Callable[[], object]:
        def choose() -> None:
            preview.found.filter.setCurrentIndex(at)
            preview.found.filter.activated.emit(at)

        return choose

    def correct() -> None:
        title.setFocus()
        title.begin_with("The harbour wall")
        QTest.keyClick(title, Key.Key_Return)

    def leave_out() -> None:
        rows.selectAll()
        QTest.keyClick(rows, Key.Key_Space)

    return {
        "next article": lambda: QTest.keyClick(rows, Key.Key_Down),
        "next page": lambda: QTest.keyClick(rows, Key.Key_PageDown),
        "last article": lambda: QTest.keyClick(rows, Key.Key_End),
        "with warnings": filtering(1),
        "everything": filtering(0),
        "correct a title": correct,
        "leave all out": leave_out,
        "undo": lambda: QTest.keyClick(rows, Key.Key_Z, CTRL),
        "leave all out again": leave_out,
        "take all": preview.found.take_all.click,
        "add": preview.yes.click,
    }
