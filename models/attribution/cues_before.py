"""Cues before a claim: Mr Lund said that; the ministry's claim that; "Minister: …"."""

from collections.abc import Iterator

from models.attribution.cue_search import FARTHEST, PASSED, Candidate, CueSearch
from models.attribution.lexicon import POSSESSIVES, SPEECH_NOUNS, TOLD
from models.attribution.nouns import WordRange
from models.attribution.passage import CONTENT, OPENING, QUOTED
from models.attribution.subjects import is_verb


class CuesBefore(CueSearch):
    """Finds the words before a claim that report it."""

    def before(self, part: int) -> Iterator[Candidate]:
        """Yield every reading of the words before a part of the claim; `part` is its index in the passage."""
        words = self.words
        verbs = 0
        for at in range(part - 1, max(part - FARTHEST, -1), -1):
            if words[at].tag == CONTENT or words[at].sentence != words[part].sentence:
                break
            found = self._phrase_before(part, at) or self._verb_before(part, at) or self._noun_before(part, at)
            if found is not None:
                yield Candidate(found.cue, found.source, found.score - PASSED * verbs)
                verbs += is_verb(words[at])
        yield from self._labelled(part)

    def _phrase_before(self, part: int, at: int) -> Candidate | None:
        found = self.source_phrase(at)
        if found is None or found.source[1] >= part:
            return None
        return Candidate(found.cue, found.source, 85 if part - found.source[1] <= 3 else 65)

    def _verb_before(self, part: int, at: int) -> Candidate | None:
        if not is_verb(self.words[at]):
            return None
        source = self.subjects.of(at)
        if source is None or source[1] >= part or source[0] <= at <= source[1]:
            return None
        return Candidate((at, at), source, self._score_before(part, at))

    def _score_before(self, part: int, verb: int) -> int:
        word = self.words[verb]
        between = self.words[verb + 1 : part]
        score = self.weight(verb)
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

    def _noun_before(self, part: int, at: int) -> Candidate | None:
        """Read a noun as the cue: his claim that; the ministry's statement that."""
        if self.words[at].lower not in SPEECH_NOUNS or (source := self._owner(at)) is None:
            return None
        return Candidate((at, at), source, 60 if part - at <= 3 else 35)

    def _owner(self, noun: int) -> WordRange | None:
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

    def _labelled(self, part: int) -> Iterator[Candidate]:
        """Read a source before a colon: Minister: storm to cost billions."""
        at = part - 1
        while at >= 0 and self.words[at].text in OPENING:
            at -= 1
        if at < 1 or self.words[at].text != ":" or self.words[at].sentence != self.words[at - 1].sentence:
            return
        if not self.subjects.nouns.may_end(at - 1):
            return
        source = self.subjects.nouns.ending_at(at - 1)
        if source[0] == 0 or "\n" in self.gap(source[0] - 1):
            yield Candidate(None, source, 50)
