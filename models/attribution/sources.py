"""Find who makes a claim: by the words around it, within it, or, for a quotation alone, next to it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.attribution.cue_search import Candidate
from models.attribution.cues import best_cue
from models.attribution.lexicon import speech_verbs
from models.attribution.naming import named
from models.attribution.passage import FARTHEST, Passage, passage_around, passage_of
from models.attribution.subjects import Subjects, is_verb
from models.entities import SpeakerKind
from models.text.ranges import Range

Reading = tuple[Passage, Candidate]
"""A passage, and the best candidate in it."""

_LIKELY = 60
"""The score from which a reading of the words around a claim is taken before its own words are searched."""
_LONGEST_SENTENCE = 600


def find_source(text: str, contents: Sequence[Range]) -> Reading | None:
    """Return who makes a claim according to the text, or None."""
    passage = passage_around(text, contents)
    found = best_cue(passage)
    if found is not None and found.score >= _LIKELY:
        return passage, found
    within = _in_claim(text, contents)
    around = (passage, found) if found is not None else None
    return within or around or _next_to_quotation(passage, contents)


def _in_claim(text: str, contents: Sequence[Range]) -> Reading | None:
    """Read a claim that is a whole sentence and itself names the speaker."""
    for start, end in contents:
        passage = passage_of(text, start, min(end, start + _LONGEST_SENTENCE))
        sentences = range(passage.words[-1].sentence + 1) if passage.words else ()
        if found := next(_speakers_in(passage, sentences), None):
            return passage, replace(found, score=80)
    return None


def _next_to_quotation(passage: Passage, contents: Sequence[Range]) -> Reading | None:
    """Read a quotation without a verb: who speaks in the sentence before or after it, or in the paragraph before."""
    text, (start, end) = passage.text, (contents[0][0], contents[-1][1])
    if not _is_quotation(text, start, end):
        return None
    before = {word.sentence for word in passage.words if word.end <= start and word.is_word}
    after = {word.sentence for word in passage.words if word.start >= end and word.is_word}
    for sentence in (*sorted(before, reverse=True), *sorted(after)[:1]):
        if found := _speaker_of_sentence(passage, sentence):
            return passage, found
    return None if before else _paragraph_before(text, start)


def _speaker_of_sentence(passage: Passage, sentence: int) -> Candidate | None:
    found = next(_speakers_in(passage, [sentence]), None) or _first_subject(passage, sentence)
    if found is None:
        return None
    who = named(passage.words[found.source[0] : found.source[1] + 1])
    person = who.pronoun in ("he", "she") or who.kind is SpeakerKind.PERSON
    return found if found.cue or person else None


def _speakers_in(passage: Passage, sentences: Sequence[int]) -> Iterator[Candidate]:
    """Yield who speaks in these sentences, in order, by a reporting verb outside quotation marks."""
    finder = Subjects(passage)
    for sentence in sentences:
        for at, word in enumerate(passage.words):
            if word.sentence == sentence and is_verb(word) and word.lower in speech_verbs():
                source = finder.of(at)
                if source is not None and not source[0] <= at <= source[1]:
                    yield Candidate((at, at), source, 60)


def _first_subject(passage: Passage, sentence: int) -> Candidate | None:
    """Return the first subject of a sentence, who does something in it: “Nothing can be done.” The mayor shrugged."""
    finder = Subjects(passage)
    for at, word in enumerate(passage.words):
        if word.sentence == sentence and word.tag in ("finite", "modal"):
            source = finder.of(at)
            return Candidate(None, source, 40) if source else None
    return None


def _paragraph_before(text: str, start: int) -> Reading | None:
    """Read the paragraph before a quotation that is a whole paragraph: whoever spoke last in it continues."""
    near = max(0, start - FARTHEST)
    end = near + len(text[near:start].rstrip("\n \t“‘«\"'`"))
    first = max(text.rfind("\n", near, end) + 1, near)
    passage = passage_of(text, first, end)
    sentences = range(passage.words[-1].sentence + 1) if passage.words else ()
    found = list(_speakers_in(passage, sentences))
    return (passage, found[-1]) if found else None


def _is_quotation(text: str, start: int, end: int) -> bool:
    """Return whether a claim begins or ends with a quotation mark, or directly after one."""
    marks = "“”„«»\"'‘’`"
    return any(letter in marks for letter in (text[max(0, start - 1) : start + 1] + text[end - 1 : end]))
