"""Keys pressed as soon as a project is opened, before its articles and lines have been read."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.journeys.desk import CTRL, Desk
from tests.waiting import let_read

STATEMENTS, SPEAKERS = 3, 2
"""Lines of the example."""
KEYS = {"statements": Qt.Key.Key_1, "speakers": Qt.Key.Key_2, "numbers": Qt.Key.Key_3}


@pytest.fixture
def reopened(desk: Desk, study: Path) -> Desk:
    """Return a desk that showed the statements of all articles, where the project has this moment been opened again."""
    desk.open(study)
    desk.statements.show_all(True)
    let_read(desk.project)
    assert desk.statements.view.lines.rowCount() == STATEMENTS
    desk.window.start_with([study])
    return desk


@pytest.mark.parametrize("table", KEYS)
def test_every_table_can_be_shown_at_once(reopened: Desk, table: str) -> None:
    for key in (*KEYS.values(), KEYS[table]):
        reopened.press(key, CTRL)
    reopened.wait_for_article()
    let_read(reopened.project)
    assert reopened.table is reopened.window.workspace.panes.panels[table]
    assert reopened.focus is reopened.table.view
    assert reopened.speakers.view.lines.rowCount() == SPEAKERS
