"""Find the claims and numbers of an article, by rule."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain, islice

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
from models.text.quotations import separator_of
from models.text.range_index import RangeIndex
from models.text.ranges import Range

Finder = Callable[[str, Names, Sequence[Range]], Iterator[tuple[int, list[FoundClaim]]]]
"""Finds the claims of a text, with the known names and the ranges to skip, by and by: each time with the end of the
paragraph up to which they are all.
"""


def find(text: str, language: str, names: Names = (), skipped: Sequence[Range] = (), own: OwnWords = NO_WORDS) -> Found:
    """Return the claims and numbers of a text, in text order.

    `names` are the names and aliases of all known speakers, each with the id of its speaker; `skipped` are ranges to
    be left out, such as boilerplate (code points, half-open, in order). `own` are the words that the project adds.
    """
    found = [each for _range, each in find_by_and_by(text, language, names, skipped, own)]
    return Found(
        tuple(chain.from_iterable(each.claims for each in found)),
        tuple(chain.from_iterable(each.numbers for each in found)),
    )


def find_by_and_by(
    text: str, language: str, names: Names = (), skipped: Sequence[Range] = (), own: OwnWords = NO_WORDS
) -> Iterator[tuple[Range, Found]]:
    """Yield some paragraphs after the other with all that is found in them, as `find` does; nothing of it goes on in
    other paragraphs. Blank lines separate paragraphs, if there are any.
    """
    left_out, separator = RangeIndex(skipped), separator_of(text)
    begun, waiting = 0, list[FoundClaim]()
    for end, claims in chain(_finder(language, own)(text, names, skipped), [(len(text), [])]):
        waiting += claims
        if begun < end and (text.startswith(separator, end) or end == len(text)):
            numbers = tuple(_numbers(text, (begun, end), language, left_out))
            yield (begun, end), _together(waiting, numbers)
            begun, waiting = end, []


def _together(claims: Sequence[FoundClaim], numbers: Sequence[FoundNumber]) -> Found:
    """Return claims with the numbers that are in them, in text order."""
    in_order = sorted(claims, key=lambda claim: claim.contents)
    return Found(
        tuple([replace(each, numbers=tuple(_inside(each.contents, numbers))) for each in in_order]), tuple(numbers)
    )


def _finder(language: str, own: OwnWords) -> Finder:
    """Return what finds the claims of an article in a language."""
    main = language[:2].lower()
    match main:
        case "en":
            return partial(_claims, verbs=_own_verbs(own, main))
        case "de":
            return partial(german_claims, verbs=_own_verbs(own, main))
    return _no_claims


def _own_verbs(own: OwnWords, language: str) -> frozenset[str]:
    """Return the forms of the reporting verbs that the project adds in a language, in small letters."""
    rows = own.of(language, REPORTING_VERBS)
    return frozenset(form.strip().lower() for row in rows for form in row.split(",") if form.strip())


def _numbers(text: str, part: Range, language: str, left_out: RangeIndex) -> Iterator[FoundNumber]:
    for span, read in quantities_between(text, *part, language):
        if not left_out.overlaps(span):
            yield FoundNumber(span, read, "number")


def _claims(
    text: str, names: Names, skipped: Sequence[Range], verbs: frozenset[str]
) -> Iterator[tuple[int, list[FoundClaim]]]:
    reading = Reading(text, skipped, verbs)
    speakers = Speakers(reading, names)
    for last, found in claims_in(reading, 0, len(reading)):
        yield reading.end(last - 1) if last else 0, [_claim(placed, speakers.of(placed)) for placed in found]


def _no_claims(text: str, _names: Names, _skipped: Sequence[Range]) -> Iterator[tuple[int, list[FoundClaim]]]:
    """Yield the ends of the lines: a text in a language without rules has numbers, but no claims that can be found."""
    at = text.find("\n")
    while at >= 0:
        yield at, []
        at = text.find("\n", at + 1)


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
