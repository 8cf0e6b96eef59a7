"""Make the lines of exported tables: first the speakers, then one article after another, in text order.

A line contains the cells of all its records side by side; each table picks its columns from them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from math import inf
from operator import itemgetter
from typing import TypeVar

from models.entities import Article, Claim, Number, Record, Signed, Speaker
from models.exports.report import Missing
from models.ids import Id
from models.store.exported_cells import (
    FIELDS,
    ArticleCells,
    Cells,
    ExportedCells,
    claim_of,
    claim_start,
    id_of,
    number_start,
    speaker_of,
)

T = TypeVar("T")
Field = tuple[type[Record], str]
"""A class of records in SIDE_BY_SIDE, and the name of one of its cells."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A cell of an answer: the class of records that it is about, and which of all cells of answers it is (from 0)."""

    of: type[Record]
    at: int


SIGNED = ("coder", "made_at", "changed_at")
SIDE_BY_SIDE: dict[type[Record], tuple[str, ...]] = {
    **{kind: FIELDS[kind] for kind in (Article, Speaker, Claim, Number)},
    Signed: SIGNED,
}
"""The cells of a line, by class. Those of `Signed` are about a claim and its number together: the coder of the claim,
the time when the number was recorded, and the time of the latest change of either."""

ORDER = {each: at for at, each in enumerate((kind, name) for kind, names in SIDE_BY_SIDE.items() for name in names)}
NO_ARTICLE, NO_SPEAKER, NO_CLAIM, NO_NUMBER, NO_SIGNATURE = (
    (None,) * len(SIDE_BY_SIDE[kind]) for kind in (Article, Speaker, Claim, Number, Signed)
)
claim_signature, number_signature = (
    itemgetter(*[FIELDS[kind].index(name) for name in SIGNED]) for kind in (Claim, Number)
)


class Lines(Enum):
    """What a line of a table is about: a record of one kind; a statement is a claim with one of its numbers."""

    STATEMENTS = auto()
    CLAIMS = auto()
    NUMBERS = auto()
    SPEAKERS = auto()
    ARTICLES = auto()


SomeLines = Mapping[Lines, Iterable[Cells]]
"""Some lines of each table, which can be read only once."""


def pick(fields: Sequence[Field | Answered]) -> Callable[[Cells], Cells]:
    """Return a function that picks the cells of some fields, at least two, from a line."""
    return itemgetter(*[len(ORDER) + each.at if isinstance(each, Answered) else ORDER[each] for each in fields])


AnswersOf = Callable[[Cells, Cells, Cells, Cells], Cells]
"""Return the cells of the answers about an article, a speaker, a claim and a number, each given by its cells."""


def no_answers(_article: Cells, _speaker: Cells, _claim: Cells, _number: Cells) -> Cells:
    """Return no cells, in a project without variables."""
    return ()


def all_lines(project: ExportedCells, missing: Missing, answers_of: AnswersOf = no_answers) -> Iterator[SomeLines]:
    """Yield the lines of the speakers, then those of each article, and count in `missing` what an article lacks.

    Raises NotAProject when a text is missing.
    """
    nobody = (*NO_CLAIM, *NO_NUMBER, *NO_SIGNATURE)
    speakers = project.speakers
    yield {
        Lines.SPEAKERS: [
            (*NO_ARTICLE, *speaker, *nobody, *answers_of(NO_ARTICLE, speaker, NO_CLAIM, NO_NUMBER))
            for speaker in speakers.values()
        ]
    }
    for article in project.articles():
        missing.count(article)
        yield _article_lines(article, speakers, answers_of)


def _article_lines(cells: ArticleCells, speakers: Mapping[Id, Cells], answers_of: AnswersOf) -> SomeLines:
    article = cells.article

    def line(claim: Cells, number: Cells) -> Cells:
        speaker = speakers.get(speaker_of(claim), NO_SPEAKER)
        answers = answers_of(article, speaker, claim, number)
        return (*article, *speaker, *claim, *number, *_signature(claim, number), *answers)

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
    numbers_of: dict[Id, list[Cells]] = {}
    lines = []
    for number in numbers:
        if claim_of(number) in claims:
            numbers_of.setdefault(claim_of(number), []).append(number)
        else:
            lines.append((NO_CLAIM, number))
    for key, claim in claims.items():
        lines += [(claim, number) for number in numbers_of.get(key, (NO_NUMBER,))]
    return _sorted(lines, lambda line: claim_start(line[0]) if id_of(line[0]) else number_start(line[1]))


def _sorted(records: list[T], start: Callable[[T], int | None]) -> list[T]:
    """Sort records by their start, those without a place last; records with one start keep the order of the file."""
    return sorted(records, key=lambda record: inf if (at := start(record)) is None else at)


def _signature(claim: Cells, number: Cells) -> Cells:
    coder, made_at, changed_at = claim_signature(claim)
    number_coder, number_made_at, number_changed_at = number_signature(number)
    if claim is NO_CLAIM or number is NO_NUMBER:
        return coder or number_coder, made_at or number_made_at, changed_at or number_changed_at
    return coder, number_made_at, max(changed_at, number_changed_at)
