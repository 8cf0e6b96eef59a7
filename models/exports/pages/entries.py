"""What is recorded in an article, in the order in which its page lists it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from models.codebook.codebook import Codebook
from models.codebook.variables import attributes_in
from models.entities import Claim, Number, Qualifier, Record, Span
from models.ids import Id
from models.known import Known
from models.quantities.writing import show_value
from models.records import ArticleRecords


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim with its numbers, or a number without a claim, and its place in the list, from 1."""

    place: int
    record: Claim | Number
    numbers: tuple[Number, ...]


def entries(records: ArticleRecords, wanted: Collection[Id | None] | None) -> list[Entry]:
    """Return what is recorded in an article, in text order; of claims and numbers only those that are `wanted`."""

    def is_wanted(record: Record) -> bool:
        return wanted is None or record.id in wanted

    claims = (each for each in records.claims.values() if is_wanted(each))
    loose = (each for each in records.numbers_of(None) if is_wanted(each))
    found: list[Claim | Number] = [*claims, *loose]
    found.sort(key=lambda record: records.place(record.id))
    numbers = [tuple(filter(is_wanted, records.numbers_of(record.id))) for record in found]
    return [Entry(place, *entry) for place, entry in enumerate(zip(found, numbers, strict=True), 1)]


def spans_of(entry: Entry, records: ArticleRecords) -> Iterator[Span]:
    """Yield the spans of an entry and of its numbers."""
    for record in (entry.record, *entry.numbers):
        yield from records.spans_of(record.id)


def quantity(number: Number) -> str:
    """Return the value of a number with its unit and what is counted, as it is shown: "≈ 2,000 km²"."""
    value = show_value(number.value, number.upper, number.qualifier or Qualifier.EXACT)
    return " ".join(part for part in (value, number.unit, number.counted) if part)


def answers(record: Record, codebook: Codebook, known: Known) -> Iterator[tuple[str, str]]:
    """Yield what was answered about a record: the label of each variable, and the answer as it is shown."""
    for attribute in attributes_in(codebook, type(record)):
        value = attribute.read(record, known)
        if value is not None:
            yield attribute.label, attribute.show(value)
