"""The project is opened after the window was painted."""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.start.app import FirstPaint


class Window(QWidget):
    """Tells when it is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.seen.append("painted")


def test_what_waits_for_the_first_paint_comes_once_and_after_it(qtbot: QtBot) -> None:
    window = Window()
    qtbot.addWidget(window)
    FirstPaint(window, lambda: window.seen.append("begun"))
    QApplication.processEvents()
    assert window.seen == []
    window.show()
    qtbot.waitUntil(lambda: "begun" in window.seen)
    assert window.seen[0] == "painted"
    window.repaint()
    QApplication.processEvents()
    assert window.seen.count("begun") == 1
