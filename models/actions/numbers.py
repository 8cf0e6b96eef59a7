"""What can be done with a number. Offsets are code points into the article's text, half-open."""

from dataclasses import replace

from models.edits import Change, Edit, made
from models.entities import Number, Role, Span
from models.records import ArticleRecords
from models.references import deletion
from models.text.ranges import Range
from models.translation import _


def mark_number(records: ArticleRecords, start: int, end: int) -> Edit:
    """Record a range as a number of the claim around it, if there is one; its value is read from the words.

    Words without a value ("a significant number") make a number whose value can be typed later.
    """
    claim = records.claim_around(start, end)
    number = _read(records, Number(article=records.article.id, claim=claim.id if claim else None), start, end)
    span = Span(article=number.article, role=Role.NUMBER, number=number.id, start=start, end=end)
    return Edit(_("Mark number"), (made(number), made(span)))


def read_again(records: ArticleRecords, number: Number, start: int, end: int) -> tuple[Change, ...]:
    """Read a number again from its new words, unless the coder changed what was read from the old ones."""
    old = [_read(records, number, span.start, span.end) for span in records.spans_of(number.id)]
    new = _read(records, number, start, end)
    return (Change(number, new),) if old == [number] and new != number else ()


def _read(records: ArticleRecords, number: Number, start: int, end: int) -> Number:
    return as_read(number, records.text, (start, end), records.article.language)


def as_read(number: Number, text: str, words: Range, language: str | None) -> Number:
    """Return the number with what its words say where they stand in the text, or without a value if they hold none."""
    # Imported late: the rules take long to load, and the window is painted without them.
    from models.quantities.locating import read_number

    read = read_number(text, *words, language)
    if read is None:
        return replace(number, value=None, upper=None, qualifier=None, unit=None, counted=None)
    return replace(
        number, value=read.value, upper=read.upper, qualifier=read.qualifier, unit=read.unit, counted=read.counted
    )


def delete_number(records: ArticleRecords, number: Number) -> Edit:
    """Delete a number; its claim stays."""
    return Edit(_("Delete number"), deletion([number], records.rows()))
