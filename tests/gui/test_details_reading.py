"""The details of a project that is read-only look like what they are."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from gui.panels.details import Details
from gui.project.project import Project
from gui.widgets.untouched import is_undo_for_window
from tests.example import CODER, Example


@pytest.fixture
def project(qapp: object, example: Example) -> Iterator[Project]:
    """Yield the example with its first article open."""
    project = Project(example.store, CODER)
    assert project.open_article(example.article.id)
    yield project
    project.deleteLater()


@pytest.fixture
def details(qtbot: QtBot, project: Project) -> Details:
    """Return the details, shown."""
    details = Details()
    qtbot.addWidget(details)
    details.set_project(project)
    with qtbot.waitExposed(details):
        details.show()
    return details


def test_no_field_of_a_read_only_project_can_be_typed_in_and_each_says_why(
    details: Details, project: Project, example: Example
) -> None:
    project.store.read_only = True
    for record in (example.mayor, example.cost, example.berths, example.article):
        details.show_record(project.now(record))
        fields = [field for kind in (QLineEdit, QPlainTextEdit, QComboBox) for field in details.findChildren(kind)]
        assert len([field for field in fields if field.objectName().startswith("detail_")]) >= 3
        for field in fields:
            if not field.objectName().startswith("detail_"):
                continue
            assert "read-only" in field.toolTip()
            match field:
                case QComboBox():
                    assert not field.isEnabled()
                case QPlainTextEdit():
                    assert field.isReadOnly()
                    assert not field.textInteractionFlags() & Qt.TextInteractionFlag.TextEditable
                case QLineEdit():
                    assert field.isReadOnly()
                    assert field.placeholderText() == ""


def test_the_fields_of_a_writable_project_can_be_typed_in(details: Details, project: Project, example: Example) -> None:
    details.show_record(project.now(example.cost))
    note = details.findChild(QPlainTextEdit, "detail_note")
    assert isinstance(note, QPlainTextEdit)
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
    details.show_record(project.now(example.lost))
    mode = details.findChild(QComboBox, "detail_mode")
    assert isinstance(mode, QComboBox)
    if focused:
        mode.setFocus()
    before = mode.currentText()
    at = QPointF(mode.rect().center())
    none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    there = at, mode.mapToGlobal(at)
    event = QWheelEvent(*there, QPoint(), QPoint(0, turn), none, Qt.KeyboardModifier.NoModifier, phase, False)
    QApplication.sendEvent(mode, event)
    assert mode.currentText() == before
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
