"""Keys pressed as soon as a project is opened, before its articles and lines have been read."""

import sqlite3
from contextlib import closing
from pathlib import Path
from threading import get_ident

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from gui.tables.lines_view import LinesView
from models.errors import Busy, OnrecordError
from models.registry import Registry
from models.store import Store
from tests.journeys.desk import CTRL, Desk
from tests.journeys.sight import notice, said
from tests.journeys.states import without_articles
from tests.waiting import let_read

STATEMENTS, SPEAKERS = 3, 2
"""Lines of the example."""
KEYS = {"statements": Qt.Key.Key_1, "speakers": Qt.Key.Key_2, "numbers": Qt.Key.Key_3}


@pytest.fixture
def reopened(desk: Desk, study: Path) -> Desk:
    """Return a desk that showed the statements of all articles, where the project has this moment been opened again."""
    desk.open(study)
    desk.statements.show_all(True)
    let_read(desk.project)
    assert desk.statements.view.lines.rowCount() == STATEMENTS
    desk.window.start_with([study])
    return desk


@pytest.mark.parametrize("table", KEYS)
def test_every_table_can_be_shown_at_once(reopened: Desk, table: str) -> None:
    for key in (*KEYS.values(), KEYS[table]):
        reopened.press(key, CTRL)
    reopened.wait_for_article()
    let_read(reopened.project)
    assert reopened.table is reopened.window.workspace.panes.panels[table]
    assert reopened.focus is reopened.table.view
    assert reopened.speakers.view.lines.rowCount() == SPEAKERS


def test_no_table_says_that_nothing_is_open_while_an_article_is_being_opened(
    desk: Desk, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hints = list[str]()
    monkeypatch.setattr(LinesView, "set_hint", lambda _view, title, _advice: hints.append(title))
    desk.open(study)
    assert "No article is open" not in hints
    without_articles(desk, study)
    QApplication.processEvents()
    assert "No article is open" in hints


def test_a_project_is_read_beside_the_event_loop(desk: Desk, study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    threads: list[int] = []
    read = Store.registry

    def registry(store: Store) -> Registry:
        threads.append(get_ident())
        return read(store)

    monkeypatch.setattr(Store, "registry", registry)
    desk.open(study)
    assert len(threads) == 1 and threads[0] != get_ident()
    assert len(desk.project.registry.speakers) == SPEAKERS


def test_while_a_project_is_opened_the_window_lives_and_neither_opens_another_nor_closes(
    desk: Desk, study: Path, tmp_path: Path
) -> None:
    problems: list[OnrecordError] = []
    seen: list[str] = []
    file = desk.window.project_file
    file.failed.connect(problems.append)

    def act() -> None:
        seen.append(said(desk))
        assert not file.create(tmp_path / "other.onrecord")
        desk.window.close()

    with closing(sqlite3.connect(study, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        QTimer.singleShot(100, desk.window, act)
        QTimer.singleShot(300, desk.window, lambda: other.execute("ROLLBACK"))
        desk.open(study)
    assert desk.window.isVisible()
    assert seen == [f"Opening “{study.name}” …"]
    assert [type(problem) for problem in problems] == [Busy]
    assert not (tmp_path / "other.onrecord").exists()
    assert desk.project.store.path == study
    assert said(desk) == "All changes saved"


def test_a_project_that_cannot_be_opened_leaves_the_one_before_as_it_was(desk: Desk, study: Path) -> None:
    desk.open(study)
    project = desk.project
    wrong = study.with_name("wrong.onrecord")
    wrong.write_bytes(b"no project")
    assert not desk.window.project_file.open_path(wrong)
    assert "is not an Onrecord project" in notice(desk)
    assert (desk.project, said(desk)) == (project, "All changes saved")
    assert sorted(each.name for each in study.parent.glob(".*.open")) == [f".{study.name}.open"]
