"""Several articles of the list by mouse and keys: selected without opening any, changed together, and put in order."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from gui.changing.value_form import ValueForm
from gui.dialogs import asking
from gui.panels.article_list_view import ArticleListView
from models.actions.articles import import_articles
from models.actions.choices import add_choice
from models.actions.codebook import add_variable
from models.actions.views import make_view
from models.articles.draft import Draft
from models.edits import Edit, changed
from models.entities import Choice, Status, Subject, Variable
from models.lines.article_line import Progress
from models.views.definition import Definition, write_view
from tests.journeys.conftest import agree
from tests.journeys.desk import ALT, CTRL, NONE, SHIFT, Desk
from tests.journeys.sight import said
from tests.journeys.test_changing_many import begin
from tests.journeys.test_changing_many import choose as choose_in
from tests.snapshots import memory_of
from tests.waiting import let_read

Key = Qt.Key
WALL, FERRY, BELL, FOG = "Harbour wall will take two winters", "Ferry to run again", "A bell rang", "Fog"


@pytest.fixture
def at_list(desk: Desk, study: Path) -> Desk:
    """Return a desk at a project of four articles, with the first on the screen and the keyboard in the list."""
    desk.open(study)
    desk.project.do(import_articles([Draft(f"{title}\n\nIt was early.", title) for title in (BELL, FOG)]))
    let_read(desk.project)
    view_of(desk).setFocus()
    return desk


def view_of(desk: Desk) -> ArticleListView:
    """Return the list."""
    return desk.articles.view


def titles(desk: Desk) -> list[str]:
    """Return what is listed."""
    model = desk.articles.model
    return [line.title for row in range(model.rowCount()) if (line := model.line(row))]


def selected(desk: Desk) -> list[str]:
    """Return what is selected."""
    return [titles(desk)[row] for row in view_of(desk).selected_rows()]


def place_of(desk: Desk, title: str) -> QPoint:
    """Return the middle of a line."""
    view = view_of(desk)
    rect: QRect = view.visualRect(desk.articles.model.index(titles(desk).index(title), 0))
    return rect.center()


def click(desk: Desk, title: str, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Click on a line."""
    view = view_of(desk)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifiers, place_of(desk, title))


def done(desk: Desk) -> list[str]:
    """Return the articles that are done, as the file has them."""
    return [line.title for line in desk.project.store.articles() if line.status is Status.DONE]


def choose(desk: Desk, path: Sequence[str]) -> None:
    """Choose an entry of the menu of order and columns, by the names of its submenu and of the entry."""
    QTest.mouseClick(desk.articles.progress.menu_button, Qt.MouseButton.LeftButton)
    menu = desk.focus
    assert isinstance(menu, QMenu)
    submenu = menu.findChild(QMenu, path[0])
    assert isinstance(submenu, QMenu)
    next(action for action in submenu.actions() if action.objectName() == path[1]).trigger()
    menu.close()
    let_read(desk.project)


def test_shift_and_ctrl_select_articles_and_open_none(at_list: Desk) -> None:
    click(at_list, BELL, CTRL)
    assert (selected(at_list), at_list.records.article.title) == ([WALL, BELL], WALL)
    click(at_list, FERRY, CTRL)
    click(at_list, BELL, CTRL)
    assert (selected(at_list), at_list.records.article.title) == ([WALL, FERRY], WALL)
    assert "2 selected" in at_list.articles.done.words.text()
    click(at_list, BELL)
    assert (selected(at_list), at_list.records.article.title) == ([BELL], BELL)
    click(at_list, WALL, SHIFT)
    assert (selected(at_list), at_list.records.article.title) == ([WALL, FERRY, BELL], BELL)


def test_a_drag_over_lines_selects_them_and_opens_none(at_list: Desk) -> None:
    view, first, last = view_of(at_list).viewport(), place_of(at_list, FERRY), place_of(at_list, FOG)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=first)
    QTest.mouseMove(view, last)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=last)
    assert (selected(at_list), at_list.records.article.title) == ([FERRY, BELL, FOG], WALL)


def test_articles_are_selected_by_keys_and_esc_takes_one_step_back(at_list: Desk) -> None:
    at_list.press(Key.Key_Down, SHIFT, times=2)
    assert (selected(at_list), at_list.records.article.title) == ([WALL, FERRY, BELL], WALL)
    at_list.press(Key.Key_A, CTRL)
    assert selected(at_list) == [WALL, FERRY, BELL, FOG]
    at_list.press(Key.Key_Escape)
    assert selected(at_list) == [WALL]
    at_list.press(Key.Key_Escape)
    assert at_list.text.hasFocus()


