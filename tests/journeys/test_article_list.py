"""The list of articles by mouse and keys: the search, the menu of a line, and the highlighted line."""

import sqlite3
from contextlib import closing
from pathlib import Path
from shutil import copyfile
from threading import Event

import pytest
from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from gui.dialogs import asking
from gui.panels.article_delegate import broken
from gui.panels.article_list_model import LINE
from gui.panels.article_list_view import ArticleListView
from gui.theme import fonts
from models.actions.articles import import_articles
from models.articles.draft import Draft
from models.entities import Status
from models.ids import Id
from models.lines.article_line import ArticleLine
from models.store.view import StoreView
from tests.example import typed
from tests.journeys.conftest import agree
from tests.journeys.desk import CTRL, Desk
from tests.journeys.sight import notice, said
from tests.waiting import let_read

WALL, FERRY = "Harbour wall will take two winters", "Ferry to run again"


@pytest.fixture
def at_list(desk: Desk, study: Path) -> Desk:
    """Return a desk at a project of two articles, with the first on the screen."""
    desk.open(study)
    return desk


def listed(desk: Desk) -> ArticleListView:
    """Return the list of articles."""
    return desk.articles.view


def titles(desk: Desk) -> list[str]:
    """Return the titles that are listed."""
    model = listed(desk).model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def highlighted(desk: Desk) -> str | None:
    """Return the title that has the highlight."""
    title: str | None = listed(desk).currentIndex().data()
    return title


def line_of(desk: Desk, title: str) -> QRect:
    """Return where the line of an article is."""
    model = listed(desk).model()
    return listed(desk).visualRect(model.index(titles(desk).index(title), 0))


def right_click(desk: Desk, title: str) -> QMenu:
    """Click with the right button on the line of an article, and return the menu that comes."""
    view, place = listed(desk), line_of(desk, title).center()
    QTest.mousePress(view.viewport(), Qt.MouseButton.RightButton, pos=place)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), asked)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.RightButton, pos=place)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose_entry(menu: QMenu, name: str) -> None:
    """Click on an entry of a menu."""
    action = next(action for action in menu.actions() if action.objectName() == name)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def test_a_right_click_opens_the_menu_of_that_line_and_no_article(at_list: Desk) -> None:
    menu = right_click(at_list, FERRY)
    assert [action.text().replace("&", "") for action in menu.actions() if action.text()] == [
        "Open",
        "Mark as Done",
        "To Discuss",
        "Change…",
        "Copy Title",
        "Delete…",
    ]
    assert at_list.records.article.title == WALL
    assert highlighted(at_list) == FERRY
    at_list.press(Qt.Key.Key_Escape)
    assert highlighted(at_list) == at_list.records.article.title == WALL


@pytest.mark.parametrize("button", [Qt.MouseButton.MiddleButton, Qt.MouseButton.BackButton, Qt.MouseButton.RightButton])
def test_no_button_but_the_left_one_moves_the_highlight(at_list: Desk, button: Qt.MouseButton) -> None:
    QTest.mouseClick(listed(at_list).viewport(), button, pos=line_of(at_list, FERRY).center())
    assert highlighted(at_list) == at_list.records.article.title == WALL


def test_the_menu_opens_the_article_and_the_keys_go_to_its_text(at_list: Desk) -> None:
    choose_entry(right_click(at_list, FERRY), "article_open")
    assert highlighted(at_list) == at_list.records.article.title == FERRY
    assert at_list.text.hasFocus()


def test_the_menu_says_that_an_article_is_done_or_not(at_list: Desk) -> None:
    choose_entry(right_click(at_list, FERRY), "toggle_done")
    lines = {line.title: line.status for line in at_list.project.store.articles()}
    assert lines == {WALL: Status.OPEN, FERRY: Status.DONE}
    assert highlighted(at_list) == at_list.records.article.title == WALL
    menu = right_click(at_list, FERRY)
    assert [action.text() for action in menu.actions() if action.objectName() == "toggle_done"] == ["Mark as Not &Done"]
    choose_entry(menu, "toggle_done")
    assert {line.status for line in at_list.project.store.articles()} == {Status.OPEN}


def test_the_menu_copies_the_whole_title(at_list: Desk) -> None:
    choose_entry(right_click(at_list, FERRY), "copy")
    assert QGuiApplication.clipboard().text() == FERRY


def test_the_menu_deletes_an_article_that_is_not_on_the_screen_and_undo_brings_it_back(at_list: Desk) -> None:
    choose_entry(right_click(at_list, FERRY), "delete_selected")
    let_read(at_list.project)
    assert titles(at_list) == [WALL]
    assert highlighted(at_list) == at_list.records.article.title == WALL
    assert FERRY in said(at_list)
    at_list.actions["undo"].trigger()
    assert titles(at_list) == [WALL, FERRY]


