"""A layout: how the columns and rows of a table are arranged."""

from dataclasses import dataclass
from enum import StrEnum

from models.lines.order import Sort


class RowHeight(StrEnum):
    """How high the rows of a table are: as many lines of text, or as many as the longest cell needs."""

    ONE = "one"
    THREE = "three"
    WRAPPED = "wrapped"


@dataclass(frozen=True, slots=True)
class ColumnPlace:
    """One column of a layout. `width` is in pixels, and absent while the table decides on it."""

    name: str
    width: int | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a table from left to right, and what else is arranged in it.

    `chosen` says that the coder has chosen which columns are shown; otherwise that follows from the width of the table.
    `frozen` is how many of the first columns do not scroll. `rows` is absent while the table decides on it.
    """

    columns: tuple[ColumnPlace, ...] = ()
    chosen: bool = False
    frozen: int = 0
    rows: RowHeight | None = None
    sorts: tuple[Sort, ...] = ()
