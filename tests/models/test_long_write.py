"""A long edit is written by another thread: others can read until the commit, and it is written whole or not at all."""

import multiprocessing
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Event

import pytest

from models.actions.articles import import_articles
from models.articles.draft import Draft
from models.edits import Edit
from models.errors import Busy, Conflict, NotSaved, ReadOnly
from models.ids import new_id
from models.store import Store
from models.store.long_write import LongWrite
from tests.example import CODER, Example, signed, typed
from tests.snapshots import faults_of, history_of, rows_of

SMALL_CACHE = "PRAGMA cache_size = -2000"
"""Lets SQLite keep 2 MB in memory."""
LARGER_THAN_THE_CACHE = 400
"""Articles of 10 kB."""


@pytest.fixture
def thread() -> Iterator[ThreadPoolExecutor]:
    """Yield another thread."""
    with ThreadPoolExecutor(1) as thread:
        yield thread


def articles(count: int = 3) -> Edit:
    """Return a signed edit that imports articles."""
    drafts = [
        Draft(text=f"Wall {number}\n\n" + f"{new_id()} " * 270, title=f"Wall {number}") for number in range(count)
    ]
    return signed(import_articles(drafts))


def write(store: Store, thread: ThreadPoolExecutor, edit: Edit) -> None:
    """Write an edit in another thread."""
    begun = store.long_write()
    try:
        thread.submit(begun.apply, edit, lambda: None).result()
    finally:
        store.end_long_write(begun)


def state(path: Path) -> tuple[object, object]:
    """Return everything an edit could have changed."""
    return rows_of(path), history_of(path)


def test_everything_is_read_as_before_until_the_commit_of_an_edit_larger_than_the_cache(
    example: Example, thread: ThreadPoolExecutor
) -> None:
    store, edit = example.store, articles(LARGER_THAN_THE_CACHE)
    begun, seen = store.long_write(), list[int]()
    begun._connection.execute(SMALL_CACHE)

    def look() -> None:
        with Store.open_beside(store.path) as elsewhere:
            seen.append(len(elsewhere.articles()))

    thread.submit(begun.apply, edit, look).result()
    store.end_long_write(begun)
    assert seen == [2]
    assert len(store.articles()) == 2 + LARGER_THAN_THE_CACHE
    assert faults_of(store.path) == []


def test_an_edit_of_the_history_is_read_and_taken_back_by_the_same_thread(
    example: Example, thread: ThreadPoolExecutor
) -> None:
    before = rows_of(example.store.path)
    write(example.store, thread, articles())
    line = example.store.undoable(CODER)
    assert line and line.changes == 3
    begun = example.store.long_write()
    thread.submit(lambda: begun.apply(signed(begun.edit(line).inverse), lambda: None)).result()
    example.store.end_long_write(begun)
    assert rows_of(example.store.path) == before
    assert example.store.redoable(CODER)


def test_what_a_long_write_has_written_was_not_changed_elsewhere(example: Example, thread: ThreadPoolExecutor) -> None:
    write(example.store, thread, articles())
    assert not example.store.changed_elsewhere()


@pytest.mark.parametrize("when", ["before", "between", "after"])
def test_what_another_window_writes_around_a_long_write_is_noticed(
    example: Example, thread: ThreadPoolExecutor, when: str
) -> None:
    def write_elsewhere(now: str) -> None:
        if now == when:
            with Store.open(example.store.path) as elsewhere:
                elsewhere.apply(signed(typed(example.mayor, "name", "Ida Lund", elsewhere.registry())))

    write_elsewhere("before")
    begun = example.store.long_write()
    write_elsewhere("between")
    thread.submit(begun.apply, articles(), lambda: None).result()
    write_elsewhere("after")
    example.store.end_long_write(begun)
    assert example.store.changed_elsewhere()
    assert not example.store.changed_elsewhere()


def fill(_example: Example, write: LongWrite) -> None:
    (pages,) = write._connection.execute("PRAGMA page_count").fetchone()
    write._connection.execute(f"PRAGMA max_page_count = {pages}")


def move(example: Example, _write: LongWrite) -> None:
    example.store.path.rename(example.store.path.with_name("moved.onrecord"))


def replace(example: Example, _write: LongWrite) -> None:
    copy = example.store.path.with_name("copy.onrecord")
    shutil.copyfile(example.store.path, copy)
    copy.replace(example.store.path)


def forbid(_example: Example, write: LongWrite) -> None:
    write._connection.execute("PRAGMA query_only = ON")


@pytest.mark.parametrize("mishap", [fill, move, replace, forbid])
def test_what_goes_wrong_is_told_in_words_and_nothing_is_written(
    example: Example, thread: ThreadPoolExecutor, mishap: Callable[[Example, LongWrite], None]
) -> None:
    path, before = example.store.path, state(example.store.path)
    begun = example.store.long_write()
    mishap(example, begun)
    with pytest.raises((NotSaved, ReadOnly)):
        thread.submit(begun.apply, articles(40), lambda: None).result()
    example.store.end_long_write(begun)
    moved = path.with_name("moved.onrecord")
    assert state(moved if moved.exists() else path) == before
    assert faults_of(moved if moved.exists() else path) == []


def test_a_field_that_was_changed_since_is_not_written_over(example: Example, thread: ThreadPoolExecutor) -> None:
    edit = signed(typed(example.article, "title", "Mine"))
    begun = example.store.long_write()
    with Store.open(example.store.path) as elsewhere:
        elsewhere.apply(signed(typed(example.article, "title", "Theirs")))
    with pytest.raises(Conflict):
        thread.submit(begun.apply, edit, lambda: None).result()
    example.store.end_long_write(begun)
    assert example.store.changed_elsewhere()


def test_an_edit_of_the_store_waits_for_a_long_write(example: Example, thread: ThreadPoolExecutor) -> None:
    example.store._connection.execute("PRAGMA busy_timeout = 0")
    begun, ready, refused = example.store.long_write(), Event(), Event()
    edit = signed(typed(example.article, "title", "Wall"))

    def wait() -> None:
        ready.set()
        assert refused.wait(20)

    written = thread.submit(begun.apply, articles(), wait)
    assert ready.wait(20)
    with pytest.raises(Busy):
        example.store.apply(edit)
    refused.set()
    written.result()
    example.store.end_long_write(begun)
    example.store.apply(edit)


def write_and_stop(path: Path, say: Connection) -> None:
    """Write a long edit as far as its commit, and wait there to be killed."""
    with Store.open(path) as store:
        begun = store.long_write()
        begun._connection.execute(SMALL_CACHE)
        begun._connection.execute("PRAGMA cache_spill = ON")  # half of it is then in the file, as in a commit

        def stop() -> None:
            say.send("written")
            signal.pause()

        begun.apply(articles(LARGER_THAN_THE_CACHE), stop)


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_a_program_that_is_killed_before_the_commit_has_written_nothing(example: Example) -> None:
    path, before = example.store.path, state(example.store.path)
    size = path.stat().st_size
    example.store.close()
    context = multiprocessing.get_context("spawn")
    hear, say = context.Pipe(duplex=False)
    process = context.Process(target=write_and_stop, args=(path, say), daemon=True)
    process.start()
    say.close()
    assert hear.recv() == "written"
    assert process.pid and path.stat().st_size > size
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    with Store.open(path) as store:
        assert len(store.articles()) == 2
    assert state(path) == before
    assert faults_of(path) == []
