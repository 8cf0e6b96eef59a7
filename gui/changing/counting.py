"""How a preview counts what a change does, and what it calls the things that change: cells, or what a repair mends."""

from collections.abc import Callable
from dataclasses import dataclass

from models.translation import _, counted


@dataclass(frozen=True, slots=True)
class Counting:
    """The title of the first `column`, and in words: how many things change, and how many cannot be changed."""

    column: str
    changing: Callable[[int], str]
    refused: Callable[[int], str]


CELLS = Counting(
    _("Column"),
    lambda count: counted("{count:,} cell changes", "{count:,} cells change", count),
    lambda count: counted(
        "{count:,} cell cannot be changed and stays as it is.",
        "{count:,} cells cannot be changed and stay as they are.",
        count,
    ),
)
REPAIRS = Counting(
    _("What changes"),
    lambda count: counted("{count:,} change", "{count:,} changes", count),
    lambda count: counted(
        "{count:,} record cannot be repaired and stays as it is.",
        "{count:,} records cannot be repaired and stay as they are.",
        count,
    ),
)
