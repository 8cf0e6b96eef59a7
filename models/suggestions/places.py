"""Places of an article in which something may have been missed: quotations, reporting verbs and numbers without a
record.

`coverage.py` finds them in the text; here they are only compared with what is recorded, after each edit.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from models.entities import Boilerplate, Dismissed, Offer, Role, Span
from models.lines.open_places import OpenPlaces
from models.records import ArticleRecords
from models.text.range_index import index_of
from models.text.ranges import Range


class PlaceKind(StrEnum):
    """What is at a place."""

    QUOTATION = "quotation"
    VERB = "verb"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Place:
    """A range in which something may be recorded: a quotation with its marks, a sentence with a reporting verb outside
    of quotations, or a number.
    """

    range: Range
    kind: PlaceKind


def open_places(places: Iterable[Place], records: ArticleRecords, part: Range | None = None) -> list[Place]:
    """Return the places of an article that no record covers, that are not in boilerplate, and of which nobody has said
    that there is nothing to record. What was dismissed as a suggestion is no open place either.

    If all of them are in a part of the text, only that part is looked at.
    """
    part = part or (0, len(records.text))
    spans, dismissed = records.between(Span, *part), records.between(Dismissed, *part)
    left_out = index_of(records.between(Boilerplate, *part))
    nothing = index_of(each for each in dismissed if each.kind is Offer.PLACE)
    claims = [each for each in dismissed if each.kind is Offer.CLAIM]
    covered = {
        PlaceKind.QUOTATION: index_of([*claims, *(each for each in spans if each.role is Role.CONTENT)]),
        PlaceKind.VERB: index_of([*claims, *(each for each in spans if each.claim)]),
        PlaceKind.NUMBER: index_of(
            [
                *(each for each in dismissed if each.kind is Offer.NUMBER),
                *(each for each in spans if each.role is Role.NUMBER),
            ]
        ),
    }
    return [
        each
        for each in places
        if not (left_out.overlaps(each.range) or nothing.holds(each.range) or covered[each.kind].overlaps(each.range))
    ]


def counts(places: Iterable[Place]) -> OpenPlaces:
    """Return how many places there are of each kind."""
    return counted(Counter(each.kind for each in places))


def counted(of_kind: Counter[PlaceKind]) -> OpenPlaces:
    """Return how many places there are, given how many of each kind."""
    return OpenPlaces(of_kind[PlaceKind.QUOTATION], of_kind[PlaceKind.VERB], of_kind[PlaceKind.NUMBER])
