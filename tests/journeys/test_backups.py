"""Backups are made while a project is worked on, say when they cannot be, and are restored into a new file."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDeadlineTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from gui.dialogs import choosing_files
from gui.dialogs.restore import RestoreDialog
from gui.system.settings import Settings
from gui.work import backing_up
from models.backups.backup import Backup
from models.backups.places import Place
from models.entities import Claim
from tests.damage import damage_index
from tests.example import typed
from tests.journeys.desk import Desk
from tests.journeys.sight import notice, said
from tests.snapshots import rows_of


@pytest.fixture
def backups(desk: Desk, tmp_path: Path) -> Place:
    """Return where backups are made, after switching them on."""
    root = tmp_path / "backups"
    root.mkdir()
    settings = desk.window.settings
    settings.backs_up, settings.backups = True, Place(root)
    return settings.backups


def change(desk: Desk, words: str) -> None:
    claim = next(iter(desk.records.claims.values()))
    assert isinstance(claim, Claim)
    assert desk.project.do(typed(claim, "note", words))


def wait_until(done: Callable[[], bool]) -> None:
    """Let the window work until something is done in another thread."""
    deadline = QDeadlineTimer(20_000)
    while not done():
        assert not deadline.hasExpired()
        QTest.qWait(2)


def wait_for_backup(desk: Desk, backups: Place, count: int) -> list[Backup]:
    wait_until(lambda: len(backups.backups_of(desk.project.store.path)) == count)
    return backups.backups_of(desk.project.store.path)


def dialog_of(desk: Desk) -> RestoreDialog:
    dialog = desk.window.restoring.dialog
    assert dialog
    wait_until(lambda: all(each.holds or each.problem for each in dialog.model.listed))
    return dialog


def test_a_project_is_backed_up_after_opening_and_while_it_is_worked_on(
    desk: Desk, backups: Place, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backing_up, "EDITS", 3)
    desk.open(study)
    assert desk.window.backing_up.opened.isActive()
    desk.window.backing_up.opened.timeout.emit()
    wait_for_backup(desk, backups, 1)
    for count in range(3):
        change(desk, f"note {count}")
    newest, _first = wait_for_backup(desk, backups, 2)
    assert rows_of(newest.path) == rows_of(study)
    change(desk, "one more")
    assert desk.window.backing_up.worked.isActive()
    desk.window.backing_up.worked.timeout.emit()
    wait_for_backup(desk, backups, 3)


def test_before_a_change_of_many_rows_a_backup_is_made(desk: Desk, backups: Place, study: Path) -> None:
    desk.open(study)
    before = rows_of(study)
    claim = next(iter(desk.records.claims.values()))
    assert desk.project.do_in_thread("Change many", lambda _write: typed(claim, "note", "changed"))
    (backup,) = backups.backups_of(study)
    assert rows_of(backup.path) == before != rows_of(study)


def test_in_a_large_project_the_coder_waits_for_a_backup_only_if_the_last_is_old(
    desk: Desk, backups: Place, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backing_up, "LARGEST", 1)
    desk.open(study)
    claim = next(iter(desk.records.claims.values()))

    def change_many(words: str) -> None:
        now = desk.records.claims[claim.id]
        assert desk.project.do_in_thread("Change many", lambda _write: typed(now, "note", words))

    change_many("first")
    assert len(backups.backups_of(study)) == 1
    change_many("second")
    assert len(backups.backups_of(study)) == 1
    monkeypatch.setattr(backing_up, "RECENT", timedelta(0))
    change_many("third")
    assert len(backups.backups_of(study)) == 2


def test_a_backup_that_cannot_be_made_is_said_once_and_work_goes_on(desk: Desk, backups: Place, study: Path) -> None:
    backups.root.rmdir()
    desk.open(study)
    heard: list[str] = []
    desk.window.backing_up.hint.connect(heard.append)
    for count in range(2):
        desk.window.backing_up.back_up()
        wait_until(lambda: desk.window.backing_up._work is None)
        assert count or "No backup could be made" in said(desk)
        change(desk, f"note {count}")
    assert len(heard) == 1
    assert not backups.root.exists()


def test_a_backup_is_restored_by_keys_into_a_new_file_which_is_opened(
    desk: Desk, backups: Place, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open(study)
    before = rows_of(study)
    desk.window.backing_up.back_up()
    wait_for_backup(desk, backups, 1)
    change(desk, "after the first")
    desk.window.backing_up.back_up()
    wait_for_backup(desk, backups, 2)
    monkeypatch.setattr(choosing_files, "ask_restored", lambda _window, path: path)
    desk.actions["restore"].trigger()
    dialog = dialog_of(desk)
    assert [dialog.model.data(dialog.model.index(row, 1)) for row in range(2)] == ["2", "2"]
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    wait_until(lambda: desk.project.store.path != study)
    desk.wait_for_article()
    restored = desk.project.store.path
    assert restored.parent == study.parent
    assert restored.name.startswith("study (backup from ")
    assert rows_of(restored) == before != rows_of(study)
    assert "restored into" in notice(desk)


def test_the_backups_of_a_project_that_is_gone_are_restored_by_mouse(
    desk: Desk, backups: Place, study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open(study)
    before = rows_of(study)
    desk.window.backing_up.back_up()
    wait_for_backup(desk, backups, 1)
    desk.window.project_file.close()
    study.unlink()
    assert not desk.window.project_file.open_path(study)
    wait_until(lambda: "There is no file" in notice(desk) and "newest backup" in notice(desk))
    monkeypatch.setattr(choosing_files, "ask_restored", lambda _window, _path: tmp_path / "again.onrecord")
    desk.actions["restore"].trigger()
    dialog = dialog_of(desk)
    assert dialog.projects.currentText() == study.name
    QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    desk.wait_for_article()
    assert rows_of(desk.project.store.path) == before


def test_a_damaged_project_that_cannot_be_opened_offers_its_backups(desk: Desk, backups: Place, study: Path) -> None:
    desk.open(study)
    desk.window.backing_up.back_up()
    (backup,) = wait_for_backup(desk, backups, 1)
    desk.window.project_file.close()
    study.write_bytes(study.read_bytes()[:30_000])
    assert not desk.window.project_file.open_path(study)
    wait_until(lambda: "newest backup" in notice(desk))
    assert "is damaged" in notice(desk)
    assert "2 articles" in notice(desk)
    offer = next(each for each in desk.notice.findChildren(QPushButton) if "Backup" in each.text())
    QTest.mouseClick(offer, Qt.MouseButton.LeftButton)
    dialog = dialog_of(desk)
    assert [each.backup for each in dialog.model.listed] == [backup]
    dialog.reject()


def test_the_backups_are_offered_when_an_open_project_is_found_damaged(
    desk: Desk, backups: Place, study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open(study)
    before = rows_of(study)
    desk.window.backing_up.back_up()
    wait_for_backup(desk, backups, 1)
    desk.window.project_file.close()
    damage_index(study)
    desk.open(study)
    wait_until(lambda: "is damaged" in notice(desk) and "newest backup" in notice(desk))
    offer = next(each for each in desk.notice.findChildren(QPushButton) if "Backup" in each.text())
    QTest.mouseClick(offer, Qt.MouseButton.LeftButton)
    monkeypatch.setattr(choosing_files, "ask_restored", lambda _window, _path: tmp_path / "again.onrecord")
    QTest.mouseClick(dialog_of(desk).yes, Qt.MouseButton.LeftButton)
    wait_until(lambda: desk.project.store.path != study)
    assert rows_of(desk.project.store.path) == before


def test_restoring_from_the_window_replaces_no_file(
    desk: Desk, backups: Place, study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open(study)
    desk.window.backing_up.back_up()
    wait_for_backup(desk, backups, 1)
    taken = tmp_path / "taken.onrecord"
    taken.write_bytes(b"something else")
    for path in (taken, study):
        content = path.read_bytes()
        monkeypatch.setattr(choosing_files, "ask_restored", lambda _window, _path, path=path: path)
        desk.actions["restore"].trigger()
        QTest.mouseClick(dialog_of(desk).yes, Qt.MouseButton.LeftButton)
        wait_until(lambda name=path.name: f"“{name}” already" in notice(desk))  # type: ignore[misc]
        assert path.read_bytes() == content


def test_the_folder_of_backups_is_chosen_in_the_preferences(desk: Desk, tmp_path: Path) -> None:
    desk.window.preferring.show_preferences()
    dialog = desk.window.preferring.dialog
    assert dialog
    assert not dialog.backups.folder.isEnabled()
    dialog.backups.wanted.click()
    dialog.backups.folder.setText(str(tmp_path / "nowhere"))
    dialog.accept()
    assert dialog.isVisible()
    assert "There is no folder" in dialog.refusal.text()
    dialog.backups.folder.setText(str(tmp_path))
    dialog.backups.most.setValue(3)
    dialog.accept()
    assert Settings().backs_up
    assert Settings().backups == Place(tmp_path, 3_000_000_000)
