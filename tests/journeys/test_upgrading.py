"""A project of an older version is upgraded when it is opened, and the notice says where the copy is."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from sqlite_utils import Database

from gui.dialogs import choosing_files
from gui.dialogs.steps import StepsDialog
from models.errors import OlderProject
from models.store import Store
from models.store.versions import UPGRADES, VERSIONS, Upgrade, Versions
from tests.journeys.desk import Desk
from tests.journeys.sight import notice, said
from tests.logs_beside import leave_log, read_only_folder
from tests.snapshots import query

NOW = VERSIONS.newest
NEWER = Versions(
    (
        *UPGRADES,
        Upgrade(NOW + 1, "notes for each day", lambda db: db.execute("CREATE TABLE day (note TEXT) STRICT")),
    )
)


def test_an_older_project_is_upgraded_and_said(desk: Desk, study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.store.store.VERSIONS", NEWER)
    desk.open(study)
    assert desk.project.writable
    copy = study.with_name(f"{study.stem} (version {NOW}){study.suffix}")
    assert copy.exists()
    assert all(
        words in notice(desk) for words in (study.name, f"version {NOW} to {NOW + 1}", "notes for each day", copy.name)
    )
    desk.window.project_file.close()
    desk.open(study)
    assert "notes for each day" not in notice(desk)


def test_an_upgrade_for_which_there_is_no_room_is_tried_again_when_there_is(
    desk: Desk, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.store.store.VERSIONS", NEWER)
    usage, before = shutil.disk_usage(study), study.read_bytes()
    with monkeypatch.context() as full:
        full.setattr("shutil.disk_usage", lambda _path: usage._replace(free=len(before)))
        assert not desk.window.project_file.open_path(study)
    assert all(words in notice(desk) for words in ("not enough room", "are needed", "was not changed"))
    assert study.read_bytes() == before
    (button,) = [each for each in desk.notice.findChildren(QPushButton) if each.isVisible()]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.project.writable
    assert "was upgraded" in notice(desk)


def test_a_window_that_may_only_read_says_that_an_older_project_has_to_be_upgraded(
    desk: Desk, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.store.store.VERSIONS", NEWER)
    study.chmod(0o400)
    monkeypatch.setattr("os.access", lambda *_asked: False)
    before = study.read_bytes()
    with pytest.raises(OlderProject) as refused:
        Store.open(study)
    assert not desk.window.project_file.open_path(study)
    assert refused.value.what in notice(desk)
    assert "Copy it into a folder that you may write to" in notice(desk)
    assert study.read_bytes() == before


def test_a_copy_of_an_older_project_that_cannot_be_written_to_is_saved_upgraded_and_opened(
    desk: Desk, study: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.store.store.VERSIONS", NEWER)
    monkeypatch.setattr("models.backups.restoring.VERSIONS", NEWER)
    copy = tmp_path / "copy.onrecord"
    monkeypatch.setattr(choosing_files, "ask_copy", lambda _parent, _project: copy)
    monkeypatch.setattr("os.access", lambda *_asked: False)
    assert not desk.window.project_file.open_path(study)
    monkeypatch.setattr("os.access", lambda *_asked: True)
    (button,) = [each for each in desk.notice.findChildren(QPushButton) if each.isVisible()]
    button.click()
    qtbot.waitUntil(lambda: desk.window.project is not None)
    assert desk.project.store.path == copy
    assert desk.project.writable
    assert "was upgraded" in notice(desk)


def test_a_project_with_changes_in_a_log_that_cannot_be_read_there_is_copied_with_them_and_opened(
    desk: Desk, study: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave_log(study)
    copy = tmp_path / "copy.onrecord"
    monkeypatch.setattr(choosing_files, "ask_copy", lambda _parent, _project: copy)
    with read_only_folder(study):
        assert not desk.window.project_file.open_path(study)
    assert f"“{study.name}-wal”" in notice(desk)
    (button,) = [each for each in desk.notice.findChildren(QPushButton) if each.isVisible()]
    assert button.text() == "Save a Copy and Open It…"
    with read_only_folder(study):
        button.click()
        qtbot.waitUntil(lambda: desk.window.project is not None)
    assert desk.project.store.path == copy
    assert query(copy, "SELECT DISTINCT note FROM article") == [("from elsewhere",)]


@dataclass
class Slow:
    """A step that goes on when it is told to."""

    go_on: Event = field(default_factory=Event)

    def run(self, _database: Database) -> None:
        """Wait."""
        assert self.go_on.wait(20)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Slow:
    """Let the program know a version whose step takes as long as it is told to."""
    step = Slow()
    versions = Versions((*UPGRADES, Upgrade(NOW + 1, "patience", step.run)))
    monkeypatch.setattr("models.store.store.VERSIONS", versions)
    return step


def in_dialog(desk: Desk, act: Callable[[StepsDialog], None]) -> QTimer:
    """Do something in the dialog of an upgrade once it shows the step that takes long."""
    looking = QTimer(desk.window, interval=10)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, StepsDialog) and "patience" in dialog.steps.text():
            looking.stop()
            act(dialog)

    looking.timeout.connect(look)
    looking.start()
    return looking


def test_an_upgrade_that_takes_long_shows_its_steps(desk: Desk, study: Path, slow: Slow) -> None:
    shown: list[str] = []

    def act(dialog: StepsDialog) -> None:
        shown.append(dialog.steps.text())
        slow.go_on.set()

    in_dialog(desk, act)
    desk.open(study)
    (steps,) = shown
    done, now = steps.split("\n")[:-1], steps.split("\n")[-1]
    assert "patience" in now
    assert any(f"{study.stem} (version {NOW})" in each for each in done)
    assert all(each.startswith("✓") for each in done)
    assert "was upgraded" in notice(desk)
    assert QApplication.activeModalWidget() is None


def test_an_upgrade_is_stopped_when_the_system_asks_the_program_to_end(
    desk: Desk, study: Path, slow: Slow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    before, ended = study.read_bytes(), list[int]()
    monkeypatch.setattr(QApplication, "exit", ended.append)

    def act(_dialog: StepsDialog) -> None:
        desk.window.leave()
        slow.go_on.set()

    in_dialog(desk, act)
    assert not desk.window.project_file.open_path(study)
    qtbot.waitUntil(lambda: ended == [0])
    assert study.read_bytes() == before


def test_an_upgrade_is_stopped_by_a_click_and_the_project_is_as_it_was(desk: Desk, study: Path, slow: Slow) -> None:
    before, beside = study.read_bytes(), sorted(study.parent.iterdir())

    def act(dialog: StepsDialog) -> None:
        QTest.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
        assert not dialog.cancel.isEnabled()
        slow.go_on.set()

    in_dialog(desk, act)
    assert not desk.window.project_file.open_path(study)
    assert "was not upgraded, and is as it was" in said(desk)
    assert desk.window.project is None
    assert study.read_bytes() == before
    assert sorted(study.parent.iterdir()) == beside
