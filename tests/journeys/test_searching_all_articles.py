"""Ctrl+Shift+F searches the texts of all articles; each place can be recorded at once."""

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gui.searching import search, search_pane
from gui.searching.hits_model import words_of
from gui.searching.search_pane import SearchPane
from models.actions.articles import delete_articles, import_articles
from models.articles.draft import Draft
from models.lines.found_place import Wanted
from tests.example import Example, place
from tests.journeys.desk import CTRL, NONE, SHIFT, Desk
from tests.journeys.states import read_only
from tests.waiting import let_read

SEARCH = (Qt.Key.Key_F, CTRL | SHIFT)


def pane_of(desk: Desk) -> SearchPane:
    """Return the pane, which must have been shown."""
    assert desk.window.workspace.searching.pane
    return desk.window.workspace.searching.pane


def look_for(desk: Desk, words: str) -> SearchPane:
    """Search all articles for some words by keys, and wait until that is done."""
    desk.press(*SEARCH)
    desk.type(words)
    pane = pane_of(desk)
    pane.search()  # or it would begin after a pause
    let_read(desk.project)
    return pane


def settle(desk: Desk) -> None:
    """Let the list follow what has changed, and what is asked for be read."""
    QTest.qWait(0)
    let_read(desk.project)


def rows(pane: SearchPane) -> list[str]:
    """Return what is listed, row by row."""
    return [words_of(hit) for row in range(pane.model.rowCount()) if (hit := pane.model.hit(row))]


def count(pane: SearchPane) -> str:
    """Return what is said beside the words."""
    label = pane.bar.findChild(QLabel, "hint")
    assert isinstance(label, QLabel)
    return label.text()


def selected(desk: Desk) -> tuple[str, str]:
    """Return the title of the article on the screen, and the words that are selected in it."""
    return desk.records.article.title, desk.records.text[slice(*desk.text.selection())]


def click(pane: SearchPane, row: int) -> None:
    """Click a row of the list."""
    place = pane.list.visualRect(pane.model.index(row, 0)).center()
    QTest.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def test_places_in_all_articles_are_gone_through_and_recorded_by_keys(at_work: Desk, pattern: Example) -> None:
    first, second = (pattern.article.title, "will"), (pattern.other.title, "will")
    pane = look_for(at_work, "WILL")
    assert count(pane) == "2 places in 2 articles"
    assert rows(pane)[::2] == [f"{first[0]} · The Tide · 1 place", f"{second[0]} · 1 place"]
    at_work.press(Qt.Key.Key_Return)
    assert (selected(at_work), at_work.focus) == (first, at_work.text)
    for key, there in ((NONE, second), (NONE, first), (SHIFT, second)):
        at_work.press(Qt.Key.Key_F3, key)
        assert (selected(at_work), at_work.focus) == (there, at_work.text)
    at_work.press(Qt.Key.Key_C)
    at_work.press(Qt.Key.Key_Escape)
    let_read(at_work.project)
    assert len(at_work.records.claims) == 1
    assert rows(pane)[-1] == "The ferry will run again in May, its owners said on Tuesday. (claim)"


def test_escape_returns_to_the_text_and_the_same_search_comes_back(at_work: Desk) -> None:
    pane = look_for(at_work, "winters")
    at_work.press(Qt.Key.Key_Return)
    at_work.press(*SEARCH)
    at_work.press(Qt.Key.Key_Escape)
    assert not pane.isVisible() and at_work.focus is at_work.text and selected(at_work)[1] == "winters"
    at_work.press(Qt.Key.Key_F3)
    assert selected(at_work)[1] == "winters"
    at_work.press(*SEARCH)
    assert pane.isVisible() and pane.words.text() == "winters" and count(pane) == "2 places in 1 article"


def test_what_is_selected_in_the_article_is_searched_for(at_work: Desk) -> None:
    at_work.text.select(*place("Harbour"))
    at_work.press(*SEARCH)
    let_read(at_work.project)
    assert pane_of(at_work).words.text() == "Harbour" and count(pane_of(at_work)) == "1 place in 1 article"
    at_work.press(Qt.Key.Key_Escape)
    at_work.press(*SEARCH)
    assert pane_of(at_work).words.selectedText() == "Harbour"


