"""One table more is one entry in a list: its tab, menu entry, key, news, selection and what is remembered follow."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from gui.tables import SpeakersPanel
from gui.window.tables import TABLES, TableEntry
from tests.journeys.desk import CTRL, Desk
from tests.journeys.sight import cells, go_to_cell


class SecondRegistry(SpeakersPanel):
    """A table that nothing in the window names."""


@pytest.fixture(autouse=True)
def fifth() -> Iterator[None]:
    """Put one table more into the list, for the windows of this file."""
    entry = TableEntry("second", "Se&cond Registry", "Ctrl+5", SecondRegistry)
    TABLES.append(entry)
    yield
    TABLES.remove(entry)


def test_a_fifth_table_is_one_entry_in_the_list(desk: Desk, study: Path, come_back: Callable[[], Desk]) -> None:
    desk.open(study)
    second = desk.window.workspace.panes.panel(SecondRegistry)
    assert desk.window.workspace.panes.tables.tabText(4) == "Second Registry"
    assert desk.actions["show_second"].shortcut() == QKeySequence("Ctrl+5")
    desk.press(Qt.Key.Key_5, CTRL)
    assert desk.table is second and desk.focus is second.view
    names = cells(second, "name")
    go_to_cell(second, names.index("Ida Brekke"), "name")
    assert desk.selected == second.view.record()
    desk.press(Qt.Key.Key_Return)
    desk.type("Ada Brekke")
    desk.press(Qt.Key.Key_Return)
    assert "Ada Brekke" in cells(second, "name") and "Ada Brekke" in cells(desk.speakers, "name")
    desk.press(Qt.Key.Key_Z, CTRL)
    assert cells(second, "name") == names
    desk.press(Qt.Key.Key_Escape)
    assert desk.text.hasFocus()
    second.view.header.show_column(2, False)
    again = come_back()
    again.open(study)
    assert again.window.workspace.panes.panel(SecondRegistry).view.header.isSectionHidden(2)
    assert not again.speakers.view.header.isSectionHidden(2)
