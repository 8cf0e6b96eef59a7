"""Changing cells in the window, one and very many, beside the commit of the same change and one repaint."""

import shutil
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication

from gui.tables.panel import TablePanel
from models.edits import Edit, changed
from models.entities import Number
from models.store import Store
from tests.benchmarks.desks import Painted, bring_up, new_desk, put_away, repaint
from tests.benchmarks.measuring import Pair, timed
from tests.benchmarks.places import Places
from tests.benchmarks.writing import AT, CODER
from tests.gui.tables.acting import column
from tests.journeys.desk import CTRL, SHIFT, Desk
from tests.waiting import let_read

Key = Qt.Key


@contextmanager
def one_cell(places: Places) -> Iterator[Pair]:
    """A text typed in a cell, and Enter."""
    with _beside_commit(places, 1, _Typing) as pair:
        yield pair


@contextmanager
def pasted(places: Places) -> Iterator[Pair]:
    """One text pasted into many cells."""
    with _beside_commit(places, min(1_000, places.sizes.many // 10), _Pasting) as pair:
        yield pair


@contextmanager
def confirmed(places: Places) -> Iterator[Pair]:
    """Change in Selected Lines, from the confirmation on."""
    with _beside_commit(places, min(10_000, places.sizes.many // 10), _Confirming) as pair:
        yield pair


@contextmanager
def previewed(places: Places) -> Iterator[Pair]:
    """The preview of Change in Selected Lines."""
    with _beside_commit(places, min(10_000, places.sizes.many // 10), _Previewing) as pair:
        yield pair


@contextmanager
def _beside_commit(places: Places, cells: int, gesture: "Callable[[Desk, int], _Gesture]") -> Iterator[Pair]:
    paths = [places.folder / f"{uuid4()}.onrecord" for _ in range(2)]
    for path in paths:
        shutil.copyfile(places.multiplied(places.sizes.many), path)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(places.folder / f"settings-{uuid4()}"))
    desk = new_desk()
    try:
        desk.open(paths[0])
        with _Door(paths[1], cells) as door:
            yield Pair(gesture(desk, cells), lambda: door.commit() + timed(lambda: repaint(desk)))
    finally:
        put_away(desk)
        for path in paths:
            path.unlink()


class _Door:
    """Writes another text into an attribute of some numbers, through the store alone."""

    def __init__(self, path: Path, numbers: int) -> None:
        self._store = Store.open(path)
        self._numbers: list[Number] = []
        for article in self._store.articles():
            if len(self._numbers) < numbers:
                self._numbers += self._store.article_records(article.id).numbers.values()
        self._numbers = self._numbers[:numbers]
        self._words = (f"words {each}" for each in count())

    def __enter__(self) -> "_Door":
        return self

    def __exit__(self, *_error: object) -> None:
        self._store.close()

    def commit(self) -> float:
        """Write one edit; the seconds are those of the store."""
        words = next(self._words)
        edit = Edit("Change", tuple(changed(each, counted=words) for each in self._numbers)).stamped(CODER, AT)
        self._numbers = [each for change in edit.changes if isinstance(each := change.after, Number)]
        return timed(lambda: self._store.apply(edit))


class _Gesture(ABC):
    """Changes the first cells of one column in the table of all articles."""

    def __init__(self, desk: Desk, cells: int) -> None:
        self.desk, self.cells = desk, cells
        self.panel: TablePanel = desk.statements
        desk.statements.show_all(True)
        desk.show("statements")
        let_read(desk.project)
        self.painted = Painted(self.panel.view.viewport())
        self.words = (f"moorings {each}" for each in count())
        self.at = column(self.panel, "counted")

    @abstractmethod
    def __call__(self) -> float:
        """Change the cells once; the seconds of the part that counts."""

    def select(self) -> None:
        """Select the cells, with the keyboard there."""
        let_read(self.desk.project)
        bring_up(self.desk)
        self.panel.view.setFocus()
        self.panel.view.select_cells(range(self.cells), [self.at])

    def until_painted(self, act: Callable[[], object]) -> float:
        """Return the seconds from an act until its edit is in the file and the table is painted."""
        edited = QSignalSpy(self.desk.project.edited)

        def wait() -> None:
            while not edited.count():
                QApplication.processEvents()

        self.painted.expect()
        return timed(act, wait, self.painted.wait)


class _Typing(_Gesture):
    def __call__(self) -> float:
        self.select()
        self.desk.type(next(self.words))
        return self.until_painted(lambda: self.desk.press(Key.Key_Return))


class _Pasting(_Gesture):
    def __call__(self) -> float:
        self.select()
        QGuiApplication.clipboard().setText(next(self.words))
        return self.until_painted(lambda: self.desk.press(Key.Key_V, CTRL))


class _Previewing(_Gesture):
    def __call__(self) -> float:
        seconds = self.preview()
        self.dialog.reject()
        return seconds

    def preview(self) -> float:
        """Ask for the change, and return the seconds until its preview is there."""
        self.select()
        self.desk.press(Key.Key_H, CTRL | SHIFT)
        asked = self.desk.window.workspace.changing_many.dialog
        assert asked is not None
        self.dialog = asked
        while not asked.isAncestorOf(self.desk.focus):
            QApplication.processEvents()

        def wait() -> None:
            while not asked.yes.isEnabled():
                QApplication.processEvents()

        return timed(lambda: self.desk.type(next(self.words)), wait)


class _Confirming(_Previewing):
    def __call__(self) -> float:
        self.preview()
        return self.until_painted(lambda: self.desk.press(Key.Key_Return))
