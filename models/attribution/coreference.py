"""Resolve a short name, a description or a pronoun to somebody named earlier in the text."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from models.attribution.full_names import described, full_name
from models.attribution.known_names import pronoun_of
from models.attribution.lexicon import speech_verbs
from models.attribution.naming import Named, named
from models.attribution.nouns import Nouns, WordRange
from models.attribution.passage import Passage, passage_of
from models.attribution.people import first_names
from models.attribution.subjects import Subjects
from models.entities import SpeakerKind

NEAR = 2_500
"""Characters before a claim that are searched for the person whom a pronoun means."""
_PLURAL = (SpeakerKind.GROUP, SpeakerKind.UNNAMED, SpeakerKind.ORGANISATION)


def passages_before(text: str, before: int) -> Iterator[Passage]:
    """Yield the words before an offset in which a pronoun's meaning is looked for."""
    yield passage_of(text, max(0, before - NEAR), before)


def referred(passages: Iterable[Passage], somebody: Named) -> Named | None:
    """Return whom a pronoun means, in the nearest sentence with a fitting subject or a fitting name.

    The passages are those before the pronoun, the nearest first.
    """
    for passage in passages:
        for sentence in reversed(list(passage.sentences())):
            for places, speaks in chain(_subjects(passage, sentence), _names(passage, sentence)):
                words = passage.words[places[0] : places[1] + 1]
                found = replace(named(words), mention=(words[0].start, words[-1].end))
                whole = introduced(passage.text, words[0].start, found) if found.name else found
                if whole.name and _can_be(whole, somebody.pronoun or "", speaks=speaks):
                    return whole
    return None


def _names(passage: Passage, sentence: WordRange) -> Iterator[tuple[WordRange, bool]]:
    """Yield the names of people in a sentence whose first name shows which pronoun fits."""
    nouns, words = Nouns(passage), passage.words
    for at in range(sentence[0], sentence[1] + 1):
        after = words[at + 1].tag if at + 1 < len(words) else ""
        if words[at].tag == "name" and after not in ("name", "possessive"):
            start = nouns.core_start(at)
            if any(each.lower in first_names() for each in words[start : at + 1]):
                yield (start, at), False


def introduced(text: str, before: int, somebody: Named) -> Named:
    """Return the person with the full name given earlier in the text, if the words are only a surname or a role."""
    name = somebody.name
    if name and " " not in name and not somebody.described and somebody.kind in (None, SpeakerKind.PERSON):
        full = full_name(text, before, name, somebody.pronoun)
        if full:
            pronoun = somebody.pronoun or pronoun_of(full.name)
            return replace(somebody, name=full.name, kind=SpeakerKind.PERSON, pronoun=pronoun, mention=full.place)
    if somebody.described and somebody.kind is SpeakerKind.PERSON and name:
        full = described(text, before, name)
        if full:
            pronoun = pronoun_of(full.name)
            return replace(somebody, name=full.name, role=name, pronoun=pronoun, described=False, mention=full.place)
    return somebody


def _can_be(somebody: Named, pronoun: str, *, speaks: bool) -> bool:
    """Return whether a pronoun can mean a speaker; a name of unknown kind is treated as a person's."""
    match pronoun:
        case "he" | "she":
            person = somebody.kind is SpeakerKind.PERSON or (speaks and somebody.kind is None)
            known = somebody.pronoun or pronoun_of(somebody.name or "")
            return person and not somebody.described and known in (None, pronoun)
        case "they":
            return somebody.kind in _PLURAL
        case "it":
            return somebody.kind is SpeakerKind.ORGANISATION
    return False


def _subjects(passage: Passage, sentence: WordRange) -> Iterator[tuple[WordRange, bool]]:
    """Yield the subjects of a sentence, those of reporting verbs first, each with whether its verb reports."""
    finder, speech, words = Subjects(passage), speech_verbs(), passage.words
    verbs = [
        (words[at].lower not in speech, at)
        for at in range(sentence[0], sentence[1] + 1)
        if words[at].tag in ("finite", "modal") or (words[at].tag == "past" and words[at].lower in speech)
    ]
    for silent, verb in sorted(verbs):
        if (found := finder.of(verb)) is not None:
            yield found, not silent
