"""What the rules for unquoted claims are given: a word that may report, and what is known of its paragraph."""

from dataclasses import dataclass

from models.attribution.nouns import WordRange
from models.suggestions.clauses import Clauses
from models.suggestions.endings import PLAIN, Endings, Frame
from models.suggestions.openings import Openings
from models.suggestions.taken import Taken

SOON = 12
"""Words in which the words that report something end."""


@dataclass(frozen=True, slots=True)
class Cue:
    """The index of a word that may report, with the subject of a reporting verb, in the rest of a sentence between two
    indexes.
    """

    at: int
    left: int
    last: int
    source: WordRange | None


@dataclass(frozen=True, slots=True)
class Scope:
    """The clauses of a paragraph, where what is reported begins and ends in them, and what is claimed already."""

    clauses: Clauses
    taken: Taken
    openings: Openings
    endings: Endings

    def end(self, start: int, last: int, frame: Frame = PLAIN) -> int:
        """Return where what is reported from `start` ends, before words that are taken."""
        return self.endings.end(start, self.taken.free_until(start, last), frame)
