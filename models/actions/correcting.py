"""Correct the text of an article: everything that is recorded in it is carried to the new text.

The old text is kept, and the article refers to the new one; so one undo brings everything back.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.actions.numbers import as_read
from models.attribution.modes import mode_of
from models.correcting.correction import Correction
from models.edits import Change, Edit, made
from models.entities import Boilerplate, Claim, Content, Number, Record, Role, Span
from models.references import deletion
from models.text.carrying import Fate
from models.text.ranges import Range
from models.translation import _


def correct_text(correction: Correction, *, flag: bool = False) -> Edit:
    """Give an article another text, and carry what is recorded in it to its new places.

    A claim or number whose words are gone is deleted, and so are a part, a cue and a source of a claim that stays. What
    was read from words that differ now is read again, as with new boundaries. With `flag`, the records that need a look
    are flagged as to be discussed.
    """
    records, text = correction.records, correction.text
    old, new = Content(records.article.content, records.text), Content.of(text)
    article = replace(correction.article, content=new.sha256)
    contents = (old, new) if new.sha256 != old.sha256 else ()
    return Edit(_("Correct text"), (Change(records.article, article), *_changes(correction, flag)), contents)


def _changes(correction: Correction, flag: bool) -> Iterator[Change]:
    """Yield the changes of what is recorded in the article: of what stays, of lines to be made, of what goes."""
    before = {row.id: row for row in correction.records.rows()}
    after = before | {row.id: row for row in (*_carried(correction, flag), *_lines(correction), *correction.dismissed)}
    deleted = deletion(_gone(correction), after.values())
    after |= {change.row.id: change.row for change in deleted if change.after}
    gone = [change.row.id for change in deleted if change.after is None]
    yield from (Change(before[each], after[each]) for each in before if each not in {*gone})
    yield from (made(row) for row in after.values() if row.id not in before)
    yield from (Change(before[each], None) for each in gone)


def _gone(correction: Correction) -> list[Record]:
    """Return the claims, numbers, spans and lines of boilerplate of which nothing is left, and what is not dismissed
    any more.
    """
    records, lines = correction.records, {row for row, _line in correction.boilerplate}
    dismissed = {row.id for row in correction.dismissed}
    gone: list[Record] = [each.record for each in correction.carried_records() if each.fate is Fate.GONE]
    gone += (span for span in records.spans.values() if correction.spans[span.id].new is None)
    gone += (row for row in records.boilerplate.values() if row.id not in lines)
    gone += (row for row in records.dismissed.values() if row.id not in dismissed)
    return gone


def _carried(correction: Correction, flag: bool) -> Iterator[Record]:
    """Yield the records that stay and their spans, as they are afterwards.

    A number whose claim goes stays without it.
    """
    found = correction.carried_records()
    gone = {each.record.id for each in found if each.fate is Fate.GONE}
    for each in found:
        if each.fate is Fate.GONE:
            continue
        parts = _in_order(correction.left_of(each.record.id))
        yield from parts
        record = _read_again(correction, each.record, parts) if each.fate is Fate.CHANGED else each.record
        if isinstance(record, Number) and record.claim in gone:
            record = replace(record, claim=None)
        yield replace(record, discuss=record.discuss or (flag and each.fate is Fate.CHANGED))


def _in_order(spans: Sequence[Span]) -> list[Span]:
    """Return spans, with the parts of a claim in text order."""
    parts = sorted((each for each in spans if each.role is Role.CONTENT), key=lambda span: (span.start, span.end))
    others = [each for each in spans if each.role is not Role.CONTENT]
    return [*others, *(replace(span, position=place) for place, span in enumerate(parts))]


def _read_again(correction: Correction, record: Claim | Number, spans: Sequence[Span]) -> Claim | Number:
    """Return a record with what its new words say, unless the coder changed what was read from the old ones."""
    records = correction.records
    old, new = _words(records.spans_of_words(record.id)), _words(spans)
    if isinstance(record, Claim):
        is_as_read = record.mode == mode_of(records.text, old)
        return replace(record, mode=mode_of(correction.text, new)) if is_as_read else record
    language = records.article.language
    readings = [as_read(record, records.text, each, language) for each in old]
    if readings != [record]:
        return record
    return as_read(record, correction.text, new[0], language)


def _words(spans: Sequence[Span]) -> list[Range]:
    return sorted((span.start, span.end) for span in spans if span.role in (Role.CONTENT, Role.NUMBER))


def _lines(correction: Correction) -> Iterator[Boilerplate]:
    """Yield the lines that are boilerplate in the new text."""
    records = correction.records
    for row, (start, end) in correction.boilerplate:
        before = records.boilerplate.get(row) if row else None
        yield (
            replace(before, start=start, end=end)
            if before
            else Boilerplate(article=records.article.id, start=start, end=end)
        )
