"""What a database is to a reader: how its exports are recognised, and how they are split into articles."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from models.articles.databases.record import Record
from models.articles.documents.document import Document
from models.errors import UnreadableArticle

Records = Iterator[Record | UnreadableArticle]


@dataclass(frozen=True, slots=True)
class Database:
    """A database that exports articles as documents.

    `recognise` returns whether a document certainly is an export of it. `split` yields its records in order and why one
    cannot be read, with the name of the file for sentences; at the end, what it announces but does not hold.
    """

    name: str
    recognise: Callable[[Document], bool]
    split: Callable[[Document, str], Records]
