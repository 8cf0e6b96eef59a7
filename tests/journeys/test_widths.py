"""The list, the text and the tables have the widths they were left with."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.window.dock_widths import TABLES, DockWidths
from tests.journeys.desk import Desk


def widths(desk: Desk) -> tuple[int, int]:
    """Return how wide the list and the tables are, in pixels."""
    docks = desk.window.workspace.panes.docks
    return docks.articles.width(), docks.tables.width()


def test_a_window_comes_back_with_the_widths_it_was_left_with(
    desk: Desk, come_back: Callable[[], Desk], qtbot: QtBot, study: Path
) -> None:
    desk.open(study)
    left = widths(desk)
    again = come_back()
    again.open(study)
    qtbot.waitUntil(lambda: all(abs(now - then) <= 2 for now, then in zip(widths(again), left, strict=True)))


def test_shares_that_make_no_window_are_passed_over(desk: Desk, study: Path) -> None:
    desk.open(study)
    shares = desk.window.findChild(DockWidths)
    assert isinstance(shares, DockWidths)
    usual = shares.kept()
    for kept in (b"", b"{", b"[1]", b"[0.9, 0.9]", b"[0, 0.5]", b'["a", 0.5]', b"\xff"):
        shares.restore(kept)
        assert shares.kept() == usual
    shares.restore(b"[0.25, 0.5]")
    assert shares.kept() == b"[0.25, 0.5]"


class Resizes(QObject):
    """Counts how often a widget is given another size."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__()
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Resize
        return False


@pytest.mark.parametrize("width", [1100, 1280])
def test_lines_are_broken_once_for_a_window_of_another_width(desk: Desk, study: Path, qtbot: QtBot, width: int) -> None:
    desk.window.resize(1000, 700)
    desk.open(study)
    QApplication.processEvents()
    resizes = Resizes(desk.text.viewport())
    desk.window.windowHandle().resize(width, 700)
    qtbot.waitUntil(lambda: desk.window.width() == width)
    QApplication.processEvents()
    assert resizes.count == 1
    assert abs(widths(desk)[1] - TABLES * width) <= 1
