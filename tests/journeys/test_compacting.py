"""Compact and Forget says what goes and asks; then the project is open again, and Undo says where it stops."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from gui.dialogs.steps import StepsDialog
from gui.work.compacting import QUESTION
from models.actions.claims import delete_claim
from models.errors import NotSaved
from models.files import give_name
from models.store import compacting
from models.store.locking import ProjectLock
from models.watching import Watch
from tests.example import Example, typed
from tests.journeys.desk import CTRL, Desk
from tests.journeys.sight import said
from tests.snapshots import query, rows_of

SECRET = "Zwiebelfisch"


@pytest.fixture
def asked(desk: Desk, study: Path, pattern: Example) -> list[str]:
    """Open the study with a note that was deleted together with its claim; return what is asked in boxes."""
    desk.open(study)
    desk.project.article.open(pattern.article.id)
    desk.project.do(typed(desk.records.claims[pattern.lost.id], "note", SECRET))
    desk.project.do(delete_claim(desk.records, desk.records.claims[pattern.lost.id]))
    return []


def answer(desk: Desk, asked: list[str], button: str) -> None:
    """Answer the box that comes; what it asks and what the line at the bottom says are kept."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(20, press)
            return
        asked.extend((box.text(), box.informativeText(), said(desk)))
        next(each for each in box.findChildren(QPushButton) if each.text().replace("&", "") == button).click()

    QTimer.singleShot(20, press)


def compact(desk: Desk, qtbot: QtBot, asked: list[str], button: str) -> None:
    """Choose the command, and answer what is asked."""
    answer(desk, asked, button)
    desk.actions["compact"].trigger()
    qtbot.waitUntil(lambda: bool(asked) and not desk.window.works.busy and not desk.window.project_file.waiting)


def test_what_was_deleted_is_forgotten_once_it_was_agreed_to(
    desk: Desk, study: Path, qtbot: QtBot, asked: list[str]
) -> None:
    before = rows_of(study)
    compact(desk, qtbot, asked, "Forget for Good")
    assert asked[0] == QUESTION
    assert "Undo stops there, for good." in asked[1]
    assert asked[2] == "All changes saved"
    qtbot.waitUntil(lambda: "is forgotten" in desk.window.middle.notice.words)
    assert SECRET.encode() not in study.read_bytes()
    assert rows_of(study) == before
    desk.actions["undo"].trigger()
    assert "was forgotten for good" in desk.window.middle.notice.words
    assert query(study, "SELECT count(*) FROM edit WHERE kind = 'undo'") == [(0,)]


def test_nothing_is_changed_by_cancel(desk: Desk, study: Path, qtbot: QtBot, asked: list[str]) -> None:
    content = study.read_bytes()
    compact(desk, qtbot, asked, "Cancel")
    assert study.read_bytes() == content
    desk.actions["undo"].trigger()
    assert SECRET in {claim.note for claim in desk.records.claims.values()}


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Let the making of a compact file wait, after the first step, until it is told to go on."""
    go_on = Event()

    def wait(copy: sqlite3.Connection, watch: Watch) -> None:
        assert go_on.wait(20)
        forget(copy, watch)

    forget = compacting._forget
    monkeypatch.setattr(compacting, "_forget", wait)
    monkeypatch.setattr("gui.work.showing_steps.SOON", 1)
    return go_on


def meanwhile(desk: Desk, act: Callable[[StepsDialog], None]) -> None:
    """Do something as soon as the compact file is being made."""
    looking = QTimer(desk.window, interval=10)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, StepsDialog) and "Forgetting" in dialog.steps.text():
            looking.stop()
            act(dialog)

    looking.timeout.connect(look)
    looking.start()


def test_no_key_changes_a_project_that_is_being_made_compact(
    desk: Desk, study: Path, qtbot: QtBot, asked: list[str], slow: Event
) -> None:
    before, shown = rows_of(study), list[str]()
    claim = next(iter(desk.records.claims))
    desk.choose(claim)

    def press(dialog: StepsDialog) -> None:
        shown.extend(line.split()[1] for line in dialog.steps.text().splitlines())
        QTest.keyClick(desk.window.windowHandle(), Qt.Key.Key_Delete, CTRL)
        slow.set()

    meanwhile(desk, press)
    compact(desk, qtbot, asked, "Forget for Good")
    assert shown == ["Copying", "Forgetting"]
    assert rows_of(study) == before
    assert desk.project.store.file_problem() is None
    qtbot.waitUntil(lambda: desk.project.records is not None)
    desk.choose(claim)
    QTest.keyClick(desk.window.windowHandle(), Qt.Key.Key_Delete, CTRL)
    assert claim not in desk.records.claims
    assert not desk.project.unsaved


def test_cancel_leaves_the_project_open_as_it_was(
    desk: Desk, study: Path, qtbot: QtBot, asked: list[str], slow: Event
) -> None:
    content, project = study.read_bytes(), desk.project

    def cancel(dialog: StepsDialog) -> None:
        QTest.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
        slow.set()

    meanwhile(desk, cancel)
    compact(desk, qtbot, asked, "Forget for Good")
    assert desk.project is project
    assert study.read_bytes() == content


def test_a_compact_file_whose_name_may_not_be_on_the_disk_is_opened_all_the_same(
    desk: Desk, study: Path, qtbot: QtBot, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(part: Path, path: Path, *, replace: bool) -> None:
        give_name(part, path, replace=replace)
        raise NotSaved("The folder cannot be written to.", "", "")

    monkeypatch.setattr("models.store.compacting.give_name", fail)
    compact(desk, qtbot, asked, "Forget for Good")
    assert "The folder cannot be written to." in desk.window.middle.notice.words
    assert desk.project.store.file_problem() is None
    assert SECRET.encode() not in study.read_bytes()


def test_what_was_left_of_compacting_goes_when_the_project_is_opened_for_work(
    desk: Desk, study: Path, tmp_path: Path
) -> None:
    left = study.with_name(f".{study.name}.copy.4711.new")
    left.write_bytes(SECRET.encode())
    other = ProjectLock.take(study, "CD")
    desk.open(study)
    assert left.exists()  # whoever works on it may be writing it
    other.close()
    assert desk.window.project_file.create(tmp_path / "another.onrecord")
    desk.open(study)
    assert not left.exists()
