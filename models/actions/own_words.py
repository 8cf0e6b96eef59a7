"""What can be done with the words that a project adds to the program's lists."""

from collections.abc import Sequence

from models.edits import Edit, deleted, made
from models.entities import Word
from models.errors import OnrecordError
from models.own_words import OwnWords
from models.text.typed_text import typed_line
from models.translation import _, counted

NOTHING_CHANGED = _("Nothing was changed.")


def add_word(known: OwnWords, language: str, name: str, typed: str) -> Edit:
    """Add words to the list with a name (a file of `resources/words`) for a language (ISO 639-1).

    Raises OnrecordError if nothing was typed, or if the project has added these words already.
    """
    words = typed_line(typed)
    if not words:
        raise OnrecordError(_("No words were typed."), NOTHING_CHANGED)
    if known.find(language, name, words):
        raise OnrecordError(_("“{words}” is in the list already.").format(words=words), NOTHING_CHANGED)
    label = _("Add “{words}” to the words of the project").format(words=words)
    return Edit(label, (made(Word(language=language, list=name, words=words)),))


def remove_words(words: Sequence[Word]) -> Edit:
    """Take words out of the lists to which the project has added them."""
    label = counted("Remove word of the project", "Remove {count:,} words of the project", len(words))
    return Edit(label, tuple(deleted(each) for each in words))