def test_an_article_with_records_is_deleted_after_a_question(at_list: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, ...]] = []

    def refuse(_parent: object, *words: str) -> bool:
        asked.append(words)
        return False

    monkeypatch.setattr(asking, "confirm", refuse)
    choose_entry(right_click(at_list, WALL), "delete_selected")
    assert titles(at_list) == [WALL, FERRY]
    assert "2 claims and 2 numbers" in asked[0][0]
    monkeypatch.setattr(asking, "confirm", agree)
    choose_entry(right_click(at_list, WALL), "delete_selected")
    let_read(at_list.project)
    assert titles(at_list) == [FERRY]
    assert highlighted(at_list) == at_list.records.article.title == FERRY


def test_a_read_only_project_offers_no_change_in_the_menu(
    desk: Desk, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda *_args: False)
    desk.open(study)
    menu = right_click(desk, FERRY)
    enabled = {action.objectName() for action in menu.actions() if action.isEnabled() and action.text()}
    assert enabled == {"article_open", "copy"}
    menu.close()


def test_arrows_in_the_list_move_the_highlight_which_goes_back_with_the_keyboard(at_list: Desk) -> None:
    listed(at_list).setFocus()
    at_list.press(Qt.Key.Key_Down)
    assert (highlighted(at_list), at_list.records.article.title) == (FERRY, WALL)
    at_list.press(Qt.Key.Key_Escape)
    assert at_list.text.hasFocus()
    assert highlighted(at_list) == WALL


def test_one_enter_in_the_search_opens_the_first_match_and_goes_to_the_text(at_list: Desk) -> None:
    at_list.press(Qt.Key.Key_L, CTRL)
    at_list.type("ferry")
    at_list.press(Qt.Key.Key_Return)
    assert at_list.records.article.title == FERRY
    assert at_list.text.hasFocus()
    at_list.press(Qt.Key.Key_J)
    assert at_list.text.selection() != (0, 0)
    assert at_list.articles.filter.text() == "ferry"


def test_esc_in_the_search_empties_it_and_returns_to_the_text(at_list: Desk) -> None:
    at_list.press(Qt.Key.Key_L, CTRL)
    at_list.type("zeppelin")
    at_list.press(Qt.Key.Key_Escape)
    assert at_list.articles.filter.text() == ""
    assert at_list.text.hasFocus()
    assert titles(at_list) == [WALL, FERRY]
    assert highlighted(at_list) == WALL


def test_enter_with_nothing_searched_for_or_found_opens_nothing(at_list: Desk) -> None:
    at_list.press(Qt.Key.Key_L, CTRL)
    at_list.press(Qt.Key.Key_Return)
    assert at_list.text.hasFocus()
    at_list.press(Qt.Key.Key_L, CTRL)
    at_list.type("zeppelin")
    at_list.press(Qt.Key.Key_Return)
    assert at_list.records.article.title == WALL


def test_down_in_the_search_goes_to_the_list_and_enter_there_opens(at_list: Desk) -> None:
    at_list.press(Qt.Key.Key_L, CTRL)
    at_list.type("ferry")
    at_list.press(Qt.Key.Key_Down)
    assert listed(at_list).hasFocus()
    at_list.press(Qt.Key.Key_Return)
    assert at_list.records.article.title == FERRY


def test_a_search_that_leaves_out_the_open_article_highlights_no_other(at_list: Desk) -> None:
    at_list.press(Qt.Key.Key_L, CTRL)
    at_list.type("ferry")
    assert titles(at_list) == [FERRY]
    assert highlighted(at_list) is None


def test_a_search_without_a_match_says_so_and_asks_for_no_articles(at_list: Desk) -> None:
    panel = at_list.articles
    at_list.press(Qt.Key.Key_L, CTRL)
    at_list.type("zeppelin")
    assert panel._hint() == "No title contains “zeppelin”."


def test_a_line_tells_the_whole_title_and_what_is_recorded(at_list: Desk) -> None:
    project = at_list.project
    project.do(
        import_articles([Draft("Fog\n\nNo boats.", "Fog & <b>rain</b>", outlet="The Tide", published="2024-11-14")])
    )
    model = listed(at_list).model()
    tips = [str(model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole)) for row in range(3)]
    assert WALL in tips[0] and "2 claims · 2 numbers" in tips[0]
    assert "nothing recorded" in tips[1]
    assert "Fog &amp; &lt;b&gt;rain&lt;/b&gt;" in tips[2] and "The Tide · 14 Nov 2024" in tips[2]


