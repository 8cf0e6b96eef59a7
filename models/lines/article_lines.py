"""The lines of a whole article in text order: its statements, its claims, its numbers."""

from collections.abc import Iterator, Mapping

from models.entities import Claim, Number, Speaker
from models.ids import Id
from models.lines.positions import all_positions
from models.lines.statement import Statement, ranges_by_record, statement
from models.records import ArticleRecords
from models.text.ranges import Range

Speakers = Mapping[Id, Speaker]
Ranges = Mapping[Id, tuple[Range, ...]]


def statement_lines(records: ArticleRecords, speakers: Speakers) -> Iterator[Statement]:
    """Yield a line for each number of a claim, one for a claim without any, one for a number without a claim."""
    ranges = ranges_by_record(records.spans.values())
    for position in all_positions(records):
        claim, number = records.claims.get(position.claim), records.numbers.get(position.number)
        yield _line(records, speakers, ranges, claim, number)


def claim_lines(records: ArticleRecords, speakers: Speakers) -> Iterator[Statement]:
    """Yield a line for each claim, without its numbers."""
    ranges = ranges_by_record(records.spans.values())
    for claim in sorted(records.claims.values(), key=lambda claim: _place(records, ranges, claim.id)):
        yield _line(records, speakers, ranges, claim, None)


def number_lines(records: ArticleRecords, speakers: Speakers) -> Iterator[Statement]:
    """Yield a line for each number, with the claim it is in."""
    ranges = ranges_by_record(records.spans.values())
    for number in sorted(records.numbers.values(), key=lambda number: _place(records, ranges, number.id)):
        yield _line(records, speakers, ranges, records.claims.get(number.claim or ""), number)


def _place(records: ArticleRecords, ranges: Ranges, record: Id) -> tuple[int, int]:
    """Return a sort key for text order; records without a place come last."""
    return min((start for start, _ in ranges.get(record, ())), default=len(records.text)), records.order(record)


def _line(
    records: ArticleRecords, speakers: Speakers, ranges: Ranges, claim: Claim | None, number: Number | None
) -> Statement:
    speaker = speakers.get(claim.speaker) if claim and claim.speaker else None
    return statement(records.article, (claim, speaker, number), records.text, ranges)
