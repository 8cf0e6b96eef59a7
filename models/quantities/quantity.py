"""A quantity as data, read from the words of a number."""

from dataclasses import dataclass

from models.entities import Qualifier


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as data; `value` and `upper` are scaled, `unit` is canonical (`km²`, `USD`, `%`, `share`)."""

    value: float
    upper: float | None
    qualifier: Qualifier
    unit: str | None
    counted: str | None
