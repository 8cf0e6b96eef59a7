"""The columns and rows of the table in front are arranged from the menu of the window, without the mouse."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.tables.acting import column
from tests.journeys.desk import ALT, Desk
from tests.journeys.sight import columns_menu, go_to_cell

Key = Qt.Key


def test_columns_are_frozen_and_shown_by_keys_and_are_so_after_a_restart(
    at_work: Desk, come_back: Callable[[], Desk], qtbot: QtBot
) -> None:
    go_to_cell(at_work.statements, 0, "claim")
    at_work.press(Key.Key_V, ALT)
    at_work.press(Key.Key_C)
    at_work.press(Key.Key_F)
    view = at_work.statements.view
    assert view.header.frozen_sections()[0] == column(at_work.statements, "speaker")
    assert view.header.frozen == 2
    columns_menu(at_work)["Note"].trigger()
    columns_menu(at_work)["Rows of &One Line"].trigger()
    qtbot.waitUntil(lambda: view.rowHeight(0) == view.look.row_height())
    again = come_back()
    again.open()
    view = again.statements.view
    assert view.header.frozen == 2
    assert not view.isColumnHidden(column(again.statements, "note"))
    assert view.rowHeight(0) == view.look.row_height()
    columns_menu(again)["&Reset Columns and Rows"].trigger()
    assert view.header.frozen == 0
    assert view.isColumnHidden(column(again.statements, "note"))
    qtbot.waitUntil(lambda: view.rowHeight(0) > view.look.row_height())


def test_the_menu_is_about_the_table_in_front(at_work: Desk) -> None:
    at_work.show("speakers")
    go_to_cell(at_work.speakers, 0, "name")
    entries = columns_menu(at_work)
    assert {"Name", "Role"} <= entries.keys()
    entries["&Freeze up to This Column"].trigger()
    assert at_work.speakers.view.header.frozen == 1
    assert at_work.statements.view.header.frozen == 0
    assert not columns_menu(at_work)["&Freeze up to This Column"].isEnabled()
