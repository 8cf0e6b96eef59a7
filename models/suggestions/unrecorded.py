"""Find the next number of an article that is not recorded yet, first in the selected claim."""

from models.entities import Claim, Offer
from models.quantities.locating import next_number, numbers_in, previous_number
from models.records import ArticleRecords
from models.text.ranges import Range


def next_unrecorded(records: ArticleRecords, offset: int, claim: Claim | None = None) -> Range | None:
    """Return the range of the next number without a record (code points, half-open), or None.

    Numbers in the claim come first: the first that ends after `offset` or, if none does and the offset is outside the
    claim, the first of all. Then comes the next number from `offset` on in the whole text. Boilerplate is left out, and
    what was dismissed.
    """
    inside = _in_claim(records, claim)
    ahead = [number for number in inside if number[1] > offset]
    if ahead or (inside and not _holds(records, claim, offset)):
        return (ahead or inside)[0]
    taken, skipped = _taken(records), _skipped(records)
    return next_number(records.text, offset, records.article.language, taken=taken, skipped=skipped)


def previous_unrecorded(records: ArticleRecords, offset: int, claim: Claim | None = None) -> Range | None:
    """Return the previous number without a record before `offset`, in the same way as `next_unrecorded`."""
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
    """Return the lines of boilerplate, and where the coder said that there is no number, or nothing to record."""
    boilerplate = [(line.start, line.end) for line in records.boilerplate.values()]
    return boilerplate + [(row.start, row.end) for row in records.dismissed.values() if row.kind is not Offer.CLAIM]
