"""Clauses of a paragraph: which verbs report, where a clause begins, and where what is reported ends."""

from models.attribution.lexicon import BE, DO, HAVE, POSSESSIVES, SUBORDINATORS, speech_phrases, speech_verbs
from models.attribution.passage import CLOSING, CONTENT, OPENING
from models.suggestions.paragraphs import Paragraph

STOPS = frozenset(".?!…")
_LOOSE_ENDS = STOPS | {",", ";", ":", "—", "–", "--", "-"}
_JOINING = frozenset(["and", "but", "while", "though", "although", "as", "whereas", "or", "yet"])
_PERSONAL = frozenset(["he", "she", "they", "it"])
_LONGEST_SUBJECT = 25
_SOON = 12


class Clauses:
    """The clauses of one paragraph. All indexes are of words."""

    def __init__(self, paragraph: Paragraph) -> None:
        self.paragraph = paragraph
        self.words, self.subjects = paragraph.passage.words, paragraph.subjects
        self.nouns = self.subjects.nouns
        self._reports = frozenset(filter(self._reports_at, range(len(self.words))))

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
        return at in self._reports

    def _reports_at(self, at: int) -> bool:
        if self.tag(at) not in ("finite", "past", "base", "ing") or self.lower(at) == "according":
            return False
        if self.lower(at) not in speech_verbs() and not self.is_phrase(at):
            return False
        before = self.tag(at - 1)
        described = before in ("determiner", "possessive", "number") or self.lower(at - 1) in POSSESSIVES
        return not described or (before == "number" and self.tag(at) == "finite" and self.tag(at + 1) != "noun")

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

    def end_of_reported(self, start: int, last: int) -> int:
        """Return the index of the last word of what is reported from `start`, in a sentence that ends at `last`."""
        cut = next((at for at in range(start + 1, last) if self._is_cut(at, last)), last + 1)
        return self.without_signs(start, cut - 1)

    def end_of_depending(self, start: int, end: int) -> int:
        """Return where a clause that depends on another ends: before a comma with a clause of its own after it."""
        for at in range(start + 1, end):
            if self.lower(at) == "," and self.begins_clause(at + 1, end) and self.tag(at + 1) != "which":
                return at - 1
        return end

    def without_signs(self, start: int, end: int) -> int:
        """Return the index of the last word of a range without the signs that end it."""
        while end > start and self.tag(end) != CONTENT and self.words[end].text in _LOOSE_ENDS:
            end -= 1
        return end

    def past_signs(self, at: int, last: int) -> int:
        """Return the first index from `at` on that is not a comma, dash or closing mark."""
        while at <= last and (self.words[at].text in _LOOSE_ENDS or self.words[at].text in CLOSING - OPENING):
            at += 1
        return at

    def _is_cut(self, at: int, last: int) -> bool:
        """Return whether what is reported ends before the word at an index, since something else is reported there."""
        if self.lower(at) in _JOINING:
            adding = self.tag(at + 1) == "ing" and self.is_report(at + 1)
            return adding or (self.lower(at) in ("and", "but") and self._reports_too(at + 1))
        if self.lower(at) != ",":
            return self.lower(at) == ";"
        adding = self.tag(at + 1) == "ing" and self.is_report(at + 1)
        joined = self.lower(at + 1) in _JOINING and self._reports_soon(at + 2, last)
        return adding or joined or self.lower(at + 1) == "according"

    def _reports_too(self, at: int) -> bool:
        """Return whether a second verb reports here: "and added", "and even assured", "and she said"."""
        while self.tag(at) == "adverb" or self.lower(at) in _PERSONAL or self.lower(at) in HAVE:
            at += 1
        return self.is_report(at) and self.tag(at) in ("finite", "past")

    def _reports_soon(self, at: int, last: int) -> bool:
        """Return whether the next verb reports."""
        for verb in range(at, min(last, at + _SOON) + 1):
            if self.is_report(verb):
                return True
            if self.is_finite(verb) and self.lower(verb) not in BE | HAVE | DO:
                return False
        return False
