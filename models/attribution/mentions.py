"""Find where known speakers are named in a piece of text: by a whole name or alias, or by a surname alone."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.attribution.lexicon import DAYS, KEPT_TITLES, OPENINGS, SUBORDINATORS
from models.attribution.people import roles, titles
from models.ids import Id
from models.text.folding import folded_words, folded_words_with_offsets

_WORD_BEFORE = re.compile(r"(?P<word>[^\W\d_]+)\.?\s+$")
_LETTER_AFTER = re.compile(r"\s+(?P<letter>[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Mention:
    """A known speaker named in the text, from `start` to `end` (code points of the whole text, half-open)."""

    start: int
    end: int
    speaker: Id


def find_mentions(text: str, start: int, end: int, names: Sequence[tuple[Id, str]]) -> list[Mention]:
    """Return the mentions of these names and aliases between two offsets of a text, in text order, none in another.

    Only whole words count, and accents do not matter. A name that begins with a capital must do so in the text too, so
    that the speaker "US" is not found in "us". A surname alone counts if only one speaker has it and it is not part of
    another name ("Mr Kerry", "Kerry said", but not "Teresa Kerry").
    """
    part = _FoldedPart(text, start, end)
    full = [mention for speaker, name in names for mention in part.named(speaker, name)]
    alone = [mention for speaker, surname in _surnames(names, part.words) for mention in part.alone(speaker, surname)]
    return _without_nested(full + alone)


class _FoldedPart:
    """A part of a text, folded, with the offsets of its characters in the whole text."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        words, self.offsets = folded_words_with_offsets(text[start:end])
        self.folded = f" {words} "
        self.words = frozenset(words.split())

    def named(self, speaker: Id, name: str) -> Iterator[Mention]:
        """Yield the mentions of a whole name; a leading "the" may be missing."""
        wanted = folded_words(name).removeprefix("the ")
        if not wanted or wanted not in self.folded:
            return
        shown = re.sub(r"^the\s+", "", name.strip(), flags=re.IGNORECASE)
        for start, end in self._places(wanted):
            if _is_written_like(self.text[start:end], shown):
                yield Mention(start, end, speaker)

    def alone(self, speaker: Id, surname: str) -> Iterator[Mention]:
        """Yield the mentions of a surname without a first name."""
        for start, end in self._places(surname):
            if self.text[start].isupper() and not self._stands_in_a_name(start, end):
                yield Mention(start, end, speaker)

    def _places(self, wanted: str) -> Iterator[tuple[int, int]]:
        at = self.folded.find(f" {wanted} ")
        while at >= 0:
            first, last = self.offsets[at], self.offsets[at + len(wanted) - 1]
            yield self.start + first, self.start + last + 1
            at = self.folded.find(f" {wanted} ", at + 1)

    def _stands_in_a_name(self, start: int, end: int) -> bool:
        before = _WORD_BEFORE.search(self.text, max(self.start, start - 40), start)
        after = _LETTER_AFTER.match(self.text, end)
        if after is not None and after["letter"].isupper():
            return True
        return before is not None and before["word"][0].isupper() and not _may_precede_a_surname(before["word"])


def _may_precede_a_surname(word: str) -> bool:
    """Return whether a word with a capital is not a first name: a title, a role, or the first word of a sentence."""
    lower = folded_words(word)
    with_stop = f"{lower}."
    titled = lower in KEPT_TITLES or any(form in titles() or form in roles() for form in (lower, with_stop))
    return titled or lower in OPENINGS | SUBORDINATORS | DAYS


def _surnames(names: Sequence[tuple[Id, str]], words: frozenset[str]) -> Iterator[tuple[Id, str]]:
    bearers: dict[str, set[Id]] = defaultdict(set)
    for speaker, name in names:
        before, _, last = folded_words(name).rpartition(" ")
        if before and last in words:
            bearers[last].add(speaker)
    return ((next(iter(speakers)), surname) for surname, speakers in bearers.items() if len(speakers) == 1)


def _is_written_like(words: str, name: str) -> bool:
    """Return whether the capitals match: all of them in an acronym, the first one in other names."""
    if name.isupper() and len(name) <= 6:
        return words.isupper()
    return words[0].isupper() or not name[0].isupper()


def _without_nested(mentions: list[Mention]) -> list[Mention]:
    """Drop mentions inside longer ones; of equal ones keep the first."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda one: (one.start, -one.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept
