"""Help > Keyboard Shortcuts: all keys, with what they do."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gui.widgets.plain_label import PlainLabel
from models.translation import _

Group = tuple[str, list[tuple[str, str]]]
"""A heading, and pairs of a key and what it does."""


class KeysDialog(QDialog):
    """Shows the keys in two columns, without blocking the window. The dialog is deleted when it is closed."""

    def __init__(self, listed: Sequence[Group], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("keys")
        self.setWindowTitle(_("Keyboard Shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        groups = [group for group in listed if group[1]]
        half = sum(len(lines) + 2 for _, lines in groups) / 2
        columns: list[list[Group]] = [[], []]
        used = 0
        for group in groups:
            columns[0 if used + len(group[1]) / 2 < half else 1].append(group)
            used += len(group[1]) + 2
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(32, 28, 32, 28)
        row.setSpacing(40)
        for column in columns:
            row.addLayout(_column(column), 1)
        area = QScrollArea()
        area.setAccessibleName(_("Keyboard Shortcuts"))
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self.resize(960, 700)


def _column(groups: list[Group]) -> QGridLayout:
    """Lay out some groups below each other: keys at the left, what they do at the right."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(20)
    grid.setVerticalSpacing(6)
    grid.setColumnMinimumWidth(0, 110)
    grid.setColumnStretch(1, 1)
    for name, lines in groups:
        if grid.count():
            grid.setRowMinimumHeight(grid.rowCount(), 14)
        grid.addWidget(PlainLabel(name, "details_heading", wrapped=False), grid.rowCount(), 0, 1, 2)
        for keys, does in lines:
            row = grid.rowCount()
            grid.addWidget(PlainLabel(keys, "key"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(PlainLabel(does, "does"), row, 1, Qt.AlignmentFlag.AlignTop)
    grid.setRowStretch(grid.rowCount(), 1)
    return grid
