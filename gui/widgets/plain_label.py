"""A label whose words are never taken for markup."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


class PlainLabel(QLabel):
    """Plain text, wrapped unless `wrapped` is false. `name` is the object name, by which it is styled."""

    def __init__(self, words: str = "", name: str = "", *, wrapped: bool = True) -> None:
        super().__init__(words)
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrapped)
