"""Find the claims and numbers of an article, by rule."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from models.attribution.known_names import Names
from models.attribution.modes import mode_of
from models.attribution.resolving import Meant
from models.quantities.locating import numbers_in
from models.quantities.parsing import read_quantity
from models.suggestions.following import Placed, claims_in
from models.suggestions.found import Evidence, Found, FoundClaim, FoundNumber
from models.suggestions.german import german_claims
from models.suggestions.reading import Reading
from models.suggestions.speakers import Speakers
from models.text.ranges import Range


def find(text: str, language: str, names: Names = (), skipped: Sequence[Range] = ()) -> Found:
    """Return the claims and numbers of a text, in text order.

    `names` are the names and aliases of all known speakers, each with the id of its speaker; `skipped` are ranges to
    be left out, such as boilerplate (code points, half-open, in order).
    """
    numbers = tuple(_numbers(text, language, skipped))
    finder = next((finder for start, finder in _FINDERS.items() if language.startswith(start)), None)
    claims = sorted(finder(text, names, skipped) if finder else (), key=lambda claim: claim.contents)
    return Found(tuple([replace(each, numbers=tuple(_inside(each.contents, numbers))) for each in claims]), numbers)


def _numbers(text: str, language: str, skipped: Sequence[Range]) -> Iterator[FoundNumber]:
    for span in numbers_in(text, 0, len(text), language):
        if not any(start < span[1] and span[0] < end for start, end in skipped):
            yield FoundNumber(span, read_quantity(text[slice(*span)], language), "number")


def _claims(text: str, names: Names, skipped: Sequence[Range]) -> Iterator[FoundClaim]:
    reading = Reading(text, skipped)
    speakers = Speakers(reading, names)
    for placed in claims_in(reading):
        yield _claim(placed, speakers.of(placed))


def _claim(placed: Placed, meant: Meant) -> FoundClaim:
    paragraph, draft, contents = placed.paragraph, placed.draft, placed.contents
    cue = paragraph.range_of(draft.cue) if draft.cue else None
    source = (paragraph.range_of(draft.source),) if draft.source else ()
    return FoundClaim(
        contents,
        cue,
        source,
        meant.name,
        meant.role,
        meant.kind,
        meant.speaker,
        mode_of(paragraph.passage.text, contents),
        draft.rule,
        meant.certain,
        Evidence(draft.rule, cue, source[0] if source else None, meant.mention),
    )


def _inside(contents: Sequence[Range], numbers: Sequence[FoundNumber]) -> Iterator[FoundNumber]:
    """Yield the numbers that begin in the contents of a claim."""
    for start, end in contents:
        first = bisect_left(numbers, start, key=lambda number: number.span[0])
        for number in islice(numbers, first, None):
            if number.span[0] >= end:
                break
            yield number


_FINDERS = {"en": _claims, "de": german_claims}
"""What finds the claims of an article, by the beginning of its language."""
