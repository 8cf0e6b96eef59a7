"""Help > Keyboard Shortcuts: made from the commands themselves, so that it cannot tell anything else than the menus."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from gui.commands import MENUS, OTHER_KEYS, Command


def listed_keys() -> list[tuple[str, list[tuple[str, str]]]]:
    """Each menu with the keys of its entries and what they do."""
    menus = [(name.replace("&", ""), [_line(c) for c in entries if c and c.keys]) for name, entries in MENUS.items()]
    return [*menus, ("In the panes", list(OTHER_KEYS))]


def _line(command: Command) -> tuple[str, str]:
    keys = " or ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in command.keys[:1])
    return keys, command.tip or command.text.replace("&", "").rstrip("…")


class KeysDialog(QDialog):
    """All keys in two columns, to be looked at beside the work: it does not block the window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("keys")
        self.setWindowTitle("Keyboard Shortcuts")
        columns = [QVBoxLayout(), QVBoxLayout()]
        groups = [group for group in listed_keys() if group[1]]
        half = sum(len(lines) + 2 for _, lines in groups) / 2
        used = 0.0
        for name, lines in groups:
            columns[0 if used < half else 1].addLayout(_group(name, lines))
            used += len(lines) + 2
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(28, 24, 28, 24)
        row.setSpacing(48)
        for column in columns:
            column.addStretch(1)
            row.addLayout(column)
        area = QScrollArea()
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self.resize(860, 640)


def _group(name: str, lines: list[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(5)
    grid.setColumnMinimumWidth(0, 150)
    grid.setContentsMargins(0, 0, 0, 18)
    heading = QLabel(name)
    heading.setObjectName("details_heading")
    grid.addWidget(heading, 0, 0, 1, 2)
    for row, (keys, does) in enumerate(lines, start=1):
        key, words = QLabel(keys), QLabel(does)
        key.setObjectName("key")
        for label in (key, words):
            label.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        grid.addWidget(key, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(words, row, 1)
    grid.setColumnStretch(1, 1)
    return grid
