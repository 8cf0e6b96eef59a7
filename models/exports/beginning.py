"""The beginning of what an export writes, as it can be shown before: the first lines of tables, or of a text."""

from collections.abc import Iterable
from dataclasses import dataclass

from models.exports.columns import Column

FIRST = 20
"""How many lines of a table are shown."""

FIRST_CHARACTERS = 20_000
"""How much of a text is shown."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a column, and what it means."""

    name: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class FirstLines:
    """The first rows of a table in a file, with their cells as they are written; `count` is how many there are in all.

    `begins` is how the file itself begins, if it is a file of text.
    """

    file: str
    name: str
    description: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[str, ...], ...]
    count: int
    begins: str = ""


@dataclass(frozen=True, slots=True)
class FirstText:
    """The first characters of a file of text; `page` says that they are a page of HTML.

    `count` is how many records the file has in all, if they are counted; `name` says of what.
    """

    file: str
    name: str
    description: str
    text: str
    count: int | None = None
    page: bool = False


Part = FirstLines | FirstText


@dataclass(frozen=True, slots=True)
class Beginning:
    """The beginning of each file, in the order in which they are listed, and remarks on what is left out."""

    parts: tuple[Part, ...]
    remarks: tuple[str, ...] = ()


def headings(columns: Iterable[Column]) -> tuple[Heading, ...]:
    """Return the headings of columns."""
    return tuple(Heading(column.name, column.description) for column in columns)
