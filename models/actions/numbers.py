"""What can be done with a number. Offsets are code points into the article's text, half-open."""

from models.actions.typed import typed, typed_line
from models.edits import Edit, changed, deleted, made
from models.entities import Number, Qualifier, Role, Span
from models.records import ArticleRecords
from models.suggestions.quantity import Quantity


def mark_number(records: ArticleRecords, start: int, end: int) -> Edit:
    """Record a stretch as a number of the claim around it, if there is one; its value is read from the words.

    Words without a value ("a significant number") make a number whose value is still to be given.
    """
    claim = records.claim_around(start, end)
    # Imported here, since its rules are many and the window is painted before.
    from models.suggestions.quantities import read_quantity

    read = read_quantity(records.text[start:end])
    number = Number(
        article=records.article.id,
        claim=claim.id if claim else None,
        value=read.value if read else None,
        upper=read.upper if read else None,
        qualifier=read.qualifier if read else Qualifier.EXACT,
        unit=read.unit if read else None,
        counted=read.counted if read else None,
    )
    span = Span(article=number.article, role=Role.NUMBER, number=number.id, start=start, end=end)
    return Edit("Mark number", (made(number), made(span)))


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
    return Edit("Set what is counted", (changed(number, counted=typed_line(counted)),))


def note_number(number: Number, note: str) -> Edit:
    """Note something on a number."""
    return Edit("Note on number", (changed(number, note=typed(note)),))


def delete_number(records: ArticleRecords, number: Number) -> Edit:
    """Delete a number; its claim stays."""
    return Edit("Delete number", tuple(deleted(row) for row in (*records.spans_of(number.id), number)))
