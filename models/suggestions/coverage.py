"""Places of an article in which something may have been missed: quotations, reporting verbs and numbers without a
record.

`find_places` reads the text, which takes long enough to be done beside the event loop and kept; `open_places` only
compares, and is done again after each edit.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from models.entities import Boilerplate, Dismissed, Offer, Role, Span
from models.lines.open_places import OpenPlaces
from models.own_words import NO_WORDS, REPORTING_VERBS, OwnWords
from models.quantities.locating import numbers_in
from models.records import ArticleRecords
from models.text.quotations import quotations
from models.text.range_index import RangeIndex
from models.text.ranges import Range
from models.text.reporting_verbs import reporting_verbs
from models.text.sentences import sentences

LONG_ENOUGH = 4
"""Words from which a quotation is taken for what somebody says, rather than for a name or an ironic word."""

ENDS = (".", ",", "!", "?", "…", ";")
"""Signs before the closing mark that make a shorter quotation a sentence: “We won,” she said."""


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


def find_places(
    text: str, language: str | None, numbers: Iterable[Range] | None = None, verbs: tuple[str, ...] = ()
) -> tuple[Place, ...]:
    """Return every place of a text, in text order; `numbers` are those in it, if they are known already, and `verbs`
    are the reporting verbs that the project adds for its language.

    A sentence that has a quotation is one place, not two.
    """
    language = language or "en"
    quoted = [*_quotations(text)]
    found = [Place(each, PlaceKind.QUOTATION) for each in quoted if _is_said(text[slice(*each)])]
    said, inside = RangeIndex(place.range for place in found), RangeIndex(quoted)
    for sentence in sentences(text, language):
        reporting = () if said.overlaps(sentence) else reporting_verbs(text, *sentence, language, verbs)
        if any(not inside.holds(each) for each in reporting):
            found.append(Place(sentence, PlaceKind.VERB))
    spans = numbers_in(text, 0, len(text), language) if numbers is None else numbers
    return tuple(sorted((*found, *(Place(each, PlaceKind.NUMBER) for each in spans)), key=lambda each: each.range))


def _quotations(text: str) -> Iterator[Range]:
    """Yield the quotations of each paragraph, as `quotations_around` does: blank lines separate them, if there are
    any.
    """
    separator, at = "\n\n" if "\n\n" in text else "\n", 0
    for paragraph in text.split(separator):
        yield from ((at + start, at + end) for start, end in quotations(paragraph))
        at += len(paragraph) + len(separator)


def _is_said(words: str) -> bool:
    """Return whether a quotation, with its marks, is what somebody says."""
    return len(words.split()) >= LONG_ENOUGH or (" " in words and words[:-1].rstrip("’'”\"").endswith(ENDS))


def open_places(places: Iterable[Place], records: ArticleRecords) -> list[Place]:
    """Return the places of an article that no record covers, that are not in boilerplate, and of which nobody has said
    that there is nothing to record. What was dismissed as a suggestion is no open place either.
    """
    spans, dismissed = [*records.spans.values()], [*records.dismissed.values()]
    left_out = _index(records.boilerplate.values())
    nothing = _index(each for each in dismissed if each.kind is Offer.PLACE)
    claims = [each for each in dismissed if each.kind is Offer.CLAIM]
    covered = {
        PlaceKind.QUOTATION: _index([*claims, *(each for each in spans if each.role is Role.CONTENT)]),
        PlaceKind.VERB: _index([*claims, *(each for each in spans if each.claim)]),
        PlaceKind.NUMBER: _index(
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


def _index(rows: Iterable[Span | Boilerplate | Dismissed]) -> RangeIndex:
    return RangeIndex((each.start, each.end) for each in rows)


def counts(places: Sequence[Place]) -> OpenPlaces:
    """Return how many places there are of each kind."""
    of_kind = Counter(each.kind for each in places)
    return OpenPlaces(of_kind[PlaceKind.QUOTATION], of_kind[PlaceKind.VERB], of_kind[PlaceKind.NUMBER])


def count_open(records: ArticleRecords, own: OwnWords = NO_WORDS) -> OpenPlaces:
    """Read the text of an article and return how many of its places are open; `own` has the words of the project."""
    language = records.article.language or "en"
    places = find_places(records.text, language, verbs=own.of(language, REPORTING_VERBS))
    return counts(open_places(places, records))
