"""Wherever the focus was, it is afterwards on something visible."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.journeys.desk import CTRL, Desk
from tests.journeys.test_files import slow_reading


def test_esc_goes_to_the_start_page_where_that_is_shown_in_place_of_the_text(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    desk.window.start_with([])
    assert desk.window.project_file.create(tmp_path / "no articles yet.onrecord")
    start = desk.start
    assert start.isVisible()
    desk.press(Qt.Key.Key_1, CTRL)
    assert not start.isAncestorOf(desk.focus)
    desk.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: start.isAncestorOf(desk.focus))
    assert isinstance(desk.focus, QPushButton)
    assert desk.focus.isEnabled()


def test_the_text_takes_the_keyboard_when_nothing_has_it(desk: Desk, study: Path, qtbot: QtBot) -> None:
    desk.open(study)
    desk.press(Qt.Key.Key_F6)
    field = QApplication.focusWidget()
    assert field and not desk.text.hasFocus()
    field.clearFocus()
    qtbot.waitUntil(desk.text.hasFocus)


def test_a_click_beside_the_fields_of_the_details_leaves_the_keyboard_in_the_text(desk: Desk, study: Path) -> None:
    desk.open(study)
    desk.text.setFocus()
    fields = desk.window.workspace.panes.details.widget()
    assert fields
    below = fields.rect().bottomLeft() - QPoint(-2, 2)
    QTest.mouseClick(fields, Qt.MouseButton.LeftButton, pos=below)
    assert desk.text.hasFocus()


@pytest.mark.parametrize("pane", ["articles", "tables", "details"])
def test_the_keyboard_is_at_something_seen_after_its_pane_is_hidden(
    desk: Desk, study: Path, qtbot: QtBot, pane: str
) -> None:
    desk.open(study)
    dock = getattr(desk.window.workspace.panes.docks, pane)
    while not dock.isAncestorOf(desk.focus):
        desk.press(Qt.Key.Key_F6)
    dock.hide()
    qtbot.waitUntil(lambda: desk.focus.isVisible() and desk.focus is not desk.window)


@pytest.mark.parametrize("with_project", [True, False], ids=["project", "articles alone"])
def test_the_button_that_cancels_never_takes_the_keyboard_by_itself(  # noqa: PLR0917
    desk: Desk, study: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, with_project: bool
) -> None:
    begun, go_on = slow_reading(monkeypatch)
    (page := tmp_path / "page.txt").write_text("The quay is open\n\nIt is.", encoding="utf-8")
    desk.window.start_with([study, page] if with_project else [page])
    qtbot.waitUntil(begun.is_set)
    assert desk.status._cancel.isVisible()
    if with_project:
        desk.wait_for_article()
        qtbot.waitUntil(desk.text.hasFocus)
    else:  # as Qt does in a window where nothing else can have it
        QTest.keyClick(desk.window, Qt.Key.Key_Tab)
    assert not desk.status._cancel.hasFocus()
    go_on.set()
    desk.add_incoming()
    qtbot.waitUntil(lambda: desk.window.workspace is not None and desk.text.hasFocus())
