"""The words that a project adds to the program's lists, in memory, kept in step with the file by each edit."""

from collections.abc import Iterable, Mapping, Sequence

from models.edits import Edit
from models.entities import Word
from models.ids import Id
from models.text.folding import folded

REPORTING_VERBS = "reporting_verbs"
"""The list of verbs that report; an entry has the forms of one verb, which commas separate."""


class OwnWords:
    """Every word that a project adds to a list. Actions read it; `take` changes it."""

    def __init__(self, words: Iterable[Word] = ()) -> None:
        self.words: Mapping[Id, Word] = {each.id: each for each in words}

    def take(self, edit: Edit) -> bool:
        """Follow an edit that was applied; return whether it concerned a word."""
        touched = edit.changes_of(Word)
        kept = dict(self.words)
        for change in touched:
            kept.pop(change.row.id, None)
            if isinstance(change.after, Word):
                kept[change.row.id] = change.after
        self.words = kept
        return bool(touched)

    def in_order(self) -> Sequence[Word]:
        """Return all words, by their languages, their lists, and then as they are spelled."""
        return sorted(self.words.values(), key=lambda each: (each.language, each.list, folded(each.words)))

    def of(self, language: str, name: str) -> tuple[str, ...]:
        """Return what the project adds to a list of a language, in the order in which it was added."""
        added = (each for each in self.words.values() if (each.language, each.list) == (language, name))
        return tuple(each.words for each in sorted(added, key=lambda each: each.id))

    def find(self, language: str, name: str, words: str) -> Word | None:
        """Return the entry of a list that has these words, in small or capital letters, or None."""
        wanted = language, name, folded(words)
        found = (each for each in self.words.values() if (each.language, each.list, folded(each.words)) == wanted)
        return next(found, None)


NO_WORDS = OwnWords()
"""A project that adds no words."""
