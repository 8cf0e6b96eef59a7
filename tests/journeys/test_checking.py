"""Check Project shows what is wrong or missing beside the work; mouse or Enter goes to each finding."""

import sqlite3
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.dialogs.check import CheckDialog
from tests.example import Example, typed
from tests.journeys.desk import Desk


def findings(desk: Desk, qtbot: QtBot) -> CheckDialog:
    """Check from the menu, and return the window with the findings."""
    desk.actions["check"].trigger()
    assert desk.window.works.busy
    qtbot.waitUntil(lambda: not desk.window.works.busy)
    dialog = desk.window.findChild(CheckDialog)
    assert isinstance(dialog, CheckDialog)
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def sentences(dialog: CheckDialog) -> list[str]:
    """Return what is listed."""
    rows = dialog.list.model()
    return [rows.index(row, 0).data() for row in range(rows.rowCount())]


def row_with(dialog: CheckDialog, words: str) -> int:
    """Return the row of a finding."""
    return next(row for row, sentence in enumerate(sentences(dialog)) if words in sentence)


def go_to(dialog: CheckDialog, row: int) -> None:
    """Make a finding the current one."""
    dialog.list.setCurrentIndex(dialog.list.model().index(row, 0))


def press(dialog: CheckDialog, words: str) -> None:
    """Click on a button."""
    button = next(each for each in dialog.findChildren(QPushButton) if each.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_what_is_missing_is_listed_and_gone_to_by_the_mouse(
    desk: Desk, study: Path, qtbot: QtBot, pattern: Example
) -> None:
    desk.open(study)
    desk.project.open_article(pattern.other.id)
    dialog = findings(desk, qtbot)
    go_to(dialog, row_with(dialog, "has no speaker"))
    press(dialog, "Go There")
    assert desk.records.article.id == pattern.article.id
    assert desk.selected == pattern.lost.id
    qtbot.waitUntil(desk.text.hasFocus)


def test_enter_goes_to_a_speaker_without_a_claim(desk: Desk, study: Path, qtbot: QtBot, pattern: Example) -> None:
    desk.open(study)
    dialog = findings(desk, qtbot)
    go_to(dialog, row_with(dialog, "“Fishermen's union”"))
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert desk.table is desk.speakers
    assert desk.speakers.view.record() == pattern.union.id


def test_what_was_mended_is_gone_when_checked_again(desk: Desk, study: Path, qtbot: QtBot, pattern: Example) -> None:
    desk.open(study)
    dialog = findings(desk, qtbot)
    before = sentences(dialog)
    assert desk.project.records
    lost = desk.project.records.claims[pattern.lost.id]
    desk.project.do(typed([lost], "speaker", "Fishermen's union", desk.project.registry))
    press(dialog, "Check Again")
    qtbot.waitUntil(lambda: not desk.window.works.busy)
    assert set(sentences(dialog)) < set(before)
    assert not [each for each in sentences(dialog) if "no speaker" in each or "no claim" in each]


def test_what_is_wrong_comes_first(desk: Desk, study: Path, qtbot: QtBot, pattern: Example) -> None:
    file = sqlite3.connect(study)
    file.execute("UPDATE article SET published = 'soon' WHERE id = ?", (pattern.other.id,))
    file.commit()
    file.close()
    desk.open(study)
    dialog = findings(desk, qtbot)
    assert "“soon”" in sentences(dialog)[0]
    press(dialog, "Go There")
    assert desk.records.article.id == pattern.other.id


def test_the_findings_go_with_their_project(desk: Desk, study: Path, tmp_path: Path, qtbot: QtBot) -> None:
    desk.open(study)
    dialog = findings(desk, qtbot)
    desk.window.project_file.create(tmp_path / "other.onrecord")
    assert not dialog.isVisible()
    other = findings(desk, qtbot)
    assert sentences(other) == []
    assert not next(each for each in other.findChildren(QPushButton) if each.text() == "Go There").isEnabled()
