"""Find where a noun phrase begins and ends, with titles, explanations and relative clauses."""

from models.attribution.lexicon import DAYS, HELPERS, POSSESSIVES, PRONOUNS, RELATIVES, SUBORDINATORS
from models.attribution.passage import CLOSING, Passage
from models.attribution.people import roles

WordRange = tuple[int, int]
"""The indexes of a first and a last word in a passage, both included."""

_LINKS = frozenset(["of", "for", "at", "in", "with", "from", "and", "to"])
_HANGING = frozenset(["in", "on", "at", "during", "after", "by", "from", "with", "to", "of", "for"])
_WITHIN = frozenset(["&", "-", "/", "’", "'"])
_MOST_HOPS = 6


class Nouns:
    """Finds nouns in one passage. A noun never crosses the end of a sentence."""

    def __init__(self, passage: Passage) -> None:
        self.words = passage.words

    def same(self, at: int, other: int) -> bool:
        """Return whether there is a word at an index, in the same sentence as another."""
        return 0 <= at < len(self.words) and self.words[at].sentence == self.words[other].sentence

    def lower(self, at: int) -> str:
        """Return the text of the word at an index; empty if there is no word."""
        return self.words[at].lower if 0 <= at < len(self.words) else ""

    def before_helpers(self, verb: int) -> int:
        """Return the index before a verb and its auxiliaries and adverbs; -1 if there is no word."""
        at = verb - 1
        while self.same(at, verb) and (self.lower(at) in HELPERS or self.words[at].tag in ("adverb", "modal")):
            at -= 1
        return at

    # forward

    def begins(self, at: int) -> bool:
        """Return whether a noun begins at this index, in the middle of a sentence."""
        if not self.same(at, at - 1) or self.lower(at) in DAYS or self.lower(at) in RELATIVES:
            return False
        if self.words[at].tag in ("past", "ing"):
            return self.same(at + 1, at) and self.words[at + 1].tag in ("noun", "name", "adjective")
        return self.lower(at) in PRONOUNS or self.words[at].tag in ("name", "noun", "determiner", "adjective", "number")

    def right_of(self, at: int) -> WordRange | None:
        """Return the noun with its titles that begins at this index, an apposition after it included."""
        if not self.begins(at):
            return None
        return (at, at) if self.lower(at) in PRONOUNS else (at, self._with_apposition(self._end(at)))

    def _end(self, at: int) -> int:
        end, place = at, at
        while self.same(place, at) and not (self.lower(place) in DAYS and place > at):
            if self.words[place].tag in ("noun", "name", "number"):
                end = place
            elif not self._goes_on(place, at, end):
                break
            place += 1
        return end

    def _goes_on(self, place: int, first: int, end: int) -> bool:
        """Return whether a noun that began at `first` and may end at `end` goes on with a word that cannot end it."""
        word = self.words[place]
        if word.tag in ("past", "ing"):
            return self.begins(place) and (place == first or end < place - 1)
        if word.lower in _LINKS and end == place - 1:
            another = word.lower == "and" and self.same(place + 1, place) and self.words[place + 1].tag == "determiner"
            return self.begins(place + 1) and self.lower(place + 1) not in PRONOUNS and not another
        return word.tag in ("adjective", "determiner", "possessive") or word.text in _WITHIN

    def _with_apposition(self, end: int) -> int:
        """Return where an apposition after a noun ends: "the harbour master, Ida Brekke"."""
        first = end + 2
        if self.lower(end + 1) != "," or not self.begins(first) or self.lower(first) in PRONOUNS:
            return end
        after = self._end(first)
        ends = not self.same(after + 1, after) or self.lower(after + 1) in (",", ".", ";", ")")
        return after if ends else end

    # backward

    def may_end(self, at: int) -> bool:
        """Return whether a noun or pronoun can end at this place."""
        word = self.words[at]
        capital = word.tag == "adjective" and word.text[:1].isupper()
        named = word.tag in ("noun", "name", "number") or capital or word.lower in PRONOUNS
        return named or word.text == ")" or word.text in CLOSING

    def ending_at(self, at: int, hops: int = 0) -> WordRange:
        """Return the noun whose last word is at this place, with the nouns it explains: "a friend of the mayor"."""
        start = self._without_opening(self.core_start(at), at)
        before = start - 1
        wider: WordRange | None = None
        if self.same(before, at) and hops < _MOST_HOPS:
            word = self.words[before]
            if word.tag in ("preposition", "to") and word.lower not in SUBORDINATORS:
                wider = self._explained(before - 1, at, hops)
            elif word.tag in ("finite", "base", "past", "ing"):
                wider = self.with_relative(before, at, hops)
        return wider or (start, at)

    def core_start(self, at: int) -> int:
        """Return where the noun that ends at this place begins, without what it explains."""
        start, joined = at, 0
        while self.same(start - 1, at) and self._belongs(start - 1):
            start -= 1
            if self.lower(start) == "and":
                joined = start + 1
        before = self.words[start - 1] if self.same(start - 1, at) else None
        governed = before is not None and before.tag in ("finite", "base", "past", "ing", "preposition", "to")
        return joined if joined and governed else start

    def _belongs(self, at: int) -> bool:
        """Return whether a word belongs to the same noun as the word after it."""
        word, after = self.words[at], self.words[at + 1]
        joins = word.lower == "and" and after.lower in POSSESSIVES
        if after.tag == "determiner" and word.tag != "possessive" and word.lower not in ("all", "both") and not joins:
            return False
        if word.lower in DAYS or word.lower in PRONOUNS:
            return False
        if word.tag in ("noun", "name", "number", "adjective", "possessive", "determiner") or word.text in _WITHIN:
            return True
        before = self.words[at - 1].tag if self.same(at - 1, at) else ""
        if word.lower == "and":
            return before in ("noun", "name") and (joins or after.tag in ("noun", "name"))
        return word.lower in POSSESSIVES or (
            word.tag in ("past", "ing", "adverb") and before in ("determiner", "possessive")
        )

    def _without_opening(self, start: int, at: int) -> int:
        """Return where a noun begins without an opening that no comma separates from it: "At the dinner Holm said"."""
        words = self.words
        opens = self.same(start - 1, at) and words[start - 1].tag == "preposition" and not self.same(start - 2, at)
        if not opens or words[start].tag != "determiner" or words[at].tag != "name":
            return start
        first = at
        while words[first - 1].tag == "name":
            first -= 1
        return first if words[first - 1].tag == "noun" and words[first - 1].lower not in roles() else start

    def _explained(self, inner: int, end: int, hops: int) -> WordRange | None:
        """Return the noun before a preposition, reaching to `end`: "officials familiar with the talks"."""
        if not self.same(inner, end):
            return None
        if self.words[inner].tag in ("past", "ing", "finite"):
            return self.with_relative(inner, end, hops)
        if self.words[inner].tag not in ("noun", "name", "number", "adjective"):
            return None
        start, _ = self.ending_at(inner, hops + 1)
        hangs = self.same(start - 1, end) and self.words[start - 1].tag == "preposition"
        return None if hangs and self.lower(start - 1) in _HANGING else (start, end)

    def with_relative(self, verb: int, end: int, hops: int = 0) -> WordRange | None:
        """Return a noun with the relative clause of a verb, reaching to `end`: "people who know him"."""
        at = self.before_helpers(verb)
        if at < 1 or not self.same(at, end) or hops >= _MOST_HOPS:
            return None
        words = self.words
        if words[at].lower in RELATIVES and words[at - 1].tag in ("noun", "name", "number"):
            return self.core_start(at - 1), end
        if words[at].tag in ("noun", "name") and words[verb].tag in ("past", "ing"):
            return self.ending_at(at, hops + 1)[0], end
        return None
