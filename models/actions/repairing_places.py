"""Repairs of where records are in the text. Offsets are code points, half-open.

Each repair is given the records of an article and says itself what in them is to be repaired, unless it is told of
which claims and numbers.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from models.actions.claims import rearranged
from models.edits import Change, Edit, changed, deleted
from models.entities import Boilerplate, Claim, Dismissed, Span
from models.ids import Id
from models.records import OF_WORDS, ArticleRecords
from models.text.quotations import quotations_around
from models.text.ranges import Range
from models.translation import _

OPENING, CLOSING = '“„«»"‘', '”“»«"’'
"""The first character of words that begin with a quotation mark, and the last of words that end with one."""

MARKS_AND_STOPS = frozenset("”“„»«\"’‘',.;:!?… ")
"""What may stand between the last word of a quotation and its end."""


def trim_spans(records: ArticleRecords, of: Collection[Id]) -> Edit:
    """Trim the spans of some claims and numbers to the text. A span of which nothing is left is deleted, unless these
    are all the words of its record.
    """
    changes = (change for record in of for change in _trimmed(records, record))
    return Edit(_("Trim to the text"), tuple(changes))


def _trimmed(records: ArticleRecords, record: Id) -> Iterator[Change]:
    size, spans = len(records.text), records.spans_of(record)
    words_left = any(span.start < size for span in spans if span.role in OF_WORDS)
    for span in spans:
        if span.start < size < span.end:
            yield changed(span, end=size)
        elif span.start >= size and (words_left or span.role not in OF_WORDS):
            yield deleted(span)


def trim_lines(records: ArticleRecords) -> Edit:
    """Trim boilerplate and what was dismissed to the text; what is wholly outside is deleted."""
    size, changes = len(records.text), list[Change]()
    rows: Sequence[Boilerplate | Dismissed] = [*records.boilerplate.values(), *records.dismissed.values()]
    for row in (row for row in rows if row.end > size):
        if row.start >= size or isinstance(row, Dismissed):
            changes.append(deleted(row))
        else:
            changes.append(changed(row, end=size))
    return Edit(_("Trim the lines to the text"), tuple(changes))


def join_parts(records: ArticleRecords, claims: Collection[Id]) -> Edit:
    """Join the parts of some claims that overlap: one part stays, as long as all of them together."""
    changes = (change for claim in claims for change in _joined(records, records.claims[claim]))
    return Edit(_("Join the parts"), tuple(changes))


def _joined(records: ArticleRecords, claim: Claim) -> Iterator[Change]:
    kept, gone = list[Span](), list[Span]()
    for part in sorted(records.contents(claim.id), key=lambda span: (span.start, span.end)):
        if kept and part.start < kept[-1].end:
            kept[-1] = replace(kept[-1], end=max(kept[-1].end, part.end))
            gone.append(part)
        else:
            kept.append(part)
    yield from map(deleted, gone)
    yield from rearranged(records, claim, kept)


def overlap(parts: Sequence[Span]) -> bool:
    """Return whether some parts of a claim overlap."""
    in_order = sorted(parts, key=lambda span: span.start)
    return any(after.start < before.end for before, after in pairwise(in_order))


def close_quotations(records: ArticleRecords, claims: Collection[Id]) -> Edit:
    """Take the quotation marks into some claims that have the mark at one end only."""
    changes = list[Change]()
    for claim in claims:
        parts = records.contents(claim)
        closed = [replace(part, start=start, end=end) for part, (start, end) in _closed(records, parts)]
        changes += rearranged(records, records.claims[claim], closed)
    return Edit(_("Include the other quotation mark"), tuple(changes))


def _closed(records: ArticleRecords, parts: Sequence[Span]) -> Iterator[tuple[Span, Range]]:
    for part in parts:
        yield part, whole_quotation(records.text, part.start, part.end) or (part.start, part.end)


def whole_quotation(text: str, start: int, end: int) -> Range | None:
    """Return the quotation of which a range has all words, but the mark at one end only; None if it is not so."""
    if (text[start : start + 1] in OPENING) == (text[max(end - 1, start) : end].strip() in CLOSING):
        return None  # both marks or none, as nearly always
    first, quoted = quotations_around(text, start, end)
    for opening, closing in ((first + opening, first + closing) for opening, closing in quoted):
        before, after = text[opening:start], text[end:closing]
        if opening <= start and end <= closing and before + after and MARKS_AND_STOPS.issuperset(before + after):
            return opening, closing
    return None


def uncover(records: ArticleRecords, of: Collection[Id]) -> Edit:
    """Mark the lines of boilerplate as text in which some claims and numbers have words."""
    found = covered(records)
    rows = {row.id: row for record in of for row in found.get(record, ())}
    return Edit(_("Mark these lines as text"), tuple(map(deleted, rows.values())))


def covered(records: ArticleRecords) -> dict[Id, list[Boilerplate]]:
    """Return the claims and numbers of which words are in boilerplate, each with these lines."""
    found: dict[Id, list[Boilerplate]] = {}
    for span in records.spans.values() if records.boilerplate else ():
        record = span.claim or span.number
        lines = records.between(Boilerplate, span.start, span.end) if span.role in OF_WORDS else ()
        if record and lines:
            found.setdefault(record, []).extend(lines)
    return found


def is_outside(records: ArticleRecords, record: Id) -> bool:
    """Return whether a span of a claim or number goes beyond the text."""
    return any(span.end > len(records.text) for span in records.spans_of(record))


def is_unclosed(records: ArticleRecords, claim: Id) -> bool:
    """Return whether a part of a claim has the quotation mark at one end only."""
    return any(whole_quotation(records.text, part.start, part.end) for part in records.contents(claim))


def misplaced(records: ArticleRecords) -> list[Span]:
    """Return the spans that are in this article although their claim or number is not."""
    return [span for span in records.spans.values() if (span.claim or span.number or "") not in records]
