"""Find where what somebody said ends in a sentence of unquoted words."""

from dataclasses import dataclass

from models.attribution.lexicon import BE, DO, HAVE
from models.attribution.subjects import DASHES
from models.suggestions.clauses import Clauses

_JOINING = frozenset(["and", "but", "while", "though", "although", "as", "whereas", "or", "yet"])
_PERSONAL = frozenset(["he", "she", "they", "it"])
_OTHERS = frozenset(["another", "others"])
_SOON = 12


@dataclass(frozen=True, slots=True)
class Frame:
    """What else bounds the words that are said: whether they are only a noun, whether the clause that reports them is
    relative ("who said that"), and whether it depends on another ("when he said that").
    """

    noun: bool = False
    relative: bool = False
    depending: bool = False


PLAIN = Frame()


class Endings:
    """Finds the ends of what is said, in one paragraph."""

    def __init__(self, clauses: Clauses) -> None:
        self.clauses = clauses

    def end(self, start: int, last: int, frame: Frame = PLAIN) -> int:
        """Return the index of the last word of what is said from `start`, in a sentence that ends at `last`."""
        cut = next((at for at in range(start + 1, last) if self._is_cut(at, last, frame)), last + 1)
        return self.clauses.without_signs(start, cut - 1)

    def _is_cut(self, at: int, last: int, frame: Frame) -> bool:
        """Return whether what is said ends before the word at an index."""
        lower = self.clauses.lower(at)
        if lower == "," and (self._ends_frame(at, last, frame) or self._another_begins(at, last)):
            return True
        if lower in DASHES:
            return self._reports_soon(at + 1, last)
        if lower not in _JOINING:
            return lower == ";"
        return self._is_joined(at, frame)

    def _ends_frame(self, comma: int, last: int, frame: Frame) -> bool:
        """Return whether the clause that reports, or the noun that is said, ends with a comma."""
        clauses, after = self.clauses, comma + 1
        if frame.relative and clauses.is_finite(after):
            return True
        if frame.depending and clauses.tag(after) != "which" and clauses.begins_clause(after, last):
            return True
        return frame.noun and clauses.lower(after) in _JOINING and clauses.begins_clause(after + 1, last)

    def _another_begins(self, comma: int, last: int) -> bool:
        """Return whether something else is reported after a comma."""
        after = comma + 1
        adding = self.clauses.tag(after) == "ing" and self.clauses.is_report(after)
        joined = self.clauses.lower(after) in _JOINING and self._reports_soon(after + 1, last)
        other = self.clauses.lower(after) in _OTHERS and self.clauses.is_report(after + 1)
        return adding or joined or other or self.clauses.lower(after) == "according"

    def _is_joined(self, at: int, frame: Frame) -> bool:
        """Return whether a joining word begins something else: "while adding", "and added", "and challenged him"."""
        after = at + 1
        if self.clauses.tag(after) == "ing" and self.clauses.is_report(after):
            return True
        if self.clauses.lower(at) not in ("and", "but"):
            return False
        return (frame.noun and self.clauses.is_finite(after)) or self._reports_too(after)

    def _reports_too(self, at: int) -> bool:
        """Return whether a second verb reports here: "and added", "and even assured", "and she said"."""
        clauses = self.clauses
        while clauses.tag(at) == "adverb" or clauses.lower(at) in _PERSONAL or clauses.lower(at) in HAVE:
            at += 1
        return clauses.is_report(at) and clauses.tag(at) in ("finite", "past")

    def _reports_soon(self, at: int, last: int) -> bool:
        """Return whether the next verb reports."""
        for verb in range(at, min(last, at + _SOON) + 1):
            if self.clauses.is_report(verb):
                return True
            if self.clauses.is_finite(verb) and self.clauses.lower(verb) not in BE | HAVE | DO:
                return False
        return False
