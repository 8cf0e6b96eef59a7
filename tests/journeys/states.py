"""Bring a desk into each state that a window can be in, and close whatever opens."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from tests.access_keys import shared_letters
from tests.journeys.desk import CTRL, SHIFT, Desk
from tests.waiting import let_read

State = Callable[[Desk, Path], None]


def without_project(desk: Desk, _study: Path) -> None:
    """Nothing is open."""
    desk.window.start_with([])


def without_articles(desk: Desk, study: Path) -> None:
    """A project is open that has no articles yet."""
    empty = study.with_name("empty.onrecord")
    if not empty.exists():
        desk.window.project_file.create(empty)
    desk.window.start_with([empty])
    let_read(desk.project)


def at_an_article(desk: Desk, study: Path) -> None:
    """An article is open, and nothing is chosen."""
    desk.open(study)


def with_a_record_selected(desk: Desk, study: Path) -> None:
    """A claim is chosen in the text, and a sentence is selected."""
    desk.open(study)
    desk.choose(next(iter(desk.records.claims)))
    desk.press(Qt.Key.Key_J, times=2)


def with_a_cell_open(desk: Desk, study: Path) -> None:
    """The speaker of a claim is being typed."""
    with_a_record_selected(desk, study)
    desk.statements.edit_speaker(next(iter(desk.records.claims)))


def with_the_find_bar_open(desk: Desk, study: Path) -> None:
    """Words are looked for in the article."""
    desk.open(study)
    desk.press(Qt.Key.Key_F, CTRL)
    desk.type("the")


def with_all_articles_searched(desk: Desk, study: Path) -> None:
    """Words were looked for in all articles, and the first place is in the text."""
    desk.open(study)
    desk.press(Qt.Key.Key_F, CTRL | SHIFT)
    desk.type("winters")
    desk.press(Qt.Key.Key_Return)
    let_read(desk.project)


def read_only(desk: Desk, study: Path) -> None:
    """The project may not be written to."""
    with pytest.MonkeyPatch.context() as locked:
        # Whoever runs the tests as root may write everywhere, so the system's answer is what is changed.
        locked.setattr("os.access", lambda *_args: False)
        desk.open(study)


STATES = [
    without_project, without_articles, at_an_article, with_a_record_selected, with_a_cell_open, with_the_find_bar_open,
    with_all_articles_searched, read_only,
]  # fmt: skip


@contextmanager
def closing_what_comes_up() -> Iterator[list[str]]:
    """Close each menu and cancel each dialog that comes up meanwhile; return which letters lead to two of its parts."""
    shared = list[str]()

    def close() -> None:
        top = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if top:
            shared.extend(shared_letters(top))
        if isinstance(top, QDialog):
            top.reject()
        elif top:
            top.close()

    timer = QTimer(interval=0)
    timer.timeout.connect(close)
    timer.start()
    yield shared
    QApplication.processEvents()
    timer.stop()
