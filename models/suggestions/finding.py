"""Find the claims and numbers of an article, by rule."""

from collections.abc import Iterator, Sequence

from models.attribution.coreference import Names
from models.attribution.modes import mode_of
from models.attribution.resolving import Meant, meaning
from models.quantities.locating import numbers_in
from models.quantities.parsing import read_quantity
from models.suggestions.drafts import Draft
from models.suggestions.found import Evidence, Found, FoundClaim, FoundNumber
from models.suggestions.german import german_claims
from models.suggestions.paragraphs import Paragraph, paragraphs
from models.suggestions.reports import claims_of
from models.text.ranges import Range


def find(text: str, language: str, names: Names = (), skipped: Sequence[Range] = ()) -> Found:
    """Return the claims and numbers of a text, in text order.

    `names` are the names and aliases of all known speakers, each with the id of its speaker; `skipped` are ranges to
    be left out, such as boilerplate (code points, half-open, in order).
    """
    numbers = tuple(_numbers(text, language, skipped))
    finder = next((finder for start, finder in _FINDERS.items() if language.startswith(start)), None)
    claims = finder(text, names, skipped, numbers) if finder else ()
    return Found(tuple(sorted(claims, key=lambda claim: claim.contents)), numbers)


def _numbers(text: str, language: str, skipped: Sequence[Range]) -> Iterator[FoundNumber]:
    for span in numbers_in(text, 0, len(text), language):
        if not any(start < span[1] and span[0] < end for start, end in skipped):
            yield FoundNumber(span, read_quantity(text[slice(*span)], language), "number")


def _claims(text: str, names: Names, skipped: Sequence[Range], numbers: Sequence[FoundNumber]) -> Iterator[FoundClaim]:
    for paragraph in paragraphs(text, skipped):
        for draft in claims_of(paragraph):
            yield _claim(paragraph, draft, names, numbers)


def _claim(paragraph: Paragraph, draft: Draft, names: Names, numbers: Sequence[FoundNumber]) -> FoundClaim:
    words = paragraph.passage.words
    contents = tuple((words[first].start, words[last].end) for first, last in draft.parts)
    cue = (words[draft.cue[0]].start, words[draft.cue[1]].end) if draft.cue else None
    source = ((words[draft.source[0]].start, words[draft.source[1]].end),) if draft.source else ()
    meant = meaning(paragraph.passage, draft.source, contents, names, None) if draft.source else Meant()
    inside = tuple(one for one in numbers if any(start <= one.span[0] < end for start, end in contents))
    mode = mode_of(paragraph.passage.text, contents)
    evidence = Evidence(draft.rule, cue, source[0] if source else None)
    return FoundClaim(
        contents, cue, source, meant.name, meant.role, meant.kind, meant.speaker, mode, draft.rule, meant.certain,
        evidence, inside,
    )  # fmt: skip


_FINDERS = {"en": _claims, "de": german_claims}
"""What finds the claims of an article, by the beginning of its language."""