def test_selected_articles_stay_selected_while_the_keyboard_is_elsewhere(at_list: Desk) -> None:
    at_list.press(Key.Key_A, CTRL)
    at_list.text.setFocus()
    assert len(selected(at_list)) == 4
    at_list.press(Key.Key_PageDown, CTRL)
    assert selected(at_list) == [FERRY]


def test_a_key_marks_all_selected_articles_as_done_and_one_undo_takes_it_back(at_list: Desk) -> None:
    click(at_list, FERRY)
    view_of(at_list).setFocus()
    at_list.press(Key.Key_Down, SHIFT, times=2)
    at_list.press(Key.Key_Return, CTRL | SHIFT)
    assert done(at_list) == [FERRY, BELL, FOG]
    assert selected(at_list) == [FERRY, BELL, FOG]
    assert at_list.project.undo_label == "Mark 3 articles as done"
    at_list.press(Key.Key_Return, CTRL | SHIFT)
    assert done(at_list) == []
    at_list.press(Key.Key_Z, CTRL, times=2)
    assert done(at_list) == []
    at_list.press(Key.Key_Z, CTRL | SHIFT)
    assert done(at_list) == [FERRY, BELL, FOG]


def test_in_the_text_the_same_key_marks_the_article_on_the_screen(at_list: Desk) -> None:
    at_list.press(Key.Key_A, CTRL)
    at_list.text.setFocus()
    at_list.press(Key.Key_Return, CTRL | SHIFT)
    assert done(at_list) == [WALL]
    assert at_list.records.article.title == WALL


@pytest.mark.parametrize("modifiers", [NONE, CTRL])
def test_delete_asks_once_and_deletes_all_selected_articles(
    at_list: Desk, monkeypatch: pytest.MonkeyPatch, modifiers: Qt.KeyboardModifier
) -> None:
    asked: list[str] = []

    def confirm(_parent: object, question: str, *_words: str) -> bool:
        asked.append(question)
        return True

    monkeypatch.setattr(asking, "confirm", confirm)
    at_list.press(Key.Key_Down, SHIFT, times=2)
    at_list.press(Key.Key_Delete, modifiers)
    let_read(at_list.project)
    assert asked == ["Delete 3 articles with 2 claims and 2 numbers?"]
    assert titles(at_list) == [FOG]
    assert at_list.records.article.title == FOG
    assert "3 articles are deleted" in said(at_list)
    at_list.actions["undo"].trigger()
    assert titles(at_list) == [WALL, FERRY, BELL, FOG]
    assert [line.claims for line in at_list.project.store.articles()] == [2, 0, 0, 0]


def test_one_outlet_is_given_to_all_selected_articles_after_a_preview(at_list: Desk, qtbot: QtBot) -> None:
    for title in (FERRY, BELL, FOG, WALL):
        click(at_list, title, CTRL)
    changing = begin(at_list, qtbot, Key.Key_H, CTRL | SHIFT)
    form = changing.form(ValueForm)
    choose_in(form.attribute, "Article: Outl")
    qtbot.waitUntil(form.editor.isVisible)
    at_list.press(Key.Key_Tab)
    at_list.type("The Tide")
    assert changing.rows() == [("–", "The Tide")] * 3
    at_list.press(Key.Key_Return)
    assert [line.article.outlet == "The Tide" for line in at_list.project.store.articles()][1:] == [True] * 3
    assert at_list.project.undo_label == "Change Outlet of 3 articles"
    at_list.actions["undo"].trigger()
    assert [line.article.outlet for line in at_list.project.store.articles()][1:] == [None] * 3


def test_an_answer_is_given_to_all_selected_articles_after_a_preview(at_list: Desk, qtbot: QtBot) -> None:
    genre = add_genre(at_list)
    for title in (FERRY, BELL, FOG):
        click(at_list, title, CTRL)
    click(at_list, WALL, CTRL)
    changing = begin(at_list, qtbot, Key.Key_H, CTRL | SHIFT)
    form = changing.form(ValueForm)
    choose_in(form.attribute, "Article: Genre")
    qtbot.waitUntil(form.editor.isVisible)
    at_list.press(Key.Key_Tab)
    at_list.type("news")
    at_list.press(Key.Key_Return)
    assert changing.rows() == [("–", "News")] * 3
    at_list.press(Key.Key_Return)
    assert answers(at_list, genre) == {FERRY: "news", BELL: "news", FOG: "news"}
    assert "3 articles" in str(at_list.project.undo_label)
    at_list.actions["undo"].trigger()
    assert answers(at_list, genre) == {}
    at_list.actions["redo"].trigger()
    assert len(answers(at_list, genre)) == 3


