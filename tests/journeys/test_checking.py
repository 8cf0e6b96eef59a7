"""Check Project shows what is wrong or missing beside the work; mouse or Enter goes to each finding."""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from gui.dialogs import asking
from gui.dialogs.check import CheckDialog
from models.backups.backup import path_in
from models.backups.places import Place
from tests.example import Example, typed
from tests.journeys.desk import CTRL, Desk
from tests.journeys.sight import said
from tests.models.test_rescue import history_open


def findings(desk: Desk, qtbot: QtBot) -> CheckDialog:
    """Check from the menu, and return the window with the findings."""
    desk.actions["check"].trigger()
    assert desk.window.works.busy
    qtbot.waitUntil(lambda: not desk.window.works.busy)
    dialog = desk.window.findChild(CheckDialog)
    assert isinstance(dialog, CheckDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
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
    button = next(each for each in dialog.findChildren(QPushButton) if each.text().replace("&", "") == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_what_is_missing_is_listed_and_gone_to_by_the_mouse(
    desk: Desk, study: Path, qtbot: QtBot, pattern: Example
) -> None:
    desk.open(study)
    desk.project.article.open(pattern.other.id)
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
    row = row_with(dialog, "“soon”")
    assert row < row_with(dialog, "has no speaker")
    go_to(dialog, row)
    press(dialog, "Go There")
    assert desk.records.article.id == pattern.other.id


def wrong_value(desk: Desk, pattern: Example) -> None:
    """Give a number another value than its words say."""
    number = desk.records.numbers[pattern.berths.id]
    desk.project.do(typed([number], "value", "17"))


def test_a_finding_is_repaired_after_a_look_at_what_changes_and_undone(
    desk: Desk, study: Path, qtbot: QtBot, pattern: Example
) -> None:
    desk.open(study)
    wrong_value(desk, pattern)
    dialog = findings(desk, qtbot)
    go_to(dialog, row_with(dialog, "another value"))
    press(dialog, "Read the value again…")
    qtbot.waitUntil(lambda: desk.window.checking.repairing.preview is not None)
    preview = desk.window.checking.repairing.preview
    assert preview is not None
    rows = preview.preview.list.model()
    assert {rows.index(0, column).data() for column in (1, 2)} == {"17", "≥ 12"}
    assert preview.preview.summary.text() == "2 changes: 1 record in 1 article."
    assert rows.headerData(0, Qt.Orientation.Horizontal) == "What changes"
    QTest.mouseClick(preview.yes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not desk.window.works.busy and not [s for s in sentences(dialog) if "another value" in s])
    assert desk.records.numbers[pattern.berths.id].value == 12
    assert dialog.summary.text().startswith("Repaired with 2 changes. Ctrl+Z takes that back. ")
    QTest.keyClick(dialog.list, Qt.Key.Key_Z, CTRL)
    assert desk.records.numbers[pattern.berths.id].value == 17
    qtbot.waitUntil(lambda: not desk.window.works.busy and bool([s for s in sentences(dialog) if "another value" in s]))
    assert "was undone. " in dialog.summary.text()


def test_lists_are_made_again(desk: Desk, study: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    file = sqlite3.connect(study)
    file.execute("DELETE FROM statement")
    file.commit()
    file.close()
    monkeypatch.setattr(asking, "confirm", lambda *_asked: True)
    desk.open(study)
    dialog = findings(desk, qtbot)
    press(dialog, "Make the lists again…")
    qtbot.waitUntil(lambda: not desk.window.works.busy and not [s for s in sentences(dialog) if "the lists" in s])


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        ("UPDATE content SET text = replace(text, 'two winters', 'ten winters')", "not the one that was imported"),
        ("DELETE FROM content", "Harbour wall will take two winters”: its text is missing"),
    ],
    ids=["altered", "missing"],
)
def test_an_altered_or_missing_text_is_taken_from_a_backup(  # noqa: PLR0917
    desk: Desk, study: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, pattern: Example, damage: str, words: str
) -> None:
    place = desk.window.project_file.settings.backups = Place(study.parent)
    shutil.copy(study, path_in(place.make_folder(study), datetime(2026, 3, 1, tzinfo=UTC)))
    with closing(sqlite3.connect(study)) as connection, history_open(connection):
        connection.execute(damage)
    monkeypatch.setattr(asking, "confirm", lambda *_asked: True)
    assert desk.window.project_file.open_path(study)
    desk.project.article.open(pattern.article.id)
    assert not desk.project.writable or desk.project.records is None
    dialog = findings(desk, qtbot)
    go_to(dialog, row_with(dialog, words))
    press(dialog, "Take the text from a backup…")
    qtbot.waitUntil(lambda: not desk.window.works.busy and not [s for s in sentences(dialog) if words in s])
    desk.wait_for_article()
    assert "whole again." in said(desk)
    assert desk.project.writable
    assert desk.records.article.id == pattern.article.id
    assert "two winters" in desk.text.text


def test_when_no_backup_has_a_text_the_list_says_so_and_stays_at_its_finding(
    desk: Desk, study: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(sqlite3.connect(study)) as connection, history_open(connection):
        connection.execute("UPDATE content SET text = replace(text, 'two winters', 'ten winters')")
        connection.execute("DELETE FROM statement")
    monkeypatch.setattr(asking, "confirm", lambda *_asked: True)
    assert desk.window.project_file.open_path(study)
    dialog = findings(desk, qtbot)
    row = row_with(dialog, "not the one that was imported")
    assert row > 0
    go_to(dialog, row)
    press(dialog, "Take the text from a backup…")
    qtbot.waitUntil(lambda: not desk.window.works.busy and dialog.summary.text().startswith("No backup has the text"))
    assert dialog.list.currentIndex().row() == row


def test_findings_are_narrowed_to_a_kind_and_copied(desk: Desk, study: Path, qtbot: QtBot) -> None:
    desk.open(study)
    dialog = findings(desk, qtbot)
    every = len(sentences(dialog))
    dialog.filter.words.setText("fishermen no claim")
    assert len(sentences(dialog)) == 1 < every
    press(dialog, "Copy List")
    header, line = QApplication.clipboard().text().splitlines()
    assert header.startswith("severity,kind,finding")
    assert "Delete the speaker" in line


def test_the_findings_go_with_their_project(desk: Desk, study: Path, tmp_path: Path, qtbot: QtBot) -> None:
    desk.open(study)
    dialog = findings(desk, qtbot)
    desk.window.project_file.create(tmp_path / "other.onrecord")
    assert not dialog.isVisible()
    other = findings(desk, qtbot)
    assert sentences(other) == []
    assert not next(each for each in other.findChildren(QPushButton) if each.text() == "&Go There").isEnabled()
