"""A line that is marked with X is marked in all articles of the site by the menu, and forgotten in a dialog."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from gui.dialogs.site_lines import SiteLinesDialog
from models.actions.articles import import_articles
from models.articles.draft import Draft
from tests.journeys.desk import CTRL, Desk
from tests.journeys.sight import said
from tests.waiting import let_read

Key = Qt.Key
LINE = "More from the Tide"


@pytest.fixture
def at_site(desk: Desk, study: Path) -> Desk:
    """Return a desk at the first of three articles of a site; a fourth is of none."""
    desk.open(study)
    drafts = [
        Draft(f"Dredging {n}\n\n{LINE}\n\nThe port said so on Monday.\n", f"Dredging {n}", address=address)
        for n, address in enumerate([*("https://www.tide.example/a",) * 3, None])
    ]
    desk.project.do(import_articles(drafts))
    let_read(desk.project)
    go_to(desk, 0)
    return desk


def go_to(desk: Desk, number: int) -> None:
    """Open an article by its title."""
    lines = desk.articles.model.known.lines()
    assert desk.project.article.open(next(line.id for line in lines if line.title == f"Dredging {number}"))


def put_caret(desk: Desk, words: str) -> None:
    at = desk.records.text.index(words)
    desk.select(at, at + len(words.split(maxsplit=1)[0]))
    desk.press(Key.Key_Right)


def marked(desk: Desk) -> list[str]:
    """Return the lines of the article on the screen that are boilerplate."""
    return [desk.records.text[row.start : row.end] for row in desk.records.boilerplate.values()]


def marked_in(desk: Desk) -> list[int]:
    """Return the numbers of the articles in which the line is marked."""
    found = []
    for number in range(4):
        go_to(desk, number)
        found += [number] if LINE in marked(desk) else []
    return found


def always(desk: Desk) -> None:
    desk.actions["request_always_on_site"].trigger()
    let_read(desk.project)


def test_a_line_marked_with_x_is_marked_on_the_whole_site_though_it_is_folded_away(at_site: Desk) -> None:
    put_caret(at_site, LINE)
    at_site.press(Key.Key_X)
    always(at_site)
    assert "1 line is remembered. 2 other articles are marked. Ctrl+Z takes it back." in said(at_site)
    assert marked_in(at_site) == [0, 1, 2]
    at_site.press(Key.Key_Z, CTRL)
    assert marked_in(at_site) == [0]
    assert at_site.project.site_lines.in_order() == []


def test_x_makes_a_line_text_again_and_the_menu_does_so_on_the_whole_site(at_site: Desk) -> None:
    put_caret(at_site, LINE)
    always(at_site)
    assert marked_in(at_site) == [0, 1, 2]
    go_to(at_site, 1)
    at_site.press(Key.Key_F)
    put_caret(at_site, LINE)
    at_site.press(Key.Key_X)
    always(at_site)
    assert marked_in(at_site) == []
    assert [each.is_boilerplate for each in at_site.project.site_lines.in_order()] == [False]


def test_once_the_caret_is_elsewhere_the_line_there_is_meant(at_site: Desk) -> None:
    put_caret(at_site, LINE)
    at_site.press(Key.Key_X)
    put_caret(at_site, "The port")
    always(at_site)
    assert [each.line for each in at_site.project.site_lines.in_order()] == ["The port said so on Monday."]


def test_an_article_without_a_site_says_what_it_lacks(at_site: Desk) -> None:
    go_to(at_site, 3)
    put_caret(at_site, LINE)
    always(at_site)
    assert "neither an address nor an outlet" in said(at_site)


def test_lines_are_listed_and_forgotten(at_site: Desk, qtbot: QtBot) -> None:
    put_caret(at_site, LINE)
    always(at_site)
    at_site.actions["show_lines"].trigger()
    dialog = at_site.window.workspace.remembering_lines.dialog
    assert isinstance(dialog, SiteLinesDialog)
    qtbot.waitUntil(dialog.isVisible)
    cells = [dialog.table.item(0, column) for column in range(3)]
    assert [cell and cell.text() for cell in cells] == ["tide.example", LINE, "boilerplate"]
    assert dialog.table.selectionBehavior() is QAbstractItemView.SelectionBehavior.SelectRows
    QTest.mouseClick(dialog.forget, Qt.MouseButton.LeftButton)
    assert dialog.table.rowCount() == 0
    assert not dialog.forget.isEnabled()
    assert at_site.project.site_lines.in_order() == []
    dialog.reject()
    assert marked_in(at_site) == [0, 1, 2]


def test_a_pasted_article_of_the_outlet_has_the_line_marked(at_site: Desk) -> None:
    site_lines = at_site.project.site_lines
    put_caret(at_site, LINE)
    always(at_site)
    draft = Draft(f"New\n\n{LINE}\n", "New", address="http://tide.example/new")
    assert site_lines.marked(draft).boilerplate == ((5, 5 + len(LINE)),)
    entry = at_site.window.pasting.entry_for(draft)
    assert entry.draft
    assert entry.draft.boilerplate == ((5, 5 + len(LINE)),)
