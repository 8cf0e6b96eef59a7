"""Repairs of what is recorded of articles, claims and numbers."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import fields, replace
from typing import Any

from models.actions.numbers import as_read
from models.edits import Change, Edit, changed
from models.entities import Article, Claim, Number, Record, Role, Signed, Span
from models.ids import Id
from models.quantities.units import usual_name
from models.records import ArticleRecords
from models.references import deletion
from models.text.ranges import Range
from models.translation import _

NOT_SAID = {*(each.name for each in fields(Signed)), "origin", "rule"}
"""Fields of a record that say how it came about, and nothing about the article."""


def empty_date(article: Article) -> Edit:
    """Set a date that is none empty; its words are kept as the date as printed, if there are none yet."""
    words = article.published_words or article.published
    return Edit(_("Clear the date"), (changed(article, published=None, published_words=words),))


def read_values(records: ArticleRecords, numbers: Collection[Id]) -> Edit:
    """Read some numbers again from their words; those whose words hold no value stay as they are."""
    read = (Change(number, now) for number, now in _each_read(records, numbers) if now.value is not None)
    return Edit(_("Read the value again"), tuple(read))


def _each_read(records: ArticleRecords, numbers: Collection[Id]) -> Iterator[tuple[Number, Number]]:
    """Yield some numbers, each with what its words say; what is counted stays if a coder has typed it."""
    for each in numbers:
        number = records.numbers[each]
        for span in records.spans_of(each)[:1]:
            now = as_read(number, records.text, (span.start, span.end), records.article.language)
            yield number, replace(now, counted=number.counted or now.counted, unit=now.unit or number.unit)


def order_values(records: ArticleRecords, numbers: Collection[Id]) -> Edit:
    """Exchange the value and the upper value of some numbers whose upper value is below the value."""
    rows = (records.numbers[each] for each in numbers)
    return Edit(
        _("Put the two values in order"),
        tuple(changed(each, value=each.upper, upper=each.value) for each in rows if is_reversed(each)),
    )


def is_reversed(number: Number) -> bool:
    """Return whether the upper value is below the value."""
    return number.value is not None and number.upper is not None and number.upper < number.value


def write_units(records: ArticleRecords, numbers: Collection[Id]) -> Edit:
    """Write the units of some numbers as the program does: "per cent" as "%"."""
    rows = ((records.numbers[each], usual_name(records.numbers[each].unit)) for each in numbers)
    return Edit(_("Write the unit as the program does"), tuple(changed(each, unit=unit) for each, unit in rows if unit))


def give_to_claims_around(records: ArticleRecords, numbers: Collection[Id]) -> Edit:
    """Give some numbers to the claim whose words they are in, or to none."""
    changes = list[Change]()
    for number in (records.numbers[each] for each in numbers):
        around = [records.claim_around(span.start, span.end) for span in records.spans_of(number.id)]
        claim = next((each.id for each in around if each), None)
        changes.append(changed(number, claim=claim))
    return Edit(_("Give the number to the claim around it"), tuple(changes))


def delete_copies(records: ArticleRecords, copies: Collection[Id]) -> Edit:
    """Delete some claims and numbers that say nothing more than the one that was recorded first at the same place."""
    firsts = recorded_twice(records)
    gone = [_row(records, each) for each in copies if each in firsts and _says_no_more(records, each, firsts[each])]
    return Edit(_("Delete the copy"), deletion(gone, records.rows()))


def recorded_twice(records: ArticleRecords) -> dict[Id, Id]:
    """Return the claims and numbers at exactly the place of another, each with the one that was recorded first."""
    found: dict[Id, Id] = {}
    for kind in (records.claims, records.numbers):
        at: dict[tuple[Range, ...], list[Id]] = defaultdict(list)
        for record in sorted(kind):  # ids sort by time
            at[tuple((span.start, span.end) for span in records.spans_of_words(record))].append(record)
        found |= {each: first for place, (first, *others) in at.items() if place for each in others}
    return found


def _says_no_more(records: ArticleRecords, copy: Id, first: Id) -> bool:
    one, other = _row(records, copy), _row(records, first)
    said = ((getattr(one, name), getattr(other, name)) for name in _said(one))
    if any(value not in (None, False, there) for value, there in said) or records.numbers_of(copy):
        return False
    return _facts(records, copy) <= _facts(records, first)


def _said(record: Record) -> Sequence[str]:
    return [each.name for each in fields(record) if each.name not in NOT_SAID]


def _facts(records: ArticleRecords, record: Id) -> set[tuple[Any, ...]]:
    """Return what is said of a claim or number beside its own fields: its answers, cue and source."""
    answers = {(each.variable, each.choice, each.named, each.value) for each in records.answers_of(record)}
    spans = (span for role in (Role.CUE, Role.SOURCE) for span in records.spans_of(record, role))
    return answers | {_of_span(span) for span in spans}


def _of_span(span: Span) -> tuple[Any, ...]:
    return span.role, span.start, span.end


def _row(records: ArticleRecords, record: Id) -> Claim | Number:
    return records.claims.get(record) or records.numbers[record]
