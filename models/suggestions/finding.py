"""Find the claims and numbers of an article, by rule."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice

from models.attribution.known_names import Names
from models.attribution.modes import mode_of
from models.attribution.resolving import Meant
from models.own_words import NO_WORDS, REPORTING_VERBS, OwnWords
from models.quantities.locating import quantities_between
from models.suggestions.following import Placed, begins_anew, claims_in
from models.suggestions.found import Evidence, Found, FoundClaim, FoundNumber
from models.suggestions.german import german_claims
from models.suggestions.reading import Reading
from models.suggestions.rules import UNCERTAIN
from models.suggestions.sought import Sought
from models.suggestions.speakers import Speakers
from models.text.quotations import separator_of
from models.text.range_index import RangeIndex
from models.text.ranges import Range

Finding = Iterator[tuple[Range, list[FoundClaim]]]
"""The claims of one range of a text after the other. The ranges end where lines end, and are all of the text."""


def find(text: str, language: str, names: Names = (), skipped: Sequence[Range] = (), own: OwnWords = NO_WORDS) -> Found:
    """Return the claims and numbers of a text, in text order.

    `names` are the names and aliases of all known speakers, each with the id of its speaker; `skipped` are ranges to
    be left out, such as boilerplate (code points, half-open, in order). `own` are the words that the project adds.
    """
    sought = Sought(text, language, tuple(names), tuple(skipped), tuple(own.in_order()))
    found = [each for _range, each in find_by_and_by(sought)]
    return Found(
        tuple(chain.from_iterable(each.claims for each in found)),
        tuple(chain.from_iterable(each.numbers for each in found)),
    )


def find_by_and_by(sought: Sought, first: int = 0) -> Iterator[tuple[Range, Found]]:
    """Yield some paragraphs after the other with all that is found in them, as `find` does; nothing of it goes on in
    other paragraphs. Blank lines separate paragraphs, if there are any.

    If possible, paragraphs from the offset `first` on come before those in front of it.
    """
    text, left_out, separator = sought.text, RangeIndex(sought.skipped), separator_of(sought.text)
    begun, waiting = -1, list[FoundClaim]()
    for (start, end), claims in _finder(sought, first):
        begun = start if begun < 0 else begun
        waiting += claims
        if begun < end and (end == len(text) or text.startswith(separator, end)):
            numbers = tuple(_numbers(text, (begun, end), sought.language, left_out))
            yield (begun, end), _together(waiting, numbers)
            begun, waiting = -1, []


def _together(claims: Sequence[FoundClaim], numbers: Sequence[FoundNumber]) -> Found:
    """Return claims with the numbers that are in them, in text order."""
    in_order = sorted(claims, key=lambda claim: claim.contents)
    return Found(
        tuple([replace(each, numbers=tuple(_inside(each.contents, numbers))) for each in in_order]), tuple(numbers)
    )


def _finder(sought: Sought, first: int) -> Finding:
    """Return what finds the claims of an article in its language."""
    match sought.language[:2].lower():
        case "en":
            return _claims(sought, first)
        case "de":
            return german_claims(sought.text, sought.names, sought.skipped, _own_verbs(sought))
    return _no_claims(sought.text)


def _own_verbs(sought: Sought) -> frozenset[str]:
    """Return the forms of the reporting verbs that the project adds in the language, in small letters."""
    rows = sought.own.of(sought.language[:2].lower(), REPORTING_VERBS)
    return frozenset(form.strip().lower() for row in rows for form in row.split(",") if form.strip())


def _numbers(text: str, part: Range, language: str, left_out: RangeIndex) -> Iterator[FoundNumber]:
    for span, read in quantities_between(text, *part, language):
        if not left_out.overlaps(span):
            yield FoundNumber(span, read, "number")


def _claims(sought: Sought, first: int) -> Finding:
    reading = Reading(sought.text, sought.skipped, _own_verbs(sought))
    speakers, cut = Speakers(reading, sought.names), _line_to_begin_with(sought.text, reading, first)
    middle = reading.end(cut - 1) if cut else 0
    yield from _of_lines(reading, speakers, (cut, len(reading)), (middle, len(sought.text)))
    yield from _of_lines(reading, speakers, (0, cut), (0, middle))


def _of_lines(reading: Reading, speakers: Speakers, lines: Range, part: Range) -> Finding:
    """Find the claims of some lines, which are a part of the text."""
    begun = part[0]
    for after, found in claims_in(reading, *lines):
        end = part[1] if after == lines[1] else reading.end(after - 1)
        if begun < end:
            yield (begun, end), [_claim(placed, speakers.of(placed)) for placed in found]
        begun = end


def _line_to_begin_with(text: str, reading: Reading, offset: int) -> int:
    """Return the last line, up to the one at an offset, that begins a paragraph and continues nothing."""
    separator, last = separator_of(text), min(reading.line_at(offset), len(reading) - 1)
    anew = (at for at in range(last, 0, -1) if text.startswith(separator, reading.end(at - 1)))
    return next((at for at in anew if begins_anew(reading, at)), 0)


def _no_claims(text: str) -> Finding:
    """Yield the lines: a text in a language without rules has numbers, but no claims that can be found."""
    begun = 0
    while (end := text.find("\n", begun + 1)) >= 0:
        yield (begun, end), []
        begun = end
    yield (begun, len(text)), []


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
