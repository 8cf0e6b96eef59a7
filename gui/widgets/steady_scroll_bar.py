"""A scroll bar that is always there, so that what is beside it never changes its width."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea


def keep_scroll_bar(area: QAbstractScrollArea) -> None:
    """Keep room for the vertical scroll bar; while there is nothing to scroll it is disabled, and draws no handle."""
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    bar = area.verticalScrollBar()
    bar.rangeChanged.connect(lambda lowest, highest: bar.setEnabled(highest > lowest))
    bar.setEnabled(bar.maximum() > bar.minimum())
