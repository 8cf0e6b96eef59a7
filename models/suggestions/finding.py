"""Find the claims and numbers of an article, by rule."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice

from models.attribution.known_names import Names
from models.attribution.modes import mode_of
from models.attribution.resolving import Meant
from models.own_words import NO_WORDS, REPORTING_VERBS, OwnWords
from models.quantities.locating import quantities_between
from models.suggestions.following import Placed, claims_in
from models.suggestions.found import Evidence, Found, FoundClaim, FoundNumber
from models.suggestions.german import german_claims
from models.suggestions.reading import Reading
from models.suggestions.rules import UNCERTAIN
from models.suggestions.speakers import Speakers
from models.text.range_index import RangeIndex
from models.text.ranges import Range

Finder = Callable[[str, Names, Sequence[Range]], Iterator[FoundClaim]]
"""Finds the claims of a text, with the known names and the ranges to skip."""


def find(text: str, language: str, names: Names = (), skipped: Sequence[Range] = (), own: OwnWords = NO_WORDS) -> Found:
    """Return the claims and numbers of a text, in text order.

    `names` are the names and aliases of all known speakers, each with the id of its speaker; `skipped` are ranges to
    be left out, such as boilerplate (code points, half-open, in order). `own` are the words that the project adds.
    """
    numbers = tuple(_numbers(text, language, skipped))
    finder = _finder(language, own)
    claims = sorted(finder(text, names, skipped) if finder else (), key=lambda claim: claim.contents)
    return Found(tuple([replace(each, numbers=tuple(_inside(each.contents, numbers))) for each in claims]), numbers)


def _finder(language: str, own: OwnWords) -> Finder | None:
    """Return what finds the claims of an article in a language, if anything does."""
    main = language[:2].lower()
    claims = {"en": _claims, "de": german_claims}.get(main)
    return partial(claims, verbs=_own_verbs(own, main)) if claims else None


def _own_verbs(own: OwnWords, language: str) -> frozenset[str]:
    """Return the forms of the reporting verbs that the project adds in a language, in small letters."""
    rows = own.of(language, REPORTING_VERBS)
    return frozenset(form.strip().lower() for row in rows for form in row.split(",") if form.strip())


def _numbers(text: str, language: str, skipped: Sequence[Range]) -> Iterator[FoundNumber]:
    left_out = RangeIndex(skipped)
    for span, read in quantities_between(text, 0, len(text), language):
        if not left_out.overlaps(span):
            yield FoundNumber(span, read, "number")


def _claims(text: str, names: Names, skipped: Sequence[Range], verbs: frozenset[str]) -> Iterator[FoundClaim]:
    reading = Reading(text, skipped, verbs)
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
        meant.certain and draft.rule not in UNCERTAIN,
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
