"""A cell that a key of the text opens is seen, whichever table is in front and wherever the tables are."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.journeys.desk import CTRL, Desk
from tests.journeys.sight import open_cell


@pytest.mark.parametrize("table", [Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3])
@pytest.mark.parametrize("hidden", [False, True])
def test_the_speaker_cell_of_a_new_claim_comes_into_sight(desk: Desk, study: Path, table: Qt.Key, hidden: bool) -> None:
    desk.open(study)
    desk.press(table, CTRL)
    desk.window.panes.tables_dock.setHidden(hidden)
    desk.window.view.setFocus()
    desk.press(Qt.Key.Key_J)
    desk.press(Qt.Key.Key_C)
    assert open_cell(desk).isVisible()
