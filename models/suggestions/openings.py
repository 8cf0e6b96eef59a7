"""Find where the words begin that a verb before them reports: after "that", after whom somebody told, after a time."""

from dataclasses import dataclass

from models.attribution.lexicon import HELPERS, SUBORDINATORS, TOLD
from models.attribution.passage import CLOSING, CONTENT
from models.attribution.subjects import DASHES
from models.suggestions.clauses import STOPS, Clauses
from models.suggestions.hearers import Hearers
from models.suggestions.qualified import with_qualifier
from models.suggestions.rules import CLAUSE, COLON, OBJECT, QUOTATION_AFTER, THAT
from models.suggestions.verbs import inverting_verbs, object_verbs, preposition_verbs

_FARTHEST = 22
"""Words between a verb and what it reports."""
_MEANWHILE = frozenset(["after", "as", "because", "before", "since", "until", "when", "while"])
"""Words that begin a clause which says when or why it was said: "said as he left"."""
_COMPLEMENTS = frozenset(["that", "whether", "how", "why", "what", "if"])


@dataclass(frozen=True, slots=True)
class Opening:
    """The index of the first word of what is reported, and the name of the rule that found it."""

    at: int
    rule: str


class Openings:
    """Finds where what a verb reports begins, in one paragraph."""

    def __init__(self, clauses: Clauses) -> None:
        self.clauses, self.words = clauses, clauses.words
        self.hearers = Hearers(clauses)

    def after(self, verb: int, last: int) -> Opening | None:
        """Return where the words begin that a verb reports after it; None if nothing is reported there."""
        at = self.hearers.past(verb, last)
        if at > last or self.words[at].text in STOPS | CLOSING | {";"}:
            return None
        if (found := self._direct(at, last)) is not None:
            return found
        if self.words[at].text == ",":
            return self._past_aside(at, last)
        if not self.hearers.is_adjunct(at):
            return self._plain(verb, at, last)
        about = self.clauses.lower(at) in preposition_verbs().get(self.clauses.lower(verb), ())
        return Opening(at + 1, OBJECT) if about and at < last else self._past_adjuncts(verb, at, last)

    def is_last(self, verb: int, last: int) -> bool:
        """Return whether nothing is reported after a verb: its sentence ends, or says when or where it was said."""
        at = self.hearers.past(verb, last)
        ends = at > last or self.words[at].text in STOPS | CLOSING | DASHES | {",", ";", ":", ")"}
        plain = ends or self.hearers.is_adjunct(at) or self.clauses.lower(at) in SUBORDINATORS | {"and"}
        return plain and self.clauses.lower(verb - 1) != "to" and self.after(verb, last) is None

    def _plain(self, verb: int, at: int, last: int) -> Opening | None:
        """Return an opening at this word, if a clause or, for some verbs, a noun is reported there."""
        at = with_qualifier(self.clauses, at, verb + 1)
        if self.clauses.begins_clause(at, last):
            return Opening(at, CLAUSE)
        if self.clauses.tag(at) == "ing" and self.clauses.lower(verb) not in TOLD:
            return Opening(at, OBJECT)
        verbs = {self.clauses.lower(verb), f"{self.clauses.lower(verb)} {self.clauses.lower(verb + 1)}"}
        return Opening(at, OBJECT) if verbs & object_verbs() and not self._names_speaker(verb, at, last) else None

    def _names_speaker(self, verb: int, at: int, last: int) -> bool:
        """Return whether the last words of a headline may name who speaks: "Storm to cost billions says mayor"."""
        may_be_inverted = self.clauses.paragraph.is_headline and self.clauses.lower(verb) in inverting_verbs()
        return may_be_inverted and last - at <= 1

    def _direct(self, at: int, last: int) -> Opening | None:
        """Return an opening at this word, if the word itself shows that it is one."""
        clauses = self.clauses
        if clauses.tag(at) == CONTENT:
            return Opening(at, QUOTATION_AFTER)
        if clauses.lower(at) in _COMPLEMENTS and not self._belongs_to_noun(at, last):
            is_subject = clauses.lower(at) == "that" and clauses.lower(at + 1) in HELPERS
            return Opening(at, CLAUSE) if is_subject else Opening(self._past_that(at, last), THAT)
        if at < last and clauses.lower(at) in (",", ":") and clauses.tag(at + 1) == CONTENT:
            return Opening(at + 1, QUOTATION_AFTER)
        return Opening(at + 1, COLON) if at < last and clauses.lower(at) == ":" else None

    def _belongs_to_noun(self, at: int, last: int) -> bool:
        """Return whether a word such as "that" only stands before a noun: "said that word"."""
        clauses = self.clauses
        noun = clauses.tag(at) == "determiner" and clauses.tag(at + 1) in ("noun", "name", "adjective")
        return noun and not clauses.begins_clause(at + 1, last)

    def _past_that(self, at: int, last: int) -> int:
        """Return the index after "that" and a comma; other words that begin a clause belong to it."""
        if self.clauses.lower(at) == "that" and at < last:
            at += 1
            at += self.clauses.lower(at) == "," and at < last
        return at

    def _past_adjuncts(self, verb: int, at: int, last: int) -> Opening | None:
        """Return what is reported after words for a time or a place: "said on Tuesday it would"."""
        clauses = self.clauses
        for place in range(at, min(last, at + _FARTHEST) + 1):
            found = self._direct(place, last)
            if found is not None or clauses.lower(place) == ",":
                return found
            if clauses.is_finite(place):
                if clauses.lower(at) in _MEANWHILE:
                    return None
                subject = clauses.subjects.of(place)
                start = subject[0] if subject and subject[0] > at else at
                return Opening(with_qualifier(clauses, start, verb + 1), CLAUSE)
        return None

    def _past_aside(self, at: int, last: int) -> Opening | None:
        """Return what is reported after an aside: "said, in a letter, that"."""
        clauses = self.clauses
        if clauses.lower(at + 1) == "that" and at + 1 < last:
            return self._direct(at + 1, last)
        for place in range(at + 1, min(last, at + _FARTHEST) + 1):
            if clauses.is_finite(place):
                return None
            opens = clauses.lower(place) in (",", ":")
            if opens and (clauses.tag(place + 1) == CONTENT or clauses.lower(place + 1) == "that") and place < last:
                return self._direct(place + 1, last)
        return None
