"""The lines of one article's statements: the position of each in text order, and its contents."""

from typing import NamedTuple

from models.ids import Id
from models.known import Known
from models.lines.statement import Statement, statement
from models.records import OF_WORDS, ArticleRecords, owner
from models.registry import Registry
from models.text.ranges import Range


class Position(NamedTuple):
    """What a line is about and where it begins; positions sort in text order. Without a claim or number, its id is
    empty.

    Offsets are code points. `start` is where the claim begins, or a number without one. Records that begin at the same
    place are in the order of their rows (`TextPlace`); a row is 0 if there is no claim or number.
    """

    start: int
    claim_row: int
    claim: Id
    number_start: int
    number_row: int
    number: Id

    @property
    def group(self) -> Id:
        """Return the claim that the line shares with its neighbours, or else its own number."""
        return self.claim or self.number


def positions_of(records: ArticleRecords, group: Id) -> list[Position]:
    """Return the lines of a claim, or of a number without a claim, in text order; none if it was deleted."""
    if group in records.claims:
        place = records.start(group), records.row(group), group
        numbers = [
            Position(*place, records.start(number.id), records.row(number.id), number.id)
            for number in records.numbers_of(group)
        ]
        return numbers or [Position(*place, -1, 0, "")]
    number = records.numbers.get(group)
    if number is None or number.claim:
        return []
    start = records.start(group)
    return [Position(start, 0, "", start, records.row(group), group)]


def all_positions(records: ArticleRecords) -> list[Position]:
    """Return every line of an article that is known, in text order; in one pass, since there can be thousands."""
    starts: dict[Id, int] = {}
    for span in records.spans.values():
        if span.role in OF_WORDS:
            record = owner(span)
            starts[record] = min(span.start, starts.get(record, span.start))
    nowhere = len(records.text)
    found = []
    for number in records.numbers.values():
        start = starts.get(number.id, nowhere)
        claim = number.claim or ""
        claim_row = records.row(claim) if claim else 0
        begins = starts.get(claim or number.id, nowhere)
        found.append(Position(begins, claim_row, claim, start, records.row(number.id), number.id))
    counted = {position.claim for position in found}
    found += [
        Position(starts.get(claim, nowhere), records.row(claim), claim, -1, 0, "")
        for claim in records.claims
        if claim not in counted
    ]
    return sorted(position for position in found if position.start < records.known_until)


def statement_at(records: ArticleRecords, registry: Registry, position: Position) -> Statement | None:
    """Return the contents of a line, as the file would give them too; None if its claim or number was deleted."""
    claim, number = records.claims.get(position.claim), records.numbers.get(position.number)
    if (position.claim and claim is None) or (position.number and number is None):
        return None
    speaker = registry.speakers.get(claim.speaker) if claim and claim.speaker else None
    ranges = {row.id: _ranges(records, row.id) for row in (claim, number) if row}
    known = Known(registry, records.answers_of)
    return statement(records.article, (claim, speaker, number), records.text, ranges, known.answers_of)


def _ranges(records: ArticleRecords, record: Id) -> tuple[Range, ...]:
    return tuple((span.start, span.end) for span in records.spans_of_words(record))
