"""What a thread tells of its work reaches the event loop in order, and does not keep it busy."""

from threading import current_thread

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from gui.system.background import Work


def _told(work: Work) -> list[object]:
    told: list[object] = []
    work.step.connect(told.append)
    work.advanced.connect(lambda done, of: told.append((done, of)))
    work.succeeded.connect(told.append)
    return told


def test_every_step_is_told_in_order_and_how_far_it_is_only_once(qtbot: QtBot, qapp: QObject) -> None:
    def task(work: Work) -> str:
        for count in range(1, 1_001):
            work.advance(count, 1_000)
        work.begin_step("First")
        work.begin_step("Second")
        return "done"

    work = Work("Working", task, qapp)
    told = _told(work)
    with qtbot.waitSignal(work.ended):
        work.start()
    assert told[-1] == "done" and [each for each in told if isinstance(each, str)] == ["First", "Second", "done"]
    far = [each for each in told if isinstance(each, tuple)]
    assert far[-1] == (1_000, 1_000) and len(far) < 100  # a loaded machine may be slow enough for several


def test_what_is_told_is_heard_in_the_thread_of_the_event_loop(qtbot: QtBot, qapp: QObject) -> None:
    threads = []
    work = Work("Working", lambda work: work.begin_step("First"), qapp)
    work.step.connect(lambda _words: threads.append(current_thread()))
    with qtbot.waitSignal(work.ended):
        work.start()
    assert threads == [current_thread()]


def test_nothing_is_told_of_work_that_was_cancelled(qtbot: QtBot, qapp: QObject) -> None:
    def task(work: Work) -> None:
        while not work.called_off:
            work.begin_step("Again")

    work = Work("Working", task, qapp)
    told: list[object] = []
    work.step.connect(told.append)
    work.step.connect(work.cancel)
    with qtbot.waitSignal(work.ended):
        work.start()
    assert told == ["Again"]
