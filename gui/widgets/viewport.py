"""The inner part of what scrolls, as a widget of our own."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def give_viewport(area: QAbstractScrollArea) -> QWidget:
    """Replace the viewport that Qt made by one that looks and acts the same, and that Python knows already; return it.

    To hand over a widget that Python has not seen, PySide first makes classes of all the kinds of widget there are,
    with all their enums: 8 ms before the window is painted.
    """
    viewport = QWidget()
    viewport.setBackgroundRole(QPalette.ColorRole.Base)
    viewport.setAutoFillBackground(True)
    area.setViewport(viewport)
    return viewport
