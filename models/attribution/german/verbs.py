"""Find the verbs of a German sentence that report, with their particles and auxiliaries."""

from collections.abc import Iterator
from dataclasses import dataclass

from models.attribution.german.clause_kinds import looks_finite, opens_clause
from models.attribution.german.lexicon import (
    AND,
    BE,
    BEEN,
    HELPERS,
    OWN,
    THAT,
    Forms,
    Verb,
    all_forms,
    finite_forms,
    joined_forms,
    other_forms,
)
from models.attribution.german.sentence import Sentence

_FARTHEST = 40


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
