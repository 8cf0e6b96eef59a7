"""Make the lines of records: first those of the speakers, then one article after another, in text order."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import inf
from operator import itemgetter
from typing import TypeVar

from models.entities import Article, Claim, Number, Signed, Speaker
from models.exports.lines import SIDE_BY_SIDE, SIGNED, Lines, SomeLines
from models.ids import Id
from models.store.exported_cells import (
    FIELDS,
    ArticleCells,
    Cells,
    claim_of,
    claim_start,
    id_of,
    number_start,
    speaker_of,
)
from models.text.context import NO_CONTEXT

T = TypeVar("T")

NO_ARTICLE, NO_SPEAKER, NO_CLAIM, NO_NUMBER, NO_SIGNATURE = (
    (None,) * len(SIDE_BY_SIDE[kind]) for kind in (Article, Speaker, Claim, Number, Signed)
)
claim_signature, number_signature = (
    itemgetter(*[FIELDS[kind].index(name) for name in SIGNED]) for kind in (Claim, Number)
)

AnswersOf = Callable[[Cells, Cells, Cells, Cells], Cells]
"""Return the cells of the answers about an article, a speaker, a claim and a number, each given by its cells."""


def no_answers(_article: Cells, _speaker: Cells, _claim: Cells, _number: Cells) -> Cells:
    """Return no cells, in a project without variables."""
    return ()


ContextOf = Callable[[Cells, Cells], Cells]
"""Return the sentences around a claim, or around a number without one; each is given by its cells."""


def without_context(_article: ArticleCells) -> ContextOf:
    """Return what gives no sentences, in an export that does not ask for them."""
    return lambda _claim, _number: NO_CONTEXT


@dataclass(frozen=True, slots=True)
class Also:
    """What lines of records contain beside the records themselves."""

    answers_of: AnswersOf = no_answers
    context_in: Callable[[ArticleCells], ContextOf] = without_context


NOTHING_ELSE = Also()


def speaker_lines(speakers: Iterable[Cells], also: Also = NOTHING_ELSE) -> SomeLines:
    """Return the lines of the speakers."""
    nobody = (*NO_CLAIM, *NO_NUMBER, *NO_SIGNATURE, *NO_CONTEXT)
    return {
        Lines.SPEAKERS: (
            (*NO_ARTICLE, *speaker, *nobody, *also.answers_of(NO_ARTICLE, speaker, NO_CLAIM, NO_NUMBER))
            for speaker in speakers
        )
    }


def article_lines(cells: ArticleCells, speakers: Mapping[Id, Cells], also: Also = NOTHING_ELSE) -> SomeLines:
    """Return the lines of an article and of everything recorded in it."""
    article, context_of, answers_of = cells.article, also.context_in(cells), also.answers_of

    def line(claim: Cells, number: Cells) -> Cells:
        speaker = speakers.get(speaker_of(claim), NO_SPEAKER)
        answers = answers_of(article, speaker, claim, number)
        return (
            *(*article, *speaker, *claim, *number, *_signature(claim, number)),
            *(*context_of(claim, number), *answers),
        )

    claims = {id_of(claim): claim for claim in _sorted(cells.claims, claim_start)}
    numbers = _sorted(cells.numbers, number_start)
    return {
        Lines.STATEMENTS: (line(claim, number) for claim, number in _statements(claims, numbers)),
        Lines.CLAIMS: (line(claim, NO_NUMBER) for claim in claims.values()),
        Lines.NUMBERS: (line(claims.get(claim_of(number), NO_CLAIM), number) for number in numbers),
        Lines.ARTICLES: (line(NO_CLAIM, NO_NUMBER),),
    }


def _statements(claims: Mapping[Id, Cells], numbers: list[Cells]) -> list[tuple[Cells, Cells]]:
    """Return each claim with each of its numbers, claims without a number, and numbers without a claim.

    They are in text order, that of `models.lines.positions`.
    """
    lines: dict[Id | None, list[tuple[Cells, Cells]]] = {None: []}
    for number in numbers:
        claim = claims.get(claim_of(number), NO_CLAIM)
        lines.setdefault(id_of(claim), []).append((claim, number))
    of_claims = [line for key, claim in claims.items() for line in lines.get(key, ((claim, NO_NUMBER),))]
    if not lines[None]:
        return of_claims
    return _sorted(
        [*lines[None], *of_claims], lambda line: number_start(line[1]) if line[0] is NO_CLAIM else claim_start(line[0])
    )


def _sorted(records: list[T], start: Callable[[T], int | None]) -> list[T]:
    """Sort records by their start, those without a place last; records with one start keep the order of the file."""
    return sorted(records, key=lambda record: inf if (at := start(record)) is None else at)


def _signature(claim: Cells, number: Cells) -> Cells:
    coder, made_at, changed_at = claim_signature(claim)
    number_coder, number_made_at, number_changed_at = number_signature(number)
    if claim is NO_CLAIM or number is NO_NUMBER:
        return coder or number_coder, made_at or number_made_at, changed_at or number_changed_at
    return coder, number_made_at, max(changed_at, number_changed_at)
