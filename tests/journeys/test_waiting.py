"""Another program has locked the file: the window stays responsive, waits, and then says so; typed text is kept."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer

from gui.project import waiting
from tests.journeys.desk import Desk
from tests.journeys.sight import go_to_cell, held, notice, open_cell, said, statements


@pytest.fixture
def other(study: Path) -> Iterator[sqlite3.Connection]:
    """Yield another program's connection to the project."""
    connection = sqlite3.connect(study, isolation_level=None)
    yield connection
    connection.close()


@pytest.fixture
def typing(desk: Desk, study: Path) -> Desk:
    """Return a desk where a unit is typed and not yet entered."""
    desk.open(study)
    go_to_cell(desk.statements, 0, "unit")
    desk.press(Qt.Key.Key_Return)
    desk.type("crowns")
    return desk


def test_an_edit_is_saved_when_the_other_program_lets_go_and_the_window_lives_meanwhile(
    typing: Desk, study: Path, other: sqlite3.Connection
) -> None:
    typing.project.store._guard.expect_sound(10)
    seen: list[str] = []
    timer = QTimer(interval=10)
    timer.timeout.connect(lambda: seen.append(said(typing)))
    timer.start()
    other.execute("BEGIN IMMEDIATE")
    QTimer.singleShot(300, typing.window, lambda: other.execute("ROLLBACK"))
    typing.press(Qt.Key.Key_Return)
    timer.stop()
    assert any("Another program is writing" in words and "Waiting" in words for words in seen)
    assert held(statements(study)[0], "number.unit") == "crowns"
    assert notice(typing) == ""


def test_what_was_typed_is_kept_when_the_other_program_does_not_let_go(
    typing: Desk, study: Path, other: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "LONGEST", 200)
    other.execute("BEGIN IMMEDIATE")
    QTimer.singleShot(60, typing.window, typing.window.close)  # which has to wait, too
    typing.press(Qt.Key.Key_Return)
    assert typing.window.isVisible()
    assert "Another program is writing" in notice(typing)
    assert open_cell(typing).text() == "crowns"
    other.execute("ROLLBACK")
    typing.press(Qt.Key.Key_Return)
    assert held(statements(study)[0], "number.unit") == "crowns"


def test_an_article_is_opened_when_the_other_program_lets_go(
    desk: Desk, study: Path, other: sqlite3.Connection
) -> None:
    desk.open(study)
    article = desk.records.article.id
    desk.project.article.close()
    other.execute("BEGIN EXCLUSIVE")
    QTimer.singleShot(300, desk.window, lambda: other.execute("ROLLBACK"))
    assert desk.project.article.open(article)
    assert (desk.records.article.id, notice(desk)) == (article, "")
