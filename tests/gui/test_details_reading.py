"""The details of a read-only project look as if they cannot be edited."""

from collections.abc import Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from gui.editors.line_editor import LineEditor
from gui.editors.offer_list import OfferList
from gui.panels.details import Details
from gui.project.project import Project
from gui.widgets.window_keys import is_undo_for_window
from models.entities import Mode
from tests.example import Example
from tests.gui.tables.acting import click_offer

W = TypeVar("W", bound=QWidget)


@pytest.fixture
def details(qtbot: QtBot, project: Project) -> Iterator[Details]:
    """Yield the details, shown in a window."""
    window = QMainWindow()
    qtbot.addWidget(window)
    details = Details()
    window.setCentralWidget(details)
    window.resize(500, 400)
    details.set_project(project)
    with qtbot.waitExposed(window):
        window.show()
    yield details


def mode_of_lost(details: Details, project: Project, example: Example) -> LineEditor:
    """Show the claim that is lost, and return the field of its mode."""
    details.show_record(project.now(example.lost))
    mode = details.findChild(LineEditor, "detail_mode")
    assert isinstance(mode, LineEditor)
    return mode


def shown(details: Details, kind: type[W]) -> list[W]:
    """Return the fields of a kind in the form that is shown; those of other records are there too, hidden."""
    return [field for field in details.findChildren(kind) if field.isVisibleTo(details)]


def test_no_field_of_a_read_only_project_can_be_typed_in_and_each_says_why(
    details: Details, project: Project, example: Example
) -> None:
    project.store._guard.read_only = True
    for record in (example.mayor, example.cost, example.berths, example.article):
        details.show_record(project.now(record))
        fields = [field for kind in (QLineEdit, QPlainTextEdit) for field in shown(details, kind)]
        assert len([field for field in fields if field.objectName().startswith("detail_")]) >= 3
        for field in fields:
            if not field.objectName().startswith("detail_"):
                continue
            assert "read-only" in field.toolTip()
            match field:
                case QPlainTextEdit():
                    assert field.isReadOnly()
                    assert not field.textInteractionFlags() & Qt.TextInteractionFlag.TextEditable
                case QLineEdit():
                    assert field.isReadOnly()
                    assert field.placeholderText() == ""


def test_the_fields_of_a_writable_project_can_be_typed_in(details: Details, project: Project, example: Example) -> None:
    details.show_record(project.now(example.cost))
    note = next(field for field in shown(details, QPlainTextEdit) if field.objectName() == "detail_note")
    assert not note.isReadOnly()
    QTest.keyClicks(note, "seen")
    assert details.finish_editing()
    assert project.records
    assert project.records.claims[example.cost.id].note == "seen"


def test_a_long_line_that_is_left_shows_its_beginning_again(
    details: Details, project: Project, example: Example
) -> None:
    details.show_record(project.now(example.article))
    title, outlet = (details.findChild(QLineEdit, name) for name in ("detail_title", "detail_outlet"))
    assert isinstance(title, QLineEdit)
    assert isinstance(outlet, QLineEdit)
    details.activateWindow()
    title.setFocus(Qt.FocusReason.TabFocusReason)
    assert title.cursorPosition() == len(title.text())
    outlet.setFocus(Qt.FocusReason.TabFocusReason)
    assert title.cursorPosition() == 0
    assert project.now(example.article) == example.article


@pytest.mark.parametrize("focused", [True, False])
@pytest.mark.parametrize("turn", [120, -120])
def test_the_wheel_over_a_choice_changes_nothing_and_is_left_to_the_form(
    details: Details, project: Project, example: Example, turn: int, *, focused: bool
) -> None:
    mode = mode_of_lost(details, project, example)
    if focused:
        mode.setFocus()
    before = mode.text()
    at = QPointF(mode.rect().center())
    none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    there = at, mode.mapToGlobal(at)
    event = QWheelEvent(*there, QPoint(), QPoint(0, turn), none, Qt.KeyboardModifier.NoModifier, phase, False)
    QApplication.sendEvent(mode, event)
    assert mode.text() == before
    assert project.now(example.lost) == example.lost


def test_undo_in_a_note_that_was_not_touched_is_the_windows(
    details: Details, project: Project, example: Example
) -> None:
    details.show_record(project.now(example.cost))
    note = details.findChild(QPlainTextEdit, "detail_note")
    assert isinstance(note, QPlainTextEdit)
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert is_undo_for_window(note, event)
    QTest.keyClicks(note, "seen")
    assert not is_undo_for_window(note, event)


def test_a_choice_is_picked_by_its_first_letter_or_by_the_mouse_alone(
    details: Details, project: Project, example: Example
) -> None:
    mode = mode_of_lost(details, project, example)
    mode.setFocus()
    QTest.keyClicks(mode, "m")
    QTest.keyClick(mode, Qt.Key.Key_Return)
    assert project.records
    assert (mode.text(), project.records.claims[example.lost.id].mode) == ("mixed", Mode.MIXED)
    QTest.mouseClick(mode, Qt.MouseButton.LeftButton)
    rows = details.window().findChild(OfferList)
    assert rows
    texts = [str(rows.model().index(row, 0).data()) for row in range(rows.model().rowCount())]
    assert texts == [*(f"{number}  {mode}" for number, mode in enumerate(Mode, 1)), "not set"]
    click_offer(rows, len(texts) - 1)
    assert (mode.text(), project.records.claims[example.lost.id].mode) == ("", None)
    assert not mode.offering


def test_a_choice_that_is_none_is_refused_below_its_field_and_kept(
    details: Details, project: Project, example: Example
) -> None:
    mode = mode_of_lost(details, project, example)
    mode.begin_with("never")
    assert not details.finish_editing()
    assert (mode.text(), mode.property("refused"), bool(mode.refusal.reason)) == ("never", True, True)
    QTest.keyClick(mode, Qt.Key.Key_Escape)
    assert (mode.refusal.reason, details.finish_editing()) == ("", True)


def test_no_field_moves_when_guidance_comes(details: Details, project: Project, example: Example) -> None:
    details.show_record(project.now(example.lost))
    QApplication.processEvents()
    fields = [field.geometry() for field in shown(details, QLineEdit)]
    details.show_guidance("Whether the words are the speaker's own.\n" * 3)
    QApplication.processEvents()
    assert [field.geometry() for field in shown(details, QLineEdit)] == fields


def test_a_field_below_guidance_is_scrolled_up_when_it_gets_the_focus(
    details: Details, project: Project, example: Example
) -> None:
    details.show_record(project.now(example.lost))
    label = details.findChild(QWidget, "guidance")
    assert label
    (note,) = shown(details, QPlainTextEdit)
    details.window().resize(500, 150)
    details.activateWindow()
    note.setFocus()
    QApplication.processEvents()
    assert label.isVisible()
    below = note.mapTo(details, note.rect().bottomLeft()).y()
    assert 0 < below < label.y()
