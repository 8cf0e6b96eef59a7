"""The columns of the variables of a codebook."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from gui.tables.columns import ASKED, Column, Look, attribute_column
from models.attributes.cell_kinds import CellKind
from models.codebook.codebook import Codebook
from models.codebook.variables import answers_of, attributes_in
from models.entities import Record
from models.lines.order import VARIABLE

LOOKS: dict[CellKind, Look] = {
    CellKind.CHOICE: Look(84, 2, fits=140, wraps=True),
    CellKind.LIST: Look(96, 2, fits=160, wraps=True),
    CellKind.NUMBER: Look(64, 1, fits=90, right=True),
    CellKind.DATE: Look(84, 1, fits=110),
}
PLAIN = Look(110, 3, wraps=True)


def variable_columns(codebook: Codebook, answered: Mapping[type[Record], bool]) -> tuple[Column[Any], ...]:
    """Return a column for each variable about some classes of records; that of a class that is not true is hidden at
    first.
    """
    found = []
    for of, shown in answered.items():
        for each in attributes_in(codebook, of):
            kind = answers_of(each)
            look = LOOKS.get(kind.cell_kind, PLAIN)
            sort_by = f"{VARIABLE}{kind.variable.id}"
            found.append(attribute_column(each, look=look if shown else replace(look, needs=ASKED), sort_by=sort_by))
    return tuple(found)
