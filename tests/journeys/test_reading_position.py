"""An article opens where it was left: the caret and the lines in sight, also after the program was closed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.system.settings import MOST_POSITIONS, Settings
from tests.journeys.desk import CTRL, Desk

LONG = "A long winter\n\n" + "\n\n".join(
    f"Paragraph {count} says that the fleet stays in the harbour, said mayor number {count}, who counts them."
    for count in range(120)
)


def places(desk: Desk) -> tuple[int, int]:
    """Return the caret, and the first letter in sight."""
    QApplication.processEvents()
    return desk.text.position()


@pytest.fixture
def deep(desk: Desk, study: Path, tmp_path: Path) -> Desk:
    """Return a desk deep in a long article, the third of its project."""
    (tmp_path / "long.txt").write_text(LONG, "utf-8")
    desk.open(study)
    desk.window.importing.import_paths([tmp_path / "long.txt"])
    desk.add_incoming()
    while desk.records.text != LONG:
        QApplication.processEvents()
    desk.press(Qt.Key.Key_PageDown, times=6)
    desk.press(Qt.Key.Key_Down, times=2)
    return desk


def test_an_article_that_is_left_is_returned_to_at_the_same_place(deep: Desk) -> None:
    there = places(deep)
    assert min(there) > 1000
    deep.press(Qt.Key.Key_PageUp, CTRL)
    assert deep.records.text != LONG
    deep.press(Qt.Key.Key_PageDown, CTRL)
    assert deep.records.text == LONG
    assert places(deep) == there


def test_the_place_outlives_the_program(deep: Desk, come_back: Callable[[], Desk], qtbot: QtBot) -> None:
    there = places(deep)
    again = come_back()
    again.open()
    assert again.records.text == LONG
    qtbot.waitUntil(lambda: places(again)[0] == there[0])
    assert abs(places(again)[1] - there[1]) < 120  # the same line, or the one beside it
    again.press(Qt.Key.Key_J)
    assert again.text.selection()[0] >= there[0] - 120


def test_an_article_that_was_never_open_begins_at_its_top(deep: Desk) -> None:
    deep.press(Qt.Key.Key_PageUp, CTRL, times=1)
    assert places(deep)[1] == 0


def test_undo_elsewhere_goes_to_its_own_place_and_not_to_the_last_one(deep: Desk) -> None:
    deep.press(Qt.Key.Key_J)
    deep.press(Qt.Key.Key_C)
    deep.press(Qt.Key.Key_Escape)
    claim = next(iter(deep.records.claims))
    deep.press(Qt.Key.Key_Home, CTRL)
    deep.press(Qt.Key.Key_PageUp, CTRL)
    deep.press(Qt.Key.Key_Z, CTRL)
    deep.press(Qt.Key.Key_Y, CTRL)
    assert deep.records.text == LONG
    assert claim in deep.records.claims
    assert places(deep)[1] > 0


def test_places_that_are_garbage_or_too_many_do_no_harm(tmp_path: Path) -> None:
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    settings = Settings()
    settings._kept.setValue("places", "a b c\n\x00 9 9\nx 1\nid 5 -3\n१ १ १\nid2 99999999999 1\ngood 3 4")
    assert settings.reading_position("good") == (3, 4)
    assert settings.reading_position("id") is settings.reading_position("id2") is None
    for count in range(MOST_POSITIONS + 5):
        settings.keep_reading_position(f"article{count}", (count, 0))
    assert settings.reading_position("article4") is None
    assert settings.reading_position("article5") == (5, 0)


def test_a_place_behind_the_end_of_a_text_is_passed_over(deep: Desk) -> None:
    before = places(deep)
    deep.text.return_to(10**8, 0)
    deep.text.return_to(0, 10**8)
    assert places(deep) == before
