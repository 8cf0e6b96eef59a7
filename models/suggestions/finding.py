"""Find the claims and numbers of an article, by rule."""

from collections.abc import Iterator, Sequence

from models.attribution.coreference import Names
from models.attribution.modes import mode_of
from models.attribution.resolving import Meant, meaning
from models.quantities.locating import numbers_in
from models.quantities.parsing import read_quantity
from models.suggestions.following import Placed, claims_in
from models.suggestions.found import Evidence, Found, FoundClaim, FoundNumber
from models.suggestions.paragraphs import paragraphs
from models.text.ranges import Range


def find(text: str, language: str, names: Names = (), skipped: Sequence[Range] = ()) -> Found:
    """Return the claims and numbers of a text, in text order.

    `names` are the names and aliases of all known speakers, each with the id of its speaker; `skipped` are ranges to
    be left out, such as boilerplate (code points, half-open, in order).
    """
    numbers = tuple(_numbers(text, language, skipped))
    claims = _claims(text, names, skipped, numbers) if language.startswith("en") else ()
    return Found(tuple(sorted(claims, key=lambda claim: claim.contents)), numbers)


def _numbers(text: str, language: str, skipped: Sequence[Range]) -> Iterator[FoundNumber]:
    for span in numbers_in(text, 0, len(text), language):
        if not any(start < span[1] and span[0] < end for start, end in skipped):
            yield FoundNumber(span, read_quantity(text[slice(*span)], language), "number")


def _claims(text: str, names: Names, skipped: Sequence[Range], numbers: Sequence[FoundNumber]) -> Iterator[FoundClaim]:
    for placed in claims_in(paragraphs(text, skipped)):
        yield _claim(placed, names, numbers)


def _claim(placed: Placed, names: Names, numbers: Sequence[FoundNumber]) -> FoundClaim:
    paragraph, draft, contents = placed.paragraph, placed.draft, placed.contents
    cue = paragraph.range_of(draft.cue) if draft.cue else None
    source = (paragraph.range_of(draft.source),) if draft.source else ()
    meant = meaning(paragraph.passage, draft.source, contents, names, None) if draft.source else Meant()
    inside = tuple(one for one in numbers if any(start <= one.span[0] < end for start, end in contents))
    mode = mode_of(paragraph.passage.text, contents)
    evidence = Evidence(draft.rule, cue, source[0] if source else None)
    return FoundClaim(
        contents, cue, source, meant.name, meant.role, meant.kind, meant.speaker, mode, draft.rule, meant.certain,
        evidence, inside,
    )  # fmt: skip
