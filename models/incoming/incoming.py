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
    """The entries in their order, by their places from 0."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries: tuple[Entry, ...] = tuple(entries)
        self._past: list[tuple[Entry, ...]] = []

    @property
    def drafts(self) -> list[Draft]:
        """Return the articles that are to be added."""
        return [each.draft for each in self.entries if each.taken and each.draft]

    @property
    def plain(self) -> list[Draft]:
        """Return those of them without warnings."""
        return [each.draft for each in self.entries if each.taken and each.draft and each.is_plain]

    @property
    def can_undo(self) -> bool:
        """Return whether there is a change to take back."""
        return bool(self._past)

    def undo(self) -> bool:
        """Take the last change back; return False if there is none."""
        if not self._past:
            return False
        self.entries = self._past.pop()
        return True

    def put(self, changed: Mapping[int, Entry]) -> bool:
        """Replace entries at some places; return False if that changes nothing."""
        entries = list(self.entries)
        for place, entry in changed.items():
            entries[place] = entry
        return self._exchange(tuple(entries))

    def _exchange(self, entries: tuple[Entry, ...]) -> bool:
        if entries == self.entries:
            return False
        self._past.append(self.entries)
        self.entries = entries
        return True

    def take(self, places: Iterable[int], *, taken: bool) -> bool:
        """Take articles, or leave them out; what cannot be read stays left out."""
        chosen = {place: self.entries[place] for place in places}
        return self.put({place: replace(each, taken=taken) for place, each in chosen.items() if each.draft})

    def take_plain(self) -> bool:
        """Leave out every article with a warning, and every duplicate."""
        return self.take((place for place, each in enumerate(self.entries) if not each.is_plain), taken=False)

    def read_again(self, path: Path, entries: Sequence[Entry]) -> bool:
        """Replace the entries of a file by those that reading it in another way found."""
        before = [place for place, each in enumerate(self.entries) if each.path == path]
        if not before:
            return False
        others = [each for each in self.entries[before[0] :] if each.path != path]
        return self._exchange((*self.entries[: before[0]], *entries, *others))

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
