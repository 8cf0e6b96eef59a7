"""Find where the words end that say to whom, when or where somebody said something: told the AP on Tuesday."""

from models.attribution.lexicon import OBJECTS, TIMES, TOLD
from models.suggestions.clauses import Clauses
from models.suggestions.qualified import number_after


class Hearers:
    """Finds what stands between a verb and what it reports, in one paragraph."""

    def __init__(self, clauses: Clauses) -> None:
        self.clauses = clauses

    def past(self, verb: int, last: int) -> int:
        """Return the index after a verb, its particle and adverbs, and the words for whom somebody told."""
        clauses = self.clauses
        at = self._past_adverbs(verb + 1 + clauses.is_phrase(verb), last)
        if clauses.lower(verb) not in TOLD or at > last:
            return at
        hearer = self._hearer(at)
        return at if hearer is None or clauses.is_finite(hearer + 1) else self._past_adverbs(hearer + 1, last)

    def is_adjunct(self, at: int) -> bool:
        """Return whether words for a time, a place or a hearer begin here: "on Tuesday", "to reporters"."""
        clauses = self.clauses
        timed = clauses.lower(at) in TIMES or clauses.lower(at + 1) in TIMES
        hearer = clauses.lower(at) == "to" and clauses.tag(at + 1) != "base"
        return clauses.tag(at) == "preposition" or hearer or (timed and clauses.tag(at) != "pronoun")

    def is_silent(self, verb: int, end: int) -> bool:
        """Return whether there is nothing but a hearer, a time or a place between a verb and a later word."""
        at = self.past(verb, end)
        return at >= end or self.is_adjunct(at)

    def _hearer(self, at: int) -> int | None:
        """Return the index of the last word for a hearer that begins here: "the AP", not "the AP his firm"."""
        found = self.clauses.nouns.right_of(at)
        if found is None:
            return at if self.clauses.lower(at) in OBJECTS else None
        first = at + (self.clauses.tag(at) == "determiner")
        inner = (place for place in range(first + 1, found[1] + 1) if self._begins_another(place))
        return next(inner, found[1] + 1) - 1

    def _begins_another(self, at: int) -> bool:
        """Return whether a noun of its own begins at an index, which depends on no preposition."""
        depends = self.clauses.tag(at - 1) in ("preposition", "to")
        return not depends and (self.clauses.tag(at) == "determiner" or number_after(self.clauses, at) is not None)

    def _past_adverbs(self, at: int, last: int) -> int:
        while at <= last and self.clauses.tag(at) == "adverb":
            at += 1
        return at
