"""Only the latest question is answered, in steps that wait for the event loop."""

from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from gui.system import thinking as module
from gui.system.background import wait_for_threads
from gui.system.thinking import Thinking


@pytest.fixture
def thinking(qapp: QObject) -> Thinking:
    return Thinking("Thinking", qapp)


def asked(thinking: Thinking, answers: list[str], *steps: str, release: Event | None = None) -> None:
    """Ask for some steps, which are waited for until they are released; at their end comes "done"."""

    def answer() -> Iterator[str]:
        assert release is None or release.wait(5)
        yield from steps

    thinking.ask(answer, answers.extend, lambda: answers.append("done"))


def test_an_answer_is_delivered_in_the_event_loop(qtbot: QtBot, thinking: Thinking) -> None:
    answers: list[str] = []
    asked(thinking, answers, "one", "two")
    assert thinking.busy and not answers
    qtbot.waitUntil(lambda: not thinking.busy)
    assert answers == ["one", "two", "done"]


def test_a_question_asked_meanwhile_replaces_the_one_before(qtbot: QtBot, thinking: Thinking) -> None:
    answers: list[str] = []
    release = Event()
    asked(thinking, answers, "old", release=release)
    asked(thinking, answers, "skipped")
    asked(thinking, answers, "new")
    release.set()
    qtbot.waitUntil(lambda: not thinking.busy)
    assert answers == ["new", "done"]


def test_between_steps_the_thread_waits_until_the_event_loop_has_done_what_was_waiting(
    qtbot: QtBot, thinking: Thinking, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "AT_ONCE", 0)
    happened: list[str] = []

    def answer() -> Iterator[str]:
        for number in "12":
            happened.append(f"step {number}")
            yield number

    def take(_steps: object) -> None:
        happened.append("taken")
        QTimer.singleShot(0, lambda: happened.append("other work"))

    thinking.ask(answer, take, lambda: None)
    qtbot.waitUntil(lambda: not thinking.busy)
    assert happened[:5] == ["step 1", "taken", "other work", "step 2", "taken"]


def test_a_question_that_is_not_wanted_any_more_ends_after_its_step(
    qtbot: QtBot, thinking: Thinking, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "AT_ONCE", 0)

    def answer() -> Iterator[str]:
        while True:
            yield "more"

    thinking.ask(answer, lambda _steps: thinking.forget(), lambda: None)
    qtbot.waitUntil(lambda: not thinking.busy)


def test_after_closing_nothing_is_answered_and_another_question_can_be_asked(qtbot: QtBot, thinking: Thinking) -> None:
    answers: list[str] = []
    release = Event()
    asked(thinking, answers, "old", release=release)
    thinking.close()
    asked(thinking, answers, "new")
    release.set()
    qtbot.waitUntil(lambda: not thinking.busy)
    wait_for_threads()
    assert answers == ["new", "done"]


def test_a_thread_whose_asker_is_gone_ends_without_an_error(qapp: QObject) -> None:
    asker = Thinking("Thinking", qapp)
    begun, release = Event(), Event()

    def answer() -> Iterator[str]:
        begun.set()
        assert release.wait(5)
        yield from ()  # nothing more is found: the thread reports without asking whether it is wanted

    asker.ask(answer, lambda _steps: None, lambda: None)
    assert begun.wait(5)
    asker.close()
    delete(asker)
    release.set()
    wait_for_threads()
