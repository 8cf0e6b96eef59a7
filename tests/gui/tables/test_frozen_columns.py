"""Frozen columns stay where they are while the others scroll, and all that is done with cells is done in them too."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAction, QGuiApplication, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.project.project import Project
from gui.tables import StatementsPanel
from gui.tables.freezing_header import LEAST_SCROLLED
from models.actions import numbers
from tests.example import Example, place
from tests.gui.tables.acting import Key, column, current, editor, go_to, press

LEFT = Qt.MouseButton.LeftButton
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def frozen(qtbot: QtBot, panel: StatementsPanel, project: Project) -> StatementsPanel:
    """Return narrow statements, the speaker frozen and the rest scrolled to its end; the first claim has two rows."""
    assert project.records
    project.do(numbers.mark_number(project.records, *place("40 million")))
    panel.resize(360, 500)
    panel.view.header.frozen = 1
    across = panel.view.horizontalScrollBar()
    across.setValue(across.maximum())
    assert across.value() > 100
    return panel


def rect(panel: StatementsPanel, row: int, name: str) -> QRect:
    """Return where a cell is on the screen."""
    return panel.view.visualRect(panel.view.lines.index(row, column(panel, name)))


def chosen(panel: StatementsPanel) -> dict[str, list[int]]:
    """Return the selected rows of each column."""
    cells, columns = panel.view.picked(), panel.view.lines.columns
    return {columns[each].name: [row for rows in cells.rows_of[each] for row in rows] for each in cells.columns}


def painted(panel: StatementsPanel, area: QRect) -> QImage:
    """Return what is painted in an area of the table."""
    return panel.view.viewport().grab(area).toImage()


def drag(widget: QWidget, *spots: QPoint) -> None:
    """Press the left button at the first place, move to the others, and let it go at the last."""
    QTest.mousePress(widget, LEFT, NONE, spots[0])
    for spot in spots[1:]:
        everywhere = widget.mapToGlobal(QPointF(spot))
        move = QMouseEvent(QEvent.Type.MouseMove, QPointF(spot), everywhere, Qt.MouseButton.NoButton, LEFT, NONE)
        QApplication.sendEvent(widget, move)
    QTest.mouseRelease(widget, LEFT, NONE, spots[-1])


def test_a_frozen_column_and_its_title_look_the_same_wherever_the_others_are(frozen: StatementsPanel) -> None:
    view, across = frozen.view, frozen.view.horizontalScrollBar()
    area = QRect(0, 0, view.header.frozen_width(), view.viewport().height())
    titles = QRect(0, 0, view.header.frozen_width(), view.header.height())
    scrolled, title = painted(frozen, area), view.header.viewport().grab(titles).toImage()
    across.setValue(0)
    assert painted(frozen, area) == scrolled
    assert view.header.viewport().grab(titles).toImage() == title
    across.setValue(60)
    assert painted(frozen, area) == scrolled
    assert rect(frozen, 0, "speaker").left() == 0


def test_a_click_goes_to_the_cell_that_is_there_to_be_seen(frozen: StatementsPanel, example: Example) -> None:
    for row, name, expected in ((1, "speaker", 0), (2, "speaker", 2), (1, "counted", 1), (3, "value", 3)):
        spot = rect(frozen, row, name).center()
        spot.setX(max(spot.x(), frozen.view.header.frozen_width() + 3) if name != "speaker" else 10)
        QTest.mouseClick(frozen.view.viewport(), LEFT, NONE, spot)
        assert current(frozen) == (expected, name)


def test_the_mouse_drags_a_rectangle_out_of_a_frozen_column_and_into_it(frozen: StatementsPanel) -> None:
    here, there = QPoint(20, rect(frozen, 2, "speaker").center().y()), rect(frozen, 3, "counted").center()
    all_of_both = {name: [2, 3] for name in ("speaker", "claim", "value", "unit", "counted")}
    drag(frozen.view.viewport(), here, there - QPoint(60, 0), there)
    assert chosen(frozen) == all_of_both
    QTest.mouseClick(frozen.view.viewport(), LEFT, NONE, rect(frozen, 0, "counted").center())
    drag(frozen.view.viewport(), there, there - QPoint(60, 0), here)
    assert chosen(frozen) == all_of_both
    QTest.mouseClick(frozen.view.viewport(), LEFT, NONE, rect(frozen, 0, "counted").center())
    QTest.mouseClick(frozen.view.viewport(), LEFT, SHIFT, QPoint(20, rect(frozen, 1, "speaker").center().y()))
    assert [*chosen(frozen)] == [*all_of_both]


def test_arrows_scroll_the_next_cell_out_from_below_the_frozen_ones(frozen: StatementsPanel, example: Example) -> None:
    go_to(frozen, example.lost.id, "speaker")
    width, before = frozen.view.header.frozen_width(), frozen.view.horizontalScrollBar().value()
    assert frozen.view.horizontalScrollBar().value() == before, "a frozen cell is seen already"
    for name in ("claim", "value", "unit", "counted"):
        press(frozen, Key.Key_Right)
        assert current(frozen) == (2, name)
        cell = rect(frozen, 2, name)
        assert cell.left() >= width
        assert cell.right() <= frozen.view.viewport().width()
    for name in ("unit", "value", "claim", "speaker"):
        press(frozen, Key.Key_Left)
        assert current(frozen) == (2, name)
        assert name == "speaker" or rect(frozen, 2, name).left() >= width


def test_shift_and_arrows_select_on_from_a_frozen_cell_over_those_below_it(
    frozen: StatementsPanel, example: Example
) -> None:
    go_to(frozen, example.lost.id, "speaker")
    names = ["speaker"]
    for name in ("claim", "value", "unit", "counted"):
        QTest.keyClick(frozen.view, Key.Key_Right, SHIFT)
        names.append(name)
        assert chosen(frozen) == {each: [2] for each in names}
    QTest.keyClick(frozen.view, Key.Key_Down, SHIFT)
    assert chosen(frozen) == {each: [2, 3] for each in names}
    while len(names) > 1:
        QTest.keyClick(frozen.view, Key.Key_Left, SHIFT)
        names.pop()
        assert chosen(frozen) == {each: [2, 3] for each in names}


def test_a_frozen_cell_is_opened_and_typed_in_where_it_is(
    frozen: StatementsPanel, project: Project, example: Example
) -> None:
    spot = QPoint(20, rect(frozen, 2, "speaker").center().y())
    QTest.mouseClick(frozen.view.viewport(), LEFT, NONE, spot)
    QTest.mouseDClick(frozen.view.viewport(), LEFT, NONE, spot)
    assert editor(frozen).geometry().topLeft() == rect(frozen, 2, "speaker").topLeft()
    across = frozen.view.horizontalScrollBar()
    across.setValue(across.value() - 30)
    assert editor(frozen).x() == 0
    assert editor(frozen).mask().isEmpty()
    press(frozen, "Odd Hauge", Key.Key_Return)
    assert project.records
    speaker = project.records.claims[example.lost.id].speaker
    assert speaker and project.registry.speakers[speaker].name == "Odd Hauge"


def test_an_open_cell_that_is_scrolled_below_the_frozen_ones_does_not_cover_them(
    frozen: StatementsPanel, example: Example
) -> None:
    for name in ("mode", "note", "summary"):
        frozen.view.header.show_column(column(frozen, name), True)
    go_to(frozen, example.berths.id, "value")
    press(frozen, Key.Key_F2)
    across, width = frozen.view.horizontalScrollBar(), frozen.view.header.frozen_width()
    across.setValue(across.maximum())
    open_cell = editor(frozen)
    hidden = width - open_cell.x()
    assert hidden > 0
    assert not open_cell.mask().contains(QPoint(hidden - 1, 5))
    assert open_cell.mask().contains(QPoint(hidden, 5))
    across.setValue(0)
    assert open_cell.mask().isEmpty()
    press(frozen, Key.Key_Escape)


def test_copying_and_filling_take_frozen_cells_with_the_others(
    frozen: StatementsPanel, project: Project, example: Example
) -> None:
    here, there = QPoint(20, rect(frozen, 1, "speaker").center().y()), rect(frozen, 1, "counted").center()
    drag(frozen.view.viewport(), here, there)
    frozen.view.copy()
    copied = [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]
    assert [line[0] for line in copied] == ["Ida Brekke", "Ida Brekke"]
    assert [line[4] for line in copied] == ["crowns", ""]
    drag(frozen.view.viewport(), here, QPoint(20, rect(frozen, 2, "speaker").center().y()))
    assert [*chosen(frozen)] == ["speaker"]
    frozen.view.work.fill_down()
    assert project.records
    assert project.records.claims[example.lost.id].speaker == example.mayor.id


def test_the_border_of_a_frozen_title_is_dragged_where_it_is(frozen: StatementsPanel) -> None:
    header = frozen.view.header
    before, border = header.frozen_width(), QPoint(header.frozen_width() - 2, header.height() // 2)
    everywhere = header.viewport().mapToGlobal(QPointF(border))
    none = Qt.MouseButton.NoButton
    over = QMouseEvent(QEvent.Type.MouseMove, QPointF(border), everywhere, none, none, NONE)
    QApplication.sendEvent(header.viewport(), over)
    drag(header.viewport(), border, border + QPoint(10, 0), border + QPoint(25, 0))
    assert abs(header.frozen_width() - (before + 25)) <= 2
    assert header.cursor().shape() == Qt.CursorShape.SplitHCursor
    assert header.left_of(column(frozen, "speaker")) == 0


def test_a_frozen_title_is_dragged_elsewhere_and_another_becomes_frozen(frozen: StatementsPanel) -> None:
    header = frozen.view.header
    there = QPoint(header.left_of(column(frozen, "counted")) + header.sectionSize(column(frozen, "counted")) - 3, 8)
    drag(header.viewport(), QPoint(20, 8), QPoint(60, 8), there - QPoint(30, 0), there)
    names = [frozen.view.lines.columns[each].name for each in header.shown()]
    assert names == ["claim", "value", "unit", "counted", "speaker"]
    assert header.frozen_sections() == [column(frozen, "claim")]


def test_the_menu_of_a_title_freezes_up_to_its_column_and_unfreezes(frozen: StatementsPanel) -> None:
    header = frozen.view.header
    assert header.section_at(20) == column(frozen, "speaker")
    assert header.section_at(header.left_of(column(frozen, "unit")) + 3) == column(frozen, "unit")
    frozen.resize(560, 500)
    for name, upto in (("claim", 2), ("speaker", 1)):
        choose(frozen, "freeze_columns", column(frozen, name))
        assert header.frozen == upto
    assert not entry(frozen, "freeze_columns", column(frozen, "speaker")).isEnabled()
    choose(frozen, "unfreeze")
    assert header.frozen_sections() == []
    assert not entry(frozen, "unfreeze").isEnabled()


def entry(panel: StatementsPanel, name: str, section: int = -1) -> QAction:
    """Return an entry of the menu of a title."""
    return next(each for each in panel.view.header.columns_menu(section).actions() if each.objectName() == name)


def choose(panel: StatementsPanel, name: str, section: int = -1) -> None:
    """Choose an entry of the menu of a title."""
    entry(panel, name, section).trigger()


def test_hidden_columns_are_counted_but_take_no_room(frozen: StatementsPanel) -> None:
    frozen.view.header.frozen = 2
    frozen.view.header.show_column(column(frozen, "claim"), False)
    assert frozen.view.header.frozen_sections() == [column(frozen, "speaker")]


def test_room_for_other_columns_is_left_in_a_narrow_table(frozen: StatementsPanel) -> None:
    header = frozen.view.header
    header.frozen = 4
    for room in (300, 360):
        frozen.resize(room, 500)
        assert 0 < header.frozen_width() <= frozen.view.viewport().width() - LEAST_SCROLLED
    frozen.resize(800, 500)
    assert len(header.frozen_sections()) == 4


def test_frozen_columns_are_remembered_and_reset(qtbot: QtBot, frozen: StatementsPanel) -> None:
    saved = frozen.layouts()
    frozen.view.header.moveSection(0, 3)
    frozen.view.header.reset_columns()
    header = frozen.view.header
    assert header.frozen == 0
    assert header.shown()[0] == column(frozen, "speaker")
    frozen.take_layouts(saved)
    assert header.frozen == 1
