"""Describe as data what suggestions depend on: a text, and what is known of it and of the project."""

from dataclasses import dataclass

from models.entities import Word
from models.ids import Id
from models.own_words import OwnWords
from models.text.ranges import Range


@dataclass(frozen=True, slots=True)
class Sought:
    """A text in a language. `names` are the names and aliases of all known speakers, each with the id of its speaker;
    `skipped` are ranges to be left out, such as boilerplate (code points, half-open, in order); `words` are those that
    the project adds.
    """

    text: str
    language: str
    names: tuple[tuple[Id, str], ...] = ()
    skipped: tuple[Range, ...] = ()
    words: tuple[Word, ...] = ()

    @property
    def own(self) -> OwnWords:
        """The words that the project adds, to be asked for."""
        return OwnWords(self.words)
