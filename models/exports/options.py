"""What an export contains and how its cells are written, in whatever form it is published."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from models.exports.lines import Lines
from models.lines.order import Order

Orders = Mapping[Lines, Order]
"""What lists of some tables are asked for."""


@dataclass(frozen=True, slots=True)
class Options:
    """The choices of whoever exports.

    `bom` begins files of text with the byte order mark, by which Excel recognises UTF-8. `codes` writes the choices of
    the codebook by their codes instead of their labels. `tables` are the names of the tables that are wanted; all of
    them if it is empty. A table with an order in `orders` has only the lines that it asks for, sorted; all other tables
    are whole.
    """

    bom: bool = True
    codes: bool = False
    tables: tuple[str, ...] = ()
    orders: Orders = field(default_factory=lambda: MappingProxyType({}))
