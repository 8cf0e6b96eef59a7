"""Tell main clauses, subordinate clauses and phrases apart in German, by their words and where the verb is."""

from models.attribution.german.lexicon import (
    ASKING,
    BARRED,
    DETERMINING,
    HELPERS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    TO,
    finite_forms,
    joined_forms,
    moods,
)
from models.attribution.german.nouns import Nouns
from models.attribution.german.sentence import Segment, Sentence

_ASIDES = (",", "–", "—", "-", "--")


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
