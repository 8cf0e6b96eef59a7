"""Shift+F10 opens the menu of whatever has the focus, as the Menu key does."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from tests.journeys.desk import SHIFT, Desk
from tests.journeys.sight import field


def in_text(desk: Desk) -> QWidget:
    """Return the text."""
    return desk.text


def in_statements(desk: Desk) -> QWidget:
    """Return the table of statements, with a current cell."""
    view = desk.statements.view
    view.setCurrentIndex(view.lines.index(0, 0))
    return view


def in_speakers(desk: Desk) -> QWidget:
    """Return the table of speakers, with a current cell."""
    desk.show("speakers")
    view = desk.speakers.view
    view.setCurrentIndex(view.lines.index(0, 0))
    return view


def in_list(desk: Desk) -> QWidget:
    """Return the list of articles."""
    return desk.articles.view


def in_details(desk: Desk) -> QWidget:
    """Return a field of the details."""
    return field(desk, "Title")


def in_filter(desk: Desk) -> QWidget:
    """Return the line that the list is filtered in."""
    return desk.articles.filter


def entries_of_open_menu() -> list[str]:
    """Return what the open menu offers, and close it."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    entries = [action.text() for action in menu.actions()]
    menu.close()
    return entries


@pytest.mark.parametrize("place", [in_text, in_statements, in_speakers, in_list, in_details, in_filter])
def test_shift_f10_opens_the_menu_that_the_menu_key_opens(
    desk: Desk, study: Path, place: Callable[[Desk], QWidget]
) -> None:
    desk.open(study)
    widget = place(desk)
    widget.setFocus()
    QApplication.sendEvent(widget, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1)))
    by_menu_key = entries_of_open_menu()
    desk.press(Qt.Key.Key_F10, SHIFT)
    assert entries_of_open_menu() == by_menu_key
    assert desk.focus is widget


def test_shift_f10_in_an_open_menu_opens_no_other(desk: Desk, study: Path) -> None:
    desk.open(study)
    desk.text.setFocus()
    desk.press(Qt.Key.Key_F10, SHIFT)
    menu = QApplication.activePopupWidget()
    desk.press(Qt.Key.Key_F10, SHIFT)
    assert QApplication.activePopupWidget() is menu
    assert menu is not None
    menu.close()
