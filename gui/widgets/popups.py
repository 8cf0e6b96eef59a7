"""Place pop-ups, such as a list of completions or an error, next to the line that they belong to."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QWidget

GAP = 3
NARROWEST_LABEL = 250


def show_under(popup: QWidget, line: QWidget) -> None:
    """Show a child of the window below a line, or above it if there is no room; always inside the window."""
    window = line.window()
    popup.ensurePolished()
    if isinstance(popup, QLabel):
        width = min(max(line.width(), NARROWEST_LABEL), window.width() - 2 * GAP)
        popup.resize(width, popup.heightForWidth(width))
    below = line.mapTo(window, QPoint(0, line.height() + GAP))
    if below.y() + popup.height() > window.height() - GAP:
        below.setY(max(GAP, line.mapTo(window, QPoint(0, 0)).y() - GAP - popup.height()))
    below.setX(max(GAP, min(below.x(), window.width() - popup.width() - GAP)))
    popup.move(below)
    popup.show()
    popup.raise_()
