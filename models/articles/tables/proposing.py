"""Propose which column of a table says what, by their names in ten languages and by what is in them."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from statistics import median

from models.articles.addresses import is_address
from models.articles.dates import read_date, readings
from models.articles.tables.columns import Columns, Role, as_compared
from models.articles.tables.dated_cells import SERIAL
from models.articles.tables.table import Table
from resources import words

LEAST_TEXT = 200
"""Code points that the texts of a column without a known name have at the median."""

TIMES = 4
"""How often the texts are longer than those of any other column, at the median."""

LEAST_SHARE = 0.8
"""The least share of cells that are what the name of their column says."""

LEAD = "lead"

CAPITAL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])")
JOINTS = re.compile(r"[_.-]")


@cache
def _roles() -> dict[str, str]:
    listed = (line.partition(":") for line in words("table_columns"))
    return {_plain(name): role for role, _, names in listed for name in names.split(",")}


def _plain(name: str) -> str:
    """Return the words of a name: "fullText", "full_text" and "Full-Text" are the same."""
    return " ".join(JOINTS.sub(" ", as_compared(CAPITAL.sub(" ", name))).split())


def proposed(table: Table) -> Columns:
    """Return the roles of columns that are certain; there may be none, and the text may not be among them."""
    told = [(role, name) for name in table.names if (role := _roles().get(_plain(name)))]
    pairs = [(Role.HTML if _is_markup(table.column(name)) else role, name) for role, name in _bodies(table, told)]
    taken = {name for _role, name in pairs}
    for role in (each for each in Role if each not in (Role.TEXT, Role.HTML)):
        fitting = [name for kind, name in told if kind == role and name not in taken and _fits(table, role, name)]
        if len(fitting) == 1 or (fitting and role is Role.KEY):
            pairs.append((role, fitting[0]))
    return Columns(tuple(pairs))


def _bodies(table: Table, told: Sequence[tuple[str, str]]) -> list[tuple[Role, str]]:
    """Return the columns of the text; none if they are not certain."""
    named = [(Role(role), name) for role, name in told if role in (Role.TEXT, Role.HTML) and table.column(name)]
    texts = [each for each in named if _is_prose(table.column(each[1]))]
    if len(named) > 1:  # such as a page and the text of it
        named = [each for each in texts if each[0] is Role.TEXT] or texts
    if not named and (longest := _longest(table)):
        named = [(Role.TEXT, longest)]
    if len(named) != 1:
        return []
    leads = [(Role.TEXT, name) for role, name in told if role == LEAD and _precedes(table, name, named[0][1])]
    return [*(leads if len(leads) == 1 else ()), *named]


def _precedes(table: Table, lead: str, body: str) -> bool:
    """Return whether a column has words that the texts of another do not begin with."""
    at, other = table.names.index(lead), table.names.index(body)
    pairs = [(row.cells[at].strip(), row.cells[other]) for row in table.sample if row.cells[at].strip()]
    return bool(pairs) and not any(begin[:100] in whole for begin, whole in pairs)


def _is_prose(cells: Sequence[str]) -> bool:
    return any(len(cell) >= LEAST_TEXT for cell in cells)


def _longest(table: Table) -> str | None:
    """Return the column whose texts are much longer than those of every other; None if there is no such column."""
    lengths = sorted((median(map(len, cells)), name) for name in table.names if (cells := table.column(name)))
    if not lengths or lengths[-1][0] < LEAST_TEXT:
        return None
    second = lengths[-2][0] if len(lengths) > 1 else 0
    cells = table.column(lengths[-1][1])
    is_writing = not any(is_address(cell) or cell.startswith(("{", "[")) for cell in cells)
    return lengths[-1][1] if lengths[-1][0] >= TIMES * second and is_writing else None


def _is_markup(cells: Sequence[str]) -> bool:
    return _share(cells, lambda cell: "</" in cell or "<p>" in cell or "<br" in cell) > 0.5


def _share(cells: Sequence[str], fits: Callable[[str], bool]) -> float:
    return sum(1 for cell in cells if fits(cell)) / len(cells) if cells else 0


def _fits(table: Table, role: Role, name: str) -> bool:
    """Return whether the cells of a column can be what its name says."""
    cells = table.column(name)
    match role:
        case Role.ADDRESS:
            return _share(cells, is_address) >= LEAST_SHARE
        case Role.PUBLISHED:
            return _share(cells, lambda cell: _is_date(cell, table)) >= LEAST_SHARE
        case Role.LANGUAGE:
            return _share(cells, lambda cell: len(cell) <= 20) >= LEAST_SHARE
        case _:  # a name, not a text nor an address
            return _share(cells, lambda cell: len(cell) <= 300 and not is_address(cell)) >= LEAST_SHARE


def _is_date(cell: str, table: Table) -> bool:
    is_serial = table.epoch is not None and SERIAL.fullmatch(cell)
    return bool(is_serial or read_date(cell) or readings(cell))
