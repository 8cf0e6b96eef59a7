"""What stands over the window beside a cell or a line that is being typed in."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QWidget

GAP = 3
NARROWEST_LABEL = 250


def stand_under(beside: QWidget, line: QWidget) -> None:
    """Show a widget of the window below a line, or above it where there is no room; always inside the window."""
    window = line.window()
    beside.ensurePolished()
    if isinstance(beside, QLabel):
        width = min(max(line.width(), NARROWEST_LABEL), window.width() - 2 * GAP)
        beside.resize(width, beside.heightForWidth(width))
    below = line.mapTo(window, QPoint(0, line.height() + GAP))
    if below.y() + beside.height() > window.height() - GAP:
        below.setY(max(GAP, line.mapTo(window, QPoint(0, 0)).y() - GAP - beside.height()))
    below.setX(max(GAP, min(below.x(), window.width() - beside.width() - GAP)))
    beside.move(below)
    beside.show()
    beside.raise_()
