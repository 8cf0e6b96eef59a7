"""What an open project file can be asked."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from models.lines.order import Order
from models.store import article_lines, article_reading, checking, history, layouts, mending_texts, present, reading
from models.store.asking import as_method, piece_by_piece
from models.store.bodies import bodies
from models.store.dangling import dangling
from models.store.opening import connect
from models.store.original_files import altered_originals
from models.store.problems import explained
from models.store.replaying import Replay, Unexplained, unexplained
from models.store.snapshot import EVERYTHING, Snapshot
from models.store.view import StoreView
from models.store.write_guard import WriteGuard


class Questions:
    """The questions about a project, which are asked in the thread that uses the store. None of them writes.

    Each raises an OnrecordError if the file cannot be read.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, guard: WriteGuard, *, newer: bool) -> None:
        self.path, self.newer = path, newer
        self._connection, self._guard = connection, guard

    @contextmanager
    def _asking(self) -> Iterator[sqlite3.Connection]:
        with explained(self.path, newer=self.newer):
            yield self._connection

    articles = as_method(article_lines.articles)
    articles_of_content = as_method(reading.articles_of_content)
    article_records = as_method(article_reading.article_records)
    beginning = as_method(article_reading.beginning)
    spans_between = as_method(article_reading.spans_between)
    begin_reading = as_method(article_reading.begin_reading)
    read_on = as_method(article_reading.read_on)
    present = as_method(present.present)
    registry = as_method(reading.registry)
    codebook = as_method(reading.codebook)
    views = as_method(reading.views)
    exports = as_method(reading.exports)
    samples = as_method(reading.samples)
    site_lines = as_method(reading.site_lines)
    properties = as_method(reading.properties)
    own_words = as_method(reading.own_words)
    learned = as_method(reading.learned)
    layouts = as_method(layouts.layouts)
    article_count = as_method(reading.article_count)
    original = as_method(reading.original)
    claim_count = as_method(reading.claim_count)
    referring_to = as_method(reading.referring_to)
    naming_count = as_method(reading.naming_count)
    undoable = as_method(history.undoable)
    redoable = as_method(history.redoable)
    edit = as_method(history.read_edit)

    def problems(self) -> list[checking.Problem]:
        """Return everything that is wrong with the file itself; of a newer version, only damage that can be seen."""
        with self._asking() as connection:
            if self.newer:
                return checking.problems_of_newer(connection)
            return [*self._guard.problems(connection), *checking.problems(connection)]

    def problems_and_unexplained(self) -> tuple[list[checking.Problem], Iterator[Unexplained]]:
        """Return what `problems` and `unexplained` do, of a file of this version, whose history is read only once."""
        with self._asking() as connection:
            replay = Replay(connection)
            found = [*self._guard.problems(connection), *checking.problems(connection, replay)]
        return found, self._explaining(replay.unexplained())

    def _explaining(self, rows: Iterator[Unexplained]) -> Iterator[Unexplained]:
        with self._asking():
            yield from rows

    texts_to_mend = as_method(mending_texts.to_mend)
    mended_texts = as_method(mending_texts.mended)
    dangling = piece_by_piece(dangling)
    altered_originals = piece_by_piece(altered_originals)
    unexplained = piece_by_piece(unexplained)
    bodies = piece_by_piece(bodies)

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
        with explained(self.path, newer=self.newer), closing(connect(self.path, read_only=True)) as connection:
            yield Snapshot(connection, orders or {}, only, brief=brief, newer=self.newer)