def test_a_click_goes_to_a_place_and_one_on_a_heading_to_the_first_of_its_article(
    at_work: Desk, pattern: Example
) -> None:
    pane = look_for(at_work, "will")
    click(pane, 2)
    assert (selected(at_work), at_work.focus) == ((pattern.other.title, "will"), at_work.text)
    click(pane, 1)
    assert selected(at_work) == (pattern.article.title, "will")


def test_the_text_shows_the_place_that_is_current_in_the_list(at_work: Desk, pattern: Example, qtbot: QtBot) -> None:
    pane = look_for(at_work, "will")
    at_work.press(Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: selected(at_work) == (pattern.article.title, "will"))
    at_work.press(Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: selected(at_work) == (pattern.other.title, "will"))
    assert pane.list.hasFocus()
    at_work.press(Qt.Key.Key_Up, times=2)
    assert pane.words.hasFocus()


def test_the_list_follows_articles_that_come_and_go(at_work: Desk, pattern: Example) -> None:
    pane, project = look_for(at_work, "will"), at_work.project
    project.do(import_articles([Draft("Nobody will move.", "A third")]))
    settle(at_work)
    assert [count(pane), rows(pane)[-1]] == ["3 places in 3 articles", "Nobody will move."]
    project.do(delete_articles([pattern.article], at_work.records.rows()))
    settle(at_work)
    assert count(pane) == "2 places in 2 articles"
    at_work.window.undoing.undo()
    settle(at_work)
    assert rows(pane)[0].startswith(pattern.article.title) and count(pane) == "3 places in 3 articles"


def test_selected_places_are_copied_as_rows_for_a_spreadsheet(at_work: Desk, pattern: Example) -> None:
    pane, shown = look_for(at_work, "winters"), at_work.records.article.id
    pane.list.setFocus()
    at_work.press(Qt.Key.Key_Down, SHIFT)
    at_work.press(Qt.Key.Key_C, CTRL)
    about = [pattern.article.title, "The Tide", ""]
    rows = [line.split("\t") for line in QApplication.clipboard().text().split("\n")]
    assert rows[0] == [*about, "Harbour wall will take two", "winters", "", ""]
    assert rows[1][:3] == about and rows[1][4:] == ["winters", ".", "claim"] and len(rows) == 2
    at_work.press(Qt.Key.Key_A, CTRL)
    QApplication.clipboard().clear()
    at_work.actions["copy"].trigger()
    assert len(QApplication.clipboard().text().split("\n")) == 2
    assert at_work.records.article.id == shown


def test_only_listed_articles_are_searched_if_that_is_wanted(at_work: Desk, pattern: Example) -> None:
    at_work.articles.filter.setText("Ferry")
    pane = look_for(at_work, "will")
    assert count(pane) == "2 places in 2 articles"
    pane.bar.scopes.setCurrentText("Listed articles")
    settle(at_work)
    assert [count(pane), rows(pane)[0]] == ["1 place in 1 article", f"{pattern.other.title} · 1 place"]
    at_work.articles.filter.clear()
    settle(at_work)
    assert count(pane) == "2 places in 2 articles"


def test_boilerplate_is_searched_if_that_is_wanted(at_work: Desk) -> None:
    pane = look_for(at_work, "skip to the article")
    assert (count(pane), rows(pane)) == ("1 in boilerplate", [])
    pane.bar.scopes.setCurrentText("All, with boilerplate")
    let_read(at_work.project)
    pane.step(1)
    assert at_work.text.selection() == place("Skip to the article")
    assert not at_work.text.folding.is_folded(0)


def test_the_latest_words_win_and_a_search_goes_on_piece_by_piece(
    at_work: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "FIRST", 1)
    monkeypatch.setattr(search, "PIECE", 1)
    at_work.press(*SEARCH)
    pane = pane_of(at_work)
    for words in ("winters", "will"):
        pane.words.setText(words)
        pane.search()
    let_read(at_work.project)
    assert count(pane) == "2 places in 2 articles"


def test_very_many_places_are_not_all_listed_and_that_is_said(at_work: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_pane, "Wanted", partial(Wanted, most=3))
    pane = look_for(at_work, "e")
    assert count(pane) == "The first 3 places in 1 article" and pane.model.places == 3


