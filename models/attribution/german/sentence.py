"""A German sentence as words, and its segments between commas, colons and dashes outside quotation marks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.text.quotations import quotations
from models.text.ranges import Range, range_around
from models.text.sentences import sentences

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)+|\w+(?:[-‐‑'’./&]\w+)*|\.\.+|--+|[^\w\s]")
_BRACKETS = re.compile(r"\([^()\n]{1,80}\)")
LANGUAGE = "de"
_LONGEST = 3_000
"""Characters of a sentence; longer ones are no prose."""
SIGNS = frozenset(",:;–—") | {"--", "-"}


@dataclass(frozen=True, slots=True)
class Word:
    """A word or sign: its offsets, its text, and whether it is in quotation marks."""

    start: int
    end: int
    text: str
    lower: str
    quoted: bool

    @property
    def is_word(self) -> bool:
        """Return whether it has a letter or digit."""
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Return whether it begins with a capital letter, as nouns and names do."""
        return self.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class Segment:
    """The indexes of the first and last word of a segment, and the sign before it."""

    first: int
    last: int
    sign: str


def sentences_of(text: str, start: int, end: int, own: frozenset[str] = frozenset()) -> Iterator["Sentence"]:
    """Yield the sentences between two offsets that have words, but for those too long to be prose.

    `own` are forms of reporting verbs that the project adds.
    """
    quoted = [(start + first, start + last) for first, last in quotations(text[start:end])]
    for first, last in sentences(text[start:end], LANGUAGE):
        if last - first <= _LONGEST:
            sentence = Sentence(text, start + first, start + last, quoted, own)
            if sentence.words:
                yield sentence


class Sentence:
    """The words of one sentence; short brackets are left out of them."""

    def __init__(self, text: str, start: int, end: int, quoted: Sequence[Range], own: frozenset[str]) -> None:
        self.text, self.start, self.end, self.own = text, start, end, own
        self.words = tuple(self._words(quoted))
        self.segments = tuple(self._segments())
        self._place = {at: k for k, each in enumerate(self.segments) for at in range(each.first, each.last + 1)}

    def _words(self, quoted: Sequence[Range]) -> list[Word]:
        hidden = [found.span() for found in _BRACKETS.finditer(self.text, self.start, self.end)]
        near = [(first, last) for first, last in quoted if first < self.end and self.start < last]
        read: list[Word] = []
        for found in _TOKEN.finditer(self.text, self.start, self.end):
            start, end = found.span()
            inside = bool(near) and range_around(near, start) is not None
            if inside or not hidden or range_around(hidden, start) is None:
                read.append(Word(start, end, found[0], found[0].lower(), inside))
        return read

    def _segments(self) -> list[Segment]:
        found, first, sign = [], 0, ""
        for at, word in enumerate(self.words):
            if word.text in SIGNS and not word.quoted and not self._is_joined(at):
                if first < at:
                    found.append(Segment(first, at - 1, sign))
                sign = sign if first == at and sign not in (",", "") else word.text
                first = at + 1
            elif self._ends_a_speech(at) and first <= at:
                found.append(Segment(first, at, sign))
                first, sign = at + 1, ""
        last = len(self.words) - 1
        while last > first and self.words[last].text in ".!?…" and not self.words[last].quoted:
            last -= 1
        if first <= last or not found:
            found.append(Segment(min(first, last), last, sign))
        return found

    def _is_joined(self, at: int) -> bool:
        """Return whether a hyphen or colon is part of something: "Handels- und Industrieminister", "1:0"."""
        word = self.words[at]
        blank_before = at == 0 or self.words[at - 1].end < word.start
        return word.text == "-" and not blank_before

    def _ends_a_speech(self, at: int) -> bool:
        """Return whether a quotation that is itself a sentence ends here: “Was nun?” fragte sie."""
        words = self.words
        if not words[at].quoted or at + 1 >= len(words) or words[at + 1].quoted or at == 0:
            return False
        return words[at - 1].text[-1] in ".!?…" and words[at + 1].text not in SIGNS

    def segment(self, at: int) -> int:
        """Return the number of the segment of a word; of a sign, that of the segment after it."""
        while at < len(self.words) and at not in self._place:
            at += 1
        return self._place.get(at, len(self.segments) - 1)

    def lower(self, at: int) -> str:
        """Return a word outside quotation marks in lower case; an empty text for others and outside the sentence."""
        return self.words[at].lower if 0 <= at < len(self.words) and not self.words[at].quoted else ""

    def range(self, first: int, last: int) -> Range:
        """Return the range of some words, without signs at its ends."""
        first = self.first_word(first, last)
        return self.words[first].start, self.words[self.last_word(last, first)].end

    @property
    def whole(self) -> Range:
        """Return the range of all words, without the sign that ends the sentence."""
        return self.range(0, len(self.words) - 1)

    def segments_between(self, first: int, last: int) -> tuple[Segment, ...]:
        """Return the segments from that of one word to that of another."""
        return self.segments[self.segment(first) : self.segment(last) + 1]

    def has_words(self, first: int, last: int) -> bool:
        """Return whether there are words, not only signs, from one index to another."""
        return any(word.is_word for word in self.words[first : last + 1])

    def first_word(self, first: int, last: int) -> int:
        """Return the first index between two that is no sign."""
        while first < last and not self.words[first].quoted and not self.words[first].is_word:
            first += 1
        return first

    def last_word(self, last: int, first: int) -> int:
        """Return the last index between two that is no sign."""
        while last > first and not self.words[last].quoted and not self.words[last].is_word:
            last -= 1
        return last

    def quotation_start(self, at: int) -> int:
        """Return the first index of the quotation around an index."""
        while at > 0 and self.words[at - 1].quoted:
            at -= 1
        return at

    def quotation_end(self, at: int) -> int:
        """Return the last index of the quotation around an index."""
        while at + 1 < len(self.words) and self.words[at + 1].quoted:
            at += 1
        return at

    def is_boundary(self, at: int) -> bool:
        """Return whether a segment ends before this index: a sign, a quotation or the end."""
        if at >= len(self.words):
            return True
        return self.words[at].quoted or not self.words[at].is_word
