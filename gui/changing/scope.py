"""What can be changed together: selected cells, the rows of a table, or everything; and the columns to choose from."""

from dataclasses import dataclass
from typing import Any

from gui.tables.columns import AttributeColumn, Column, attribute_column
from gui.tables.lines import Reading
from gui.tables.lines_view import LinesView
from gui.tables.picked import Picked
from gui.tables.statement_columns import WHY_NOT
from gui.tables.table_model import LinesTableModel
from gui.tables.variable_columns import NO_RECORD, VariableColumn
from models.attributes.built_in import attributes_of
from models.attributes.names import OwnName
from models.translation import _, counted

Columns = tuple[tuple[int, Column[Any]], ...]
"""Columns, each with its place among those of the table; −1 for an attribute that is no column of it."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Lines, in words, and how they are read; of `picked` cells only these count."""

    label: str
    reading: Reading[Any]
    picked: Picked | None = None


def scopes(view: LinesView) -> list[Scope]:
    """Return what of a table can be changed: the selected cells if there are several, all its rows, or everything."""
    picked, rows = view.picked(), view.lines.rowCount()
    all_rows = _("All rows of this table ({count:,})").format(count=rows)
    found = [Scope(all_rows, view.lines.reading((range(rows),))), whole_project(view)]
    if picked.cell_count > 1:
        label = _("Selected cells ({count:,})").format(count=picked.cell_count)
        found.insert(0, Scope(label, view.lines.reading(picked.rows), picked))
    return found


def whole_project(view: LinesView) -> Scope:
    """Return all lines of the project that a table could show, whatever it shows now."""
    return Scope(_("The whole project"), view.lines.everything())


def selected_lines(view: LinesView) -> Scope:
    """Return the selected lines of a table."""
    picked = view.picked()
    label = counted("{count:,} selected line", "{count:,} selected lines", picked.row_count)
    return Scope(label, view.lines.reading(picked.rows))


def typed_columns(view: LinesView) -> Columns:
    """Return the columns whose cells can be typed in, those that are shown first."""
    shown = view.header.shown()
    order = [*shown, *(at for at in range(len(view.lines.columns)) if at not in shown)]
    return tuple((at, column) for at in order if _is_typed(column := view.lines.columns[at]))


def _is_typed(column: Column[Any]) -> bool:
    attributes = column.attributes if isinstance(column, AttributeColumn) and column.editable else ()
    return any(each.editable for each in attributes)


def attribute_columns(model: LinesTableModel[Any]) -> tuple[AttributeColumn[Any], ...]:
    """Return a column for each attribute of the records of a table's lines that many of them can have alike."""
    shown = [each for each in model.columns if isinstance(each, AttributeColumn)]
    variables = [each for each in shown if isinstance(each, VariableColumn)]
    found: list[AttributeColumn[Any]] = []
    for kind in model.kinds or dict.fromkeys(each.of for column in shown for each in column.attributes):
        why = {**NO_RECORD, **WHY_NOT}[kind]
        typed = [each for each in attributes_of(kind) if each.editable and not isinstance(each.kind, OwnName)]
        found += [attribute_column(each, why_not=lambda _line, why=why: why) for each in typed]
        found += [each for each in variables if each.attributes[0].of is kind]
    return tuple(found)
