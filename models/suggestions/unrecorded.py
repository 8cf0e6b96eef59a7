"""Find the next number of an article to record: one without a record, first in the selected claim."""

from models.entities import Claim
from models.quantities.locating import next_number, numbers_in, previous_number
from models.records import ArticleRecords
from models.text.ranges import Range


def next_unrecorded(records: ArticleRecords, offset: int, claim: Claim | None = None) -> Range | None:
    """Return the next number without a record, whole: code points, half-open; None if there is none.

    Numbers in the parts of the claim come first: the one that contains `offset` or follows it, or the first if the
    offset is outside of the claim. Then comes the next from the offset on anywhere. Boilerplate is left out.
    """
    inside = _in_claim(records, claim)
    ahead = [number for number in inside if number[1] > offset]
    if ahead or (inside and not _holds(records, claim, offset)):
        return (ahead or inside)[0]
    taken, skipped = _taken(records), _skipped(records)
    return next_number(records.text, offset, records.article.language, taken=taken, skipped=skipped)


def previous_unrecorded(records: ArticleRecords, offset: int, claim: Claim | None = None) -> Range | None:
    """Return the previous number without a record before `offset`; like `next_unrecorded`, backwards."""
    inside = _in_claim(records, claim)
    ahead = [number for number in inside if number[0] < offset]
    if ahead or (inside and not _holds(records, claim, offset)):
        return (ahead or inside)[-1]
    taken, skipped = _taken(records), _skipped(records)
    return previous_number(records.text, offset, records.article.language, taken=taken, skipped=skipped)


def _in_claim(records: ArticleRecords, claim: Claim | None) -> list[Range]:
    parts = records.contents(claim.id) if claim else []
    language, left_out = records.article.language, [*_taken(records), *_skipped(records)]
    found = {number for part in parts for number in numbers_in(records.text, part.start, part.end, language)}
    return sorted(
        number for number in found if not any(number[0] < end and start < number[1] for start, end in left_out)
    )


def _holds(records: ArticleRecords, claim: Claim | None, offset: int) -> bool:
    return any(part.start <= offset < part.end for part in (records.contents(claim.id) if claim else ()))


def _taken(records: ArticleRecords) -> list[Range]:
    return [(span.start, span.end) for span in records.spans.values() if span.number]


def _skipped(records: ArticleRecords) -> list[Range]:
    return [(line.start, line.end) for line in records.boilerplate.values()]
