"""No key of the text acts while a menu of another part is open: the keyboard can still be in the text."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.journeys.desk import Desk

KEYS = [Qt.Key[f"Key_{letter}"] for letter in "CNXB"] + [Qt.Key.Key_Delete, Qt.Key.Key_Backspace]


def menu_bar(desk: Desk) -> QWidget:
    return desk.window.menuBar()


def titles_of_the_table(desk: Desk) -> QWidget:
    return desk.statements.view.header.viewport()


def titles_of_the_articles(desk: Desk) -> QWidget:
    return desk.articles.view.header.viewport()


@pytest.mark.parametrize("place", [menu_bar, titles_of_the_table, titles_of_the_articles])
def test_no_key_of_the_text_records_or_deletes_while_a_menu_is_open(
    desk: Desk, study: object, place: Callable[[Desk], QWidget]
) -> None:
    desk.open(study)  # type: ignore[arg-type]
    desk.text.setFocus()
    desk.press(Qt.Key.Key_J, times=2)
    edits: list[object] = []
    desk.project.edited.connect(edits.append)
    opened = set()

    def press(key: Qt.Key) -> None:
        if menu := QApplication.activePopupWidget():
            opened.add(key)
            QTest.keyClick(menu, key)
        while left := QApplication.activePopupWidget():
            left.close()

    for key in KEYS:
        there = place(desk)
        middle = there.rect().center()
        QTimer.singleShot(0, there, lambda key=key: press(key))  # the menu of a bar is open until it is left
        asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, middle, there.mapToGlobal(middle))
        QApplication.sendEvent(there, asked)
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        desk.text.setFocus()
    assert opened == set(KEYS)
    assert edits == []
