"""Help > Keyboard Shortcuts: made from the commands themselves, so that it cannot tell anything else than the menus."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from gui.window.commands import MENUS, OTHER_KEYS, Command

Group = tuple[str, list[tuple[str, str]]]
"""A heading, and below it keys with what they do."""


def listed_keys() -> list[Group]:
    """Each menu with the keys of its entries and what they do."""
    menus = [(name.replace("&", ""), [_line(c) for c in entries if c and c.keys]) for name, entries in MENUS.items()]
    return [*menus, ("In the panes", list(OTHER_KEYS))]


def _line(command: Command) -> tuple[str, str]:
    key = QKeySequence(command.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
    return key, command.tip or command.text.replace("&", "").rstrip("…")


class KeysDialog(QDialog):
    """All keys in two columns, to be looked at beside the work: it does not block the window, and goes when closed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("keys")
        self.setWindowTitle("Keyboard Shortcuts")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        groups = [group for group in listed_keys() if group[1]]
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
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self.resize(960, 700)


def _column(groups: list[Group]) -> QGridLayout:
    """Some groups below each other: the keys at the left, what they do at the right."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(20)
    grid.setVerticalSpacing(6)
    grid.setColumnMinimumWidth(0, 110)
    grid.setColumnStretch(1, 1)
    for name, lines in groups:
        if grid.count():
            grid.setRowMinimumHeight(grid.rowCount(), 14)
        grid.addWidget(_label(name, "details_heading"), grid.rowCount(), 0, 1, 2)
        for keys, does in lines:
            row = grid.rowCount()
            grid.addWidget(_label(keys, "key"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_label(does, "does"), row, 1, Qt.AlignmentFlag.AlignTop)
    grid.setRowStretch(grid.rowCount(), 1)
    return grid


def _label(words: str, name: str) -> QLabel:
    label = QLabel(words)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(name != "details_heading")
    return label
