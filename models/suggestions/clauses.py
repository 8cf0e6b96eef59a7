"""Clauses of a paragraph: which verbs report, where a clause begins, and where what is reported ends."""

from models.attribution.lexicon import BE, DO, HAVE, speech_phrases, speech_verbs
from models.attribution.passage import CONTENT
from models.suggestions.paragraphs import Paragraph

STOPS = frozenset(".?!…")
_LOOSE_ENDS = STOPS | {",", ";", ":", "—", "–", "--", "-"}
_JOINING = frozenset(["and", "but", "while", "though", "although", "as", "whereas", "or", "yet"])
_LONGEST_SUBJECT = 25
_SOON = 12


class Clauses:
    """The clauses of one paragraph. All indexes are of words."""

    def __init__(self, paragraph: Paragraph) -> None:
        self.paragraph = paragraph
        self.words, self.subjects = paragraph.passage.words, paragraph.subjects
        self.nouns = self.subjects.nouns

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
        """Return whether there is a clause with a verb of its own between two indexes, both included."""
        return any(map(self.is_finite, range(first, last + 1)))

    def is_report(self, at: int) -> bool:
        """Return whether the word at an index is a verb that reports."""
        if self.tag(at) not in ("finite", "past", "base", "ing"):
            return False
        return self.lower(at) in speech_verbs() or self.is_phrase(at)

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

    def without_signs(self, start: int, end: int) -> int:
        """Return the index of the last word of a range without the signs that end it."""
        while end > start and self.tag(end) != CONTENT and self.words[end].text in _LOOSE_ENDS:
            end -= 1
        return end

    def _is_cut(self, at: int, last: int) -> bool:
        """Return whether what is reported ends before the word at an index, since something else is reported there."""
        if self.lower(at) == "and":
            return self.is_report(at + 1) and self.tag(at + 1) in ("finite", "past")
        if self.lower(at) != ",":
            return self.lower(at) == ";"
        adding = self.tag(at + 1) == "ing" and self.is_report(at + 1)
        joined = self.lower(at + 1) in _JOINING and self._reports_soon(at + 2, last)
        return adding or joined or self.lower(at + 1) == "according"

    def _reports_soon(self, at: int, last: int) -> bool:
        """Return whether the next verb reports."""
        for verb in range(at, min(last, at + _SOON) + 1):
            if self.is_report(verb):
                return True
            if self.is_finite(verb) and self.lower(verb) not in BE | HAVE | DO:
                return False
        return False
