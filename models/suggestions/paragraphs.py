"""Read one line of an article, with each quotation that may be a claim as one word of its passage."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from models.attribution.lexicon import speech_verbs
from models.attribution.nouns import WordRange
from models.attribution.passage import CONTENT, Passage, Word, passage_of
from models.attribution.subjects import Subjects
from models.text.quotations import quotations
from models.text.ranges import Range

_SPOKEN = re.compile(r"[,.!?…—–-][\s'’\"”»“]*$")
"""How a quotation ends that closes a clause."""
_BEFORE = frozenset(".?!…:,;—–-([”’\"'»")
"""Signs after which a quotation begins a clause; after a word it may be a part of one."""
_WORD = re.compile(r"\w+")
_MANY = 4
"""Words from which a quotation may be a claim although it follows a word, or no sign closes its clause."""
_LONG, _LONGEST_TITLE, _MOSTLY = 4, 30, 0.8
_BLANKS = 8
"""Characters before a quotation that are searched for a sign."""
_CLOSED = ("”", '"', "»", "''", "“")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the article: its words and its sentences, each as the indexes of its first and last word.

    `own` are the forms of reporting verbs that the project adds, in small letters.
    """

    passage: Passage
    subjects: Subjects
    sentences: tuple[WordRange, ...]
    own: frozenset[str] = frozenset()

    def is_quotation(self, at: int) -> bool:
        """Return whether the word at an index is a whole quotation."""
        words = self.passage.words
        return 0 <= at < len(words) and words[at].tag == CONTENT

    def range_of(self, part: WordRange) -> Range:
        """Return the range of the text from a first to a last word."""
        words = self.passage.words
        return words[part[0]].start, words[part[1]].end

    @property
    def is_headline(self) -> bool:
        """Return whether the line is one short sentence without a stop at its end."""
        words = self.passage.words
        return len(self.sentences) == 1 and len(words) <= _LONGEST_TITLE and words[-1].tag in ("noun", "name", "finite")

    @property
    def goes_on(self) -> bool:
        """Return whether the line ends in a quotation that is not closed, so that the next line may continue it."""
        words = self.passage.words
        return words[-1].tag == CONTENT and not words[-1].text.rstrip().endswith(_CLOSED)


def paragraph(text: str, start: int, end: int, own: frozenset[str] = frozenset()) -> Paragraph:
    """Return the words between two offsets of one line."""
    line = text[start:end]
    spoken = [(start + first, start + last) for first, last in quotations(line) if _is_spoken(line, first, last)]
    passage = passage_of(text, start, end, spoken)
    if _is_title(passage.words):
        passage = replace(passage, words=tuple(map(_as_in_title, passage.words)))
    return Paragraph(passage, Subjects(passage), tuple(passage.sentences()), own)


def _is_spoken(line: str, start: int, end: int) -> bool:
    """Return whether a quotation may be a claim by itself, and not only some words of one."""
    quoted, before = line[start:end], line[max(0, start - _BLANKS) : start].rstrip()
    closed = _SPOKEN.search(quoted) is not None or line[end : end + 1] == ","
    words = _WORD.findall(quoted)
    if before and before[-1] not in _BEFORE:
        return closed and len(words) >= _MANY
    return bool(words) and (closed or words[0][0].isupper() or len(words) >= _MANY)


def _is_title(words: Sequence[Word]) -> bool:
    """Return whether a line is a headline with a capital in most words: “Minister Says Storm Will Cost Billions”."""
    long = [word.text for word in words if len(word.text) >= _LONG and word.text.isalpha()]
    return len(words) <= _LONGEST_TITLE and len(long) >= _MANY and sum(map(_begins_large, long)) > _MOSTLY * len(long)


def _begins_large(word: str) -> bool:
    return word[:1].isupper()


def _as_in_title(word: Word) -> Word:
    """Return a word with the tag of a verb if it is a form of a reporting verb that was taken for a name."""
    is_verb = word.tag == "name" and word.lower in speech_verbs() and word.lower.endswith(("s", "ed"))
    return word._replace(tag="finite") if is_verb else word
