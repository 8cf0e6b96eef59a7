"""Find the verbs of a German sentence that report, with their particles and auxiliaries."""

from collections.abc import Iterator
from dataclasses import dataclass

from models.attribution.german.lexicon import (
    AND,
    ASKING,
    BARRED,
    BE,
    BEEN,
    DETERMINING,
    HELPERS,
    OWN,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    THAT,
    TO,
    Forms,
    Verb,
    all_forms,
    finite_forms,
    joined_forms,
    moods,
    other_forms,
)
from models.attribution.german.nouns import Nouns
from models.attribution.german.sentence import Segment, Sentence

_FARTHEST = 40
_ASIDES = (",", "–", "—", "-", "--")


@dataclass(frozen=True, slots=True)
class Reporting:
    """A verb that reports: the indexes of the verb, of what is finite, and of the last word of both."""

    verb: int
    finite: int
    end: int
    uses: frozenset[str]
    final: bool = False
    passive: bool = False


def reporting_in(sentence: Sentence) -> Iterator[Reporting]:
    """Yield the verbs outside quotation marks that report, in order."""
    for at, word in enumerate(sentence.words):
        known = word.lower in all_forms() or word.lower in sentence.own
        if not known or word.quoted or (word.is_capital and at > 0):
            continue
        final = _verbs(sentence, at, finite_forms()) and _ends_clause(sentence, at)
        found = (None if final else _compound(sentence, at)) or _joined(sentence, at) or _simple(sentence, at)
        if found is not None:
            yield found


def _verbs(sentence: Sentence, at: int, forms: Forms) -> tuple[Verb, ...]:
    """Return the verbs that a word may be a form of; a project does not say which forms its own verbs have."""
    lower = sentence.words[at].lower
    return forms.get(lower, OWN if lower in sentence.own else ())


def looks_finite(sentence: Sentence, at: int) -> bool:
    """Return whether a word may be a finite verb, judging by its form and the word after it."""
    lower = sentence.lower(at)
    if not lower or sentence.words[at].is_capital or lower in BARRED or lower in DETERMINING:
        return False
    if (
        lower in HELPERS
        or lower in sentence.own
        or lower in finite_forms()
        or lower in moods()
        or lower in joined_forms()
    ):
        return True
    after = sentence.words[at + 1] if at + 1 < len(sentence.words) else None
    return lower.endswith(("t", "te", "ten")) and len(lower) > 3 and not (after is not None and after.is_capital)


def opens_clause(sentence: Sentence, first: int) -> bool:
    """Return whether a subordinate clause begins here, whose verb is at its end."""
    one, two = sentence.lower(first), sentence.lower(first + 1)
    if one in SUBORDINATORS or one in ASKING:
        return True
    segment = sentence.segments[sentence.segment(first)]
    relative = one in RELATIVES or (two in RELATIVES and one in PREPOSITIONS)
    if not relative or segment.sign not in _ASIDES or not may_end_clause(sentence, segment.last):
        return False
    end = Nouns(sentence).phrase(first)
    if end is not None and end > first and looks_finite(sentence, end + 1):
        return False
    inner = (sentence.lower(at) for at in range(first, segment.last - 1))
    return not any(lower in HELPERS or lower in moods() for lower in inner)


def may_end_clause(sentence: Sentence, at: int) -> bool:
    """Return whether a word may be the finite verb at the end of a clause, and is no infinitive with "zu"."""
    lower = sentence.lower(at)
    plural = lower.endswith("en") and not sentence.words[at].is_capital and lower not in BARRED
    return looks_finite(sentence, at) or (plural and sentence.lower(at - 1) not in TO)


def has_main_verb(sentence: Sentence, segment: Segment) -> bool:
    """Return whether a segment has a finite verb of a main clause."""
    if opens_clause(sentence, segment.first):
        return False
    return any(looks_finite(sentence, at) for at in range(segment.first, segment.last + 1))


def _joined(sentence: Sentence, at: int) -> Reporting | None:
    verbs = joined_forms().get(sentence.words[at].lower)
    if not verbs or not sentence.is_boundary(at + 1):
        return None
    return Reporting(at, at, at, verbs[0].uses, final=True)


def _compound(sentence: Sentence, at: int) -> Reporting | None:
    """Read a participle or infinitive with what is finite beside it: "hat … erklärt", "betonen musste"."""
    verbs = _verbs(sentence, at, other_forms())
    if not verbs:
        return None
    after = sentence.lower(at + 1)
    if after in HELPERS and sentence.is_boundary(at + 2):
        return Reporting(at, at + 1, at + 1, verbs[0].uses, final=True, passive=after in BE)
    if not (sentence.is_boundary(at + 1) or after in AND or after in BE or after in BEEN):
        return None
    helper = _helper_before(sentence, at)
    if helper is None:
        return None
    final = opens_clause(sentence, sentence.segments[sentence.segment(at)].first)
    passive = sentence.lower(helper) in BE
    return Reporting(at, helper, at, verbs[0].uses, final=final, passive=passive)


def _helper_before(sentence: Sentence, at: int) -> int | None:
    """Return the nearest auxiliary before a participle that belongs to a main clause."""
    for place in range(at - 1, max(at - _FARTHEST, -1), -1):
        lower = sentence.lower(place)
        if lower in HELPERS and not sentence.is_boundary(place + 1):
            return place
    return None


def _simple(sentence: Sentence, at: int) -> Reporting | None:
    verbs = _verbs(sentence, at, finite_forms())
    for verb in verbs:
        if verb.particle and (end := _particle_after(sentence, at, verb)) is not None:
            return Reporting(at, at, end, verb.uses)
    plain = next((verb for verb in verbs if not verb.particle), None)
    if plain is None or (sentence.words[at].lower in other_forms() and sentence.lower(at + 1) in BE):
        return None
    return Reporting(at, at, at, plain.uses, final=_ends_clause(sentence, at))


def _ends_clause(sentence: Sentence, at: int) -> bool:
    """Return whether a verb ends a subordinate clause, which may begin before an aside: "wie Vik, der Imker, sagt"."""
    number = sentence.segment(at)
    if at != sentence.segments[number].last or at == sentence.segments[number].first:
        return False
    if opens_clause(sentence, sentence.segments[number].first):
        return True
    before = sentence.segments[max(0, number - 1) : number]
    return any(opens_clause(sentence, each.first) and not looks_finite(sentence, each.last) for each in before)


def _particle_after(sentence: Sentence, at: int, verb: Verb) -> int | None:
    """Return where the particle of a verb ends, before a sign or the end of the sentence."""
    parts = verb.particle.split()
    for place in range(at + 1, min(at + _FARTHEST, len(sentence.words))):
        if sentence.lower(place) in THAT:
            return None
        end = place + len(parts) - 1
        found = [sentence.lower(each) for each in range(place, end + 1)] == parts
        if found and (sentence.is_boundary(end + 1) or sentence.lower(end + 1) in AND):
            return end
    return None
