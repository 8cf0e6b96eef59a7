"""A damaged project offers to rescue what can be read, beside its backups, wherever the damage is found."""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QDeadlineTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from gui.dialogs import choosing_files
from gui.system.settings import Settings
from models.backups.making import back_up
from models.backups.places import Place
from models.store import Store, opening, soundness
from models.store.soundness import Soundness
from tests.damaging.overwriting import overwrite, pages_of
from tests.damaging.ways import PAGE
from tests.journeys.desk import Desk
from tests.journeys.sight import notice
from tests.snapshots import faults_of, rows_of

if sys.platform != "win32":
    import resource

RESCUE, RESTORE = "Rescue What Can Be Read…", "Restore a Backup…"


@pytest.fixture
def backup(desk: Desk, tmp_path: Path, study: Path) -> Path:
    """Return a backup of the example, made where the window looks for it."""
    (tmp_path / "backups").mkdir()
    settings: Settings = desk.window.settings
    settings.backups = Place(tmp_path / "backups")
    made = back_up(study, settings.backups)
    assert made
    return made.path


def offers(desk: Desk) -> dict[str, QPushButton]:
    """Return what the notice offers."""
    return {each.text(): each for each in desk.notice.findChildren(QPushButton) if each.isVisible()}


def wait_for_offers(desk: Desk, *labels: str) -> dict[str, QPushButton]:
    deadline = QDeadlineTimer(20_000)
    while not offers(desk).keys() >= {*labels}:
        assert not deadline.hasExpired(), notice(desk)
        QTest.qWait(2)
    return offers(desk)


def rescue_by_mouse(desk: Desk, monkeypatch: pytest.MonkeyPatch, rescued: Path) -> None:
    """Click on the offer, and wait until the rescued project is open."""
    monkeypatch.setattr(choosing_files, "ask_rescued", lambda _window, _path: rescued)
    QTest.mouseClick(offers(desk)[RESCUE], Qt.MouseButton.LeftButton)
    deadline = QDeadlineTimer(20_000)
    while "was rescued into" not in notice(desk):
        assert not deadline.hasExpired(), notice(desk)
        QTest.qWait(2)


def test_a_project_that_is_refused_is_rescued_into_a_new_one_and_says_what_was_lost(
    desk: Desk, backup: Path, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(backup, read_only=True) as store:
        titles = [line.title for line in store.articles()]
    overwrite(study, *pages_of(study, "claim"), *pages_of(study, "content"))
    before = study.read_bytes()
    study.write_bytes(before[:16] + b"\0\0" + before[18:])
    before = study.read_bytes()
    assert not desk.window.project_file.open_path(study)
    wait_for_offers(desk, RESCUE, RESTORE)
    assert "2 articles" in notice(desk)
    rescued = study.with_name("rescued.onrecord")
    rescue_by_mouse(desk, monkeypatch, rescued)
    desk.wait_for_article()
    assert desk.project.store.path == rescued
    assert [line.title for line in desk.project.store.articles()] == titles
    assert study.read_bytes() == before
    assert faults_of(rescued) == []
    QTest.mouseClick(offers(desk)["Show What Was Lost…"], Qt.MouseButton.LeftButton)
    dialog = desk.window.rescuing.dialog
    assert dialog
    assert "its text is lost" in dialog.lines.toPlainText()
    dialog.copy.click()
    assert QApplication.clipboard().text() == dialog.lines.toPlainText()
    dialog.reject()


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits on the size of files")
def test_a_rescue_that_a_full_disk_ended_says_that_no_file_was_made_and_is_tried_again(
    desk: Desk, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    overwrite(study, *pages_of(study, "content"))
    study.write_bytes(study.read_bytes()[:16] + b"\0\0" + study.read_bytes()[18:])
    before, rescued = sorted(study.parent.iterdir()), study.with_name("rescued.onrecord")
    monkeypatch.setattr(choosing_files, "ask_rescued", lambda _window, _path: rescued)
    assert not desk.window.project_file.open_path(study)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (study.stat().st_size // 3, limits[1]))
    QTest.mouseClick(wait_for_offers(desk, RESCUE)[RESCUE], Qt.MouseButton.LeftButton)
    again = wait_for_offers(desk, "Try Again", "Choose Another Place…")["Try Again"]
    resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert "Nothing was rescued; no new file was made" in notice(desk)
    assert sorted(study.parent.iterdir()) == before
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    wait_for_offers(desk, "Show What Was Lost…")
    assert desk.project.store.path == rescued


def test_damage_that_is_found_beside_the_work_offers_both(desk: Desk, backup: Path, study: Path) -> None:
    with closing(sqlite3.connect(study)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'number_by_claim'").fetchone()
    overwrite(study, page)
    desk.open(study)
    wait_for_offers(desk, RESCUE, RESTORE)
    assert "is damaged, so nothing is written to it" in notice(desk)
    assert "2 articles" in notice(desk)


def test_damage_that_is_found_while_an_article_is_opened_offers_both(
    desk: Desk, backup: Path, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Soundness, "_ask", lambda _self: True)  # as if it had not come so far yet
    before = rows_of(backup)
    overwrite(study, *pages_of(study, "claim"))
    assert desk.window.project_file.open_path(study)
    wait_for_offers(desk, RESCUE, RESTORE)
    assert "is damaged. The file was not changed" in notice(desk)
    assert "2 articles" in notice(desk)
    rescue_by_mouse(desk, monkeypatch, study.with_name("rescued.onrecord"))
    desk.wait_for_article()
    assert rows_of(desk.project.store.path) == before


def test_a_file_that_is_no_project_is_not_offered_to_be_rescued(desk: Desk, tmp_path: Path) -> None:
    picture = tmp_path / "wall.jpg"
    picture.write_bytes(bytes.fromhex("ffd8ffe000104a464946") * 40)
    assert not desk.window.project_file.open_path(picture)
    assert "is not an Onrecord project" in notice(desk)
    assert offers(desk) == {}


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Let the disk fail wherever a file is read to its end; it works again when this is undone."""
    for module in (opening, soundness):
        monkeypatch.setattr(module, "reading_fault", lambda _path: "Input/output error")
    return monkeypatch


def test_a_project_that_the_disk_does_not_give_is_opened_again_and_not_rescued(
    desk: Desk, backup: Path, study: Path, failing: pytest.MonkeyPatch
) -> None:
    whole = study.read_bytes()
    overwrite(study, *range(2, 1 + len(whole) // PAGE))
    assert not desk.window.project_file.open_path(study)
    again = wait_for_offers(desk, "Try Again", RESTORE)["Try Again"]
    assert "“study.onrecord” could not be read: Input/output error." in notice(desk)
    assert "damaged" not in notice(desk)
    assert RESCUE not in offers(desk)
    study.write_bytes(whole)
    failing.undo()
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    desk.wait_for_article()
    assert desk.project.store.path == study


def test_a_page_that_the_disk_does_not_give_lets_nothing_be_written_and_is_not_called_damaged(
    desk: Desk, backup: Path, study: Path, failing: pytest.MonkeyPatch
) -> None:
    with closing(sqlite3.connect(study)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'number_by_claim'").fetchone()
    overwrite(study, page)
    desk.open(study)
    wait_for_offers(desk, RESTORE)
    assert "could not be read, so nothing is written to it: Input/output error." in notice(desk)
    assert RESCUE not in offers(desk)
    assert desk.project.store.read_only
