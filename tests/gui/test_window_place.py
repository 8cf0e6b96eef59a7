"""A window that stays open moves off the place in the text that the coder goes to."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QDialog, QTableWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.window_place import step_aside


@pytest.mark.parametrize("offset", [-90, 90])
def test_a_window_moves_off_what_it_covers_and_stays_where_it_covers_nothing(qtbot: QtBot, offset: int) -> None:
    window = QDialog()
    qtbot.addWidget(window)
    rows = QTableWidget(100, 1)
    QVBoxLayout(window).addWidget(rows)
    screen = window.screen().availableGeometry()
    window.resize(screen.size() - QSize(100, 100))
    window.move(screen.topLeft() + QPoint(50, 50))
    window.show()
    rows.setCurrentCell(20, 0)
    line = QRect(screen.left(), screen.center().y() + offset, screen.width(), 60)
    step_aside(window, line)
    assert not window.frameGeometry().intersects(line)
    assert screen.contains(window.frameGeometry())
    assert rows.viewport().rect().contains(rows.visualRect(rows.currentIndex()))
    there = window.geometry()
    step_aside(window, line)
    assert window.geometry() == there


def test_a_window_stays_where_there_is_no_room_beside_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    there, screen = window.geometry(), window.screen().availableGeometry()
    step_aside(window, screen)
    assert window.geometry() == there
