"""Divide what was found in an article into parts that have nothing in common, so that an edit concerns few of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import itemgetter

from models.suggestions.found import Found, FoundClaim, FoundNumber
from models.suggestions.open import extent
from models.suggestions.places import Place
from models.text.folding import folded
from models.text.ranges import Range

Thing = FoundClaim | FoundNumber | Place


@dataclass(frozen=True, slots=True)
class Part:
    """A range of an article with all that was found in it, of which nothing reaches beyond it.

    `number_words` are the words of its numbers, folded: what is dismissed again and again is known by them.
    """

    range: Range
    found: Found
    places: tuple[Place, ...]
    number_words: frozenset[str]


def parts_of(text: str, found: Found, places: Sequence[Place]) -> Iterator[Part]:
    """Yield the parts of what was found in a text, in text order."""
    all_: list[Thing] = [*found.claims, *found.numbers, *places]
    things = sorted(((_range(each), each) for each in all_), key=itemgetter(0))
    ends = [*accumulate((end for (_start, end), _thing in things), max)]
    first = 0
    for after in range(1, len(things) + 1):
        if after == len(things) or things[after][0][0] >= ends[after - 1]:
            yield _part(text, (things[first][0][0], ends[after - 1]), [thing for _range, thing in things[first:after]])
            first = after


def _range(thing: Thing) -> Range:
    return thing.range if isinstance(thing, Place) else extent(thing)


def _part(text: str, whole: Range, things: Sequence[Thing]) -> Part:
    claims = tuple(each for each in things if isinstance(each, FoundClaim))
    numbers = tuple(each for each in things if isinstance(each, FoundNumber))
    places = tuple(each for each in things if isinstance(each, Place))
    return Part(whole, Found(claims, numbers), places, frozenset(folded(text[slice(*each.span)]) for each in numbers))
