"""What of everything that was found in an article is still open: neither recorded nor dismissed.

Only the project teaches what is not suggested: what was dismissed in the article, and words of numbers that were
dismissed more than once anywhere. Known speakers and aliases are asked for when claims are found.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace

from models.entities import Boilerplate, Dismissed, Offer, Role, Span
from models.properties import Assistance
from models.records import ArticleRecords
from models.suggestions.found import Found, FoundClaim, FoundNumber
from models.suggestions.learned import Learned
from models.text.range_index import index_of, share
from models.text.ranges import Range

Suggestion = FoundClaim | FoundNumber
"""What is recorded at once: a claim with the numbers in it, or a number outside of the claims that are suggested."""

ALIKE = 0.5
"""The share that a suggestion and a claim that was dismissed have in common, from which they count as the same one:
rules that find other boundaries must not bring it back.
"""


@dataclass(frozen=True, slots=True)
class OpenSuggestions:
    """The claims that can be recorded, each with the numbers in it that are open too, and the numbers outside of them,
    both in text order.
    """

    claims: tuple[FoundClaim, ...] = ()
    numbers: tuple[FoundNumber, ...] = ()

    def in_order(self) -> list[Suggestion]:
        """Return all of them in text order."""
        return sorted((*self.claims, *self.numbers), key=extent)


def extent(suggestion: Suggestion) -> Range:
    """Return the range from the first to the last of the words of a claim or number."""
    if isinstance(suggestion, FoundNumber):
        return suggestion.span
    return suggestion.contents[0][0], suggestion.contents[-1][1]


def open_suggestions(
    found: Found,
    records: ArticleRecords,
    learned: Learned,
    assistance: Collection[Assistance] = frozenset(Assistance),
    part: Range | None = None,
) -> OpenSuggestions:
    """Return what was found and is not recorded, dismissed, or in boilerplate, of the kinds that the project wants.

    A claim whose content overlaps that of a recorded claim is left out; the numbers in it are then on their own. If all
    of it was found in a part of the text, only that part is looked at.
    """
    left = _Left(records, learned, part or (0, len(records.text)))
    numbers = {each.span: each for each in found.numbers if left.has_number(each)}
    if Assistance.NUMBERS not in assistance:
        numbers.clear()
    claims = [each for each in found.claims if left.has_claim(each)] if Assistance.CLAIMS in assistance else []
    kept = [replace(each, numbers=tuple(one for one in each.numbers if one.span in numbers)) for each in claims]
    inside = {one.span for each in kept for one in each.numbers}
    return OpenSuggestions(tuple(kept), tuple(each for span, each in numbers.items() if span not in inside))


class _Left:
    """Tells what is left to be suggested in a part of an article."""

    def __init__(self, records: ArticleRecords, learned: Learned, part: Range) -> None:
        self._text, self._learned = records.text, learned
        spans, dismissed = records.between(Span, *part), records.between(Dismissed, *part)
        self._contents = index_of(each for each in spans if each.role is Role.CONTENT)
        self._numbers = index_of(each for each in spans if each.role is Role.NUMBER)
        self._boilerplate = index_of(records.between(Boilerplate, *part))
        self._dismissed = {kind: index_of(each for each in dismissed if each.kind is kind) for kind in Offer}

    def has_claim(self, claim: FoundClaim) -> bool:
        whole = extent(claim)
        if any(self._contents.overlaps(part) or self._boilerplate.overlaps(part) for part in claim.contents):
            return False
        alike = any(share(whole, each) >= ALIKE for each in self._dismissed[Offer.CLAIM].overlapping(whole))
        return not alike and not self._dismissed[Offer.PLACE].holds(whole)

    def has_number(self, number: FoundNumber) -> bool:
        span = number.span
        taken = (self._numbers, self._boilerplate, self._dismissed[Offer.NUMBER])
        if any(each.overlaps(span) for each in taken) or self._dismissed[Offer.PLACE].holds(span):
            return False
        return not self._learned.is_unwanted(self._text[slice(*span)])