def add_genre(desk: Desk) -> Variable:
    """Add a variable of articles with two choices."""
    genre = Variable(subject=Subject.ARTICLE, name="genre", label="Genre", kind="choice")
    assert desk.project.do(add_variable(desk.project.codebook, genre))
    for value in ("news", "comment"):
        choice = Choice(variable=genre.id, value=value, label=value.title())
        desk.project.do(add_choice(desk.project.codebook, choice))
    let_read(desk.project)
    return genre


def answers(desk: Desk, variable: Variable) -> dict[str, str]:
    """Return the values of the choices that articles have under a variable, by their titles, as the file has them."""
    choices = desk.project.codebook.choices
    lines = desk.project.store.articles()
    return {line.title: choices[each.choice].value for line in lines for each in line.answers if each.choice}


def test_ctrl_m_flags_the_selected_articles(at_list: Desk) -> None:
    click(at_list, FERRY, CTRL)
    at_list.press(Key.Key_M, CTRL)
    let_read(at_list.project)
    assert [line.article.discuss for line in at_list.project.store.articles()] == [True, True, False, False]


def test_a_click_or_a_key_lists_the_articles_of_one_progress_and_steps_follow_what_is_listed(at_list: Desk) -> None:
    buttons = at_list.articles.progress.buttons
    QTest.mouseClick(buttons[Progress.NOT_BEGUN], Qt.MouseButton.LeftButton)
    assert titles(at_list) == [FERRY, BELL, FOG]
    QTest.mouseClick(buttons[Progress.BEGUN], Qt.MouseButton.LeftButton, CTRL)
    assert titles(at_list) == [WALL, FERRY, BELL, FOG]
    at_list.press(Key.Key_4, ALT)
    assert titles(at_list) == []
    assert at_list.articles._hint() == "No article meets the conditions."
    at_list.articles.filter.setText("ferry")
    assert at_list.articles._hint() == "No article meets the conditions.", "there is one with this title"
    at_list.articles.filter.clear()
    at_list.press(Key.Key_2, ALT)
    at_list.press(Key.Key_PageDown, CTRL)
    assert at_list.records.article.title == FERRY
    at_list.press(Key.Key_Return, CTRL)
    assert at_list.records.article.title == BELL
    assert titles(at_list) == [BELL, FOG]
    at_list.press(Key.Key_1, ALT)
    assert titles(at_list) == [WALL, FERRY, BELL, FOG]


def test_order_and_columns_are_chosen_in_a_menu_and_kept_in_the_project(at_list: Desk, study: Path) -> None:
    choose(at_list, ("sort_articles", "sort_by_title"))
    assert titles(at_list) == [BELL, FERRY, FOG, WALL]
    choose(at_list, ("sort_articles", "descending"))
    assert titles(at_list) == [WALL, FOG, FERRY, BELL]
    at_list.actions["next_article"].trigger()
    assert at_list.records.article.title == FOG
    assert not view_of(at_list).header.isVisible()
    choose(at_list, ("columns_of_articles", "column_claims"))
    choose(at_list, ("columns_of_articles", "column_length"))
    assert view_of(at_list).header.isVisible()
    assert at_list.articles.model.known.lines()[0].length
    at_list.window.project_file.open_path(study)
    at_list.wait_for_article()
    let_read(at_list.project)
    assert titles(at_list) == [WALL, FOG, FERRY, BELL]
    shown = [at_list.articles.model.columns[section].name for section in view_of(at_list).header.shown()]
    assert shown == ["title", "claims", "length"]


def test_a_click_on_a_title_sorts_and_the_selection_stays(at_list: Desk) -> None:
    choose(at_list, ("columns_of_articles", "column_claims"))
    click(at_list, FERRY, CTRL)
    header = view_of(at_list).header
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, header.height() // 2))
    let_read(at_list.project)
    assert titles(at_list) == [BELL, FERRY, FOG, WALL]
    assert selected(at_list) == [FERRY, WALL]


def test_a_condition_leaves_articles_out_until_it_is_taken_off(at_list: Desk) -> None:
    at_list.press(Key.Key_L, CTRL | SHIFT)
    form = at_list.articles.narrowing.filtering.form
    assert form.isVisible()
    at_list.type("fog")
    at_list.press(Key.Key_Return)
    let_read(at_list.project)
    assert titles(at_list) == [FOG]
    assert len(at_list.articles.narrowing.filtering.chips.chips) == 1
    at_list.articles.narrowing.filtering.chips.chips[0].cross.click()
    let_read(at_list.project)
    assert titles(at_list) == [WALL, FERRY, BELL, FOG]


