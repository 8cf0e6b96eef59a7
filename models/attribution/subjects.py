"""Find the subject of a verb: before it or, in inverted order, after it."""

from collections.abc import Iterator

from models.attribution.lexicon import (
    BE,
    COMPLEMENTS,
    CONTROL,
    DAYS,
    DO,
    HAVE,
    HELPERS,
    OBJECTS,
    PASSIVE,
    PRONOUNS,
    REFLEXIVES,
    RELATIVES,
    TIMES,
    speech_verbs,
)  # fmt: skip
from models.attribution.nouns import Nouns, WordRange
from models.attribution.passage import CLOSING, CONTENT, QUOTED, Passage, Word
from models.attribution.people import roles

DASHES = frozenset(("—", "–", "--", "-"))
_NOMINAL = frozenset(("noun", "name", "number", "adjective", "determiner"))
_VERBAL = frozenset(("finite", "base", "past", "ing", "modal"))
_BEFORE_TIMES = frozenset(["on", "late", "early", "last", "this", "earlier", "later", "in", "at"])
_FARTHEST_ASIDE = 45
_MOST_HOPS = 6


class Subjects:
    """Finds subjects in one passage."""

    def __init__(self, passage: Passage) -> None:
        self.words, self.nouns = passage.words, Nouns(passage)
        self._same, self._lower = self.nouns.same, self.nouns.lower

    def of(self, verb: int) -> WordRange | None:
        """Return the subject of the verb at an index, or None; for a passive verb, who does it ("by her")."""
        if self._is_passive(verb):
            return self.nouns.right_of(verb + 2) if self._lower(verb + 1) == "by" else None
        if self.is_inverted(verb):
            return self.nouns.right_of(verb + 1)
        at = self.nouns.before_helpers(verb)
        if self._is_bare(verb, at):
            return self._governed(verb, at) or self._of_clause(verb)
        return self._left_of(at, verb)

    def _is_passive(self, verb: int) -> bool:
        """Return whether the verb is passive: "he was told", "it was said by her"."""
        word, by = self.words[verb], self._lower(verb + 1) == "by"
        if word.tag in ("ing", "base") or not (by or word.lower in PASSIVE):
            return False
        at = verb - 1
        while self._same(at, verb) and self.words[at].tag == "adverb":
            at -= 1
        return (by and self.nouns.begins(verb + 2)) or (at >= 0 and self._lower(at) in BE)

    def is_inverted(self, verb: int) -> bool:
        """Return whether the subject is after the verb: “…,” said Mr Lund."""
        at = verb - 1
        while at >= 0 and (self.words[at].tag == "adverb" or self.words[at].text in CLOSING | DASHES | {","}):
            at -= 1
        reported = at >= 0 and self.words[at].tag in (CONTENT, QUOTED)
        return reported and self.words[verb].tag not in ("ing", "base") and self.nouns.begins(verb + 1)

    # without a subject beside it

    def _is_bare(self, verb: int, at: int) -> bool:
        """Return whether the verb has no subject beside it: "adding", "to say", "and said"."""
        if at >= 0 and self.words[at].tag in ("to", "and"):
            return True
        return self.words[verb].tag == "ing" and not any(self._lower(each) in HELPERS for each in range(at + 1, verb))

    def _governed(self, verb: int, at: int) -> WordRange | None:
        """Return the object that carries out the verb: "led Mr Lund to say", "with half of them saying"."""
        to = self._lower(at) == "to"
        end = at - 1 if to else at
        if end < 1 or not self._same(end, verb):
            return None
        if to and self._lower(end) in OBJECTS and self._lower(end - 1) in CONTROL:
            return end, end
        if self.words[end].tag not in ("noun", "name", "number"):
            return None
        start = self.nouns.core_start(end)
        while self._lower(start - 1) == "of" and start > 1 and self.words[start - 2].tag in ("noun", "number"):
            start = self.nouns.core_start(start - 2)
        before = self._lower(start - 1) if self._same(start - 1, verb) else ""
        return (start, end) if before in (CONTROL if to else {"with", ",", *DASHES}) else None

    def _of_clause(self, verb: int) -> WordRange | None:
        """Return the subject of the finite verb whose clause the bare verb continues."""
        fallback: WordRange | None = None
        for at in range(verb - 1, -1, -1):
            if not self._same(at, verb):
                break
            found = self._of_finite(at)
            if found and found[1] < verb and not self._is_embedded(found[0]):
                return found
            fallback = fallback or found
        return fallback

    def _of_finite(self, at: int) -> WordRange | None:
        word = self.words[at]
        if word.tag not in ("finite", "modal") and not (word.tag == "past" and word.lower in speech_verbs()):
            return None
        before = self.nouns.before_helpers(at)
        if self._is_bare(at, before):
            return None
        return self.nouns.right_of(at + 1) if self.is_inverted(at) else self._left_of(before, at)

    def _is_embedded(self, start: int) -> bool:
        """Return whether a clause that begins with this subject depends on another: "said it was", "that it was"."""
        if self._lower(start) in RELATIVES or not self._same(start - 1, start):
            return self._lower(start) in RELATIVES
        before = self.words[start - 1]
        return before.lower in COMPLEMENTS or before.tag == "which" or is_verb(before)

    # before the verb

    def _left_of(self, at: int, verb: int, hops: int = 0) -> WordRange | None:
        """Return the noun that ends at this index, or before it if asides and times come between."""
        at = self._past_times(at, verb)
        if not self._same(at, verb) or hops > _MOST_HOPS:
            return None
        word = self.words[at]
        found: WordRange | None = None
        if word.lower in PRONOUNS or word.lower in RELATIVES:
            found = at, at
        elif word.text in (",", ")") or word.text in DASHES:
            found = self._past_aside(at, verb, hops)
        elif word.text in CLOSING or word.tag == QUOTED:
            found = self._past_quotation(at, verb)
        elif word.tag in _NOMINAL or word.tag in ("possessive", "other"):
            found = self.nouns.ending_at(at)
        elif word.tag in ("adverb", "which"):
            found = self._left_of(at - 1, verb, hops + 1)
        elif word.tag in _VERBAL:
            found = self.nouns.with_relative(at, at)
        return found

    def _past_times(self, at: int, verb: int) -> int:
        """Return the index before words for a time: "Mr Lund on Tuesday said", "the minister at the time said"."""
        words = self.words
        while self._same(at, verb) and (words[at].lower in TIMES or words[at].lower in REFLEXIVES):
            if words[at].tag == "name" and words[at].lower not in DAYS:
                break
            at -= 1
            while at > 0 and self._same(at, verb) and words[at].tag in ("determiner", "number"):
                at -= 1
            while at >= 0 and words[at].lower in _BEFORE_TIMES:
                at -= 1
        return at

    def _past_quotation(self, at: int, verb: int) -> WordRange | None:
        while at >= 0 and (self.words[at].text in CLOSING or self.words[at].tag == QUOTED):
            at -= 1
        return self.nouns.ending_at(at) if self._same(at, verb) and self.words[at].tag in _NOMINAL else None

    def _past_aside(self, at: int, verb: int, hops: int) -> WordRange | None:
        """Return the noun before the aside that ends with this sign, together with an aside that is itself a noun."""
        sign = self.words[at].text
        places = list(self._openings(at))
        relative = [place for place in places if self._is_relative(place + 1, at)]
        for place in (*relative[:1], *places):
            found = self._left_of(place - 1, verb, hops + 1)
            if found is None or self._is_in_aside(found):
                continue
            owner = self._owner(found, verb, hops)
            explained = owner is found and sign == "," and found[1] == place - 1
            return (found[0], at - 1) if explained and self._is_apposition(place + 1, at) else owner
        return None

    def _is_in_aside(self, found: WordRange) -> bool:
        """Return whether a noun depends on the first word of another aside: ", of Flint," or ", facing a strike,"."""
        at = found[0] - 1
        if at < 1 or not self._same(at - 1, found[0]) or self.words[at].tag not in ("preposition", "ing", "past"):
            return False
        return self.words[at - 1].text == "," or self.words[at - 1].text in DASHES

    def _openings(self, at: int) -> Iterator[int]:
        """Yield the indexes, nearest first, at which an aside that ends here can begin: after a noun."""
        sign = self.words[at].text
        openers = {"("} if sign == ")" else {","} if sign == "," else DASHES
        for place in range(at - 1, max(at - _FARTHEST_ASIDE, 1) - 1, -1):
            if not self._same(place, at) or self.words[place].tag == CONTENT:
                return
            if self.words[place].text in openers and self.nouns.may_end(place - 1):
                yield place

    def _is_relative(self, first: int, after: int) -> bool:
        """Return whether an aside is one relative clause: "who won Ohio,"."""
        finite = [word for word in self.words[first:after] if word.tag in ("finite", "modal")]
        return self.words[first].tag == "which" and len(finite) == 1

    def _is_apposition(self, first: int, after: int) -> bool:
        """Return whether an aside is a noun: "the harbour master"."""
        aside = self.words[first:after]
        if not aside or aside[0].tag not in _NOMINAL or aside[0].lower in TIMES:
            return False
        return not any(word.tag in ("finite", "modal", CONTENT) for word in aside)

    def _owner(self, found: WordRange, verb: int, hops: int) -> WordRange:
        """Return the name that the found words explain, if there is one: "Al Smith, a lawyer in Miami, Florida, said".

        If the found words are a name that explains a role, return both: "the union's head, Ola Nord, said".
        """
        start, words = found[0], self.words
        if start < 2 or words[start - 1].text != "," or not self._same(start - 2, verb):
            return found
        if words[start].tag in ("determiner", "number") and words[start - 2].tag == "name":
            owner = self._left_of(start - 2, verb, hops + 1)
            if owner and (owner[0] == 0 or words[owner[0] - 1].tag != "preposition"):
                return owner
        if words[start].tag == "name" and words[start - 2].lower in roles():
            return self.nouns.ending_at(start - 2)[0], found[1]
        return found


def is_verb(word: Word) -> bool:
    """Return whether a word can be the verb of a claim."""
    return word.tag in ("finite", "base", "past", "ing") and word.lower not in BE | HAVE | DO
