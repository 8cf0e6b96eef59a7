"""The base of the searches for cues before and after a claim."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.attribution.lexicon import HELPERS, THINKING, speech_phrases, speech_verbs
from models.attribution.nouns import WordRange
from models.attribution.passage import Passage, Word
from models.attribution.subjects import Subjects

FARTHEST = 40
"""Words from a claim that are searched for its cue."""
PASSED = 25
"""The amount by which every further verb between a verb and the claim lowers its score."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A candidate for who makes a claim: the words that report it, the words that name the speaker, and a score."""

    cue: WordRange | None
    source: WordRange
    score: int

    def is_beside(self, words: Sequence[Word]) -> bool:
        """Return whether no other verb is between the words that name the speaker and those that report."""
        if self.cue is None:
            return False
        first, second = sorted((self.cue, self.source))
        between = words[first[1] + 1 : second[0]]
        return not any(word.tag in ("finite", "modal") and word.lower not in HELPERS for word in between)


class CueSearch:
    """A passage that is searched for the words that report a claim."""

    def __init__(self, passage: Passage) -> None:
        self.passage, self.words = passage, passage.words
        self.subjects = Subjects(passage)

    def source_phrase(self, at: int) -> Candidate | None:
        """Find “according to the ministry”, “in the words of Ida Brekke”."""
        lower = [word.lower for word in self.words[at : at + 4]]
        size = 2 if lower[:2] == ["according", "to"] else 4 if lower == ["in", "the", "words", "of"] else 0
        source = self.subjects.nouns.right_of(at + size) if size else None
        return Candidate((at, at + size - 1), source, 95) if source else None

    def weight(self, verb: int) -> int:
        """Return a score for how likely a verb is to report."""
        word, pair = self.words[verb].lower, " ".join(word.lower for word in self.words[verb : verb + 2])
        if word in speech_verbs() or pair in speech_phrases():
            return 80
        return 65 if word in THINKING else 45

    def gap(self, at: int) -> str:
        """Return the characters between a word and the next."""
        return self.passage.text[self.words[at].end : self.words[at + 1].start]
