"""Questions about the whole project are asked in the background; the latest of an asker is answered."""

import threading
from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from gui.project.reader import Reader
from models.errors import NotAProject, OnrecordError
from models.lines.order import Order
from models.store.view import StoreView
from tests.example import Example, signed, typed

FOREVER = "WITH RECURSIVE n (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n) SELECT max(value) FROM n"


@pytest.fixture
def reader(qapp: object, example: Example) -> Iterator[Reader]:
    """Yield a reader of the example."""
    reader = Reader(example.store.view())
    yield reader
    reader.close()


class Endless:
    """A question that SQLite answers only when it is interrupted."""

    def __init__(self) -> None:
        self.begun = Event()
        self.times = 0

    def __call__(self, view: StoreView) -> None:
        self.times += 1
        with view._asking() as connection:
            self.begun.set()
            connection.execute(FOREVER)


def test_an_answer_comes_in_the_event_loop(qtbot: QtBot, reader: Reader) -> None:
    answers: list[tuple[int, QThread]] = []
    reader.ask("list", lambda view: len(view.articles()), lambda n: answers.append((n, QThread.currentThread())))
    assert answers == [] and reader.busy
    with qtbot.waitSignal(reader.idle):
        pass
    assert answers == [(2, QThread.currentThread())] and not reader.busy


def test_an_asker_that_is_deleted_while_it_waits_gets_no_answer(qtbot: QtBot, reader: Reader) -> None:
    dialog, answers = QObject(), list[int]()
    reader.ask(dialog, lambda view: len(view.articles()), answers.append)
    Shiboken.delete(dialog)
    with qtbot.waitSignal(reader.idle):
        pass
    assert answers == [] and not reader.busy


def test_only_the_latest_question_of_an_asker_is_answered(qtbot: QtBot, reader: Reader) -> None:
    endless, answers = Endless(), list[str]()
    reader.ask("list", endless, lambda _: answers.append("endless"))
    reader.ask("count", lambda view: len(view.articles()), lambda _: answers.append("count"))
    assert endless.begun.wait(20)
    with qtbot.waitSignal(reader.idle):
        reader.ask("list", lambda view: view.make_list("list", Order()), lambda _: answers.append("list"))
    assert answers == ["count", "list"]


def test_an_edit_is_written_while_a_question_is_asked_which_is_then_asked_again(
    reader: Reader, example: Example
) -> None:
    endless = Endless()
    reader.ask("list", endless, print)
    assert endless.begun.wait(20)
    endless.begun.clear()
    with reader.held():
        example.store.apply(signed(typed(example.article, "title", "Written")))
    assert endless.begun.wait(20) and endless.times == 2


def test_trouble_with_the_file_is_told_as_an_error_for_people(qtbot: QtBot, reader: Reader) -> None:
    def broken(_view: StoreView) -> None:
        raise NotAProject("The file is damaged.")

    with qtbot.waitSignal(reader.failed) as told:
        reader.ask("list", broken, print)
    assert isinstance(told.args[0], OnrecordError)
    assert not reader.busy


def test_an_unexpected_error_is_reported_and_later_questions_are_answered(
    qtbot: QtBot, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported, answers = list[type[BaseException]](), list[int]()
    monkeypatch.setattr(threading, "excepthook", lambda args: reported.append(args.exc_type))
    reader.ask("wrong", lambda _view: 1 // 0, answers.append)
    with qtbot.waitSignal(reader.idle):
        reader.ask("count", lambda view: len(view.articles()), answers.append)
    assert (reported, answers) == ([ZeroDivisionError], [2])


def test_closing_breaks_off_a_question_and_leaves_no_thread(reader: Reader) -> None:
    endless, answers = Endless(), list[object]()
    reader.ask("list", endless, answers.append)
    assert endless.begun.wait(20)
    reader.close()
    assert reader._thread and not reader._thread.is_alive()
    reader.ask("list", endless, answers.append)
    assert not reader.busy and answers == []
