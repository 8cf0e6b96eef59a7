"""Find what stands before a reporting verb: “Es regnet”, sagte Ida Brekke. Das sei falsch, sagte sie."""

from models.attribution.german.clause_kinds import has_main_verb, opens_clause
from models.attribution.german.clauses import Clauses
from models.attribution.german.following import Words
from models.attribution.german.lexicon import FACT, PREPOSITIONS, SAYS
from models.attribution.german.sentence import Sentence
from models.attribution.german.verbs import Reporting


class Before:
    """Finds what was said before a verb of one sentence."""

    def __init__(self, sentence: Sentence, clauses: Clauses) -> None:
        self.sentence, self.words, self.clauses = sentence, sentence.words, clauses

    def content(self, verb: Reporting, subject: Words | None, left: int, *, begun: bool = False) -> Words | None:
        """Return the words from `left` on that a verb with its subject behind it reports; None if it reports others.

        `begun` means that a clause goes on after the verb, so that only its beginning is before it.
        """
        if verb.final or verb.passive or SAYS not in verb.uses or subject is None or subject[0] < verb.finite:
            return None
        segment = self.sentence.segments[self.sentence.segment(verb.finite)]
        between = self.words[segment.first : verb.finite]
        if between and not all(word.quoted for word in between):
            return None
        if not between and segment.sign not in (",", ""):
            return None
        end = self.sentence.last_word(verb.finite - 1, left)
        if begun and end >= left and left < segment.first:
            return left, end
        return self._trimmed(left, end) if end >= left else None

    def _trimmed(self, first: int, last: int) -> Words | None:
        """Return the quotation that ends here, if nothing else is said; otherwise all of it, if it is a clause."""
        first = self.sentence.first_word(first, last)
        if self.words[first].quoted:
            return first, last
        if self.words[last].quoted and not self._has_mood(first, last):
            return self.sentence.quotation_start(last), last
        return (first, last) if self._is_said(first, last) else None

    def _is_said(self, first: int, last: int) -> bool:
        segments = self.sentence.segments_between(first, last)
        if self.sentence.lower(first) in FACT or any(has_main_verb(self.sentence, segment) for segment in segments):
            return True
        return len(segments) == 1 and self._is_clause(first, last)

    def _is_clause(self, first: int, last: int) -> bool:
        """Return whether words are more than one phrase, so that there is a verb among them."""
        if opens_clause(self.sentence, first):
            return False
        phrase = self.clauses.nouns.phrase(first + (self.sentence.lower(first) in PREPOSITIONS))
        return phrase is not None and phrase < last

    def _has_mood(self, first: int, last: int) -> bool:
        return any(self.clauses.mood(segment) is not None for segment in self.sentence.segments_between(first, last))
