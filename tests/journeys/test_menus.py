"""While a menu is open, letters choose its entries and never act on the text."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.journeys.desk import ALT, Desk


@pytest.fixture
def at_text(desk: Desk, study: object) -> Desk:
    """Return a desk at an article with a sentence selected, the keyboard in the text."""
    desk.open(study)  # type: ignore[arg-type]
    desk.text.setFocus()
    desk.press(Qt.Key.Key_J, times=2)
    return desk


def menus(desk: Desk) -> list[QMenu]:
    """Return the menus of the menu bar."""
    return [menu for action in desk.window.menuBar().actions() if isinstance(menu := action.menu(), QMenu)]


def open_by_mouse(desk: Desk, menu: QMenu) -> None:
    """Click the title of a menu."""
    bar = desk.window.menuBar()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.actionGeometry(menu.menuAction()).center())


def open_by_key(desk: Desk, menu: QMenu) -> None:
    """Press Alt and the letter of a menu."""
    letter = menu.title().partition("&")[2][0]
    desk.press(Qt.Key[f"Key_{letter.upper()}"], ALT)


@pytest.mark.parametrize("opened", [open_by_mouse, open_by_key])
@pytest.mark.parametrize("asked_of", ["menu", "text"])
def test_no_letter_acts_on_the_text_while_a_menu_is_open(
    at_text: Desk, opened: Callable[[Desk, QMenu], None], asked_of: str
) -> None:
    edit = menus(at_text)[1]
    before, selected = at_text.project.undo_label, at_text.text.selection()
    entries = {action.text().partition("&")[2][:1].upper() for action in edit.actions()}
    for letter in sorted(set("JKIUHLCNSQBXO") - entries):
        opened(at_text, edit)
        assert QApplication.activePopupWidget() is edit
        # Some systems give the key to the menu, others to the window with the focus.
        QTest.keyClick(edit if asked_of == "menu" else at_text.text, Qt.Key[f"Key_{letter}"])
        edit.close()
    assert at_text.project.undo_label == before
    assert at_text.text.selection() == selected


def test_a_letter_in_an_open_menu_chooses_its_entry(at_text: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    at_text.actions["save_copy"].triggered.connect(lambda: asked.append("copy"))
    monkeypatch.setattr("gui.dialogs.choosing_files.ask_copy", lambda *_args: None)
    open_by_mouse(at_text, menus(at_text)[0])
    at_text.press(Qt.Key.Key_C)
    assert asked == ["copy"]
    assert len(at_text.records.claims) == 2


def test_a_letter_in_the_menu_bar_opens_its_menu(at_text: Desk) -> None:
    before, selected = at_text.project.undo_label, at_text.text.selection()
    bar = at_text.window.menuBar()
    bar.setFocus(Qt.FocusReason.MenuBarFocusReason)
    QTest.keyClick(bar, Qt.Key.Key_H)
    assert at_text.text.selection() == selected
    assert at_text.project.undo_label == before


def test_letters_act_again_when_the_menu_is_closed(at_text: Desk) -> None:
    (first, _) = at_text.text.selection()
    file = menus(at_text)[0]
    open_by_mouse(at_text, file)
    QTest.mouseClick(at_text.window.menuBar(), Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    file.close()
    at_text.press(Qt.Key.Key_J)
    assert at_text.text.selection()[0] > first
