"""Another project is dropped on the window or chosen: a question, one edit, one undo, and both coders stay visible."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.dialogs import choosing_files
from gui.dialogs.other_project import OtherProjectDialog
from models.edits import Edit, made
from models.entities import Claim, Role, Span
from models.other_projects.other_project import Part
from models.store import Store
from tests.example import Example
from tests.journeys.desk import CTRL, Desk
from tests.journeys.sight import notice, said
from tests.journeys.test_files import drop, titles
from tests.models.test_dna_databases import make
from tests.snapshots import history_of

AT = "2026-04-01T08:00:00.000+00:00"


@pytest.fixture
def other(pattern: Example, tmp_path: Path) -> Path:
    """Return the project of a second coder, who got a copy and recorded one more claim."""
    path = Path(shutil.copyfile(pattern.store.path, tmp_path / "second.onrecord"))
    claim = Claim(article=pattern.article.id, speaker=pattern.union.id)
    span = Span(article=pattern.article.id, role=Role.CONTENT, claim=claim.id, start=30, end=40)
    with Store.open(path) as store:
        store.apply(Edit("Mark claim", (made(claim), made(span))).stamped("CD", AT))
    return path


def question(desk: Desk, qtbot: QtBot) -> OtherProjectDialog:
    """Return the question, once it is shown."""
    work = desk.window.importing_projects
    qtbot.waitUntil(lambda: work.dialog is not None and work.dialog.isVisible())
    assert work.dialog
    return work.dialog


def coders(desk: Desk) -> list[str]:
    """Return who recorded the claims of the open article."""
    return sorted(str(claim.coder) for claim in desk.records.claims.values())


def test_the_records_of_a_second_coder_come_after_a_question_and_go_with_one_undo(
    at_work: Desk, other: Path, qtbot: QtBot
) -> None:
    drop(at_work, other)
    dialog = question(at_work, qtbot)
    assert [part for part, button in dialog.buttons.items() if button.isEnabled()] == [Part.ALL]
    assert "1 claim" in dialog.buttons[Part.ALL].accessibleDescription()
    assert coders(at_work) == ["AB", "AB"]
    at_work.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: coders(at_work) == ["AB", "AB", "CD"])
    qtbot.waitUntil(lambda: "“second.onrecord” brought 1 claim." in said(at_work))
    qtbot.waitUntil(at_work.window.isActiveWindow)
    at_work.press(Qt.Key.Key_Z, CTRL)
    assert coders(at_work) == ["AB", "AB"]


def test_articles_are_imported_into_a_new_project_beside_it_if_none_is_open(
    desk: Desk, other: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choosing_files, "ask_articles", lambda *_args: [other])
    desk.actions["import_files"].trigger()
    dialog = question(desk, qtbot)
    dialog.buttons[Part.ARTICLES].click()
    dialog.yes.click()
    qtbot.waitUntil(lambda: len(titles(desk)) == 2)
    assert desk.project.store.path.name == "second 2.onrecord"
    desk.wait_for_article()
    assert desk.records.claims == {}


def test_the_other_project_can_be_opened_instead_and_cancel_changes_nothing(
    at_work: Desk, study: Path, other: Path, qtbot: QtBot
) -> None:
    before = history_of(study)
    drop(at_work, other)
    question(at_work, qtbot).reject()
    assert history_of(study) == before
    at_work.window.importing_projects.dialog = None
    drop(at_work, other)
    question(at_work, qtbot).open_instead.click()
    qtbot.waitUntil(lambda: at_work.project.store.path == other)


def test_a_damaged_project_is_refused_in_words(at_work: Desk, other: Path, qtbot: QtBot) -> None:
    data = other.read_bytes()
    other.write_bytes(data[:20_000])
    drop(at_work, other)
    qtbot.waitUntil(lambda: "is damaged" in notice(at_work))


def test_what_is_here_already_cannot_be_imported(at_work: Desk, study: Path, qtbot: QtBot) -> None:
    drop(at_work, Path(shutil.copyfile(study, study.with_name("copy.onrecord"))))
    dialog = question(at_work, qtbot)
    assert not dialog.yes.isEnabled()
    assert "Nothing is new." in dialog.buttons[Part.ALL].accessibleDescription()
    dialog.reject()


def test_a_database_of_another_program_is_imported_with_enter_and_cannot_be_opened(
    at_work: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    drop(at_work, make(tmp_path / "sample.dna", 3))
    dialog = question(at_work, qtbot)
    assert not dialog.open_instead.isVisible()
    assert "Statement 4" in dialog.left_out.toPlainText()
    at_work.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(titles(at_work)) == 4)
    qtbot.waitUntil(lambda: "Statement 4" in notice(at_work))
    assert "3 claims" in notice(at_work)
