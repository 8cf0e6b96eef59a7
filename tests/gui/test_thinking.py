"""Only the latest question is answered, and nothing waits for a function that runs."""

from threading import Event

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from gui.system.background import wait_for_threads
from gui.system.thinking import Thinking


@pytest.fixture
def thinking(qapp: QObject) -> Thinking:
    return Thinking("Thinking", qapp)


def test_an_answer_is_delivered_in_the_event_loop(qtbot: QtBot, thinking: Thinking) -> None:
    answers: list[int] = []
    thinking.ask(lambda: 6 * 7, answers.append)
    assert thinking.busy and not answers
    qtbot.waitUntil(lambda: not thinking.busy)
    assert answers == [42]


def test_a_question_asked_meanwhile_replaces_the_one_before(qtbot: QtBot, thinking: Thinking) -> None:
    answers: list[str] = []
    release = Event()
    thinking.ask(lambda: "old" if release.wait(5) else "", answers.append)
    thinking.ask(lambda: "skipped", answers.append)
    thinking.ask(lambda: "new", answers.append)
    release.set()
    qtbot.waitUntil(lambda: not thinking.busy)
    assert answers == ["new"]


def test_after_closing_nothing_is_answered_and_another_question_can_be_asked(qtbot: QtBot, thinking: Thinking) -> None:
    answers: list[str] = []
    release = Event()
    thinking.ask(lambda: "old" if release.wait(5) else "", answers.append)
    thinking.close()
    thinking.ask(lambda: "new", answers.append)
    release.set()
    qtbot.waitUntil(lambda: not thinking.busy)
    wait_for_threads()
    assert answers == ["new"]
