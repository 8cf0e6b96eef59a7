"""Which words report a claim: every verb around it is scored by the words between it and the claim."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.attribution.lexicon import (
    HELPERS,
    POSSESSIVES,
    RELATIVES,
    SPEECH_NOUNS,
    THINKING,
    TIMES,
    TOLD,
    speech_phrases,
    speech_verbs,
)
from models.attribution.nouns import Places
from models.attribution.passage import CLOSING, CONTENT, OPENING, QUOTED, Passage, Word
from models.attribution.subjects import DASHES, Subjects, is_verb

_FARTHEST = 40
_SENTENCE_OF_A_VERB = 12
_PASSED = 25
"""What every further verb between a verb and the claim takes off its score."""
_LOOSE = frozenset(["as", "so", "or", "though", "however", "then", "also"])


@dataclass(frozen=True, slots=True)
class Found:
    """A way to read who says a claim: the words that report it, the words that name who does, and how likely it is."""

    cue: Places | None
    source: Places
    score: int

    def is_beside(self, words: Sequence[Word]) -> bool:
        """Tell whether no other verb is between the words that name the speaker and those that report."""
        if self.cue is None:
            return False
        first, second = sorted((self.cue, self.source))
        between = words[first[1] + 1 : second[0]]
        return not any(word.tag in ("finite", "modal") and word.lower not in HELPERS for word in between)


class Cues:
    """Finds what reports the claim of one passage."""

    def __init__(self, passage: Passage) -> None:
        self.passage, self.words = passage, passage.words
        self.subjects = Subjects(passage)

    def best(self) -> Found | None:
        """Return the likeliest reading, or None."""
        found = [one for part in self.passage.parts for one in (*self._after(part), *self._before(part))]
        return max(found, key=lambda one: one.score, default=None)

    # after a part of the claim

    def _after(self, part: int) -> Iterator[Found]:
        words = self.words
        verbs, clean = 0, True
        for at in range(part + 1, min(part + _FARTHEST, len(words))):
            word = words[at]
            if word.tag == CONTENT:
                return
            if word.sentence != words[part].sentence:
                if clean and (own := self._sentence_of_its_own(part, at)):
                    yield own
                return
            found = self._source_phrase(at) or self._verb_after(part, at)
            if found is not None:
                yield Found(found.cue, found.source, found.score - _PASSED * verbs)
            verbs += found is not None or is_verb(word)
            clean = clean and (word.text in CLOSING or word.text == "," or word.text in DASHES)
        yield from self._signed(part)

    def _source_phrase(self, at: int) -> Found | None:
        """According to the ministry; in the words of Ida Brekke."""
        letters = [word.lower for word in self.words[at : at + 4]]
        size = 2 if letters[:2] == ["according", "to"] else 4 if letters == ["in", "the", "words", "of"] else 0
        source = self.subjects.nouns.right_of(at + size) if size else None
        return Found((at, at + size - 1), source, 95) if source else None

    def _verb_after(self, part: int, at: int) -> Found | None:
        if not is_verb(self.words[at]):
            return None
        source = self.subjects.of(at)
        if source is None or source[0] <= part or source[0] <= at <= source[1]:
            return None
        return Found(self._cue(at), source, self._score_after(part, at, source))

    def _score_after(self, part: int, verb: int, source: Places) -> int:
        words = self.words
        between = [word for word in words[part + 1 : min(source[0], verb)] if word.text not in CLOSING]
        others = [word for word in between if word.is_word]
        quoted = self._is_quoted(part)
        score = self._weight(verb) + 10
        if len(others) == len(between) and not quoted:
            score -= 15
        if others:
            score -= 5 if all(word.lower in _LOOSE or word.tag == "adverb" for word in others) else 45
        if any(word.text == ";" for word in between):
            score -= 45
        if self._has_an_object(verb, source):
            score -= 10 if quoted else 30
        if words[source[0]].lower in RELATIVES:
            score -= 40
        return score

    def _has_an_object(self, verb: int, source: Places) -> bool:
        """Tell whether something else is what the verb after a claim reports."""
        words = self.words
        if verb + 1 >= len(words) or source[0] > verb or words[verb].lower in TOLD:
            return False
        after = words[verb + 1]
        objects = ("determiner", "pronoun", "name", "noun", "which", "adjective", QUOTED)
        return after.sentence == words[verb].sentence and after.lower not in TIMES and after.tag in objects

    def _weight(self, verb: int) -> int:
        """Return how readily a verb reports."""
        word, pair = self.words[verb].lower, " ".join(word.lower for word in self.words[verb : verb + 2])
        if word in speech_verbs() or pair in speech_phrases():
            return 80
        return 65 if word in THINKING else 45

    def _is_quoted(self, part: int) -> bool:
        after = self.words[part + 1].text if part + 1 < len(self.words) else ""
        return self.words[part].text.rstrip()[-1:] in CLOSING or after in CLOSING

    def _sentence_of_its_own(self, part: int, first: int) -> Found | None:
        """“So it is.” Mr Lund said."""
        words = self.words
        for at in range(first, min(first + _SENTENCE_OF_A_VERB, len(words))):
            if words[at].sentence != words[first].sentence:
                return None
            if is_verb(words[at]) and words[at].lower in speech_verbs():
                source = self.subjects.of(at)
                if source and source[0] == first and self._ends(at, signs=(".", ",")):
                    return Found(self._cue(at), source, 75 if self._is_quoted(part) else 45)
                return None
        return None

    def _ends(self, at: int, signs: Sequence[str]) -> bool:
        """Tell whether the sentence ends after this word, or one of the signs follows."""
        words = self.words
        if at + 1 >= len(words):
            return True
        return words[at + 1].text in signs or words[at + 1].sentence != words[at].sentence

    def _signed(self, part: int) -> Iterator[Found]:
        """Storm to cost billions: minister. “We shall see.” — Ida Brekke."""
        at = part + 1
        while at < len(self.words) and self.words[at].text in CLOSING:
            at += 1
        if at + 1 >= len(self.words) or not (self.words[at].text == ":" or self.words[at].text in DASHES):
            return
        source = self.subjects.nouns.right_of(at + 1)
        if source and (source[1] + 1 == len(self.words) or "\n" in self._gap(source[1])):
            yield Found(None, source, 50)

    def _gap(self, at: int) -> str:
        return self.passage.text[self.words[at].end : self.words[at + 1].start]

    # before a part of the claim

    def _before(self, part: int) -> Iterator[Found]:
        words = self.words
        verbs = 0
        for at in range(part - 1, max(part - _FARTHEST, -1), -1):
            if words[at].tag == CONTENT or words[at].sentence != words[part].sentence:
                break
            found = self._phrase_before(part, at) or self._verb_before(part, at) or self._noun_before(part, at)
            if found is not None:
                yield Found(found.cue, found.source, found.score - _PASSED * verbs)
                verbs += is_verb(words[at])
        yield from self._labelled(part)

    def _phrase_before(self, part: int, at: int) -> Found | None:
        found = self._source_phrase(at)
        if found is None or found.source[1] >= part:
            return None
        return Found(found.cue, found.source, 85 if part - found.source[1] <= 3 else 65)

    def _verb_before(self, part: int, at: int) -> Found | None:
        if not is_verb(self.words[at]):
            return None
        source = self.subjects.of(at)
        if source is None or source[1] >= part or source[0] <= at <= source[1]:
            return None
        return Found(self._cue(at), source, self._score_before(part, at))

    def _score_before(self, part: int, verb: int) -> int:
        word = self.words[verb]
        between = self.words[verb + 1 : part]
        score = self._weight(verb)
        speech = score == 80
        score -= 20 if any(other.tag == QUOTED for other in between) else 0
        plain = [other for other in between if other.text not in OPENING]
        if not plain:
            return score + 5
        if plain[-1].lower == "that" or plain[-1].text == ":":
            return score + (5 if speech else 10)
        if plain[-1].text == "," and word.lower not in TOLD:
            score -= 5
        return score - (10 if len(plain) > 8 else 0)

    def _noun_before(self, part: int, at: int) -> Found | None:
        """His claim that; the ministry's statement that."""
        if self.words[at].lower not in SPEECH_NOUNS or (source := self._owner(at)) is None:
            return None
        return Found((at, at), source, 60 if part - at <= 3 else 35)

    def _owner(self, noun: int) -> Places | None:
        words = self.words
        at = noun - 1
        while at >= 0 and words[at].tag == "adjective":
            at -= 1
        if at < 0 or words[at].sentence != words[noun].sentence:
            return None
        if words[at].lower in POSSESSIVES:
            return at, at
        if words[at].tag == "possessive" and at > 0:
            return self.subjects.nouns.ending_at(at - 1)
        return None

    def _labelled(self, part: int) -> Iterator[Found]:
        """Minister: storm to cost billions."""
        at = part - 1
        while at >= 0 and self.words[at].text in OPENING:
            at -= 1
        if at < 1 or self.words[at].text != ":" or self.words[at].sentence != self.words[at - 1].sentence:
            return
        if not self.subjects.nouns.may_end(at - 1):
            return
        source = self.subjects.nouns.ending_at(at - 1)
        if source[0] == 0 or "\n" in self._gap(source[0] - 1):
            yield Found(None, source, 50)

    @staticmethod
    def _cue(verb: int) -> Places:
        return verb, verb
