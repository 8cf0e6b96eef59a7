"""Find where a German report begins and ends: after "dass", after a colon, an infinitive with "zu", a main clause."""

import re

from models.attribution.german.clause_kinds import has_main_verb, may_end_clause, opens_clause
from models.attribution.german.lexicon import (
    ASKING,
    ASKS,
    BARRED,
    DETERMINERS,
    PURPOSE,
    RELATIVES,
    SAYS,
    THAT,
    TO,
    moods,
)
from models.attribution.german.nouns import Nouns
from models.attribution.german.rules import CLAUSE_BEFORE, COLON, SAID_THAT
from models.attribution.german.sentence import Segment, Sentence
from models.attribution.german.verbs import Reporting

_MOST_ASIDES = 5
_INFINITIVE = re.compile(r"\w{2,}zu\w{2,}(?:en|ern|eln)")
_SHORT = 3
"""Words of a clause whose verb in the mood of reported speech may be its last: "er komme"."""


class Clauses:
    """Finds what is said in one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence, self.words, self.nouns = sentence, sentence.words, Nouns(sentence)

    def after(self, verb: Reporting) -> tuple[int, str] | None:
        """Return where what a verb reports begins after it, and the rule; None if nothing that is said follows."""
        passed = 0
        for segment in self.sentence.segments:
            if segment.first <= verb.end:
                continue
            rule = self._rule(segment, verb)
            if rule is not None:
                return segment.first, rule
            passed += 1
            if passed > _MOST_ASIDES or segment.sign == ";" or has_main_verb(self.sentence, segment):
                break
        return None

    def _rule(self, segment: Segment, verb: Reporting) -> str | None:
        lower = self.sentence.lower(segment.first)
        if segment.sign == ":" and (SAYS in verb.uses or self.words[segment.first].quoted):
            return COLON
        if SAYS in verb.uses and (lower in THAT or self._asks(segment)):
            return SAID_THAT
        if verb.passive and verb.final:
            return None
        if ASKS in verb.uses and self._is_infinitive(segment):
            return CLAUSE_BEFORE
        quoted = self.words[segment.first].quoted
        said = SAYS in verb.uses and segment.sign in ",–—" and (quoted or self.is_reported(segment))
        return CLAUSE_BEFORE if said else None

    def _asks(self, segment: Segment) -> bool:
        """Return whether a question begins here, and not "wie viele Länder" without a verb."""
        asked = self.sentence.lower(segment.first) in ASKING
        return asked and any(may_end_clause(self.sentence, each.last) for each in self._from(segment))

    def _from(self, segment: Segment) -> tuple[Segment, ...]:
        """Return a segment and the two after it, in which a clause with an aside may end."""
        number = self.sentence.segment(segment.first)
        return self.sentence.segments[number : number + 3] if segment.last - segment.first < 2 else (segment,)

    def _is_infinitive(self, segment: Segment) -> bool:
        if self.words[segment.first].quoted:
            return True
        if self.sentence.lower(segment.first) in PURPOSE:
            return False
        for at in range(segment.first, segment.last + 1):
            lower = self.sentence.lower(at)
            if _INFINITIVE.fullmatch(lower):
                return True
            if lower in TO and self.sentence.lower(at + 1).endswith("n") and self.sentence.is_boundary(at + 2):
                return True
        return False

    def is_reported(self, segment: Segment) -> bool:
        """Return whether a segment is a main clause in the mood of reported speech."""
        if self.mood(segment) is not None:
            return True
        dependent = opens_clause(self.sentence, segment.first)
        if dependent or self.words[segment.first].quoted or not self.nouns.begins_subject(segment.first):
            return False
        return self._has_mood_second(segment) or any(
            word.quoted for word in self.words[segment.first : segment.last + 1]
        )

    def _has_mood_second(self, segment: Segment) -> bool:
        """Return whether the word behind the first phrase looks like a verb in that mood: "es regne"."""
        end = self.nouns.phrase(segment.first)
        lower = self.sentence.lower(end + 1) if end is not None and end < segment.last else ""
        return lower.endswith("e") and len(lower) > 2 and lower not in BARRED and lower not in DETERMINERS

    def mood(self, segment: Segment) -> int | None:
        """Return the verb of a main clause in the mood of reported speech, for certain or not."""
        dependent = segment.last - segment.first >= _SHORT and opens_clause(self.sentence, segment.first)
        if dependent or self.sentence.lower(segment.first) in THAT | ASKING:
            return None
        for at in range(segment.first, segment.last + 1):
            lower = self.sentence.lower(at)
            if lower in moods() and not self.words[at].is_capital:
                last = at == segment.last and segment.last - segment.first >= _SHORT
                relative = self.sentence.lower(segment.first) in RELATIVES and at > segment.first + 1
                if not (last and relative):
                    return at
        return None
