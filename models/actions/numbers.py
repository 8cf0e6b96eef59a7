"""What can be done with a number. Offsets are code points into the article's text, half-open."""

from dataclasses import replace

from models.actions.typed import typed, typed_line
from models.edits import Change, Edit, changed, deleted, made
from models.entities import Number, Qualifier, Role, Span
from models.records import ArticleRecords
from models.suggestions.quantity import Quantity


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
    from models.suggestions.quantities import read_quantity

    read = read_quantity(records.text[start:end], records.article.language)
    if read is None:
        return replace(number, value=None, upper=None, qualifier=Qualifier.EXACT, unit=None, counted=None)
    return replace(
        number,
        value=read.value,
        upper=read.upper,
        qualifier=read.qualifier,
        unit=read.unit,
        counted=read.counted,
    )


def set_value(number: Number, read: Quantity | None) -> Edit:
    """Give a number the value that was typed, with its unit where one was typed too; None takes it away."""
    if read is None:
        return Edit("Remove value", (changed(number, value=None, upper=None, qualifier=Qualifier.EXACT),))
    unit = read.unit or number.unit
    return Edit(
        "Set value",
        (changed(number, value=read.value, upper=read.upper, qualifier=read.qualifier, unit=unit),),
    )


def set_qualifier(number: Number, qualifier: Qualifier) -> Edit:
    """Say how exactly a number is meant."""
    return Edit("Set qualifier", (changed(number, qualifier=qualifier),))


def set_unit(number: Number, unit: str) -> Edit:
    """Say in what a number is measured."""
    return Edit("Set unit", (changed(number, unit=typed_line(unit)),))


def set_counted(number: Number, counted: str) -> Edit:
    """Say what a number counts."""
    return Edit("Set counted", (changed(number, counted=typed_line(counted)),))


def note_number(number: Number, note: str) -> Edit:
    """Note something on a number."""
    return Edit("Note on number", (changed(number, note=typed(note)),))


def delete_number(records: ArticleRecords, number: Number) -> Edit:
    """Delete a number; its claim stays."""
    return Edit("Delete number", tuple(deleted(row) for row in (*records.spans_of(number.id), number)))
