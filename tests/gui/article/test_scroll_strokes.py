"""The strokes on the scroll bar of a text follow its places, a part of the bar at a time."""

from random import Random

import pytest
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from gui.article.scroll_strokes import STROKE, ScrollStrokes

LENGTH = 9_000
"""Code points of a text."""


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def shown(window: QWidget, kind: type[ScrollStrokes] = ScrollStrokes) -> ScrollStrokes:
    """Return the strokes of a bar that is on the screen."""
    edit = QTextEdit(window)
    edit.resize(300, 240)
    edit.setPlainText("A line\n" * 100)
    strokes = kind(edit)
    edit.show()
    return strokes


def picture(strokes: ScrollStrokes) -> QImage:
    """Return the bar as it is painted."""
    QApplication.processEvents()
    return strokes.grab().toImage()


def test_after_each_change_the_strokes_are_those_of_a_bar_made_for_the_places(window: QWidget) -> None:
    random, strokes, places = Random(4), shown(window), set[int]()
    for _ in range(40):
        places ^= {random.randrange(LENGTH) for _ in range(random.randrange(4))}
        strokes.show_starts(sorted(places), LENGTH)
        anew = shown(window)
        anew.show_starts(sorted(places), LENGTH)
        assert picture(strokes) == picture(anew)


def test_only_the_part_of_the_bar_is_painted_where_a_place_has_come_or_gone(window: QWidget) -> None:
    strokes, places = shown(window, _Watched), [*range(0, LENGTH, 10)]
    assert isinstance(strokes, _Watched)
    strokes.show_starts([*places], LENGTH)
    assert strokes.painted() == strokes.height()
    places.remove(4000)
    strokes.show_starts([*places], LENGTH)
    assert strokes.painted() == STROKE
    strokes.show_starts([*places], LENGTH)
    assert strokes.painted() == 0


class _Watched(ScrollStrokes):
    """Notes how much of it is painted."""

    def __init__(self, edit: QTextEdit) -> None:
        super().__init__(edit)
        self._heights: list[int] = []

    def painted(self) -> int:
        """Return how many pixels of its height were painted since this was last asked."""
        QApplication.processEvents()
        heights, self._heights = self._heights, []
        return sum(heights)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._heights.append(event.rect().height())
        super().paintEvent(event)
