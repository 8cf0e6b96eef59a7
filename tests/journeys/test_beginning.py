"""The first minute: what an empty window offers, by mouse and keys, and what it shows once there is an article."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gui.dialogs import choosing_files
from models.sample import PASSAGES
from tests.journeys.desk import CTRL, Desk
from tests.journeys.sight import notice
from tests.waiting import let_read

PAGE = "The quay is open\n\nMayor Ada Holm spoke. “It will stay open all winter,” she said on Monday.\n"


@pytest.fixture
def at_start(desk: Desk) -> Desk:
    """Return a desk at a window that was given nothing to open."""
    desk.window.start_with([])
    return desk


def offered(desk: Desk) -> dict[str, QPushButton]:
    """Return the buttons of the start page by their words; none when it is not shown."""
    start = desk.start
    return {each.accessibleName(): each for each in start.findChildren(QPushButton) if each.isVisibleTo(desk.window)}


def click(desk: Desk, words: str) -> None:
    """Click on a button of the start page."""
    QTest.mouseClick(offered(desk)[words], Qt.MouseButton.LeftButton)


def test_an_empty_window_offers_what_can_be_done_first(at_start: Desk) -> None:
    assert list(offered(at_start)) == [
        "New Project…",
        "Open Project…",
        "Import Articles…",
        "Paste as New Article…",
        "Open the Sample",
    ]
    assert at_start.focus is offered(at_start)["New Project…"]


def test_the_details_are_empty_while_there_is_nothing_to_choose(at_start: Desk, study: Path) -> None:
    details = at_start.details

    def words() -> list[str]:
        return [each.text() for each in details.findChildren(QLabel) if each.text() and each.isVisibleTo(details)]

    assert words() == []
    at_start.window.project_file.open_path(study)
    let_read(at_start.project)
    assert len(words()) > 1
    at_start.window.workspace.panes.tables.setCurrentWidget(at_start.speakers)
    assert words()[0] == "Article"  # where no speaker is selected, the article is
    at_start.window.project_file.close()
    assert words() == []


def test_new_project_then_import_by_two_clicks_gives_an_article_with_the_keys_in_its_text(
    at_start: Desk, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(PAGE, "utf-8")
    monkeypatch.setattr(choosing_files, "ask_new_project", lambda _parent, _folder: tmp_path / "new.onrecord")
    monkeypatch.setattr(choosing_files, "ask_articles", lambda _parent, _folder: [tmp_path / "a.txt"])
    click(at_start, "New Project…")
    let_read(at_start.project)
    assert list(offered(at_start)) == ["Import Articles…", "Paste as New Article…"]
    at_start.press(Qt.Key.Key_Return)
    at_start.add_incoming()
    qtbot.waitUntil(lambda: at_start.project.records is not None)
    assert offered(at_start) == {}
    assert at_start.text.hasFocus()
    at_start.press(Qt.Key.Key_J)
    assert at_start.text.selection() != (0, 0)


def test_undo_of_the_first_import_offers_to_import_again(
    at_start: Desk, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(PAGE, "utf-8")
    at_start.open(tmp_path / "a.txt")
    assert offered(at_start) == {}
    at_start.press(Qt.Key.Key_Z, CTRL)
    assert "Import Articles…" in offered(at_start)
    at_start.press(Qt.Key.Key_Y, CTRL)
    assert offered(at_start) == {}
    assert at_start.text.hasFocus()


def test_recent_projects_are_listed_and_opened_by_a_click(
    desk: Desk, come_back: Callable[[], Desk], study: Path, tmp_path: Path
) -> None:
    desk.open(study)
    desk.window.project_file.create(tmp_path / "empty.onrecord")
    let_read(desk.project)
    assert list(offered(desk)) == ["Import Articles…", "Paste as New Article…", "study"]
    click(desk, "study")
    let_read(desk.project)
    assert desk.project.store.path == study
    assert desk.text.hasFocus()
    assert offered(desk) == {}


def test_the_sample_opens_from_the_empty_window_with_records_and_says_where_it_is(
    at_start: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _where: str(tmp_path))
    click(at_start, "Open the Sample")
    let_read(at_start.project)
    assert at_start.project.store.path == tmp_path / "Onrecord sample" / "harbour.onrecord"
    assert str(at_start.project.store.path) in notice(at_start)
    assert len(at_start.records.claims) == len(PASSAGES)
    assert at_start.text.hasFocus()
    at_start.press(Qt.Key.Key_J)
    at_start.window.project_file.create(tmp_path / "other.onrecord")
    at_start.actions["open_sample"].trigger()
    let_read(at_start.project)
    assert len(at_start.records.claims) == len(PASSAGES)


def test_the_start_page_waits_for_articles_that_are_read_and_comes_when_there_were_none(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "a.txt").write_bytes(b"%PDF-1.7\n")
    desk.window.start_with([tmp_path / "a.txt"])
    assert offered(desk) == {}
    qtbot.waitUntil(lambda: "New Project…" in offered(desk))
    assert "cannot be read as a PDF" in notice(desk)


def test_a_read_only_project_without_articles_offers_no_import(
    at_start: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_start.window.project_file.create(tmp_path / "empty.onrecord")
    at_start.window.project_file.close()
    monkeypatch.setattr("os.access", lambda *_args: False)
    at_start.window.project_file.open_path(tmp_path / "empty.onrecord")
    let_read(at_start.project)
    assert [button.isEnabled() for button in list(offered(at_start).values())[:2]] == [False, False]


def test_a_paste_at_the_empty_window_asks_for_a_project(
    at_start: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(choosing_files, "ask_new_project", lambda _parent, _folder: tmp_path / "new.onrecord")
    QGuiApplication.clipboard().setText(PAGE)
    click(at_start, "Paste as New Article…")
    pasted = at_start.window.pasting.dialog
    assert pasted
    QTest.keyClick(pasted.focusWidget(), Qt.Key.Key_Return)
    at_start.window.activateWindow()
    assert at_start.records.article.title == "The quay is open"
    qtbot.waitUntil(at_start.text.hasFocus)
