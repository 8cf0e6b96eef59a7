"""Describe the lines of exported tables: which there are, and where each cell is in them.

A line of records (`record_lines.py`) has the cells of all its records side by side, so that each table can pick its
columns from them. A line of another table (`related_lines.py`) is a named tuple.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from operator import itemgetter

from models.entities import Article, Claim, Number, Record, Signed, Speaker
from models.store.exported_cells import FIELDS, Cells
from models.text.context import Context

Field = tuple[type[object], str]
"""A class in SIDE_BY_SIDE, or that of the named tuples which are the lines of a table, and the name of a cell."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A cell of an answer: the class of records that it is about, and which of all cells of answers it is (from 0)."""

    of: type[Record]
    at: int


SIGNED = ("coder", "made_at", "changed_at")
SIDE_BY_SIDE: dict[type[object], tuple[str, ...]] = {
    **{kind: FIELDS[kind] for kind in (Article, Speaker, Claim, Number)},
    Signed: SIGNED,
    Context: Context._fields,
}
"""The cells of a line, by class. Those of `Signed` are about a claim and its number together: the coder of the claim,
the time when the number was recorded, and the time of the latest change of either."""

ORDER = {each: at for at, each in enumerate((kind, name) for kind, names in SIDE_BY_SIDE.items() for name in names)}


class Lines(Enum):
    """What a line of a table is about; a statement is a claim with one of its numbers."""

    STATEMENTS = auto()
    CLAIMS = auto()
    NUMBERS = auto()
    SPEAKERS = auto()
    ARTICLES = auto()
    ALIASES = auto()
    SPANS = auto()
    ANSWERS = auto()
    CODERS = auto()
    CODEBOOK = auto()
    EDITS = auto()
    ACTIVE_TIMES = auto()
    EVENTS = auto()
    REMARKS = auto()


SomeLines = Mapping[Lines, Iterable[Cells]]
"""Some lines of each table, which can be read only once."""


def pick(fields: Sequence[Field | Answered]) -> Callable[[Cells], Cells]:
    """Return a function that picks the cells of some fields, at least two, from a line."""
    return itemgetter(*map(_place, fields))


def _place(field: Field | Answered) -> int:
    """Return where a cell is in its line; the cells of answers follow all others."""
    if isinstance(field, Answered):
        return len(ORDER) + field.at
    kind, name = field
    return ORDER[field] if field in ORDER else getattr(kind, "_fields", ()).index(name)
