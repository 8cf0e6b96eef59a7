"""Find German noun phrases by capitals, determiners and the words that join them."""

from models.attribution.german.lexicon import (
    ADVERBS,
    AND,
    BARRED,
    DETERMINERS,
    DETERMINING,
    GENITIVE,
    OBLIQUE,
    OF,
    PARTICLES,
    PREPOSITIONS,
    PRONOUNS,
    SMALL_NAMES,
    SUBORDINATORS,
)
from models.attribution.german.people import first_names
from models.attribution.german.sentence import Sentence

_ENDINGS = ("e", "en", "er", "es", "em")
_MOST_MODIFIERS = 8
_ONE_WORD = 4
"""The distance to the end of a title that is one word between its marks."""
_NO_MODIFIERS = BARRED | PRONOUNS | DETERMINERS | OBLIQUE
_NO_SUBJECTS = BARRED | OBLIQUE | SUBORDINATORS
_COMMON = PREPOSITIONS | GENITIVE | OF | OBLIQUE


class Nouns:
    """Finds the noun phrases of one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence, self.words = sentence, sentence.words

    def phrase(self, at: int) -> int | None:
        """Return the last index of the noun phrase that begins here, or None."""
        lower = self.sentence.lower(at)
        if not lower or not self.words[at].is_word:
            return None
        determined = self._is_determiner(at)
        head = self._head(at + determined, determined=determined)
        if head is None:
            return at if lower in PRONOUNS or determined else None
        return self._with_attachments(at, self._rest_of_name(head), determined=determined)

    def begins_subject(self, at: int) -> bool:
        """Return whether a phrase that can be a subject begins here, judging by its first word."""
        lower = self.sentence.lower(at)
        if lower in PRONOUNS or lower in DETERMINERS:
            return True
        return bool(lower) and lower not in _NO_SUBJECTS and self.phrase(at) is not None

    def is_capital(self, at: int) -> bool:
        """Return whether a noun or name is here, outside quotation marks."""
        lower = self.sentence.lower(at)
        return bool(lower) and (self.words[at].is_capital or lower in SMALL_NAMES)

    def head(self, at: int) -> int | None:
        """Return the noun of the phrase that begins here: "Kritik" in "die scharfe Kritik der Stadt"."""
        return self._head(at + self._is_determiner(at), determined=self._is_determiner(at))

    def _is_determiner(self, at: int) -> bool:
        return self.sentence.lower(at) in DETERMINING

    def _head(self, first: int, *, determined: bool) -> int | None:
        """Return the first noun or name from here, after adjectives, figures and what belongs to adjectives."""
        at = first
        while at < len(self.words) and at - first < _MOST_MODIFIERS:
            if self.is_capital(at) and (at > first or self.sentence.lower(at) not in BARRED):
                return at
            if self._is_modifier(at):
                at += 1
            elif determined and (inner := self._past_inner(at)) is not None:
                at = inner
            else:
                return None
        return None

    def _is_modifier(self, at: int) -> bool:
        if at >= len(self.words) or self.words[at].is_capital:
            return False
        word, lower = self.words[at], self.sentence.lower(at)
        figure = word.text[0].isdigit() or word.text == "."
        return bool(lower) and (figure or (lower.endswith(_ENDINGS) and lower not in _NO_MODIFIERS))

    def _past_inner(self, at: int) -> int | None:
        """Return the index after "am Dienstag" or "dafür" if an adjective follows: "der am Dienstag gewählte Chef"."""
        lower = self.sentence.lower(at)
        end = at if lower in ADVERBS else None
        if lower in PREPOSITIONS and (noun := self.phrase(at + 1)) is not None and self.is_capital(noun):
            end = noun
        return end + 1 if end is not None and self._is_modifier(end + 1) else None

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
        return lower in PARTICLES and (lower not in _COMMON or self.words[at - 1].text in first_names())

    def _past_title(self, at: int) -> int:
        """Return the end of a short title in quotation marks after a noun: the newspaper “Blick”."""
        end = at + 1
        while end < len(self.words) and self.words[end].quoted:
            end += 1
        capital = at + 2 < end and (self.words[at + 2].is_capital or end - at <= _ONE_WORD)
        return end - 1 if capital and end - at <= 7 and self.words[end - 2].text[-1] not in ".!?," else at

    def _with_attachments(self, first: int, end: int, *, determined: bool) -> int:
        while (further := self._attached(first, end, determined=determined)) is not None:
            end = further
        return end

    def _attached(self, first: int, end: int, *, determined: bool) -> int | None:
        """Return the end of what belongs to a noun: "der Polizei", "von Kiel", "und Grüne"."""
        lower, after = self.sentence.lower(end + 1), self.sentence.lower(end + 2)
        if lower in GENITIVE and (determined or end == first) and not self._is_nominative(end + 1):
            return self._titled_or_noun(end + 1, end + 1)
        if lower in OF:
            return self._titled_or_noun(end + 1, end + 2)
        if lower.endswith("er") and self._is_modifier(end + 1) and self.is_capital(end + 2):
            return self._noun_at(end + 2)
        if lower in AND and (self.is_capital(end + 2) or after in DETERMINING):
            return self._noun_at(end + 2)
        return None

    def _titled_or_noun(self, before: int, at: int) -> int | None:
        """Return the end of a title in quotation marks behind an index, or of the phrase that begins at another."""
        title = self._past_title(before)
        return title if title > before else self._noun_at(at)

    def _is_nominative(self, at: int) -> bool:
        """Return whether an article with an adjective begins a subject: "der große Rest", not "der großen Stadt"."""
        return self._is_modifier(at + 1) and self.sentence.lower(at + 1).endswith("e")

    def _noun_at(self, at: int) -> int | None:
        end = self.phrase(at) if at < len(self.words) else None
        return end if end is not None and (self.is_capital(end) or self.words[end].quoted) else None
