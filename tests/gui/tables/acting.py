"""Use a table as a coder does: find a cell, open it, type; and read what the table shows."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QButtonGroup

from gui.editors.line_editor import LineEditor
from gui.editors.offer_list import OfferList
from gui.tables.panel import TablePanel
from models.ids import Id
from tests.waiting import let_read

Key = Qt.Key


def switches(panel: TablePanel) -> list[QAbstractButton]:
    """Return the two sides of the switch of the statements: this article, all articles."""
    group = panel.findChild(QButtonGroup)
    assert group
    return group.buttons()


def column(panel: TablePanel, name: str) -> int:
    """Return where a column stands."""
    return [column.name for column in panel.view.lines.columns].index(name)


def row_of(panel: TablePanel, record: Id) -> int:
    """Return the row of a record, once it has been read."""
    let_read(panel.project)
    row = panel.view.lines.row_of(record)
    assert row is not None
    return row


def cell(panel: TablePanel, record: Id, name: str) -> str:
    """Return what a cell of a record shows."""
    row = row_of(panel, record)
    return str(panel.view.lines.data(panel.view.lines.index(row, column(panel, name))))


def go_to(panel: TablePanel, record: Id, name: str) -> None:
    """Make the cell of a record the current one."""
    row = row_of(panel, record)
    panel.view.setCurrentIndex(panel.view.lines.index(row, column(panel, name)))


def current(panel: TablePanel) -> tuple[int, str]:
    """Return the row and the column's name of the current cell."""
    index = panel.view.currentIndex()
    return index.row(), panel.view.lines.columns[index.column()].name


def editor(panel: TablePanel) -> LineEditor:
    """Return the open cell, one of a single line."""
    found = panel.view.cells.editor
    assert isinstance(found, LineEditor), "no such cell is open"
    return found


def press(panel: TablePanel, *keys: Key | str) -> None:
    """Press keys where the keyboard is: in the open cell, else in the table; a string is typed letter by letter."""
    for key in keys:
        for stroke in key if isinstance(key, str) else [key]:
            target = panel.view.cells.editor or panel.view
            if isinstance(stroke, str):
                QTest.keyClicks(target, stroke)
            elif stroke == Key.Key_Backtab:
                QTest.keyClick(target, stroke, Qt.KeyboardModifier.ShiftModifier)
            else:
                QTest.keyClick(target, stroke)


def offers(panel: TablePanel) -> OfferList:
    """Return the list below the open cell."""
    found = panel.findChild(OfferList)
    assert found
    return found


def click_offer(offers: OfferList, row: int) -> None:
    """Click a row of the list below a cell or field."""
    at = offers.visualRect(offers.model().index(row, 0)).center()
    QTest.mouseClick(offers.viewport(), Qt.MouseButton.LeftButton, pos=at)
