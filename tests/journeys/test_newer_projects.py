"""A project of a newer version is shown, searched and exported, and nothing of the file changes."""

import hashlib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from gui.system.settings import Settings
from models.actions.claims import mark_claim
from models.errors import NewerReadOnly, OnrecordError
from tests.example import TEXT, place
from tests.journeys.desk import CTRL, Desk
from tests.journeys.sight import claims_shown, field, notice, said
from tests.newer_files import change, make_newer
from tests.waiting import let_read

EDITING = (
    *("request_claim", "request_number", "delete_record", "undo", "redo", "finish", "delete_articles"),
    *("import_files", "paste_article", "import_table"),
)
READING = (
    "select_next_sentence",
    "export",
    "save_copy",
    "next_article",
    "find_article",
    "search_articles",
    "show_history",
    "check",
)


def traces(path: Path) -> tuple[str, list[str]]:
    """The hash of a file, and the names beside it."""
    return hashlib.sha256(path.read_bytes()).hexdigest(), sorted(each.name for each in path.parent.iterdir())


@pytest.fixture
def newer(study: Path) -> Path:
    """The example as a project of a newer version."""
    make_newer(study)
    return study


def test_it_says_so_once_shows_everything_and_nothing_in_it_changes(desk: Desk, newer: Path, qtbot: QtBot) -> None:
    Settings().backs_up = True
    before = traces(newer)
    desk.open(newer)
    desk.window.backing_up.back_up()
    assert "made by a newer version of Onrecord. You can read, search and export it here" in notice(desk)
    assert "install the newest version" in notice(desk)
    assert [each.text() for each in desk.notice.findChildren(QPushButton) if each.isVisible()] == []
    assert "newer version" in said(desk)
    shown = claims_shown(desk)
    assert len(shown) == 3
    desk.press(Qt.Key.Key_J)
    for key in (Qt.Key.Key_C, Qt.Key.Key_N, Qt.Key.Key_S, Qt.Key.Key_X, Qt.Key.Key_Delete):
        desk.status.rest()
        desk.press(key)
        assert "made by a newer version of Onrecord and can only be read here" in said(desk), key
    for key in (Qt.Key.Key_Z, Qt.Key.Key_I, Qt.Key.Key_S):
        desk.press(key, CTRL)
    assert claims_shown(desk) == shown
    title = field(desk, "Title")
    assert isinstance(title, QLineEdit)
    assert title.isReadOnly()
    assert "newer version" in title.toolTip()
    for name in EDITING:
        assert not desk.actions[name].isEnabled(), name
        assert name in {"undo", "redo"} or "newer version" in desk.actions[name].statusTip(), name
    for name in READING:
        assert desk.actions[name].isEnabled(), name
    desk.press(Qt.Key.Key_PageDown, CTRL)
    let_read(desk.project)
    desk.window.project_file.close()
    assert traces(newer) == before


def test_every_edit_is_refused_at_the_one_door_and_not_kept_as_unsaved(desk: Desk, newer: Path) -> None:
    before = traces(newer)
    desk.open(newer)
    told: list[OnrecordError] = []
    desk.project.failed.connect(told.append)
    desk.window.project_file.work_as("AB")  # whose edit could be undone
    edit = mark_claim(desk.records, *place("She promised", TEXT))
    assert not desk.project.do(edit)
    desk.project.do_long(desk.window.works, "Marking", lambda _write: edit, lambda _edit: None)
    assert not desk.project.do_in_thread("Marking", lambda _write: edit)
    assert not desk.project.undo()
    assert [type(each) for each in told] == [NewerReadOnly] * 4
    assert "Nothing was changed. Install the newest version" in notice(desk)
    assert not desk.project.unsaved
    assert traces(newer) == before


def test_one_that_cannot_be_shown_is_explained_and_its_backups_are_offered(
    desk: Desk, study: Path, qtbot: QtBot
) -> None:
    Settings().backs_up = True
    desk.open(study)
    with qtbot.waitSignal(desk.window.backing_up.made):
        desk.window.backing_up.back_up()
    desk.window.project_file.close()
    make_newer(study, "DROP TABLE word")
    before = study.read_bytes()
    assert not desk.window.project_file.open_path(study)
    qtbot.waitUntil(lambda: "backup" in notice(desk))
    assert "was made by a newer version of Onrecord" in notice(desk)
    assert [each.text() for each in desk.notice.findChildren(QPushButton) if each.isVisible()] == ["Restore a Backup…"]
    assert study.read_bytes() == before


def test_what_a_newer_program_writes_meanwhile_is_shown(desk: Desk, newer: Path, qtbot: QtBot) -> None:
    desk.open(newer)
    change(newer, "UPDATE article SET title = 'A wall for two winters' WHERE title LIKE 'Harbour%'")
    desk.window.catching_up.look()
    qtbot.waitUntil(lambda: "A wall for two winters" in [line.title for line in desk.project.store.articles()])
    let_read(desk.project)
    assert desk.project.store.newer


def test_what_this_version_cannot_read_of_the_history_is_said(desk: Desk, newer: Path, qtbot: QtBot) -> None:
    body = """{"format": 99, "changes": [{"made": "mood", "id": "1"}]}"""
    change(newer, "DROP TRIGGER edit_is_never_changed", f"UPDATE edit SET body = '{body}'")
    desk.open(newer)
    desk.actions["show_history"].trigger()
    shown = desk.window.showing_history.shown
    assert shown is not None
    qtbot.waitUntil(lambda: shown.model.rowCount() == 1)
    QTest.keyClicks(shown.filters.words, "wall")
    qtbot.waitUntil(lambda: "this part of it cannot be read here" in notice(desk))
    assert "Install the newest version" in notice(desk)