def groups(desk: Desk) -> list[tuple[str, str, str]]:
    """Return the groups of the list: name, lines and claims of each."""
    let_read(desk.project)
    rows = desk.articles.narrowing.grouping.pane.list
    items = [rows.topLevelItem(at) for at in range(rows.topLevelItemCount())]
    return [(item.text(0), item.text(1), item.text(2)) for item in items if item]


def test_articles_are_grouped_by_the_key_and_a_group_lists_its_articles(at_list: Desk, qtbot: QtBot) -> None:
    first, second, *_others = at_list.project.store.articles()
    at_list.project.do(Edit("Outlet", tuple(changed(each.article, outlet="Tide") for each in (first, second))))
    at_list.press(Key.Key_G, CTRL | SHIFT)
    assert groups(at_list) == [("All lines", "4", "2"), ("Tide", "2", "2"), ("is empty", "2", "")]
    at_list.press(Key.Key_Down)
    at_list.press(Key.Key_Return)
    let_read(at_list.project)
    assert titles(at_list) == [WALL, FERRY]
    at_list.press(Key.Key_Escape)
    assert at_list.focus is view_of(at_list)
    at_list.actions["remove_conditions"].trigger()
    at_list.press(Key.Key_2, ALT)
    qtbot.waitUntil(lambda: groups(at_list) == [("All lines", "3", ""), ("Tide", "1", ""), ("is empty", "2", "")])
    at_list.articles.narrowing.group_by("length")
    qtbot.waitUntil(lambda: len(groups(at_list)) == 4)


def test_a_view_of_the_articles_keeps_columns_order_conditions_and_groups(
    at_list: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "ask_view_name", lambda _parent, _name="": "To begin")
    narrowing = at_list.articles.narrowing
    choose(at_list, ("columns_of_articles", "column_outlet"))
    choose(at_list, ("sort_articles", "sort_by_title"))
    QTest.mouseClick(at_list.articles.progress.buttons[Progress.NOT_BEGUN], Qt.MouseButton.LeftButton)
    narrowing.group_by("outlet")
    views_entry(at_list, "Save View As").trigger()
    assert narrowing.views_button.text() == "To begin ▾"
    views_entry(at_list, "As at First").trigger()
    let_read(at_list.project)
    assert titles(at_list) == [WALL, FERRY, BELL, FOG]
    assert not view_of(at_list).header.isVisible() and not narrowing.grouping.column
    views_entry(at_list, "To begin").trigger()
    let_read(at_list.project)
    assert titles(at_list) == [BELL, FERRY, FOG]
    shown = [at_list.articles.model.columns[section].name for section in view_of(at_list).header.shown()]
    assert (shown, narrowing.grouping.column) == (["title", "outlet"], "outlet")
    assert [chip.words.accessibleName() for chip in narrowing.filtering.chips.chips] == ["Status is not begun"]
    assert not views_entry(at_list, "Replace").isEnabled()
    at_list.actions["undo"].trigger()
    assert at_list.project.views.of("articles") == []


def test_the_menu_of_the_window_has_the_views_of_the_list_with_the_keyboard(at_list: Desk) -> None:
    at_list.project.do(make_view(at_list.project.views, "articles", "To begin", write_view(Definition())))
    for focus, views in ((view_of(at_list), ["To begin"]), (at_list.statements.view, [])):
        focus.setFocus()
        menu = QMenu()
        at_list.window.menus.views_wanted.emit(menu)
        assert [each.text() for each in menu.actions() if each.isCheckable()] == views


def views_entry(desk: Desk, words: str) -> QAction:
    """Return an entry of the menu of views above the list."""
    menu = desk.articles.narrowing.views_button.menu()
    menu.aboutToShow.emit()
    return next(each for each in menu.actions() if each.text().replace("&", "").startswith(words))


def test_a_read_only_project_lets_articles_be_selected_and_changes_none(
    desk: Desk, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda *_args: False)
    monkeypatch.setattr(asking, "confirm", agree)
    desk.open(study)
    view_of(desk).setFocus()
    desk.press(Key.Key_A, CTRL)
    desk.press(Key.Key_Delete)
    let_read(desk.project)
    assert titles(desk) == [WALL, FERRY]


def test_what_is_being_typed_about_an_article_is_kept_when_it_is_marked_as_done(at_work: Desk) -> None:
    outlet = at_work.window.findChild(QLineEdit, "detail_outlet")
    assert outlet
    outlet.setFocus()
    outlet.selectAll()
    QTest.keyClicks(outlet, "The Quay")
    QTest.keyClick(outlet, Qt.Key.Key_Return, CTRL | SHIFT)
    assert at_work.project.undo_label == "Mark article as done"
    assert at_work.records.article.outlet == "The Quay"
    assert memory_of(at_work.records) == memory_of(at_work.project.store.article_records(at_work.records.article.id))
