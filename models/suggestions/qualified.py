"""Find where the words begin that qualify a number: “more than 1,300 letters”, “at least half”."""

from models.entities import Qualifier
from models.quantities.qualifiers import read_lead
from models.suggestions.clauses import Clauses

_LONGEST = 4
"""Words of a qualifier, such as "at the very least"."""


def with_qualifier(clauses: Clauses, start: int, first: int) -> int:
    """Return the index where the words begin that qualify the number at `start`, not before `first`.

    The number may also stand after `start`, which is then within its qualifier. `start` itself is returned if nothing
    before it qualifies a number.
    """
    for at in range(max(first, start - _LONGEST), start):
        if (number_after(clauses, at) or -1) >= start:
            return at
    return start - (clauses.tag(start) == "number" and clauses.tag(start - 1) == "adverb" and start > first)


def number_after(clauses: Clauses, at: int) -> int | None:
    """Return the index of the number that the words which begin at an index qualify; None if they qualify none."""
    words = clauses.words
    lead = read_lead(clauses.paragraph.passage.text, words[at].start)
    if lead.qualifier is Qualifier.EXACT:
        return None
    amount = next((after for after in range(at + 1, len(words)) if words[after].start >= lead.end), at)
    number = amount + (clauses.tag(amount) in ("determiner", "sign"))
    return number if _is_number(clauses, number) else None


def _is_number(clauses: Clauses, at: int) -> bool:
    return clauses.tag(at) == "number" or clauses.lower(at) == "half"
