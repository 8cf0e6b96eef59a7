"""Compact and Forget says what goes and asks; then the project is open again, and Undo says where it stops."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from gui.work.compacting import QUESTION
from models.actions.claims import delete_claim
from tests.example import Example, typed
from tests.journeys.desk import Desk
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
    qtbot.waitUntil(lambda: bool(asked) and not desk.window.works.busy)


def test_what_was_deleted_is_forgotten_once_it_was_agreed_to(
    desk: Desk, study: Path, qtbot: QtBot, asked: list[str]
) -> None:
    before, steps = rows_of(study), list[str]()
    desk.window.works.begun.connect(lambda work: work.step.connect(steps.append))
    compact(desk, qtbot, asked, "Forget for Good")
    assert asked[0] == QUESTION
    assert "Undo stops there, for good." in asked[1]
    assert asked[2] == "All changes saved"
    qtbot.waitUntil(lambda: "is forgotten" in desk.window.middle.notice.words)
    assert SECRET.encode() not in study.read_bytes()
    assert rows_of(study) == before
    assert [words.split()[0] for words in steps] == ["Copying", "Forgetting", "Making", "Writing", "Checking"]
    desk.actions["undo"].trigger()
    assert "was forgotten for good" in desk.window.middle.notice.words
    assert query(study, "SELECT count(*) FROM edit WHERE kind = 'undo'") == [(0,)]


def test_nothing_is_changed_by_cancel(desk: Desk, study: Path, qtbot: QtBot, asked: list[str]) -> None:
    content = study.read_bytes()
    compact(desk, qtbot, asked, "Cancel")
    assert study.read_bytes() == content
    desk.actions["undo"].trigger()
    assert SECRET in {claim.note for claim in desk.records.claims.values()}
