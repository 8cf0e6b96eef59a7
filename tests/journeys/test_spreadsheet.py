"""The table is handled like a spreadsheet: cells are selected, copied, pasted and filled; one undo takes it back."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.dialogs.refused_cells import RefusedCells
from gui.tables.panel import TablePanel
from tests.gui.tables.acting import column
from tests.journeys.desk import CTRL, NONE, SHIFT, Desk
from tests.journeys.sight import cells, go_to_cell, open_cell, said

Key = Qt.Key


def chosen(panel: TablePanel) -> dict[str, list[int]]:
    """Return the selected rows of each column."""
    picked = panel.view.picked()
    columns = panel.view.lines.columns
    return {columns[each].name: [row for rows in picked.rows_of[each] for row in rows] for each in picked.columns}


def clipboard() -> list[list[str]]:
    """Return the cells on the clipboard."""
    return [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]


def test_a_rectangle_is_selected_with_shift_and_arrows_and_the_selected_record_follows_the_current_cell(
    at_work: Desk,
) -> None:
    panel = at_work.statements
    go_to_cell(panel, 0, "value")
    at_work.press(Key.Key_Right, SHIFT)
    at_work.press(Key.Key_Down, SHIFT, times=2)
    assert chosen(panel) == {"value": [0, 1, 2], "unit": [0, 1, 2]}
    assert at_work.selected == panel.view.lines.record_at(2, column(panel, "unit"))
    at_work.press(Key.Key_Left)
    assert chosen(panel) == {"value": [2]}


def test_ctrl_and_an_arrow_go_to_the_edge_and_with_shift_select_as_far(at_work: Desk) -> None:
    panel = at_work.statements
    go_to_cell(panel, 0, "value")
    at_work.press(Key.Key_Down, CTRL)
    assert chosen(panel) == {"value": [2]}
    at_work.press(Key.Key_Up, CTRL | SHIFT)
    assert chosen(panel) == {"value": [0, 1, 2]}
    at_work.press(Key.Key_Right, CTRL | SHIFT)
    assert [*chosen(panel)] == ["value", "unit", "counted"]
    at_work.press(Key.Key_Left, CTRL)
    assert chosen(panel) == {"speaker": [0]}


def test_whole_rows_columns_and_everything_are_selected_by_keys(at_work: Desk) -> None:
    panel = at_work.statements
    shown = [panel.view.lines.columns[each].name for each in panel.view.header.shown()]
    go_to_cell(panel, 1, "unit")
    at_work.press(Key.Key_Space, SHIFT)
    assert chosen(panel) == {name: [1] for name in shown}
    go_to_cell(panel, 1, "unit")
    at_work.press(Key.Key_Space, CTRL)
    assert chosen(panel) == {"unit": [0, 1, 2]}
    at_work.press(Key.Key_A, CTRL)
    assert chosen(panel) == {name: [0, 1, 2] for name in shown}


def test_the_mouse_drags_a_rectangle(at_work: Desk, qtbot: QtBot) -> None:
    view = at_work.statements.view
    at_work.window.resize(1280, 800)
    qtbot.waitUntil(lambda: view.header.length() == view.viewport().width())
    spots = [
        view.visualRect(view.lines.index(row, column(at_work.statements, name))).center()
        for row, name in ((0, "value"), (1, "unit"), (2, "counted"))
    ]
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, NONE, spots[0])
    for spot in spots[1:]:
        QTest.mouseMove(view.viewport(), spot)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, NONE, spots[-1])
    assert chosen(at_work.statements) == {"value": [0, 1, 2], "unit": [0, 1, 2], "counted": [0, 1, 2]}


def test_a_rectangle_is_copied_and_pasted_elsewhere_with_one_undo(at_work: Desk) -> None:
    panel = at_work.statements
    before = {name: cells(panel, name) for name in ("value", "unit", "counted")}
    go_to_cell(panel, 0, "value")
    at_work.press(Key.Key_Right, SHIFT, times=2)
    at_work.press(Key.Key_C, CTRL)
    assert clipboard() == [["40000000", "", "crowns"]]
    assert "<td>40000000</td>" in QGuiApplication.clipboard().mimeData().html()
    go_to_cell(panel, 2, "value")
    at_work.press(Key.Key_V, CTRL)
    assert [cells(panel, name)[2] for name in before] == [before[name][0] for name in before]
    assert said(at_work) == "Changed 2 cells."
    assert chosen(panel) == {"value": [2], "unit": [2], "counted": [2]}
    at_work.press(Key.Key_Z, CTRL)
    assert {name: cells(panel, name) for name in before} == before


def test_one_value_is_pasted_into_all_selected_cells_and_one_row_into_many(at_work: Desk) -> None:
    panel = at_work.numbers
    at_work.show("numbers")
    go_to_cell(panel, 0, "unit")
    at_work.press(Key.Key_Down, SHIFT)
    QGuiApplication.clipboard().setText("km")
    at_work.press(Key.Key_V, CTRL)
    assert cells(panel, "unit") == ["km", "km"]
    QGuiApplication.clipboard().setText("NOK\tboats")
    at_work.press(Key.Key_V, CTRL)
    assert (cells(panel, "unit"), cells(panel, "counted")) == (["NOK", "NOK"], ["boats", "boats"])
    at_work.press(Key.Key_Z, CTRL)
    at_work.press(Key.Key_Z, CTRL)
    assert cells(panel, "unit") == ["", ""]


def test_words_of_the_article_are_not_pasted_over_and_all_that_is_refused_is_listed(at_work: Desk) -> None:
    panel = at_work.statements
    words = cells(panel, "claim")
    go_to_cell(panel, 0, "claim")
    QGuiApplication.clipboard().setText("Other words\tlots\tNOK")
    at_work.press(Key.Key_V, CTRL)
    assert cells(panel, "claim") == words
    assert cells(panel, "unit")[0] == "NOK"
    assert said(at_work) == "Changed 1 cell. 2 were refused."
    listed = at_work.window.findChild(RefusedCells)
    assert listed
    model = listed.list.model()
    rows = [[model.index(row, each).data() for each in range(4)] for row in range(model.rowCount())]
    assert [row[:3] for row in rows] == [["1", "Claim", "Other words"], ["1", "Number", "lots"]]
    assert "words of the article" in rows[0][3]
    assert "cannot be read as a number" in rows[1][3]
    listed.close()


def test_delete_clears_what_can_be_empty_in_a_rectangle(at_work: Desk) -> None:
    panel = at_work.statements
    words, units = cells(panel, "claim"), cells(panel, "counted")
    go_to_cell(panel, 0, "counted")
    at_work.press(Key.Key_Left, CTRL | SHIFT)
    at_work.press(Key.Key_Delete)
    assert [cells(panel, name)[0] for name in ("speaker", "value", "counted")] == ["", "", ""]
    assert cells(panel, "claim") == words
    at_work.press(Key.Key_Z, CTRL)
    assert cells(panel, "counted") == units


def test_ctrl_d_fills_down_and_ctrl_apostrophe_takes_the_value_above(at_work: Desk) -> None:
    panel = at_work.statements
    go_to_cell(panel, 0, "counted")
    at_work.press(Key.Key_Down, SHIFT, times=2)
    at_work.press(Key.Key_D, CTRL)
    assert cells(panel, "counted") == ["crowns", "", "crowns"]
    at_work.press(Key.Key_Z, CTRL)
    go_to_cell(panel, 1, "speaker")
    at_work.press(Key.Key_Delete)
    at_work.press(Key.Key_Apostrophe, CTRL)
    assert cells(panel, "speaker")[1] == cells(panel, "speaker")[0] != ""
    go_to_cell(panel, 0, "speaker")
    at_work.press(Key.Key_Apostrophe, CTRL)
    assert said(at_work) == "There is no cell above this one."


def test_what_is_typed_fills_all_selected_cells_with_ctrl_enter(at_work: Desk) -> None:
    panel = at_work.numbers
    at_work.show("numbers")
    done = at_work.records.article.status
    go_to_cell(panel, 0, "unit")
    at_work.press(Key.Key_Down, SHIFT)
    at_work.type("km")
    at_work.press(Key.Key_Return, CTRL)
    assert cells(panel, "unit") == ["km", "km"]
    assert at_work.focus is panel.view
    assert at_work.records.article.status == done
    at_work.press(Key.Key_Z, CTRL)
    assert cells(panel, "unit") == ["", ""]


def test_what_the_open_cell_refuses_stays_open_and_fills_nothing(at_work: Desk) -> None:
    panel = at_work.numbers
    at_work.show("numbers")
    go_to_cell(panel, 0, "value")
    before = cells(panel, "value")
    at_work.press(Key.Key_Down, SHIFT)
    at_work.type("lots")
    at_work.press(Key.Key_Return, CTRL)
    assert "cannot be read as a number" in open_cell(at_work).refusal.reason
    at_work.press(Key.Key_Escape)
    assert cells(panel, "value") == before


def test_enter_after_tabs_returns_to_the_column_where_the_row_was_begun(at_work: Desk) -> None:
    panel = at_work.numbers
    at_work.show("numbers")
    go_to_cell(panel, 0, "value")
    at_work.type("41m")
    at_work.press(Key.Key_Tab)
    at_work.type("NOK")
    at_work.press(Key.Key_Tab)
    at_work.press(Key.Key_Return)
    assert chosen(panel) == {"value": [1]}
    go_to_cell(panel, 0, "unit")
    at_work.type("SEK")
    at_work.press(Key.Key_Return)
    assert chosen(panel) == {"unit": [1]}


def test_a_click_on_a_title_selects_the_column_and_with_ctrl_where_titles_sort(at_work: Desk) -> None:
    for panel, modifiers in ((at_work.statements, NONE), (at_work.numbers, CTRL)):
        at_work.show(panel.view.objectName())
        go_to_cell(panel, 0, "value")
        header, section = panel.view.header, column(panel, "unit")
        at = QPoint(header.sectionViewportPosition(section) + header.sectionSize(section) // 2, header.height() // 2)
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, modifiers, at)
        assert [*chosen(panel)] == ["unit"]
        assert len(chosen(panel)["unit"]) == panel.view.lines.rowCount()
        assert header.sortIndicatorSection() < 0


def test_the_status_line_says_what_the_selected_numbers_come_to(at_work: Desk, qtbot: QtBot) -> None:
    panel = at_work.numbers
    at_work.show("numbers")
    go_to_cell(panel, 0, "value")
    at_work.press(Key.Key_Down, SHIFT)
    qtbot.waitUntil(lambda: bool(at_work.status.figures))
    assert at_work.status.figures == "Numbers: 2 · Sum: 40,000,012 · Least: 12 · Greatest: 40,000,000"
    go_to_cell(panel, 0, "unit")
    assert at_work.status.figures == ""
    at_work.type("NOK")
    at_work.press(Key.Key_Return)
    at_work.press(Key.Key_Left)
    at_work.press(Key.Key_Up, SHIFT)
    qtbot.waitUntil(lambda: bool(at_work.status.figures))
    assert at_work.status.figures == "Numbers: 2 · different units"
