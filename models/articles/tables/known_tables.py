"""The tables that news databases export, known by the names of their columns."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from models.articles.databases.record import Record, draft_of
from models.articles.draft import Draft
from models.articles.input_file import InputFile
from models.articles.tables import integrum, proquest_list
from models.articles.tables.table import Table
from models.errors import UnreadableArticle


@dataclass(frozen=True, slots=True)
class KnownTable:
    """A table of a database: how it is recognised by the names of its columns, and the record of a row.

    Names are in lower case.
    """

    recognise: Callable[[Sequence[str]], bool]
    record: Callable[[Mapping[str, str]], Record]


KNOWN_TABLES = (
    KnownTable(proquest_list.recognise, proquest_list.record),
    KnownTable(integrum.recognise, integrum.record),
)


def known_as(names: Sequence[str]) -> KnownTable | None:
    """Return the known table that has columns with these names, or None."""
    lower = [name.strip().lower() for name in names]
    return next((each for each in KNOWN_TABLES if each.recognise(lower)), None)


def records_of(file: InputFile, table: Table, known: KnownTable) -> Iterator[Draft | UnreadableArticle]:
    """Yield the article of each row of a known table."""
    names = [name.strip().lower() for name in table.names]
    for row in table.rows:
        if isinstance(row, UnreadableArticle):
            yield row
        elif row.cells != table.names:
            yield draft_of(known.record(dict(zip(names, row.cells, strict=True))), file.named)