def test_a_row_has_two_lines_for_a_title_and_one_for_the_rest_until_the_list_is_wide(desk: Desk, study: Path) -> None:
    desk.open(study)
    desk.window.resize(1280, 800)
    line = QFontMetrics(fonts.interface_font()).height()
    assert 3 * line < line_of(desk, WALL).height() <= 4 * line
    listed(desk).resize(500, 600)
    assert 2 * line < line_of(desk, WALL).height() <= 3 * line


def test_a_long_title_breaks_between_words() -> None:
    metrics = QFontMetrics(fonts.interface_font())
    title = "Harbour reopens after storm, but crews say the hardest winter lies ahead"
    first, rest = broken(metrics, title, 170)
    assert f"{first} {rest}" == title
    assert metrics.horizontalAdvance(first) <= 170
    assert broken(metrics, "Donaudampfschifffahrtsgesellschaftskapitän sagt ab", 60)[1] == "sagt ab"
    assert broken(metrics, "Fog", 170) == ("Fog", "")


def test_what_is_typed_in_the_list_goes_on_in_the_search(at_list: Desk) -> None:
    listed(at_list).setFocus()
    at_list.type("run again")
    assert at_list.articles.filter.text() == "run again"
    assert titles(at_list) == [FERRY]
    at_list.press(Qt.Key.Key_Return)
    assert at_list.records.article.title == FERRY


def test_a_list_that_is_still_read_is_not_called_empty(desk: Desk, study: Path) -> None:
    desk.window.start_with([study])
    assert (titles(desk), desk.articles.is_empty, desk.start.isHidden()) == ([], False, True)
    let_read(desk.project)
    assert titles(desk) == [WALL, FERRY]


def test_steps_that_are_asked_for_while_the_list_is_read_are_taken_then(
    desk: Desk, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.window.start_with([study])
    desk.press(Qt.Key.Key_PageDown, CTRL)
    let_read(desk.project)
    QApplication.processEvents()
    assert (desk.records.article.title, highlighted(desk)) == (FERRY, FERRY)
    left, read = Event(), StoreView.articles_after

    def read_late(view: StoreView, article: Id, most: int, *, measured: bool) -> list[ArticleLine]:
        left.wait(20)
        return read(view, article, most, measured=measured)

    monkeypatch.setattr(StoreView, "articles_after", read_late)
    desk.window.project_file.open_path(copyfile(study, study.with_name("other.onrecord")))
    desk.press(Qt.Key.Key_PageDown, CTRL)
    desk.window.project_file.closing.connect(left.set)
    desk.window.project_file.open_path(study)
    let_read(desk.project)
    QApplication.processEvents()
    assert desk.records.article.title == FERRY  # where one was; the step was one in the project before


def test_steps_that_are_asked_for_while_the_list_is_read_wait_for_another_program_that_writes(
    desk: Desk, study: Path
) -> None:
    desk.window.start_with([study])
    desk.press(Qt.Key.Key_PageDown, CTRL)
    project = desk.project
    with closing(sqlite3.connect(study, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        QTimer.singleShot(300, desk.window, lambda: other.execute("ROLLBACK"))
        assert project.do(typed(next(iter(project.registry.speakers.values())), "role", "diver"))
    let_read(project)
    QApplication.processEvents()
    assert (desk.records.article.title, notice(desk)) == (FERRY, "")


def test_the_list_follows_articles_that_come_and_go_as_the_file_has_them(desk: Desk, study: Path) -> None:
    def shown() -> list[ArticleLine]:
        model = listed(desk).model()
        return [model.index(row, 0).data(LINE) for row in range(model.rowCount())]

    desk.window.start_with([study])
    bells = import_articles([Draft("A bell rang\n\nIt rang twice.", "A bell rang"), Draft("Rain\n\nMore.", "Rain")])
    assert desk.project.do(bells)  # while the list is read
    assert len(shown()) == 2
    let_read(desk.project)
    assert shown() == desk.project.store.articles()
    desk.window.workspace.changing_articles.delete_articles()
    assert titles(desk) == [FERRY, "A bell rang", "Rain"]
    for key in (Qt.Key.Key_Z, Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_Z):
        desk.press(key, CTRL)
        assert shown() == desk.project.store.articles()
    assert titles(desk) == [WALL, FERRY]


def test_the_highlighted_line_stays_in_sight_when_the_list_gets_lower(at_list: Desk) -> None:
    view = listed(at_list)
    view.go_to_row(1)
    view.resize(view.width(), view.visualRect(view.currentIndex()).bottom() + 1)
    view.resize(view.width(), view.height() - 20)
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))
