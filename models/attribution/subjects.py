"""Whose verb it is: the words that are the subject of a verb, before it or, inverted, behind it."""

from models.attribution.lexicon import (
    BE,
    DAYS,
    HAVE,
    HELPERS,
    PASSIVE,
    POSSESSIVES,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    TIMES,
    speech_verbs,
)  # fmt: skip
from models.attribution.passage import CLOSING, CONTENT, OPENING, QUOTED, Passage, Word

Places = tuple[int, int]
"""The first word and the last one of a passage, both included."""

_NOMINAL = frozenset(("noun", "name", "number", "adjective"))
_VERBAL = frozenset(("finite", "base", "past", "ing", "modal"))
DASHES = frozenset(("—", "–", "--", "-"))
_FARTHEST_ASIDE = 45
_MOST_HOPS = 6


class Subjects:
    """Finds subjects in one passage."""

    def __init__(self, passage: Passage) -> None:
        self.words = passage.words

    def of(self, verb: int) -> Places | None:
        """Return the subject of the verb at this place, or None."""
        if self._is_passive(verb):
            return self._agent(verb)
        if self.is_inverted(verb):
            return self.right_of(verb + 1)
        at = self._before_helpers(verb)
        if self._is_bare(verb, at):
            return self._of_clause(verb)
        return self._left_of(at, verb)

    def ending_at(self, at: int) -> Places | None:
        """Return the noun that ends at this place, or before the comma at it."""
        if self.words[at].text == "," and at:
            at -= 1
        return self._noun_ending(at, at, 0) if self._may_end_a_subject(at) else None

    def _is_passive(self, verb: int) -> bool:
        """Tell whether somebody is told, or something is said by somebody."""
        words = self.words
        if words[verb].tag in ("ing", "base") or (words[verb].lower not in PASSIVE and self._word(verb + 1) != "by"):
            return False
        if self._word(verb + 1) == "by" and self._begins_a_noun(verb + 2):
            return True
        at = verb - 1
        while at >= 0 and self._same(at, verb) and words[at].tag == "adverb":
            at -= 1
        return at >= 0 and words[at].lower in BE

    def _word(self, at: int) -> str:
        return self.words[at].lower if at < len(self.words) else ""

    def _agent(self, verb: int) -> Places | None:
        return self.right_of(verb + 2) if self._word(verb + 1) == "by" else None

    # inverted

    def is_inverted(self, verb: int) -> bool:
        """Tell whether what speaks stands behind the verb: “…,” said Mr Lund."""
        words = self.words
        at = verb - 1
        while at >= 0 and (words[at].text in CLOSING or words[at].text in (",", *DASHES) or words[at].tag == "adverb"):
            at -= 1
        if at < 0 or words[at].tag not in (CONTENT, QUOTED) or words[verb].tag in ("ing", "base"):
            return False
        return self._begins_a_noun(verb + 1)

    def _begins_a_noun(self, at: int) -> bool:
        if at >= len(self.words) or self.words[at].sentence != self.words[at - 1].sentence:
            return False
        word = self.words[at]
        if word.lower in DAYS or word.lower in ("that", "who", "which"):
            return False
        return word.lower in PRONOUNS or word.tag in ("name", "noun", "determiner", "adjective", "number")

    def right_of(self, at: int) -> Places | None:
        """Return the noun with its titles that begins at this place, an apposition behind it included."""
        if not self._begins_a_noun(at):
            return None
        if self.words[at].lower in PRONOUNS:
            return at, at
        end = self._noun_end(at)
        return at, self._with_apposition(end)

    def _noun_end(self, at: int) -> int:
        words = self.words
        end, place = at, at
        while place < len(words) and words[place].sentence == words[at].sentence:
            word = words[place]
            if word.lower in DAYS and place > at:
                break
            if word.tag in ("noun", "name", "number"):
                end = place
            elif word.tag in ("adjective", "determiner", "possessive") or word.text in ("&", "-", "’", "'"):
                pass
            elif word.lower in ("of", "for", "at", "in", "with", "from", "and", "to") and end == place - 1:
                if not self._begins_a_noun(place + 1) or self.words[place + 1].lower in PRONOUNS:
                    break
                if word.lower == "and" and words[place + 1].tag == "determiner":
                    break
            else:
                break
            place += 1
        return end

    def _with_apposition(self, end: int) -> int:
        """Return where an apposition behind a noun ends: "the harbour master, Ida Brekke"."""
        first = end + 2
        if self._word(end + 1) != "," or not self._begins_a_noun(first) or self.words[first].lower in PRONOUNS:
            return end
        behind = self._noun_end(first)
        ends = behind + 1 >= len(self.words) or not self._same(behind + 1, behind)
        return behind if ends or self._word(behind + 1) in (",", ".", ";", ")") else end

    # before the verb

    def _before_helpers(self, verb: int) -> int:
        at = verb - 1
        while (
            at >= 0
            and self._same(at, verb)
            and (self.words[at].lower in HELPERS or self.words[at].tag in ("adverb", "modal"))
        ):
            at -= 1
        return at

    def _same(self, one: int, other: int) -> bool:
        return self.words[one].sentence == self.words[other].sentence

    def _is_bare(self, verb: int, at: int) -> bool:
        """Tell whether the verb has no subject beside it: "adding", "to say", "and said"."""
        helped = any(self.words[place].lower in HELPERS for place in range(at + 1, verb))
        tag = self.words[verb].tag
        if at >= 0 and (self.words[at].lower == "to" or self.words[at].tag == "to"):
            return True
        if at >= 0 and self.words[at].tag == "and":
            return True
        return tag == "ing" and not helped

    def _of_clause(self, verb: int) -> Places | None:
        """Return the subject of the finite verb before, whose clause the bare verb continues."""
        fallback: Places | None = None
        at = verb - 1
        while at >= 0 and self._same(at, verb):
            word = self.words[at]
            if word.tag in ("finite", "modal") or (word.tag == "past" and word.lower in speech_verbs()):
                before = self._before_helpers(at)
                if not self._is_bare(at, before):
                    found = self.right_of(at + 1) if self.is_inverted(at) else self._left_of(before, at)
                    if found and not self._is_embedded(found[0]) and found[1] < verb:
                        return found
                    fallback = fallback or found
            at -= 1
        return fallback

    def _is_embedded(self, start: int) -> bool:
        """Tell whether a clause that begins with this subject depends on another: "said it was", "that it was"."""
        words = self.words
        if words[start].lower in RELATIVES:
            return True
        before = start - 1
        if before < 0 or not self._same(before, start):
            return False
        word = words[before]
        return word.lower in SUBORDINATORS or is_verb(word) or word.tag == "which"

    def _left_of(self, at: int, verb: int, hops: int = 0) -> Places | None:
        """Return the noun that ends at this place or, past asides and times, before it."""
        at = self._past_times(at, verb)
        if at < 0 or not self._same(at, verb) or hops > _MOST_HOPS:
            return None
        word = self.words[at]
        found: Places | None = None
        if word.lower in PRONOUNS or word.lower in RELATIVES:
            found = at, at
        elif word.text in (",", ")") or word.text in DASHES:
            found = self._past_aside(at, verb, hops)
        elif word.text in CLOSING or word.tag == QUOTED:
            found = self._past_quotation(at, verb, hops)
        elif word.tag in _NOMINAL or word.tag in ("possessive", "determiner", "other"):
            found = self._noun_ending(at, verb, hops)
        elif word.tag in ("adverb", "which"):
            found = self._left_of(at - 1, verb, hops + 1)
        elif word.tag in _VERBAL:
            found = self._of_relative(at, at, hops)
        return found

    def _past_times(self, at: int, verb: int) -> int:
        """Return the place before a time: "Mr Lund on Tuesday said"."""
        words = self.words
        while at >= 0 and self._same(at, verb) and words[at].lower in TIMES:
            if words[at].tag == "name" and words[at].lower not in DAYS:
                break
            at -= 1
            while at >= 0 and words[at].lower in ("on", "late", "early", "last", "this", "earlier", "later", "in"):
                at -= 1
        return at

    def _past_quotation(self, at: int, verb: int, hops: int) -> Places | None:
        while at >= 0 and (self.words[at].text in CLOSING or self.words[at].tag == QUOTED):
            at -= 1
        if at >= 0 and self._same(at, verb) and self.words[at].tag in _NOMINAL | {"determiner"}:
            return self._noun_ending(at, verb, hops)
        return None

    def _past_aside(self, at: int, verb: int, hops: int) -> Places | None:
        """Return the noun before the aside that ends with this comma, dash or bracket."""
        sign = self.words[at].text
        openers = {"("} if sign == ")" else {","} if sign == "," else DASHES
        for place in range(at - 1, max(at - _FARTHEST_ASIDE, 0), -1):
            if not self._same(place, verb) or self.words[place].tag == CONTENT:
                return None
            if self.words[place].text in openers and self._may_end_a_subject(place - 1):
                found = self._left_of(place - 1, verb, hops + 1)
                if found and found[1] == place - 1 and self._is_apposition(place + 1, at):
                    return found[0], at - 1
                if found:
                    return self._owner_of_apposition(found, verb, hops)
        return None

    def _is_apposition(self, first: int, behind: int) -> bool:
        """Tell whether the words of an aside are a noun: "the harbour master"."""
        aside = self.words[first:behind]
        if not aside or aside[0].tag not in ("determiner", "noun", "name", "adjective", "number"):
            return False
        return aside[0].lower not in TIMES and not any(word.tag in ("finite", "modal", CONTENT) for word in aside)

    def _may_end_a_subject(self, at: int) -> bool:
        word = self.words[at]
        capital = word.tag == "adjective" and word.text[:1].isupper()
        return (
            word.tag in ("noun", "name", "number") or capital or word.lower in PRONOUNS or word.text in (")", *CLOSING)
        )

    def _owner_of_apposition(self, found: Places, verb: int, hops: int) -> Places:
        """Return the name before, where what was found explains one: "Al Smith, a lawyer in Miami, Florida, said"."""
        start = found[0]
        words = self.words
        explains = start >= 2 and words[start - 1].text == "," and words[start].tag in ("determiner", "number")
        if explains and words[start - 2].tag == "name" and self._same(start - 2, verb):
            owner = self._left_of(start - 2, verb, hops + 1)
            if owner and (owner[0] == 0 or words[owner[0] - 1].tag != "preposition"):
                return owner
        return found

    def _noun_ending(self, at: int, verb: int, hops: int) -> Places | None:
        """Return the noun whose last word stands at this place, with the nouns it explains: "a friend of the mayor"."""
        start = self._core_start(at, verb)
        before = start - 1
        if before < 0 or not self._same(before, verb) or hops >= _MOST_HOPS:
            return start, at
        word = self.words[before]
        wider: Places | None = None
        if word.tag in ("preposition", "to") and word.lower not in SUBORDINATORS:
            wider = self._explained(before - 1, at, verb, hops)
        elif word.tag in ("finite", "base", "past", "ing"):
            wider = self._of_relative(before, at, hops)
        return wider or (start, at)

    def _explained(self, inner: int, at: int, verb: int, hops: int) -> Places | None:
        """Return the noun before a preposition, reaching to `at`: "officials familiar with the talks"."""
        if inner < 0 or not self._same(inner, verb):
            return None
        if self.words[inner].tag in ("past", "ing", "finite"):
            return self._of_relative(inner, at, hops)
        if self.words[inner].tag not in ("noun", "name", "number", "adjective"):
            return None
        wider = self._noun_ending(inner, verb, hops + 1)
        return (wider[0], at) if wider and not self._hangs_on_a_preposition(wider[0], verb) else None

    def _hangs_on_a_preposition(self, start: int, verb: int) -> bool:
        before = start - 1
        return (
            before >= 0
            and self._same(before, verb)
            and self.words[before].tag == "preposition"
            and (
                self.words[before].lower
                in ("in", "on", "at", "during", "after", "by", "from", "with", "to", "of", "for")
            )
        )

    def _of_relative(self, inner: int, end: int, hops: int) -> Places | None:
        """Return a noun with its relative clause, whose verb stands at `inner`: "people who know him"."""
        words = self.words
        at = self._before_helpers(inner)
        if at < 1 or not self._same(at, end):
            return None
        if words[at].lower in RELATIVES and words[at - 1].tag in ("noun", "name", "number"):
            start = self._core_start(at - 1, end)
            return start, end
        if words[at].tag in ("noun", "name") and words[inner].tag in ("past", "ing") and hops < _MOST_HOPS:
            found = self._noun_ending(at, end, hops + 1)
            return (found[0], end) if found else None
        return None

    def _core_start(self, at: int, verb: int) -> int:
        words = self.words
        start = at
        while start > 0 and self._same(start - 1, verb):
            word, last = words[start - 1], words[start]
            if last.tag == "determiner" and last.lower not in ("all", "both", "half"):
                if word.tag != "possessive" and word.lower not in ("all", "both", "of", "not"):
                    break
                if word.lower == "of":
                    break
            if word.lower in DAYS or word.lower in PRONOUNS:
                break
            if (
                word.tag in ("noun", "name", "number", "adjective", "possessive", "determiner")
                or word.text in ("&", "-", "/", "’", "'")
                or word.lower in POSSESSIVES
                or (
                    word.lower == "and"
                    and start >= 2
                    and words[start - 2].tag in ("noun", "name")
                    and self._joins(start, at)
                )
                or (
                    word.tag in ("past", "ing", "adverb")
                    and start >= 2
                    and words[start - 2].tag in ("determiner", "possessive")
                )
            ):
                start -= 1
            else:
                break
        return start

    def _joins(self, start: int, at: int) -> bool:
        return self.words[start].tag in ("noun", "name", "determiner") and at >= start


def is_verb(word: Word) -> bool:
    """Tell whether a word can be the verb of a claim."""
    return word.tag in ("finite", "base", "past", "ing") and word.lower not in BE | HAVE | {
        "do",
        "does",
        "did",
        "being",
    }


__all__ = ["OPENING", "Places", "Subjects", "is_verb"]
