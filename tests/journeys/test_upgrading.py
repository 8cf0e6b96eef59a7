"""A project of an older version is upgraded when it is opened, and the notice says where the copy is."""

from pathlib import Path

import pytest

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
    assert study.read_bytes() == before
