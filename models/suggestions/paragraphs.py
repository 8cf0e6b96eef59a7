"""Read an article line by line, with each quotation that may be a claim as one word of its passage."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.attribution.nouns import WordRange
from models.attribution.passage import CONTENT, Passage, passage_of
from models.attribution.subjects import Subjects
from models.text.quotations import quotations
from models.text.ranges import Range

_SPOKEN = re.compile(r"[,.!?…—–-]['’\"”»]*$")
_WORD = re.compile(r"\w+")
_SHORT = 4
"""Words from which a quotation can be a claim by itself although no sign closes its clause."""
_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the article: its words and its sentences, each as the indexes of its first and last word."""

    passage: Passage
    subjects: Subjects
    sentences: tuple[WordRange, ...]

    def is_quotation(self, at: int) -> bool:
        """Return whether the word at an index is a whole quotation."""
        words = self.passage.words
        return 0 <= at < len(words) and words[at].tag == CONTENT

    def goes_on(self) -> bool:
        """Return whether the line ends in a quotation that is not closed, so that the next line may continue it."""
        words = self.passage.words
        return bool(words) and words[-1].tag == CONTENT and not words[-1].text.rstrip().endswith(("”", '"', "»", "''"))


def paragraphs(text: str, skipped: Sequence[Range]) -> Iterator[Paragraph]:
    """Yield the lines of an article in order, without those that overlap a range that is to be skipped."""
    at = 0
    for line in text.split("\n"):
        start, end = at, at + len(line)
        at = end + 1
        if line.strip() and not any(first < end and start < last for first, last in skipped):
            yield paragraph(text, start, min(end, start + _LONGEST))


def paragraph(text: str, start: int, end: int) -> Paragraph:
    """Return the words between two offsets of one line."""
    line = text[start:end]
    spoken = [(start + first, start + last) for first, last in quotations(line) if _is_spoken(line, first, last)]
    passage = passage_of(text, start, end, spoken)
    return Paragraph(passage, Subjects(passage), tuple(_sentences(passage)))


def _is_spoken(line: str, start: int, end: int) -> bool:
    """Return whether a quotation may be a claim by itself, and not only some words of one."""
    quoted = line[start:end]
    if _SPOKEN.search(quoted) or line[end : end + 1] == ",":
        return len(_WORD.findall(quoted)) > 1 or start == 0
    return end == len(line) and len(_WORD.findall(quoted)) > _SHORT


def _sentences(passage: Passage) -> Iterator[WordRange]:
    words = passage.words
    first = 0
    for at in range(1, len(words) + 1):
        if at == len(words) or words[at].sentence != words[first].sentence:
            yield first, at - 1
            first = at
