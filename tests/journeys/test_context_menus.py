"""The context menus offer what the menus of the window offer, in the same words and with the same keys."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu

from gui.window.menu_bar import menus
from tests.journeys.desk import SHIFT, Desk
from tests.journeys.sight import go_to_cell, said
from tests.waiting import let_read

COMMANDS = {each.name: each for menu in menus().values() for each in menu if each}
IN_BOTH = {"Duplicate", "To Discuss", "Pin as Example"}
OF_CELLS = {"Copy", "Paste", "Edit Cell", "Clear Cells", "Copy with Titles", "Fill Down", "Take from Above"}
OTHER_WORDS = {"delete_selected": {"Delete Claim", "Delete"}, "change_selected": {"Change"}, "copy": {"Copy Title"}} | {
    "toggle_done": {"Mark as Done"}
}
"""What a context menu says of a command in place of its words, since it knows what is selected."""
OWN = {"article_open"}
"""Entries that the menu bar has in no menu: a click on an article opens it."""


def opened(desk: Desk) -> dict[str, QAction]:
    """Open the context menu where the keyboard is; return its entries by their words."""
    desk.press(Qt.Key.Key_F10, SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    found = {plain(each.text()): each for each in menu.actions() if not each.isSeparator()}
    menu.close()
    return found


def plain(words: str) -> str:
    """Return the words of an entry without its letter and ellipsis."""
    return words.replace("&", "").rstrip("…")


@pytest.mark.parametrize("place", ["text", "table", "articles"])
def test_a_context_menu_offers_commands_of_the_menu_bar_in_its_words_and_with_its_keys(
    at_work: Desk, place: str
) -> None:
    at_work.select(start := at_work.records.text.index("would cost"), start + len("would cost"))
    at_work.press(Qt.Key.Key_Left)  # the caret is in a claim, which is selected with it
    if place == "table":
        go_to_cell(at_work.statements, 0, "speaker")
    elif place == "articles":
        at_work.articles.view.setFocus()
    entries = opened(at_work)
    assert place == "articles" or entries.keys() >= IN_BOTH
    assert place != "table" or entries.keys() >= OF_CELLS
    for words, entry in entries.items():
        name = entry.objectName()
        if name not in OWN:
            command = COMMANDS[name]
            assert words in {plain(command.text), *OTHER_WORDS.get(name, ())}
            assert entry.shortcut() == QKeySequence(*command.keys[:1])


def test_duplicate_in_the_menu_of_a_cell_duplicates_its_record(at_work: Desk) -> None:
    go_to_cell(at_work.statements, 0, "speaker")
    before = len(at_work.records.claims)
    opened(at_work)["Duplicate"].trigger()
    assert len(at_work.records.claims) == before + 1


@pytest.mark.parametrize(
    "name", ["clear", "fill_down", "take_above", "edit_current", "go_to_place", "copy_with_titles"]
)
def test_a_command_about_cells_asks_for_a_cell_if_there_is_none(at_work: Desk, name: str) -> None:
    at_work.statements.view.setCurrentIndex(QModelIndex())
    at_work.actions[name].trigger()
    assert said(at_work) == "Choose a cell of the table first."
    at_work.actions["replace_everywhere"].trigger()
    assert said(at_work) == "Choose a cell with text first."


@pytest.mark.parametrize("table", ["statements", "speakers", "numbers", "remarks"])
def test_no_two_entries_of_the_menu_of_a_cell_have_the_same_letter(at_work: Desk, table: str) -> None:
    at_work.show(table)
    let_read(at_work.project)
    view = at_work.table.view
    view.setCurrentIndex(view.lines.index(0, view.header.shown()[0]))
    menu = view.menu()
    letters = [letter(each.text()) for each in menu.actions() if not each.isSeparator()]
    menu.deleteLater()
    assert "" not in letters
    assert len(letters) == len({*letters})


def letter(words: str) -> str:
    """Return the letter that chooses an entry of a menu; empty if it has none."""
    return words.partition("&")[2][:1].upper()
