"""Everything that was found, as the coder has left it so far. Every change can be taken back."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from models.articles.decoding import NAMES, guess_warning
from models.articles.draft import Draft
from models.articles.how_to_read import HowToRead
from models.articles.name_pattern import NamePattern
from models.articles.named_files import named_draft
from models.articles.printed_dates import days_of, settled
from models.incoming.entry import Entry

GUESSES = {guess_warning(encoding): encoding for encoding in NAMES.values()}
"""Every encoding by the warning that it is a guess."""


class Incoming:
    """The entries in their order, by their places from 0, and which of them are to be added: the places that are
    `taken`, at first those of the entries that say so.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries: tuple[Entry, ...] = tuple(entries)
        self.taken = frozenset(place for place, each in enumerate(self.entries) if each.taken)
        self._past: list[tuple[tuple[Entry, ...], frozenset[int]]] = []

    @property
    def is_changed(self) -> bool:
        """Whether the coder has corrected something, or left something out, that is still so."""
        return bool(self._past)

    @property
    def chosen(self) -> tuple[Entry, ...]:
        """Return the entries, each with whether it is to be added."""
        return tuple(
            each if each.taken is (place in self.taken) else replace(each, taken=not each.taken)
            for place, each in enumerate(self.entries)
        )

    @property
    def drafts(self) -> list[Draft]:
        """Return the articles that are to be added."""
        return [each.draft for place, each in enumerate(self.entries) if place in self.taken and each.draft]

    @property
    def plain(self) -> list[Draft]:
        """Return those of them without warnings."""
        found = (each for place, each in enumerate(self.entries) if place in self.taken and each.is_plain)
        return [each.draft for each in found if each.draft]

    def undo(self) -> bool:
        """Take the last change back; return False if there is none."""
        if not self._past:
            return False
        self.entries, self.taken = self._past.pop()
        return True

    def put(self, changed: Mapping[int, Entry]) -> bool:
        """Replace entries at some places; return False if that changes nothing."""
        entries = list(self.entries)
        for place, entry in changed.items():
            entries[place] = entry
        return self._exchange(tuple(entries), self.taken)

    def _exchange(self, entries: tuple[Entry, ...], taken: frozenset[int]) -> bool:
        before = self.entries, self.taken
        if (entries, taken) == before:
            return False
        self._past.append(before)
        self.entries, self.taken = entries, taken
        return True

    def take(self, places: Iterable[int], *, taken: bool) -> bool:
        """Take articles, or leave them out; what cannot be read stays left out."""
        chosen = {place for place in places if self.entries[place].draft}
        return self._exchange(self.entries, self.taken | chosen if taken else self.taken - chosen)

    def take_plain(self) -> bool:
        """Leave out every article with a warning, and every duplicate."""
        return self.take((place for place, each in enumerate(self.entries) if not each.is_plain), taken=False)

    def read_again(self, path: Path, entries: Sequence[Entry]) -> bool:
        """Replace the entries of a file by those that reading it in another way found."""
        before = [(each, place in self.taken) for place, each in enumerate(self.entries)]
        first = next((place for place, (each, _taken) in enumerate(before) if each.path == path), None)
        if first is None:
            return False
        others = (pair for pair in before[first:] if pair[0].path != path)
        now = [*before[:first], *((each, each.taken) for each in entries), *others]
        taken = frozenset(place for place, (_entry, is_taken) in enumerate(now) if is_taken)
        return self._exchange(tuple(each for each, _taken in now), taken)

    @property
    def guess(self) -> str | None:
        """Return the first encoding that was guessed, whose guess is not confirmed yet; None if there is none."""
        found = (GUESSES[words] for each in self.entries for words in each.warnings if words in GUESSES)
        return next(found, None)

    def guessed(self, encoding: str) -> list[int]:
        """Return the places of the articles that were read in an encoding by guess."""
        words = guess_warning(encoding)
        return [place for place, each in enumerate(self.entries) if words in each.warnings]

    def confirm_encoding(self, encoding: str) -> bool:
        """Take the warning back that an encoding is a guess, of all articles that were read in it."""
        words, confirmed = guess_warning(encoding), {}
        for place in self.guessed(encoding):
            entry = self.entries[place]
            if entry.draft:
                left = tuple(each for each in entry.draft.warnings if each != words)
                confirmed[place] = entry.with_draft(replace(entry.draft, warnings=left))
        return self.put(confirmed)

    @property
    def ambiguous(self) -> list[int]:
        """Return the places of the articles whose date may be one of two days."""
        return [place for place, each in enumerate(self.entries) if each.draft and days_of(each.draft)]

    def settle_dates(self, *, day_first: bool) -> bool:
        """Give every article with an ambiguous date the day that it is if the day comes first, or the month."""
        settling = {}
        for place in self.ambiguous:
            entry = self.entries[place]
            if entry.draft:
                settling[place] = entry.with_draft(settled(entry.draft, day_first))
        return self.put(settling)

    def use_names(self, pattern: NamePattern) -> bool:
        """Complete the articles by the names of their files; return False if that changes nothing."""
        how = HowToRead(file_names=pattern)
        counts = Counter(each.path for each in self.entries if each.draft)
        completed = {
            place: each.with_draft(named_draft(each.draft, each.path, how, alone=counts[each.path] == 1))
            for place, each in enumerate(self.entries)
            if each.draft and each.path
        }
        return self.put(completed)
