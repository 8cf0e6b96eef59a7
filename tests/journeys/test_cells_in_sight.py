"""A cell that is opened by a key in the text is visible, whichever table is in front and wherever the tables are."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from gui.editors.line_editor import LineEditor
from gui.editors.offer_list import OfferList
from gui.widgets.popups import GAP
from tests.journeys.desk import CTRL, Desk
from tests.journeys.sight import go_to_cell, open_cell


@pytest.mark.parametrize("table", [Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3])
@pytest.mark.parametrize("hidden", [False, True])
def test_the_speaker_cell_of_a_new_claim_comes_into_sight(desk: Desk, study: Path, table: Qt.Key, hidden: bool) -> None:
    desk.open(study)
    desk.press(table, CTRL)
    desk.window.workspace.panes.docks.tables.setHidden(hidden)
    desk.text.setFocus()
    desk.press(Qt.Key.Key_J)
    desk.press(Qt.Key.Key_C)
    assert open_cell(desk).isVisible()


def test_the_speakers_are_offered_at_the_cell_though_the_groups_above_the_table_go(desk: Desk, study: Path) -> None:
    desk.open(study)
    desk.press(Qt.Key.Key_1, CTRL)
    desk.statements.show_all(True)
    desk.statements.narrowing.group_by("speaker")
    desk.text.setFocus()
    QApplication.processEvents()
    desk.press(Qt.Key.Key_J)
    desk.press(Qt.Key.Key_C)
    QApplication.processEvents()
    cell, offered = open_cell(desk), OfferList.of(desk.window)
    assert offered.isVisible()
    assert offered.y() == cell.mapTo(desk.window, QPoint(0, cell.height() + GAP)).y()


def test_a_cell_that_cannot_be_written_comes_into_sight_when_another_table_is_in_front(desk: Desk, study: Path) -> None:
    desk.open(study)
    panes = desk.window.workspace.panes
    desk.press(Qt.Key.Key_3, CTRL)
    go_to_cell(desk.numbers, 0, "value")
    desk.press(Qt.Key.Key_F2)
    open_cell(desk).selectAll()
    desk.type("no number")
    panes.tables.setCurrentWidget(desk.speakers)
    desk.window.undoing.undo()
    assert desk.table is desk.numbers
    assert open_cell(desk).isVisible()


def test_a_key_that_opens_a_cell_and_that_the_cell_leaves_alone_opens_it_once(
    desk: Desk, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open(study)
    go_to_cell(desk.statements, 0, "unit")
    monkeypatch.setattr(LineEditor, "keyPressEvent", lambda _editor, event: event.ignore(), raising=False)
    desk.press(Qt.Key.Key_X)
    assert desk.statements.view.cells.editor is not None
