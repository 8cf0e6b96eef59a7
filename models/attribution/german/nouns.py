"""Find German noun phrases by capitals, determiners and the words that join them."""

from models.attribution.german.lexicon import (
    ADVERBS,
    AND,
    DETERMINERS,
    GENITIVE,
    JOINING,
    OBLIQUE,
    OF,
    PARTICLES,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
)
from models.attribution.german.people import first_names
from models.attribution.german.sentence import Sentence

_ENDINGS = ("e", "en", "er", "es", "em")
_MOST_MODIFIERS = 8
_NO_MODIFIERS = PRONOUNS | PREPOSITIONS | DETERMINERS | OBLIQUE


class Nouns:
    """Finds the noun phrases of one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence, self.words = sentence, sentence.words

    def phrase(self, at: int) -> int | None:
        """Return the last index of the noun phrase that begins here, or None."""
        lower = self.sentence.lower(at)
        if not lower or not self.words[at].is_word:
            return None
        determined = lower in DETERMINERS or lower in OBLIQUE or lower in POSSESSIVES
        head = self._head(at + determined)
        if head is None:
            return at if lower in PRONOUNS or determined else None
        return self._with_attachments(at, self._rest_of_name(head), determined=determined)

    def begins_subject(self, at: int) -> bool:
        """Return whether a phrase that can be a subject begins here, judging by its first word."""
        lower = self.sentence.lower(at)
        if lower in PRONOUNS or lower in DETERMINERS:
            return True
        barred = OBLIQUE | PREPOSITIONS | ADVERBS | SUBORDINATORS | JOINING
        return bool(lower) and lower not in barred and self.phrase(at) is not None

    def is_capital(self, at: int) -> bool:
        """Return whether a noun or name is here, outside quotation marks."""
        return bool(self.sentence.lower(at)) and self.words[at].is_capital

    def _head(self, first: int) -> int | None:
        """Return the first noun or name from here, after adjectives and figures."""
        at = first
        while at < len(self.words) and at - first < _MOST_MODIFIERS:
            word, lower = self.words[at], self.sentence.lower(at)
            if self.is_capital(at) and (at > first or lower not in PREPOSITIONS | ADVERBS):
                return at
            figure = word.text[0].isdigit() or word.text == "."
            if not lower or not (figure or (lower.endswith(_ENDINGS) and lower not in _NO_MODIFIERS)):
                return None
            at += 1
        return None

    def _rest_of_name(self, at: int) -> int:
        """Return the end of a noun with the name behind it, and with a title in quotation marks."""
        words = self.words
        while at + 1 < len(words):
            particle = self._is_particle(at + 1) and self.is_capital(at + 2)
            abbreviated = words[at + 1].text == "." and len(words[at].text) <= 3 and self.is_capital(at + 2)
            if self.is_capital(at + 1):
                at += 1
            elif abbreviated or particle:
                at += 2
            else:
                break
        return self._past_title(at)

    def _is_particle(self, at: int) -> bool:
        """Return whether a small word is part of a name: "Karl zu Linde", "Omar al Basri"."""
        lower = self.sentence.lower(at)
        common = lower in PREPOSITIONS | GENITIVE | OF | OBLIQUE
        return lower in PARTICLES and (not common or self.words[at - 1].text in first_names())

    def _past_title(self, at: int) -> int:
        """Return the end of a short title in quotation marks after a noun: the newspaper “Blick”."""
        end = at + 1
        while end < len(self.words) and self.words[end].quoted:
            end += 1
        capital = at + 2 < end and self.words[at + 2].is_capital
        return end - 1 if capital and end - at <= 7 and self.words[end - 2].text[-1] not in ".!?," else at

    def _with_attachments(self, first: int, end: int, *, determined: bool) -> int:
        while (further := self._attached(first, end, determined=determined)) is not None:
            end = further
        return end

    def _attached(self, first: int, end: int, *, determined: bool) -> int | None:
        """Return the end of what belongs to a noun: "der Polizei", "von Kiel", "und Grüne"."""
        lower = self.sentence.lower(end + 1)
        if lower in GENITIVE and (determined or end == first):
            return self._noun_at(end + 1)
        if lower in OF:
            return self._noun_at(end + 2)
        if lower in AND and (self.is_capital(end + 2) or self.sentence.lower(end + 2) in DETERMINERS | OBLIQUE):
            return self._noun_at(end + 2)
        return None

    def _noun_at(self, at: int) -> int | None:
        end = self.phrase(at) if at < len(self.words) else None
        return end if end is not None and self.is_capital(end) else None
