"""A project of an older version is upgraded when it is opened, and the notice says where the copy is."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.dialogs import asking
from models.errors import OlderProject
from models.store import Store
from models.store.versions import UPGRADES, VERSIONS, Upgrade, Versions
from tests.journeys.desk import Desk
from tests.journeys.sight import notice

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
    monkeypatch.setattr(asking, "ask_copy", lambda _parent, _project: copy)
    monkeypatch.setattr("os.access", lambda *_asked: False)
    assert not desk.window.project_file.open_path(study)
    monkeypatch.setattr("os.access", lambda *_asked: True)
    (button,) = [each for each in desk.notice.findChildren(QPushButton) if each.isVisible()]
    button.click()
    qtbot.waitUntil(lambda: desk.window.project is not None)
    assert desk.project.store.path == copy
    assert desk.project.writable
    assert "was upgraded" in notice(desk)
