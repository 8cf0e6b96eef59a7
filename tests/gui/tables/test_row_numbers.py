"""The numbers at the left of a table: they select rows, of a claim all together, and number a million of them."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QStandardItemModel
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from gui.project.project import Project
from gui.tables import StatementsPanel
from gui.tables.panel import TablePanel
from gui.tables.picked import Picked
from gui.tables.rows_header import RowsHeader
from models.actions import numbers as number_actions
from models.edits import Edit, made
from models.entities import Claim
from tests.example import Example, place
from tests.gui.tables.acting import current, go_to

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NONE, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@pytest.fixture
def two_numbers(panel: StatementsPanel, project: Project) -> StatementsPanel:
    """Return the statements with a second number in the first claim: its rows are 0 and 1."""
    assert project.records
    project.do(number_actions.mark_number(project.records, *place("40 million")))
    return panel


def at(panel: TablePanel, row: int) -> QPoint:
    """Return the middle of a row's number."""
    header = panel.view.rows_header
    return QPoint(header.width() // 2, header.sectionViewportPosition(row) + header.sectionSize(row) // 2)


def click(panel: TablePanel, row: int, held: Qt.KeyboardModifier = NONE) -> None:
    """Click the number of a row."""
    QTest.mouseClick(panel.view.rows_header.viewport(), LEFT, held, at(panel, row))


def rows(panel: TablePanel) -> list[int]:
    """Return the selected rows; all their columns have to be selected."""
    cells = panel.view.picked()
    assert [*cells.columns] == panel.view.header.shown()
    assert cells.is_even
    return [row for each in cells.rows for row in each]


def test_a_click_on_a_number_selects_the_row_and_its_record(panel: StatementsPanel, example: Example) -> None:
    told = QSignalSpy(panel.record_selected)
    click(panel, 1)
    assert rows(panel) == [1]
    assert panel.view.hasFocus()
    assert current(panel) == (1, "speaker")
    assert [told.at(n)[0].record for n in range(told.count())] == [example.lost.id]


def test_all_rows_of_a_claim_are_selected_together(two_numbers: StatementsPanel, example: Example) -> None:
    panel = two_numbers
    click(panel, 1)
    assert rows(panel) == [0, 1]
    assert current(panel) == (0, "speaker")
    assert [each.record for each in panel.view.selected_places()] == [example.cost.id]


def test_shift_selects_on_from_the_current_row_and_ctrl_adds_one(two_numbers: StatementsPanel) -> None:
    panel = two_numbers
    click(panel, 3)
    click(panel, 1, SHIFT)
    assert rows(panel) == [0, 1, 2, 3]
    click(panel, 2, SHIFT)
    assert rows(panel) == [2, 3]
    click(panel, 0, CTRL)
    assert rows(panel) == [0, 1, 2, 3]
    click(panel, 3)
    click(panel, 0, CTRL)
    assert rows(panel) == [0, 1, 3]


def test_shift_and_a_number_go_on_from_a_cell(panel: StatementsPanel, example: Example) -> None:
    go_to(panel, example.berths.id, "value")
    click(panel, 1, SHIFT)
    assert rows(panel) == [1, 2]


def test_a_drag_selects_rows_and_goes_on_outside_of_the_table(
    qtbot: QtBot, panel: StatementsPanel, project: Project, example: Example
) -> None:
    project.do(Edit("Many claims", tuple(made(Claim(article=example.article.id)) for _ in range(30))))
    strip = panel.view.rows_header.viewport()
    QTest.mousePress(strip, LEFT, NONE, at(panel, 0))
    drag_to(panel, at(panel, 2))
    assert rows(panel) == [0, 1, 2]
    drag_to(panel, QPoint(5, strip.height() + 20))
    last = panel.view.lines.rowCount() - 1
    qtbot.waitUntil(lambda: rows(panel)[-1] == last)
    assert panel.view.verticalScrollBar().value() == panel.view.verticalScrollBar().maximum()
    drag_to(panel, at(panel, last))
    QTest.mouseRelease(strip, LEFT, NONE, at(panel, last))
    assert rows(panel) == [*range(last + 1)]


def drag_to(panel: TablePanel, to: QPoint) -> None:
    """Move the pointer with the left button held; Qt's own helper would send no buttons."""
    strip = panel.view.rows_header.viewport()
    place, everywhere = QPointF(to), strip.mapToGlobal(QPointF(to))
    QApplication.sendEvent(strip, QMouseEvent(QEvent.Type.MouseMove, place, everywhere, LEFT, LEFT, NONE))


def test_the_menu_of_a_number_is_that_of_the_selected_rows(two_numbers: StatementsPanel) -> None:
    panel = two_numbers
    click(panel, 2)
    for row, selected in ((2, [2]), (0, [0, 1])):
        header = panel.view.rows_header
        header.menu_wanted.emit(row, header.mapToGlobal(at(panel, row)))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert rows(panel) == selected
        assert "&Delete Claim" in [each.text() for each in menu.actions()]
        menu.close()


def test_the_corner_selects_everything(panel: StatementsPanel) -> None:
    corner = panel.view.findChild(QAbstractButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert corner
    corner.click()
    assert rows(panel) == [0, 1, 2]


@pytest.mark.parametrize(("count", "digits"), [(1, 2), (99, 2), (100, 3), (1_000_000, 7)])
def test_the_numbers_are_as_wide_as_the_last_one(qtbot: QtBot, count: int, digits: int) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    header = RowsHeader(lambda row: range(row, row + 1), lambda: Picked({}, ()), str, parent)
    header.setModel(QStandardItemModel(count, 1, parent))
    room = header.sizeHint().width() - header.fontMetrics().horizontalAdvance("8" * digits)
    assert 8 <= room <= 16
