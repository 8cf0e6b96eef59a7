"""A list that drops down shows its entries whole, and is not changed by the wheel."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.drop_down import DropDown
from gui.widgets.number_box import NumberBox
from tests.journeys.desk import the_application


def test_all_entries_of_a_short_list_are_in_sight(qtbot: QtBot) -> None:
    the_application()
    box = DropDown()
    qtbot.addWidget(box)
    box.addItems(["is", "is not", "is not coded", "is coded"])
    with qtbot.waitExposed(box):
        box.show()
    box.showPopup()
    view = box.view()
    qtbot.waitUntil(view.isVisible)
    rects = [view.visualRect(box.model().index(row, 0)) for row in range(box.count())]
    assert all(view.viewport().rect().contains(rect) for rect in rects)
    box.hidePopup()


@pytest.mark.parametrize("make", [DropDown, NumberBox])
def test_the_wheel_over_a_field_changes_nothing_and_is_left_to_the_form(
    qtbot: QtBot, make: type[DropDown | NumberBox]
) -> None:
    the_application()
    field = make()
    qtbot.addWidget(field)
    if isinstance(field, DropDown):
        field.addItems(["claim", "number", "speaker"])
    with qtbot.waitExposed(field):
        field.show()
    field.setFocus()
    before = shown(field)
    turned = turn_wheel_down(field)
    assert shown(field) == before
    assert not turned.isAccepted()


def shown(field: DropDown | NumberBox) -> str:
    """Return what a field shows."""
    return field.currentText() if isinstance(field, DropDown) else field.text()


def turn_wheel_down(over: QWidget) -> QWheelEvent:
    """Turn the wheel with the pointer over a widget."""
    at = QPointF(over.rect().center())
    there = at, over.mapToGlobal(at)
    turn = QPoint(), QPoint(0, -120)
    none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(*there, *turn, none, Qt.KeyboardModifier.NoModifier, phase, False)
    QApplication.sendEvent(over, event)
    return event
