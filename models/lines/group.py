"""A group of the lines of a list: those with one value in a column, counted and summed up."""

from dataclasses import dataclass

from models.lines.order import Condition


@dataclass(frozen=True, slots=True)
class Figures:
    """How many lines, claims and numbers there are, and what their values come to.

    The values are absent if there are none, or if they are of `several_units`: these cannot be added up. `unit` is that
    of all of them, if they have one.
    """

    lines: int
    claims: int
    numbers: int
    several_units: bool = False
    unit: str | None = None
    total: float | None = None
    least: float | None = None
    greatest: float | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that meet some conditions besides those of their list; without any, all of its lines.

    `level` is how many choices are above that of the group, whose figures are also those of the choices below it.
    """

    label: str
    conditions: tuple[Condition, ...]
    figures: Figures
    level: int = 0
