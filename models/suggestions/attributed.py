"""Find claims by phrases and nouns that name their source: according to the ministry; his warning; as she noted."""

from models.attribution.lexicon import POSSESSIVES
from models.attribution.nouns import WordRange
from models.suggestions.clauses import Clauses
from models.suggestions.drafts import Draft
from models.suggestions.rules import ACCORDING, NOUN

_LONGEST_SOURCE = 25
_SUBJECTS = frozenset(["noun", "name", "pronoun", "number"])


def according(clauses: Clauses, at: int, left: int, last: int) -> Draft | None:
    """Read “according to the ministry” at an index, before, after or within what it said, between two others."""
    if clauses.lower(at) != "according" or clauses.lower(at + 1) != "to":
        return None
    source = _source_at(clauses, at + 2)
    if source is None:
        return None
    comma = _comma_after(clauses, source[1], last)
    rest = (comma + 1, clauses.without_signs(comma + 1, last)) if comma is not None else None
    before = (left, clauses.without_signs(left, at - 1)) if at - left > 1 else None
    parts: tuple[WordRange, ...] = ()
    if before is not None and _is_clause(clauses, *before):
        parts = (before,) if clauses.lower(at - 1) != "that" else ()
    elif rest is not None and _is_clause(clauses, *rest):
        parts = (before, rest) if before is not None else (rest,)
    return Draft(parts, (at, at + 1), source, ACCORDING) if parts else None


def _is_clause(clauses: Clauses, first: int, last: int) -> bool:
    """Return whether there is a verb between two indexes, also one that may be a participle: "the rate fell"."""
    pasts = (at for at in range(first + 1, last + 1) if clauses.tag(at) == "past")
    return clauses.has_verb(first, last) or any(clauses.tag(at - 1) in _SUBJECTS for at in pasts)


def _source_at(clauses: Clauses, at: int) -> WordRange | None:
    """Return the noun that begins at an index, also with a word that was misread: "early results", "state law"."""
    found = _noun_at(clauses, at)
    if found is None and clauses.tag(at) in ("adverb", "base", "past") and (more := _noun_at(clauses, at + 1)):
        return at, more[1]
    return found


def _noun_at(clauses: Clauses, at: int) -> WordRange | None:
    """Return the noun that begins at an index, with a participle in it: "U.S. lobbying records"."""
    found = clauses.nouns.right_of(at)
    if found is not None and clauses.tag(found[1] + 1) == "ing" and (more := clauses.nouns.right_of(found[1] + 1)):
        return found[0], more[1]
    return found


def _comma_after(clauses: Clauses, source: int, last: int) -> int | None:
    """Return the index of the sign that ends the words after "according to"."""
    farthest = min(last, source + _LONGEST_SOURCE)
    return next((at for at in range(source + 1, farthest) if clauses.lower(at) in (",", ":")), None)


def source_of_noun(clauses: Clauses, at: int, left: int) -> WordRange | None:
    """Return whose claim a noun before "that" is: his claim that; the ministry's latest warning that."""
    owner = at - 1
    while owner >= left and clauses.tag(owner) == "adjective":
        owner -= 1
    if clauses.lower(owner) in POSSESSIVES:
        return owner, owner
    return clauses.nouns.ending_at(owner - 1) if clauses.tag(owner) == "possessive" and owner > left else None


def claimed(clauses: Clauses, at: int, left: int, end: int) -> Draft | None:
    """Read a noun at an index as the cue of what follows "that", up to `end`."""
    source = source_of_noun(clauses, at, left)
    return Draft(((at + 2, end),), (at, at), source, NOUN) if source is not None else None


def follows_as(clauses: Clauses, verb: int, source: WordRange, left: int, last: int) -> bool:
    """Return whether a clause follows "as", who makes the claim, the verb and a comma: As she noted, the plan fails."""
    opens = clauses.lower(left) == "as" and source == (left + 1, verb - 1) and clauses.lower(verb + 1) == ","
    return opens and clauses.begins_clause(verb + 2, last)
