"""While a dialog, a cell or a field of the details has the focus, letters never act on the text."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from gui.editors.line_editor import LineEditor
from tests.journeys.desk import CTRL, Desk
from tests.journeys.sight import field, open_cell

LETTERS = "CNSXB"


@pytest.fixture
def at_text(desk: Desk, study: Path) -> Desk:
    """Return a desk at an article with a sentence selected, the keyboard in the text."""
    desk.open(study)
    desk.text.setFocus()
    desk.press(Qt.Key.Key_J, times=2)
    return desk


def recorded(desk: Desk) -> tuple[object, ...]:
    """Return what letters would change: the records, what is undone next, and what is selected."""
    rows = (*desk.records.claims.values(), *desk.records.numbers.values(), *desk.project.registry.speakers.values())
    return rows, desk.project.undo_label, desk.text.selection()


def press_letters(desk: Desk) -> None:
    """Press every letter that would record something."""
    for letter in LETTERS:
        desk.press(Qt.Key[f"Key_{letter}"])


@pytest.mark.parametrize("entry", ["show_guide", "show_keys", "check", "show_about"])
def test_no_letter_acts_on_the_text_behind_a_dialog_beside_the_window(at_text: Desk, qtbot: QtBot, entry: str) -> None:
    before = recorded(at_text)
    at_text.actions[entry].trigger()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), QDialog))
    press_letters(at_text)
    assert recorded(at_text) == before
    at_text.press(Qt.Key.Key_Escape)
    at_text.window.activateWindow()  # as the system does when a dialog closes; the screen of the tests does not
    qtbot.waitUntil(lambda: QApplication.activeWindow() is at_text.window)
    assert at_text.focus is at_text.text
    assert recorded(at_text) == before


@pytest.mark.parametrize("entry", ["paste_article", "choose_coder", "export"])
def test_no_letter_acts_on_the_text_behind_a_question(at_text: Desk, qtbot: QtBot, entry: str) -> None:
    before, asked = recorded(at_text), []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        asked.append(dialog)
        press_letters(at_text)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    QTimer.singleShot(0, at_text.window, answer)
    at_text.actions[entry].trigger()
    qtbot.waitUntil(lambda: bool(asked))  # a dialog may open without holding its command
    at_text.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is at_text.window)
    assert at_text.focus is at_text.text
    assert recorded(at_text) == before


@pytest.mark.parametrize("name", ["speaker", "value"])
def test_no_letter_acts_on_the_text_while_a_cell_is_open_with_its_list_or_without(at_text: Desk, name: str) -> None:
    before = recorded(at_text)
    view = at_text.statements.view
    section = next(number for number, column in enumerate(view.lines.columns) if column.name == name)
    row = next(row for row in range(view.lines.rowCount()) if view.lines.editable(row, section))
    view.setFocus()
    view.setCurrentIndex(view.lines.index(row, section))
    at_text.press(Qt.Key.Key_Return)
    assert open_cell(at_text).offering == (name == "speaker")
    press_letters(at_text)
    assert open_cell(at_text).text().upper() == LETTERS
    at_text.press(Qt.Key.Key_Escape)
    assert at_text.focus is view
    assert recorded(at_text) == before


def test_no_letter_acts_on_the_text_while_the_list_of_a_choice_is_open(at_text: Desk) -> None:
    at_text.choose(next(iter(at_text.records.claims)))
    before = recorded(at_text)
    mode = field(at_text, "Mode")
    assert isinstance(mode, LineEditor)
    QTest.mouseClick(mode, Qt.MouseButton.LeftButton)
    assert mode.offering
    press_letters(at_text)
    at_text.press(Qt.Key.Key_Escape)
    assert not mode.offering
    assert recorded(at_text) == before


def at_find_bar(desk: Desk) -> None:
    """Go to the find bar."""
    desk.press(Qt.Key.Key_F, CTRL)


def at_filter(desk: Desk) -> None:
    """Go to the line that the list is filtered in."""
    desk.press(Qt.Key.Key_L, CTRL)


@pytest.mark.parametrize("go", [at_find_bar, at_filter])
def test_no_letter_records_anything_while_one_searches(at_text: Desk, go: Callable[[Desk], None]) -> None:
    go(at_text)
    before = recorded(at_text)[:2]
    assert at_text.focus is not at_text.text
    press_letters(at_text)
    assert recorded(at_text)[:2] == before
