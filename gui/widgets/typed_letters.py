"""Letters typed in a list: which entry they go to, compared as words are everywhere."""

from collections.abc import Sequence
from itertools import chain

from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication

from models.text.folding import folded_words


class TypedLetters:
    """Collects the letters that are typed one soon after the other."""

    def __init__(self) -> None:
        self._typed, self._since_typed = "", QElapsedTimer()

    @property
    def goes_on(self) -> bool:
        """Whether a letter that is typed now belongs to those before it."""
        return self._since_typed.isValid() and self._since_typed.elapsed() < QApplication.keyboardInputInterval()

    def find(self, letters: str, entries: Sequence[str], current: int) -> int | None:
        """Return the next entry after the current one (−1: none) that begins with what is typed, or else in which a
        word does, without regard to case and accents; None if there is none. The current entry stays while it fits what
        is typed further.
        """
        goes_on = self.goes_on
        self._since_typed.start()
        self._typed = self._typed + letters if goes_on else letters
        wanted, texts = folded_words(self._typed), [folded_words(entry) for entry in entries]
        count = len(texts)
        places = [(current + step) % count for step in range(not goes_on, count + 1)] if count and wanted else []
        begun = (at for at in places if texts[at].startswith(wanted))
        return next(chain(begun, (at for at in places if f" {wanted}" in texts[at])), None)
