"""Find who makes a claim from the verb that reports it: the subject before it or, in inverted order, after it."""

from models.attribution.lexicon import RELATIVES
from models.attribution.nouns import WordRange
from models.attribution.passage import CLOSING, CONTENT
from models.suggestions.clauses import STOPS, Clauses
from models.suggestions.verbs import inverting_verbs


def source_of(clauses: Clauses, verb: int, first: int, last: int) -> WordRange | None:
    """Return the words that name who makes what a verb reports, in a sentence from `first` to `last`, or None."""
    found = _inverted(clauses, verb, first, last) or clauses.subjects.of(verb)
    if found is None or found[0] <= verb <= found[1]:
        return None
    joined = found[0] < found[1] and clauses.lower(found[0]) in RELATIVES
    return (found[0] + 1, found[1]) if joined else found


def _inverted(clauses: Clauses, verb: int, first: int, last: int) -> WordRange | None:
    words = clauses.words
    before = verb - 1
    while before > first and words[before].text in CLOSING | {","}:
        before -= 1
    if clauses.tag(verb) in ("ing", "base") or before < 0 or before < first:
        return None
    if words[before].tag == CONTENT:
        return clauses.nouns.right_of(verb + 1)
    if before == verb - 1 or clauses.lower(verb) not in inverting_verbs():
        return None
    if not clauses.has_verb(first, before) and not clauses.paragraph.is_headline:
        return None
    found = clauses.nouns.right_of(verb + 1)
    ends = found is None or found[1] >= last or clauses.lower(found[1] + 1) in STOPS | {",", ";"}
    return found if ends else None
