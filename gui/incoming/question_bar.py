"""A question about many articles at once, over the list: its words, and a button for each answer."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from gui.widgets.plain_label import PlainLabel

Answer = tuple[str, Callable[[], object]]
"""The words of a button, and what it does."""


class QuestionBar(QFrame):
    """A line with a question; hidden while there is none."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setAccessibleName(name)
        self.words = PlainLabel(name="notice_words")
        self._answers = QWidget()
        self._row = QHBoxLayout(self._answers)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(self.words, 1)
        row.addWidget(self._answers)
        self.buttons: list[QPushButton] = []
        self.hide()

    def ask(self, question: str, answers: Sequence[Answer]) -> None:
        """Show a question; an empty one hides the bar."""
        self.words.setText(question)
        self.setAccessibleDescription(question)
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = []
        for words, do in answers:
            button = QPushButton(words)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, do=do: do())
            self._row.addWidget(button)
            self.buttons.append(button)
        self.setVisible(bool(question))
