"""Cues after a claim: “So it is,” said Mr Lund; according to the ministry."""

from collections.abc import Iterator, Sequence

from models.attribution.cue_search import FARTHEST, PASSED, Candidate, CueSearch
from models.attribution.lexicon import RELATIVES, TIMES, TOLD, speech_verbs
from models.attribution.nouns import WordRange
from models.attribution.passage import CLOSING, CONTENT, QUOTED
from models.attribution.subjects import DASHES, is_verb

_SENTENCE_OF_A_VERB = 12
_LOOSE = frozenset(["as", "so", "or", "though", "however", "then", "also"])


class CuesAfter(CueSearch):
    """Finds the words after a claim that report it."""

    def after(self, part: int) -> Iterator[Candidate]:
        """Yield every reading of the words after a part of the claim; `part` is its index in the passage."""
        words = self.words
        verbs, clean = 0, True
        for at in range(part + 1, min(part + FARTHEST, len(words))):
            word = words[at]
            if word.tag == CONTENT:
                return
            if word.sentence != words[part].sentence:
                if clean and (own := self._sentence_of_its_own(part, at)):
                    yield own
                return
            found = self.source_phrase(at) or self._verb_after(part, at)
            if found is not None:
                yield Candidate(found.cue, found.source, found.score - PASSED * verbs)
            verbs += found is not None or is_verb(word)
            clean = clean and (word.text in CLOSING or word.text == "," or word.text in DASHES)
        yield from self._signed(part)

    def _verb_after(self, part: int, at: int) -> Candidate | None:
        if not is_verb(self.words[at]):
            return None
        source = self.subjects.of(at)
        if source is None or source[0] <= part or source[0] <= at <= source[1]:
            return None
        return Candidate((at, at), source, self._score_after(part, at, source))

    def _score_after(self, part: int, verb: int, source: WordRange) -> int:
        words = self.words
        between = [word for word in words[part + 1 : min(source[0], verb)] if word.text not in CLOSING]
        others = [word for word in between if word.is_word]
        quoted = self._is_quoted(part)
        score = self.weight(verb) + 10
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

    def _has_an_object(self, verb: int, source: WordRange) -> bool:
        """Return whether the verb after a claim reports something else."""
        words = self.words
        if verb + 1 >= len(words) or source[0] > verb or words[verb].lower in TOLD:
            return False
        after = words[verb + 1]
        objects = ("determiner", "pronoun", "name", "noun", "which", "adjective", QUOTED)
        return after.sentence == words[verb].sentence and after.lower not in TIMES and after.tag in objects

    def _is_quoted(self, part: int) -> bool:
        after = self.words[part + 1].text if part + 1 < len(self.words) else ""
        return self.words[part].text.rstrip()[-1:] in CLOSING or after in CLOSING

    def _sentence_of_its_own(self, part: int, first: int) -> Candidate | None:
        """Read a source in a sentence after the claim's: “So it is.” Mr Lund said."""
        words = self.words
        for at in range(first, min(first + _SENTENCE_OF_A_VERB, len(words))):
            if words[at].sentence != words[first].sentence:
                return None
            if is_verb(words[at]) and words[at].lower in speech_verbs():
                source = self.subjects.of(at)
                if source and source[0] == first and self._ends(at, signs=(".", ",")):
                    return Candidate((at, at), source, 75 if self._is_quoted(part) else 45)
                return None
        return None

    def _ends(self, at: int, signs: Sequence[str]) -> bool:
        """Return whether the sentence ends after this word, or one of the signs follows."""
        words = self.words
        if at + 1 >= len(words):
            return True
        return words[at + 1].text in signs or words[at + 1].sentence != words[at].sentence

    def _signed(self, part: int) -> Iterator[Candidate]:
        """Read a source as a signature: Storm to cost billions: minister. “We shall see.” — Ida Brekke."""
        at = part + 1
        while at < len(self.words) and self.words[at].text in CLOSING:
            at += 1
        if at + 1 >= len(self.words) or not (self.words[at].text == ":" or self.words[at].text in DASHES):
            return
        source = self.subjects.nouns.right_of(at + 1)
        if source and (source[1] + 1 == len(self.words) or "\n" in self.gap(source[1])):
            yield Candidate(None, source, 50)
