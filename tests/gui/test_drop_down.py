"""A list that drops down shows its entries whole."""

from pytestqt.qtbot import QtBot

from gui.widgets.drop_down import DropDown
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
