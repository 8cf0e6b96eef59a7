"""Find who speaks or acts in a sentence, for claims that no verb around them reports."""

from collections.abc import Iterator, Sequence

from models.attribution.cue_search import Found
from models.attribution.lexicon import speech_verbs
from models.attribution.passage import Passage
from models.attribution.subjects import Subjects, is_verb


def speaking(passage: Passage, sentences: Sequence[int]) -> Iterator[Found]:
    """Yield who speaks in these sentences, in order, by a reporting verb outside quotation marks."""
    finder = Subjects(passage)
    for sentence in sentences:
        for at, word in enumerate(passage.words):
            if word.sentence == sentence and is_verb(word) and word.lower in speech_verbs():
                source = finder.of(at)
                if source is not None and not source[0] <= at <= source[1]:
                    yield Found((at, at), source, 60)


def acting(passage: Passage, sentence: int) -> Found | None:
    """Return the first subject of a sentence, who does something in it: “Nothing can be done.” The mayor shrugged."""
    finder = Subjects(passage)
    for at, word in enumerate(passage.words):
        if word.sentence == sentence and word.tag in ("finite", "modal"):
            source = finder.of(at)
            return Found(None, source, 40) if source else None
    return None
