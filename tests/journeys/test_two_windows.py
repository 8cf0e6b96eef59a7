"""Two windows, or a window and another program, on one project: nobody works on outdated records."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.actions.claims import mark_claim
from models.store import Store
from models.store.locking import LockedElsewhere, ProjectLock
from tests.example import signed, typed
from tests.journeys.desk import Desk
from tests.journeys.sight import claims_shown, notice, said


def come_back_to(desk: Desk) -> None:
    """Leave the window and return to it."""
    other = Desk()
    desk.window.activateWindow()
    other.window.close()
    other.window.deleteLater()
    QApplication.processEvents()


@pytest.fixture
def second(desk: Desk, study: Path, qtbot: QtBot) -> Desk:
    """Return another window on the project that is open at the desk."""
    desk.open(study)
    second = Desk()
    qtbot.addWidget(second.window)
    second.open(study)
    return second


def test_the_second_window_says_who_has_the_project_and_can_only_read_it(second: Desk, desk: Desk) -> None:
    assert "open in another window" in notice(second)
    assert desk.project.coder in notice(second)
    assert second.project.store.read_only
    assert not desk.project.store.read_only
    assert claims_shown(second) == claims_shown(desk)


def test_the_second_window_shows_what_the_first_has_changed_and_may_edit_when_it_is_closed(
    second: Desk, desk: Desk, qtbot: QtBot
) -> None:
    records = desk.records
    start = records.text.index("It wants at least")
    assert desk.project.do(mark_claim(records, start, start + 30))
    shown = claims_shown(second)
    come_back_to(second)
    qtbot.waitUntil(lambda: len(claims_shown(second)) == len(shown) + 1)
    desk.close()
    come_back_to(second)
    qtbot.waitUntil(lambda: not second.project.store.read_only)
    second.wait_for_article()
    assert second.project.do(typed(second.records.article, "title", "Wall"))


def test_what_another_program_wrote_is_shown_on_return(desk: Desk, study: Path, qtbot: QtBot) -> None:
    desk.open(study)
    with Store.open(study) as elsewhere:
        elsewhere.apply(signed(typed(desk.records.article, "title", "The wall")))
    come_back_to(desk)
    qtbot.waitUntil(lambda: desk.records.article.title == "The wall")
    assert "changed elsewhere" in said(desk)
    assert not desk.project.store.read_only


def test_who_holds_a_project_is_known_until_they_let_go_and_leaves_nothing(tmp_path: Path) -> None:
    project = tmp_path / "study.onrecord"
    hold = ProjectLock.take(project, "AB")
    with pytest.raises(LockedElsewhere, match="AB on "):
        ProjectLock.take(project, "CD")
    hold.close()
    ProjectLock.take(project, "CD").close()
    assert list(tmp_path.iterdir()) == []


def test_a_file_left_by_a_crash_locks_nobody_out(tmp_path: Path) -> None:
    (tmp_path / ".study.onrecord.open").write_text("AB on a machine that lost its power", encoding="utf-8")
    ProjectLock.take(tmp_path / "study.onrecord", "CD").close()
    assert list(tmp_path.iterdir()) == []
