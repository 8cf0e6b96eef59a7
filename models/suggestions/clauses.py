"""Clauses of a paragraph: which verbs report, where a clause begins, and how a range of words ends."""

from models.attribution.lexicon import MANY, POSSESSIVES, SUBORDINATORS, speech_phrases, speech_verbs
from models.attribution.passage import CONTENT
from models.suggestions.paragraphs import Paragraph
from models.suggestions.verbs import reporting_words

STOPS = frozenset(".?!…")
_LOOSE_ENDS = STOPS | {",", ";", ":", "—", "–", "--", "-"}
_LONGEST_SUBJECT = 25


class Clauses:
    """The clauses of one paragraph. All indexes are of words."""

    def __init__(self, paragraph: Paragraph) -> None:
        self.paragraph = paragraph
        self.words, self.subjects = paragraph.passage.words, paragraph.subjects
        self.nouns = self.subjects.nouns
        known = reporting_words() | paragraph.own
        known_at = (at for at, word in enumerate(self.words) if word.lower in known)
        self.reports = frozenset(filter(self._reports_at, known_at))
        """The verbs that report."""

    def lower(self, at: int) -> str:
        """Return the word at an index in lower case; empty if there is none."""
        return self.words[at].lower if 0 <= at < len(self.words) else ""

    def tag(self, at: int) -> str:
        """Return the tag of the word at an index; empty if there is none."""
        return self.words[at].tag if 0 <= at < len(self.words) else ""

    def is_finite(self, at: int) -> bool:
        """Return whether the word at an index is a verb that makes a clause."""
        return self.tag(at) in ("finite", "modal")

    def has_verb(self, first: int, last: int) -> bool:
        """Return whether there is a verb that makes a clause between two indexes, both included."""
        return any(map(self.is_finite, range(first, last + 1)))

    def is_whole(self, first: int, last: int) -> bool:
        """Return whether a clause that does not depend on another is between two indexes, both included."""
        verbs = sum(map(self.is_finite, range(first, last + 1)))
        return verbs > (self.lower(first) in SUBORDINATORS and self.lower(first) not in ("but", "what", "that"))

    def is_report(self, at: int) -> bool:
        """Return whether the word at an index is a verb that reports."""
        return at in self.reports

    def _reports_at(self, at: int) -> bool:
        if self.tag(at) in ("noun", "name"):
            return self._is_misread(at)
        if self.tag(at) not in ("finite", "past", "base", "ing") or self.lower(at) == "according":
            return False
        known = self.lower(at) in speech_verbs() or self.lower(at) in self.paragraph.own
        if not known and not self.is_phrase(at):
            return False
        before = self.tag(at - 1)
        if before == "adjective" and self.words[at - 1].text.islower() and self.lower(at - 1) not in MANY:
            return False
        described = before in ("determiner", "possessive", "number") or self.lower(at - 1) in POSSESSIVES
        another = self.lower(at - 1) == "another" and self.tag(at) == "finite"
        return (
            not described or another or (before == "number" and self.tag(at) == "finite" and self.tag(at + 1) != "noun")
        )

    def _is_misread(self, at: int) -> bool:
        """Return whether a word taken for a noun is the last of a sentence that it reports: “So it is,” Holm notes."""
        after = at + 1 + self.is_phrase(at)
        ends = after == len(self.words) or self.words[after].text in STOPS
        known = self.lower(at) in speech_verbs() or self.is_phrase(at)
        if not ends or not known or not self.nouns.may_end(at - 1):
            return False
        start = self.nouns.core_start(at - 1)
        return start > 0 and (self.words[start - 1].text == "," or self.tag(start - 1) == CONTENT)

    def is_phrase(self, at: int) -> bool:
        """Return whether the word at an index and the next are a verb of two words: "pointed out"."""
        return f"{self.lower(at)} {self.lower(at + 1)}" in speech_phrases()

    def begins_clause(self, at: int, last: int) -> bool:
        """Return whether a clause with a subject and a verb begins at an index."""
        for verb in range(at, min(last, at + _LONGEST_SUBJECT) + 1):
            if self.lower(verb) in (",", ";", ":", "that") or self.tag(verb) in (CONTENT, "which"):
                return False
            if self.is_finite(verb):
                return True
        return False

    def without_signs(self, start: int, end: int) -> int:
        """Return the index of the last word of a range without the signs that end it, or a bracket opened before it."""
        opened = any(self.words[at].text == "(" for at in range(start, end))
        loose = _LOOSE_ENDS if opened else _LOOSE_ENDS | {")"}
        while end > start and self.tag(end) != CONTENT and self.words[end].text in loose:
            end -= 1
        return end

    def past_bracket(self, first: int, last: int) -> int:
        """Return the index where a sentence begins, after a bracket that holds the whole sentence."""
        closed = next((at for at in range(first, last + 1) if self.words[at].text == ")"), last)
        whole = self.words[first].text == "(" and first < self.without_signs(closed, last) <= closed
        return first + 1 if whole else first
