"""The entries of a menu that arrange a table: what is done with a column, frozen columns, the height of rows."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from gui.widgets.menu_entries import add_entry
from models.lines.order import Sort
from models.translation import _
from models.views.layout import RowHeight

if TYPE_CHECKING:
    from gui.tables.header import ColumnsHeader

ROWS: dict[RowHeight, str] = {
    RowHeight.ONE: _("Rows of &One Line"),
    RowHeight.THREE: _("Rows of &Three Lines"),
    RowHeight.WRAPPED: _("Rows &Wrapped"),
}


def add_arranging(menu: QMenu, header: "ColumnsHeader", section: int, columns: QMenu) -> None:
    """Add all entries. `section` is the column that the menu is about; negative if there is none. `columns` is the menu
    that shows and hides columns: the same one, or a submenu.
    """
    if section >= 0:
        add_column(menu, header, section)
        menu.addSeparator()
    _add_freezing(menu, header, section)
    menu.addSeparator()
    _add_rows(menu, header)
    menu.addSeparator()
    add_columns(columns, header)
    if columns is not menu:
        menu.addMenu(columns)
    menu.addSeparator()
    add_entry(menu, _("&Reset Columns and Rows"), header.reset_columns, name="reset_columns")


def add_column(menu: QMenu, header: "ColumnsHeader", section: int) -> None:
    """Add what is done with one column: sort, filter and group the lines by it, and hide it."""
    key, can_sort = header.columns[section].key, header.isSortIndicatorShown()
    for words, sort, name in (
        (_("Sort &Ascending"), Sort(key), "sort_ascending"),
        (_("Sort &Descending"), Sort(key, descending=True), "sort_descending"),
    ):
        add_entry(menu, words, partial(header.set_sorts, (sort,)), name=name, enabled=can_sort)
    condition, group = partial(header.condition_wanted.emit, section), partial(header.group_wanted.emit, section)
    add_entry(menu, _("F&ilter by This Column…"), condition, icon="filter", name="filter_by_this_column")
    add_entry(menu, _("&Group by This Column"), group, name="group_by_this_column")
    hide = partial(header.show_column, section, False)
    add_entry(menu, _("&Hide This Column"), hide, name="hide_this_column", enabled=section > 0)


def add_columns(menu: QMenu, header: "ColumnsHeader") -> None:
    """Add an entry for each column, which shows and hides it; the first is always shown."""
    for each, column in enumerate(header.columns):
        shown = not header.isSectionHidden(each)
        words = column.title.replace("&", "&&")
        show, name = partial(header.show_column, each, not shown), f"column_{column.key}"
        action = add_entry(menu, words, show, name=name, enabled=each > 0)
        action.setCheckable(True)
        action.setChecked(shown)


def _add_freezing(menu: QMenu, header: "ColumnsHeader", section: int) -> None:
    upto = header.visualIndex(section) + 1 if section >= 0 else 0
    words = _("&Freeze up to This Column")
    possible = upto not in (0, header.frozen)
    add_entry(menu, words, partial(setattr, header, "frozen", upto), name="freeze_columns", enabled=possible)
    add_entry(menu, _("&Unfreeze"), partial(setattr, header, "frozen", 0), name="unfreeze", enabled=header.frozen > 0)


def _add_rows(menu: QMenu, header: "ColumnsHeader") -> None:
    """Add the heights that rows can have; without a choice of the coder none is checked."""
    group = QActionGroup(menu)
    for height, words in ROWS.items():
        action = add_entry(menu, words, partial(header.choose_rows, height), name=f"rows_{height}")
        action.setCheckable(True)
        action.setChecked(height == header.rows)
        group.addAction(action)
