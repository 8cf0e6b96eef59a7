"""What an export contains and how its cells are written, in whatever form it is published."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from models.exports.lines import Lines
from models.exports.networks.settings import NetworkOptions
from models.lines.order import Order

Orders = Mapping[Lines, Order]
"""What lists of some tables are asked for."""


class Separator(StrEnum):
    """What separates the cells of a row in files of text."""

    COMMA = ","
    SEMICOLON = ";"
    TAB = "\t"


class DecimalMark(StrEnum):
    """What comes before the decimals of a number in files of text."""

    POINT = "."
    COMMA = ","


@dataclass(frozen=True, slots=True)
class Options(NetworkOptions):
    """What a person can choose for an export.

    In files of text, `bom` begins them with the byte order mark, by which Excel recognises UTF-8, `separator` is
    between cells and `decimal` before decimals. `spreadsheet_safe` puts an apostrophe before texts that a spreadsheet
    would alter (`models.exports.spreadsheets.safe`).

    `codes` writes the choices of the codebook by their codes instead of their labels. `indicators` adds, for each
    choice of a variable that can have several, a column with 1 or 0. `context` adds the sentences around a claim.

    `tables` are the names of the tables that are wanted; all of them if it is empty. A table with an order in `orders`
    has only the lines that it asks for, sorted; all other tables are whole. If `only` filters, all tables have only the
    statements that it asks for, and what belongs to them.

    `single` writes one page for all articles instead of one for each. What makes networks is in `NetworkOptions`.
    """

    bom: bool = True
    codes: bool = False
    tables: tuple[str, ...] = ()
    only: Order = field(default_factory=Order)
    single: bool = False
    orders: Orders = field(default_factory=lambda: MappingProxyType({}))
    separator: Separator = Separator.COMMA
    decimal: DecimalMark = DecimalMark.POINT
    indicators: bool = False
    context: bool = False
    spreadsheet_safe: bool = False
