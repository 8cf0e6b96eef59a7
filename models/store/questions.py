"""What an open project file can be asked."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, closing, contextmanager
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from models.lines.order import Order
from models.store import article_lines, article_reading, checking, history, layouts, mending_texts, present, reading
from models.store.bodies import bodies
from models.store.dangling import dangling
from models.store.opening import connect
from models.store.original_files import altered_originals
from models.store.problems import explained
from models.store.replaying import Replay, Unexplained, unexplained
from models.store.snapshot import EVERYTHING, Snapshot
from models.store.view import StoreView
from models.store.write_guard import WriteGuard

T = TypeVar("T")
P = ParamSpec("P")


def _as_method(question: Callable[Concatenate[sqlite3.Connection, P], T]) -> "Callable[Concatenate[Questions, P], T]":
    """Turn a function that reads the file into a method of Questions, which explains SQLite's errors to people."""

    @wraps(question)
    def ask(file: "Questions", /, *asked: P.args, **named: P.kwargs) -> T:
        with file._explained():
            return question(file._connection, *asked, **named)

    return ask


def _piece_by_piece(
    question: Callable[[sqlite3.Connection], Iterator[T]],
) -> "Callable[[Questions], Iterator[T]]":
    """Do the same with a function that yields what it reads: others can write between two pieces."""

    @wraps(question)
    def ask(file: "Questions") -> Iterator[T]:
        with file._explained():
            yield from question(file._connection)

    return ask


class Questions:
    """The questions about a project, which are asked in the thread that uses the store. None of them writes.

    Each raises an OnrecordError if the file cannot be read.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, guard: WriteGuard, *, newer: bool) -> None:
        self.path, self.newer = path, newer
        self._connection, self._guard = connection, guard

    def _explained(self) -> AbstractContextManager[None]:
        return explained(self.path, newer=self.newer)

    articles = _as_method(article_lines.articles)
    articles_of_content = _as_method(reading.articles_of_content)
    article_records = _as_method(article_reading.article_records)
    beginning = _as_method(article_reading.beginning)
    spans_between = _as_method(article_reading.spans_between)
    begin_reading = _as_method(article_reading.begin_reading)
    read_on = _as_method(article_reading.read_on)
    present = _as_method(present.present)
    registry = _as_method(reading.registry)
    codebook = _as_method(reading.codebook)
    views = _as_method(reading.views)
    exports = _as_method(reading.exports)
    samples = _as_method(reading.samples)
    site_lines = _as_method(reading.site_lines)
    properties = _as_method(reading.properties)
    own_words = _as_method(reading.own_words)
    learned = _as_method(reading.learned)
    layouts = _as_method(layouts.layouts)
    article_count = _as_method(reading.article_count)
    original = _as_method(reading.original)
    claim_count = _as_method(reading.claim_count)
    referring_to = _as_method(reading.referring_to)
    naming_count = _as_method(reading.naming_count)
    undoable = _as_method(history.undoable)
    redoable = _as_method(history.redoable)
    edit = _as_method(history.read_edit)

    def problems(self) -> list[checking.Problem]:
        """Return everything that is wrong with the file itself; of a newer version, only damage that can be seen."""
        with self._explained():
            if self.newer:
                return checking.problems_of_newer(self._connection)
            return [*self._guard.problems(self._connection), *checking.problems(self._connection)]

    def problems_and_unexplained(self) -> tuple[list[checking.Problem], Iterator[Unexplained]]:
        """Return what `problems` and `unexplained` do, of a file of this version, whose history is read only once."""
        with self._explained():
            replay = Replay(self._connection)
            found = [*self._guard.problems(self._connection), *checking.problems(self._connection, replay)]
        return found, self._explaining(replay.unexplained())

    def _explaining(self, rows: Iterator[Unexplained]) -> Iterator[Unexplained]:
        with self._explained():
            yield from rows

    texts_to_mend = _as_method(mending_texts.to_mend)
    mended_texts = _as_method(mending_texts.mended)
    dangling = _piece_by_piece(dangling)
    altered_originals = _piece_by_piece(altered_originals)
    unexplained = _piece_by_piece(unexplained)
    bodies = _piece_by_piece(bodies)

    def view(self) -> StoreView:
        """Return a view of the file for another thread, with a separate connection."""
        return StoreView(self.path, newer=self.newer)

    @contextmanager
    def snapshot(
        self, orders: Mapping[str, Order] | None = None, only: Order = EVERYTHING, *, brief: bool = False
    ) -> Iterator[Snapshot]:
        """Read the file as it is now, and list its statements in some `orders`, by names of the lists.

        If `only` filters, it holds only the statements that it asks for and what belongs to them.

        Others can go on editing without waiting; if it is `brief`, they wait until it is done. It is read through the
        path, so a file that was moved or replaced is refused (NotSaved).
        """
        self._guard.expect_file()
        with self._explained(), closing(connect(self.path, read_only=True)) as connection:
            yield Snapshot(connection, orders or {}, only, brief=brief, newer=self.newer)
