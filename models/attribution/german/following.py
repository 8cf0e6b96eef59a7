"""Find the first German phrase after an index that can be a subject: past adverbs, objects and "am Montag"."""

from models.attribution.german.clause_kinds import looks_finite
from models.attribution.german.lexicon import (
    ADVERBS,
    DAYS,
    IT,
    OBLIQUE,
    OBLIQUE_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
)
from models.attribution.german.nouns import Nouns
from models.attribution.german.sentence import Sentence

Words = tuple[int, int]
"""The indexes of the first and the last word of a phrase."""


class Following:
    """Finds phrases that follow something in one sentence."""

    def __init__(self, sentence: Sentence, nouns: Nouns) -> None:
        self.sentence, self.words, self.nouns = sentence, sentence.words, nouns

    def after(self, verb: int) -> Words | None:
        """Return the first phrase after an index that can be a subject, before the next sign."""
        at = verb + 1
        while at < len(self.words) and not self.sentence.is_boundary(at):
            skipped, lower = self._past_other(at), self.sentence.lower(at)
            if skipped is None:
                end = self.nouns.phrase(at)
                if end is not None and lower in IT and (other := self.after(at)) is not None:
                    return other
                if end is not None:
                    return at, self.with_apposition(end)
                skipped = at + 1
            at = skipped
        return None

    def with_apposition(self, end: int) -> int:
        """Return the end of a phrase with a name or role between commas behind it: "der Chef, Peter Hahn, sagte"."""
        number = self.sentence.segment(end)
        if end != self.sentence.segments[number].last or number + 1 >= len(self.sentence.segments):
            return end
        aside = self.sentence.segments[number + 1]
        whole = aside.sign == "," and self.nouns.phrase(aside.first) == aside.last
        return aside.last if whole and self.nouns.is_capital(aside.last) else end

    def _past_other(self, at: int) -> int | None:
        """Return the index after words that are no subject: adverbs, objects, "am Montag"; None for others."""
        lower = self.sentence.lower(at)
        if lower in POSSESSIVES and self.nouns.phrase(at) not in (None, at):
            return None
        if lower in OBLIQUE_PRONOUNS and lower not in PRONOUNS:
            return at + 1
        if lower in PREPOSITIONS:
            end = self.nouns.phrase(at + 1)
            return (end if end is not None else at) + 1
        if lower in OBLIQUE:
            end = self.nouns.phrase(at)
            return (end if end is not None else at) + 1
        if lower in ADVERBS or lower in DAYS or looks_finite(self.sentence, at):
            return at + 1
        return None
