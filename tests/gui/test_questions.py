"""A question is answered by a click, Enter, Space or Alt with a letter, and by nothing that was typed for a text."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from gui.dialogs import asking
from gui.dialogs.question import Question


@pytest.fixture
def question(qtbot: QtBot) -> Question:
    """Return an open question with the buttons Forget and Cancel, of which the second is the default."""
    box = Question()
    qtbot.addWidget(box)
    box.setText("Forget for good what was deleted?")
    box.addButton("&Forget", box.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(box.StandardButton.Cancel))
    box.open()
    qtbot.waitUntil(box.isActiveWindow)
    return box


@pytest.mark.parametrize("letters", ["f", "F", "Ford", "c", "1"])
def test_letters_that_are_typed_when_a_question_comes_up_answer_nothing(question: Question, letters: str) -> None:
    QTest.keyClicks(question, letters)
    assert not [button for button in question.findChildren(QPushButton) if button.isDown()]
    assert question.isVisible()


def test_escape_cancels_and_space_presses_the_button_with_the_keyboard(question: Question, qtbot: QtBot) -> None:
    QTest.keyClick(question.focusWidget(), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not question.isVisible())
    assert question.clickedButton() is question.defaultButton()
    question.open()
    QTest.keyClick(question, Qt.Key.Key_Escape)
    assert not question.isVisible()


def test_alt_with_its_letter_presses_a_button(question: Question, qtbot: QtBot) -> None:
    QTest.keyClick(question, Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: not question.isVisible())
    assert question.clickedButton().text() == "&Forget"


def test_a_question_that_goes_with_its_window_has_no_answer(qtbot: QtBot) -> None:
    window = QDialog()
    QTimer.singleShot(0, lambda: Shiboken.delete(window))
    assert not asking.confirm(window, "Close without adding the article?", "", "Close")
    assert not Shiboken.isValid(window)
