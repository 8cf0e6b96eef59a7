"""What can be done with a number. Offsets are code points into the article's text, half-open."""

from dataclasses import replace

from models.edits import Change, Edit, changed, deleted, made
from models.entities import Number, Qualifier, Role, Span
from models.errors import OnrecordError
from models.quantities.quantity import Quantity
from models.records import ArticleRecords
from models.text.typed_text import typed_line, typed_text


def mark_number(records: ArticleRecords, start: int, end: int) -> Edit:
    """Record a stretch as a number of the claim around it, if there is one; its value is read from the words.

    Words without a value ("a significant number") make a number whose value is still to be given.
    """
    claim = records.claim_around(start, end)
    number = _read(records, Number(article=records.article.id, claim=claim.id if claim else None), start, end)
    span = Span(article=number.article, role=Role.NUMBER, number=number.id, start=start, end=end)
    return Edit("Mark number", (made(number), made(span)))


def read_again(records: ArticleRecords, number: Number, start: int, end: int) -> tuple[Change, ...]:
    """A number still as its old words were read is read from its new ones; what the coder gave it stays."""
    old = [_read(records, number, span.start, span.end) for span in records.spans_of(number.id)]
    new = _read(records, number, start, end)
    return (Change(number, new),) if old == [number] and new != number else ()


def _read(records: ArticleRecords, number: Number, start: int, end: int) -> Number:
    """The number with what these words say; without a value in them, with nothing."""
    # Imported here, since its rules are many and the window is painted before.
    from models.quantities.parsing import read_quantity

    read = read_quantity(records.text[start:end], records.article.language)
    if read is None:
        return replace(number, value=None, upper=None, qualifier=None, unit=None, counted=None)
    return replace(
        number,
        value=read.value,
        upper=read.upper,
        qualifier=read.qualifier,
        unit=read.unit,
        counted=read.counted,
    )


def set_value(number: Number, read: Quantity | None) -> Edit:
    """Give a number the value that was typed, with its unit where one was typed too; None takes it away.

    A value without a unit keeps that of the number, unless the unit was a share of something or a rate and cannot be
    meant any more: 50 % that becomes 2000 has none.
    """
    if read is None:
        return Edit("Remove value", (changed(number, value=None, upper=None, qualifier=None),))
    return Edit(
        "Set value",
        (changed(number, value=read.value, upper=read.upper, qualifier=read.qualifier, unit=_unit_of(number, read)),),
    )


_LARGEST = {"share": 1, "%": 100, "‰": 1000, "pp": 100, "bp": 10_000, "times": 1000}
"""Beyond these a value without a unit is hardly meant in the unit of the value before."""


def _unit_of(number: Number, read: Quantity) -> str | None:
    """The unit of a value that was typed: its own, else the number's where that can still be meant."""
    if read.unit == "share" and number.unit not in (None, *_LARGEST):
        return number.unit  # half of what was measured, as "half a mile"
    largest = _LARGEST.get(number.unit or "")
    if read.unit or largest is None:
        return read.unit or number.unit
    before, now = _size(number.value, number.upper), _size(read.value, read.upper)
    return number.unit if now <= max(largest, before) else None


def _size(value: float | None, upper: float | None) -> float:
    return max(abs(value or 0), abs(upper or 0))


def set_qualifier(number: Number, qualifier: Qualifier | None) -> Edit:
    """Say how exactly a number is meant; None means exactly. A number without a value is refused (OnrecordError)."""
    if number.value is not None:
        return Edit("Set qualifier", (changed(number, qualifier=qualifier or Qualifier.EXACT),))
    if qualifier:
        raise OnrecordError("This number has no value to qualify.", "Nothing was changed.", "Type its value first.")
    return Edit("Set qualifier", ())


def set_unit(number: Number, unit: str) -> Edit:
    """Say in what a number is measured."""
    return Edit("Set unit", (changed(number, unit=typed_line(unit)),))


def set_counted(number: Number, counted: str) -> Edit:
    """Say what a number counts."""
    return Edit("Set counted", (changed(number, counted=typed_line(counted)),))


def note_number(number: Number, note: str) -> Edit:
    """Note something on a number."""
    return Edit("Note on number", (changed(number, note=typed_text(note)),))


def delete_number(records: ArticleRecords, number: Number) -> Edit:
    """Delete a number; its claim stays."""
    return Edit("Delete number", tuple(deleted(row) for row in (*records.spans_of(number.id), number)))