@pytest.mark.parametrize("words", ["", "   ", "x" * 10_000, "🌊🌊", "\u0301", "القارب"])
def test_words_that_are_nowhere_lead_nowhere(at_work: Desk, words: str) -> None:
    at_work.press(*SEARCH)
    pane = pane_of(at_work)
    pane.words.setText(words)
    at_work.press(Qt.Key.Key_Return)
    let_read(at_work.project)
    before = at_work.text.selection()
    at_work.press(Qt.Key.Key_F3)
    assert (rows(pane), at_work.text.selection(), at_work.focus) == ([], before, pane.words)
    assert count(pane) in ("", "Not found")


def test_enter_goes_to_the_first_place_as_soon_as_it_is_found(at_work: Desk) -> None:
    at_work.press(*SEARCH)
    at_work.type("berths")
    at_work.press(Qt.Key.Key_Return)
    let_read(at_work.project)
    assert at_work.focus is at_work.text and selected(at_work)[1] == "berths"


def test_f3_goes_on_in_the_find_bar_while_that_is_open(at_work: Desk) -> None:
    look_for(at_work, "ferry")
    at_work.press(Qt.Key.Key_Escape)
    at_work.press(Qt.Key.Key_F, CTRL)
    at_work.type("winters")
    first = at_work.text.selection()
    at_work.press(Qt.Key.Key_F3)
    assert selected(at_work)[1] == "winters" and at_work.text.selection() > first


def test_f3_goes_on_in_all_articles_after_a_place_of_theirs_was_gone_to(at_work: Desk, pattern: Example) -> None:
    pane = look_for(at_work, "will")
    at_work.text.setFocus()
    at_work.press(Qt.Key.Key_F, CTRL)
    at_work.type("winters")
    click(pane, 1)
    assert at_work.window.workspace.panes.article.find_bar.isHidden()
    at_work.press(Qt.Key.Key_F3)
    assert selected(at_work) == (pattern.other.title, "will")


def test_f3_without_words_asks_for_them(at_work: Desk) -> None:
    at_work.press(Qt.Key.Key_F3)
    assert at_work.focus is pane_of(at_work).words


def test_another_project_is_searched_for_the_same_words(at_work: Desk, study: Path) -> None:
    pane = look_for(at_work, "winters")
    at_work.open(Path(shutil.copyfile(study, study.with_name("again.onrecord"))))
    let_read(at_work.project)
    assert count(pane) == "2 places in 1 article"
    at_work.press(Qt.Key.Key_F3)
    assert selected(at_work)[1] == "winters"


def test_places_in_any_script_are_drawn_and_read_aloud(at_work: Desk) -> None:
    at_work.project.do(import_articles([Draft("عاد القارب اليوم 🌊 <b>x</b>", "<i>عنوان</i>")]))
    pane = look_for(at_work, "القارب")
    assert not pane.list.grab().isNull()
    assert pane.list.accessibleName() == "Places found"
    assert rows(pane) == ["<i>عنوان</i> · 1 place", "عاد القارب اليوم 🌊 <b>x</b>"]


def test_a_project_that_can_only_be_read_is_searched(desk: Desk, study: Path) -> None:
    read_only(desk, study)
    pane = look_for(desk, "ferry")
    at_work = desk
    at_work.press(Qt.Key.Key_Return)
    assert count(pane) == "2 places in 1 article" and selected(at_work)[1].lower() == "ferry"


def test_the_pane_comes_back_as_high_as_it_was_left(at_work: Desk, come_back: Callable[[], Desk], study: Path) -> None:
    dock = look_for(at_work, "will").parentWidget()
    assert isinstance(dock, QDockWidget)
    before = dock.height()
    at_work.window.resizeDocks([dock], [before + 60], Qt.Orientation.Vertical)
    QTest.qWait(0)
    assert dock.height() == before + 60
    again = come_back()
    again.open(study)
    assert "search_pane" not in {each.objectName() for each in again.window.findChildren(QWidget)}
    dock = look_for(again, "will").parentWidget()
    assert isinstance(dock, QDockWidget)
    QTest.qWait(0)
    assert dock.height() == before + 60
