"""Find quotations that the words before them introduce with a colon: Ms Holm went further: “It is over.”"""

from collections.abc import Iterator

from models.attribution.nouns import WordRange
from models.attribution.passage import CONTENT
from models.suggestions.clauses import Clauses
from models.suggestions.drafts import Draft
from models.suggestions.rules import COLON

_FARTHEST = 60


def introduced(clauses: Clauses, held: set[int]) -> Iterator[Draft]:
    """Yield the claims of a paragraph that are quotations after a colon or a comma; those in `held` are left out."""
    for at in clauses.paragraph.passage.parts:
        if at not in held and clauses.lower(at - 1) in (",", ":"):
            draft = introduction(clauses, at)
            if draft is not None:
                yield draft


def introduction(clauses: Clauses, at: int) -> Draft | None:
    """Return a claim at an index, by whoever is the subject of the words before it, which end with a comma or colon.

    Before a comma the last verb has to report; before a colon the subject of any verb is taken for the speaker.
    """
    first = at - 1
    while first > max(0, at - _FARTHEST) and clauses.words[first - 1].sentence == clauses.words[at - 1].sentence:
        first -= 1
        if clauses.tag(first) == CONTENT:
            return None
    verbs = [verb for verb in range(first, at - 1) if clauses.is_finite(verb) or clauses.is_report(verb)]
    reports = [verb for verb in verbs if clauses.is_report(verb)]
    if clauses.lower(at - 1) == ",":
        verbs = reports[-1:] if reports[-1:] == verbs[-1:] else []
    else:
        verbs = [*reversed(reports), *verbs]
    return next((draft for verb in verbs if (draft := _by(clauses, verb, (at, at))) is not None), None)


def _by(clauses: Clauses, verb: int, part: WordRange) -> Draft | None:
    source = clauses.subjects.of(verb)
    return Draft((part,), (verb, verb), source, COLON) if source is not None and source[1] < verb else None
