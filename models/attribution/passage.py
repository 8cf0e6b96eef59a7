"""Read the words around a claim, tagged, with each part of the claim as one word. Attribution sees nothing else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from models.attribution.parts_of_speech import STOPS, tagged
from models.attribution.tokens import Token, tokens
from models.text.abbreviations import abbreviations
from models.text.quotations import quotations
from models.text.ranges import Range

FARTHEST = 1_500
"""Characters before and after the parts of a claim that are read."""
_PARAGRAPHS = 8_000
"""Characters around a claim in which one blank line shows that paragraphs are separated by blank lines."""
_INSIDE = 300
"""Characters at both ends of a part that are read, so that the words next to it are tagged in context."""
_BESIDE = 24
"""The same for the quotations of a whole paragraph."""

CONTENT = "content"
QUOTED = "quoted"
CLOSING = frozenset("”’»\"'") | {"''"}
OPENING = frozenset("“‘«„\"'") | {"``", "''"}


class Word(NamedTuple):
    """A word, sign or part of the claim: its offsets, its text, its tag, and the number of its sentence. A tuple, since
    a text has very many.
    """

    start: int
    end: int
    text: str
    lower: str
    tag: str
    sentence: int

    @property
    def is_word(self) -> bool:
        """Return whether it has a letter or digit."""
        return any(map(str.isalnum, self.text))


@dataclass(frozen=True, slots=True)
class Passage:
    """Words in text order; `parts` are the indexes of those that are parts of the claim."""

    text: str
    words: tuple[Word, ...]
    parts: tuple[int, ...]

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Yield the indexes of the first and the last word of each sentence."""
        first = 0
        for at in range(1, len(self.words) + 1):
            if at == len(self.words) or self.words[at].sentence != self.words[first].sentence:
                yield first, at - 1
                first = at


def passage_around(text: str, contents: Sequence[Range]) -> Passage:
    """Return the words of the paragraphs around a claim, without words that are far from it."""
    first, last = _paragraph(text, contents[0][0], contents[-1][1])
    gaps = [(one[1] + FARTHEST, other[0] - FARTHEST) for one, other in pairwise(contents)]
    pieces = _pieces(first, last, [*_middles(contents, _INSIDE), *gaps])
    read = [token for start, end in pieces for token in tokens(text, start, end)]
    return _Collapsing(text, _quoted(text, contents, first, last)).run(read, tagged(read), contents)


def passage_of(text: str, start: int, end: int, contents: Sequence[Range] = ()) -> Passage:
    """Return the words between two offsets, with each of the contents, which are between them too, as one word."""
    pieces = _pieces(start, end, _middles(contents, _BESIDE))
    read = [token for first, last in pieces for token in tokens(text, first, last)]
    return _Collapsing(text, _quoted(text, contents, start, end)).run(read, tagged(read), contents)


def _paragraph(text: str, start: int, end: int) -> Range:
    separator = "\n\n" if text.find("\n\n", max(0, start - _PARAGRAPHS), end + _PARAGRAPHS) >= 0 else "\n"
    earliest, latest = max(0, start - FARTHEST), min(len(text), end + FARTHEST)
    before, after = text.rfind(separator, earliest, start), text.find(separator, end, latest)
    return before + len(separator) if before >= 0 else earliest, after if after >= 0 else latest


def _middles(contents: Sequence[Range], inside: int) -> list[Range]:
    """Return the middles of long parts, without this many characters at both ends."""
    return [(start + inside, end - inside) for start, end in contents]


def _pieces(first: int, last: int, unread: Sequence[Range]) -> Iterator[Range]:
    """Yield the pieces of the text to read, all but these; ranges that end before they begin do not count."""
    at = first
    for start, end in sorted(unread):
        if start < end:
            yield at, start
            at = end
    yield at, last


def _quoted(text: str, contents: Sequence[Range], first: int, last: int) -> list[Range]:
    """Return the quotations outside the claim, reading each piece of text outside it separately."""
    bounds = [first, *(offset for part in contents for offset in part), last]
    found: list[Range] = []
    for start, end in zip(bounds[::2], bounds[1::2], strict=True):
        found += [(start + a, start + b) for a, b in quotations(text[start:end]) if b - a > 2]
    return found


class _Collapsing:
    """Replaces each part of the claim with one word, and numbers the sentences."""

    def __init__(self, text: str, quoted: Sequence[Range]) -> None:
        self._text, self._quoted = text, list(reversed(quoted))
        self._words: list[Word] = []
        self._parts: list[int] = []
        self._sentence = 0

    def run(self, read: Sequence[Token], tags: Sequence[str], contents: Sequence[Range]) -> Passage:
        """Return the passage of these words."""
        left = list(zip(read, tags, strict=True))[::-1]
        for start, end in contents:
            while left and left[-1][0].start < start:
                self._add(*left.pop())
            self._add_part(start, end)
            while left and left[-1][0].start < end:
                left.pop()
        while left:
            self._add(*left.pop())
        return Passage(self._text, tuple(self._words), tuple(self._parts))

    def _add_part(self, start: int, end: int) -> None:
        first = self._text[start : min(end, start + 40)].lstrip("“‘«\"'`").split(" ")[0]
        self._sentence += _breaks(self._words, self._text, start, first)
        self._parts.append(len(self._words))
        self._words.append(Word(start, end, self._text[max(start, end - 40) : end], "", CONTENT, self._sentence))

    def _add(self, token: Token, its_tag: str) -> None:
        self._sentence += _breaks(self._words, self._text, token.start, token.text)
        while self._quoted and self._quoted[-1][1] <= token.start:
            self._quoted.pop()
        if self._quoted and self._quoted[-1][0] <= token.start:
            its_tag = QUOTED
        self._words.append(Word(token.start, token.end, token.text, token.lower, its_tag, self._sentence))


def _breaks(words: Sequence[Word], text: str, start: int, following: str) -> bool:
    """Return whether a sentence ends before a word: after a stop, or at the end of a line."""
    between = text[words[-1].end : start] if words else ""
    if following[:1].islower() and between in ("", " "):
        return False
    begins = following[:1].isupper() or following[:1].isdigit() or following in OPENING
    if not begins and "\n" not in between:
        return False
    last = next((word for word in reversed(words[-3:]) if word.text not in CLOSING), None)
    if last is None or "\n" in between:
        return last is not None
    return _is_end(last, is_nearest=last is words[-1], between=between, following=following)


def _is_end(last: Word, *, is_nearest: bool, between: str, following: str) -> bool:
    """Return whether a sentence may end with a word that is not a closing mark, before one that may begin another."""
    if last.tag == CONTENT:
        return last.text.rstrip("”’»\"'` ").endswith((".", "!", "?", "…")) and following[:1].isupper()
    if last.text in STOPS:
        return following not in CLOSING or between.isspace() or is_nearest
    begins = following in abbreviations("en").begins and following != "I"
    return last.text.endswith(".") and len(last.text) > 2 and begins
