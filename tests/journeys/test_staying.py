"""The focus stays where the coder works, and messages disappear when they are no longer true."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget

from gui.theme import theme
from tests.journeys.desk import CTRL, Desk
from tests.journeys.sight import go_to_cell, place_caret, said


def test_undo_of_a_cell_leaves_the_focus_in_the_table(at_work: Desk) -> None:
    panel = at_work.statements
    go_to_cell(panel, 0, "unit")
    at_work.press(Qt.Key.Key_F2)
    at_work.type("m")
    at_work.press(Qt.Key.Key_Return)
    before = at_work.project.undo_label
    at_work.press(Qt.Key.Key_Z, CTRL)
    assert at_work.project.undo_label != before
    assert at_work.focus is panel.view


def test_undo_in_the_text_leaves_the_focus_in_the_text(at_work: Desk) -> None:
    place_caret(at_work, "lost nearly")
    at_work.press(Qt.Key.Key_Delete)
    at_work.press(Qt.Key.Key_Z, CTRL)
    assert at_work.focus is at_work.text


def accented(pane: QWidget) -> int:
    """Return how many points of a pane have the colour of the focus."""
    while not pane.updatesEnabled():  # a table is painted one turn after the text
        QApplication.processEvents()
    image = pane.grab().toImage()
    accent = QColor(theme().scheme.accent)
    return sum(image.pixelColor(x, y) == accent for x in range(image.width()) for y in range(image.height()))


@pytest.mark.parametrize("panes", [1, 3, 4])
@pytest.mark.parametrize("recorded", [True, False])
def test_the_focus_can_be_seen_in_each_pane(desk: Desk, study: Path, panes: int, recorded: bool) -> None:
    desk.open(study)
    if not recorded:
        desk.press(Qt.Key.Key_PageDown, CTRL)  # an article in which nothing is recorded
    for _ in range(panes):
        desk.press(Qt.Key.Key_F6)
    pane = desk.focus
    seen = accented(pane)
    desk.window.workspace.pane_commands.find_article()
    assert desk.focus is not pane
    assert seen > accented(pane)


def ask_for_boundaries(desk: Desk) -> None:
    """Press B on a selected record without a selection."""
    place_caret(desk, "lost nearly")
    desk.press(Qt.Key.Key_B)
    assert "press B" in said(desk)
    assert desk.text.textCursor().hasSelection()


def choose_another(desk: Desk) -> None:
    place_caret(desk, "would cost")


def leave(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Escape, times=2)


def set_them(desk: Desk) -> None:
    desk.press(Qt.Key.Key_L)
    desk.press(Qt.Key.Key_B)


def have_read_it(desk: Desk) -> None:
    desk.status._reading.timeout.emit()


@pytest.mark.parametrize("step", [choose_another, leave, set_them, have_read_it])
def test_a_message_goes_when_it_no_longer_holds(at_work: Desk, step: object) -> None:
    ask_for_boundaries(at_work)
    step(at_work)  # type: ignore[operator]
    assert said(at_work) == "All changes saved"


def test_a_message_that_is_there_to_be_read_does_not_hide_that_work_goes_on(at_work: Desk) -> None:
    status = at_work.status
    status._step = "Reading a.txt …"
    status.say(status._step)
    have_read_it(at_work)
    assert said(at_work) == "Reading a.txt …"


def test_a_message_is_not_covered_by_the_tip_of_the_button_that_was_clicked(at_work: Desk) -> None:
    at_work.window.statusBar().showMessage("Record the selection, or select the next number")
    at_work.window.workspace.recording.hint.emit("These words hold no number.")
    assert (at_work.window.statusBar().currentMessage(), said(at_work)) == ("", "These words hold no number.")
