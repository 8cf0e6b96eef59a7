"""Delete clears cells, Ctrl+Delete deletes the selected records anywhere, and one undo brings everything back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from gui.dialogs import asking
from tests.journeys.desk import CTRL, SHIFT, Desk
from tests.journeys.sight import cells, go_to_cell, place_caret, said, statements
from tests.waiting import let_read


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Answer every question with yes; return what was asked."""
    questions: list[str] = []

    def agree(_parent: object, *words: str) -> bool:
        questions.append(words[0])
        return True

    monkeypatch.setattr(asking, "confirm", agree)
    return questions


def test_delete_on_a_speaker_or_a_unit_clears_the_cell_and_leaves_the_record(at_work: Desk) -> None:
    panel = at_work.statements
    claims, numbers = len(at_work.records.claims), len(at_work.records.numbers)
    for name in ("speaker", "counted", "value"):
        go_to_cell(panel, 0, name)
        assert cells(panel, name)[0]
        at_work.press(Qt.Key.Key_Delete)
        assert cells(panel, name)[0] == ""
    assert (len(at_work.records.claims), len(at_work.records.numbers)) == (claims, numbers)


def test_delete_with_all_lines_selected_clears_the_column_in_all_and_one_undo_fills_it_again(at_work: Desk) -> None:
    panel = at_work.statements
    before = cells(panel, "counted")
    assert sum(map(bool, before)) > 1
    go_to_cell(panel, 0, "counted")
    at_work.press(Qt.Key.Key_A, CTRL)
    at_work.press(Qt.Key.Key_Delete)
    assert not any(cells(panel, "counted"))
    at_work.press(Qt.Key.Key_Z, CTRL)
    assert cells(panel, "counted") == before
    assert at_work.focus is panel.view


def test_ctrl_delete_takes_all_selected_lines_asks_once_and_one_undo_brings_them_back(
    at_work: Desk, study: Path, asked: list[str]
) -> None:
    panel = at_work.statements
    before = statements(study)
    go_to_cell(panel, 0, "speaker")
    at_work.press(Qt.Key.Key_A, CTRL)
    at_work.press(Qt.Key.Key_Delete, CTRL)
    assert asked == ["Delete 2 claims and 2 numbers?"]
    assert statements(study) == []
    at_work.press(Qt.Key.Key_Z, CTRL)
    assert statements(study) == before


def test_arrow_keys_go_on_where_the_deleted_line_was(at_work: Desk) -> None:
    panel = at_work.statements
    count = panel.view.lines.rowCount()
    for row in (1, count - 2):
        go_to_cell(panel, row, "value")
        at_work.press(Qt.Key.Key_Delete, CTRL)
        assert at_work.selected is None
        at_work.press(Qt.Key.Key_Down)
        current = panel.view.currentIndex()
        assert (current.row(), panel.view.lines.columns[current.column()].name) == (row, "value")
        at_work.press(Qt.Key.Key_Z, CTRL)


def test_ctrl_delete_takes_the_selected_lines_of_articles_that_are_not_open(
    at_work: Desk, study: Path, asked: list[str]
) -> None:
    before = statements(study)
    at_work.press(Qt.Key.Key_PageDown, CTRL)
    at_work.statements.show_all(True)
    go_to_cell(at_work.statements, 0, "speaker")
    at_work.press(Qt.Key.Key_A, CTRL)
    at_work.press(Qt.Key.Key_Delete, CTRL)
    let_read(at_work.project)
    assert asked == ["Delete 2 claims and 2 numbers?"]
    assert statements(study) == []
    at_work.press(Qt.Key.Key_Z, CTRL)
    assert statements(study) == before


def test_ctrl_delete_in_a_number_column_takes_the_numbers_and_leaves_their_claims(
    at_work: Desk, asked: list[str]
) -> None:
    go_to_cell(at_work.statements, 0, "unit")
    at_work.press(Qt.Key.Key_Delete, CTRL)
    assert asked == []
    assert len(at_work.records.claims) == 2
    assert len(at_work.records.numbers) == 1


def test_ctrl_delete_in_the_text_takes_the_chosen_record(at_work: Desk) -> None:
    place_caret(at_work, "lost nearly")
    at_work.press(Qt.Key.Key_Delete, CTRL)
    assert len(at_work.records.claims) == 1
    assert "Ctrl+Z" in said(at_work)
    at_work.press(Qt.Key.Key_Delete, CTRL)
    assert len(at_work.records.claims) == 1
    assert said(at_work).startswith("Nothing is selected")


def test_several_speakers_are_deleted_after_one_question(at_work: Desk, asked: list[str]) -> None:
    at_work.press(Qt.Key.Key_2, CTRL)
    go_to_cell(at_work.speakers, 0, "name")
    at_work.press(Qt.Key.Key_A, CTRL)
    at_work.press(Qt.Key.Key_Delete, CTRL)
    assert len(asked) == 1
    assert at_work.project.registry.speakers == {}
    at_work.press(Qt.Key.Key_Z, CTRL)
    assert len(at_work.project.registry.speakers) == 2


def test_a_name_cannot_be_cleared_and_the_reason_is_said(at_work: Desk) -> None:
    at_work.press(Qt.Key.Key_2, CTRL)
    panel = at_work.speakers
    before = cells(panel, "name")
    go_to_cell(panel, 0, "name")
    at_work.press(Qt.Key.Key_Delete)
    assert cells(panel, "name") == before
    assert "cannot be empty" in said(at_work)


def test_undo_and_redo_leave_the_focus_where_one_works(at_work: Desk) -> None:
    panel = at_work.statements
    go_to_cell(panel, 0, "counted")
    at_work.type("x")
    at_work.press(Qt.Key.Key_Return)
    assert at_work.focus is panel.view
    at_work.press(Qt.Key.Key_Z, CTRL)
    assert at_work.focus is panel.view
    at_work.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert at_work.focus is panel.view
    assert cells(panel, "counted")[0] == "x"


@pytest.mark.parametrize("pane", ["statements", "speakers", "numbers"])
def test_a_right_click_on_a_table_opens_its_menu(at_work: Desk, pane: str, monkeypatch: pytest.MonkeyPatch) -> None:
    panel = getattr(at_work, pane)
    at_work.show(pane)
    go_to_cell(panel, 0, panel.view.lines.columns[0].name)
    at = panel.view.visualRect(panel.view.currentIndex()).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, panel.view.viewport().mapToGlobal(at))
    QApplication.sendEvent(panel.view.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    named = [action.text().replace("&", "") for action in menu.actions() if action.text()]
    menu.close()
    assert named[:5] == ["Copy", "Copy with Titles", "Paste", "Edit Cell", "Clear Cells"]
    assert named[-1].startswith("Delete ")
    assert ("Go to Place" in named) == (pane != "speakers")


def test_the_menu_goes_to_the_place_of_a_line_of_another_article(at_work: Desk) -> None:
    at_work.press(Qt.Key.Key_PageDown, CTRL)
    panel = at_work.statements
    panel.show_all(True)
    go_to_cell(panel, 0, "claim")
    menu = panel.view.menu()
    {action.text().replace("&", ""): action for action in menu.actions()}["Go to Place"].trigger()
    menu.deleteLater()
    assert at_work.records.article.title == "Harbour wall will take two winters"
    assert at_work.focus is at_work.text
