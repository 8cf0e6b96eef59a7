"""Write layouts and views as JSON, as the file keeps them, and read them again."""

import json
from dataclasses import dataclass
from typing import Any

from models.attributes.comparing import Operator
from models.lines.order import Condition, Order, Sort
from models.text.reading_json import read_json
from models.views.layout import ColumnPlace, Layout, RowHeight

FORMAT = 1
"""The number of the form in which layouts and views are written now."""

Json = dict[str, Any]


AT_FIRST = Layout()
"""How a table is arranged at first."""


@dataclass(frozen=True, slots=True)
class Definition:
    """What a view shows: columns in an arrangement, and the lines that meet some conditions, sorted.

    `text` holds the words of the filter, as in `models.lines.order.Order`. `grouped_by` is the column whose groups are
    shown; empty without groups.
    """

    layout: Layout = AT_FIRST
    conditions: tuple[Condition, ...] = ()
    text: str = ""
    grouped_by: str = ""

    @property
    def order(self) -> Order:
        """Return what its list is asked for."""
        return Order(self.layout.sorts, self.conditions, self.text)


def write_view(view: Definition) -> str:
    """Write what a view shows."""
    conditions = [_condition(each) for each in view.conditions]
    grouped = {"grouped_by": view.grouped_by} if view.grouped_by else {}
    return _written({**_layout(view.layout), "conditions": conditions, "text": view.text, **grouped})


def read_view(text: str) -> Definition | None:
    """Read what a view shows; None if it was written by a later program, or by another."""
    try:
        return _view_of(_read(text))
    except ValueError:
        return None


def write_layout(layout: Layout) -> str:
    """Write a layout."""
    return _written(_layout(layout))


def read_layout(text: str) -> Layout | None:
    """Read a layout; None if it was written by a later program, or by another."""
    try:
        return _layout_of(_read(text))
    except ValueError:
        return None


def _layout(layout: Layout) -> Json:
    return {
        "columns": [_column(each) for each in layout.columns],
        "chosen": layout.chosen,
        "frozen": layout.frozen,
        "rows": layout.rows,
        "sorts": [{"column": each.column, "descending": each.descending} for each in layout.sorts],
    }


def _column(place: ColumnPlace) -> Json:
    column: Json = {"name": place.name}
    if place.width is not None:
        column["width"] = place.width
    if place.hidden:
        column["hidden"] = True
    return column


def _condition(condition: Condition) -> Json:
    return {"column": condition.column, "operator": condition.operator, "values": condition.values}


def _view_of(found: Json) -> Definition:
    match found:
        case {"conditions": list(conditions), "text": str(text)}:
            grouped_by = found.get("grouped_by", "")  # programs before did not write it
            if isinstance(grouped_by, str):
                return Definition(_layout_of(found), tuple(map(_condition_of, conditions)), text, grouped_by)
    raise ValueError(f"no view: {found}")


def _condition_of(found: Any) -> Condition:
    match found:
        case {"column": str(column), "operator": str(operator), "values": list(values)} if all(
            isinstance(value, str) for value in values
        ):
            return Condition(column, Operator(operator), tuple(values))
    raise ValueError(f"no condition: {found}")


def _layout_of(found: Json) -> Layout:
    match found:
        case {
            "columns": list(columns),
            "chosen": bool(chosen),
            "frozen": int(frozen),
            "rows": rows,
            "sorts": list(sorts),
        }:
            places, order = tuple(map(_column_of, columns)), tuple(map(_sort_of, sorts))
            return Layout(places, chosen, max(0, frozen), RowHeight(rows) if rows else None, order)
    raise ValueError(f"no layout: {found}")


def _column_of(found: Any) -> ColumnPlace:
    match found:
        case {"name": str(name)}:
            width = found.get("width")
            return ColumnPlace(name, width if isinstance(width, int) else None, found.get("hidden") is True)
    raise ValueError(f"no column: {found}")


def _sort_of(found: Any) -> Sort:
    match found:
        case {"column": str(column), "descending": bool(descending)}:
            return Sort(column, descending)
    raise ValueError(f"no order: {found}")


def _written(definition: Json) -> str:
    return json.dumps({"format": FORMAT, **definition}, ensure_ascii=False, separators=(",", ":"))


def _read(text: str) -> Json:
    """Return a definition of this format. Raises ValueError."""
    found = read_json(text)
    if isinstance(found, dict) and found.get("format") == FORMAT:
        return found
    raise ValueError("not a definition of this format")
