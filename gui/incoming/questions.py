"""The questions of the preview that are about many articles at once: ambiguous dates, and guessed encodings."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.incoming.question_bar import QuestionBar
from models.incoming.in_words import ambiguous_dates, guessed_encoding
from models.incoming.incoming import Incoming
from models.translation import _


class Questions(QWidget):
    """Asks what is open; an answer settles it for all articles, and `answered` reports that."""

    answered = Signal()
    other_encoding_wanted = Signal(str)
    """A guessed encoding is wrong."""

    def __init__(self, incoming: Incoming, parent: QWidget) -> None:
        super().__init__(parent)
        self._incoming = incoming
        self.dates, self.encodings = QuestionBar(_("Ambiguous dates")), QuestionBar(_("Guessed encoding"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.dates)
        column.addWidget(self.encodings)

    def ask(self) -> None:
        """Ask what is open now."""
        self._ask_dates()
        self._ask_encoding()

    def _ask_dates(self) -> None:
        asked = ambiguous_dates(self._incoming)
        if asked is None:
            self.dates.ask("", ())
            return
        first, second = asked.answers
        answers = (
            (first, lambda: self.settle_dates(day_first=True)),
            (second, lambda: self.settle_dates(day_first=False)),
        )
        self.dates.ask(asked.question, answers)

    def _ask_encoding(self) -> None:
        encoding, question = self._incoming.guess, guessed_encoding(self._incoming)
        if encoding is None or question is None:
            self.encodings.ask("", ())
        else:
            right = _("They Are &Right"), lambda: self.confirm_encoding(encoding)
            other = _("&Choose Another…"), lambda: self.other_encoding_wanted.emit(encoding)
            self.encodings.ask(question, (right, other))

    def settle_dates(self, *, day_first: bool) -> None:
        """Settle every ambiguous date."""
        if self._incoming.settle_dates(day_first=day_first):
            self.answered.emit()

    def confirm_encoding(self, encoding: str) -> None:
        """Take back the warnings that an encoding is a guess."""
        if self._incoming.confirm_encoding(encoding):
            self.answered.emit()
