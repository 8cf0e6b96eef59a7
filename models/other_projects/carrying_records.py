"""Carry what is recorded in an article to another text of the same article."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.entities import Answer, Claim, Dismissed, Number, Record, Span
from models.ids import Id
from models.records import OF_WORDS, owner
from models.text.carrying import Fate, carried


def carried_records(records: Sequence[Record], old: str, new: str) -> Iterator[Record]:
    """Yield claims, numbers, spans and answers with their places in the new text, and what was dismissed.

    Those whose words are gone are left out, with the numbers of such claims; those whose words differ are to be
    discussed. Of what was dismissed, only what has the same words stays dismissed.
    """
    spans = [row for row in records if isinstance(row, Span)]
    fates = carried([(span.start, span.end) for span in spans], old, new)
    placed = [
        replace(span, start=fate.new[0], end=fate.new[1]) for span, fate in zip(spans, fates, strict=True) if fate.new
    ]
    kept = {owner(span) for span in placed if span.role in OF_WORDS}
    doubtful = {owner(span) for span, fate in zip(spans, fates, strict=True) if fate.fate is not Fate.SAME}
    for row in records:
        if isinstance(row, Claim | Number) and row.id in kept and _claim_of(row) in {None, *kept}:
            yield replace(row, discuss=True) if row.id in doubtful else row
    yield from placed
    yield from (row for row in records if isinstance(row, Answer))
    dismissed = [row for row in records if isinstance(row, Dismissed)]
    for row, found in zip(dismissed, carried([(row.start, row.end) for row in dismissed], old, new), strict=True):
        if found.new and found.fate is Fate.SAME:
            yield replace(row, start=found.new[0], end=found.new[1])


def _claim_of(row: Claim | Number) -> Id | None:
    return row.claim if isinstance(row, Number) else None
