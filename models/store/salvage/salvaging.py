"""Make a new project of a damaged one: rows page by page, then what the history knows, then what refers to nothing."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from models.damaged.cells import Row, Undecoded
from models.damaged.journal import belongs, journal_beside, read_journal
from models.damaged.pages import Pages, readable
from models.entities import Span
from models.errors import NotAProject
from models.store import derived
from models.store.history import end_origins
from models.store.opening import UNTOUCHED, connect, read_header
from models.store.rows import BY_TABLE, TABLES
from models.store.salvage.brought import Brought
from models.store.salvage.completing import Completing
from models.store.salvage.found_history import FOUND, arrange
from models.store.salvage.loose_ends import tie_up
from models.store.salvage.losses import Losses
from models.store.salvage.lost_texts import replace_lost_texts
from models.store.salvage.reading_rows import DamagedRows
from models.store.salvage.rescue_edit import write_rescue
from models.store.salvage.shapes import LASTING, Shape, shapes_of
from models.store.salvage.spans_apart import as_table, as_view, put_apart
from models.store.salvage.states import States
from models.store.salvage.texts import alike
from models.store.salvage.texts_alone import make_articles
from models.store.stopping import stopping
from models.store.unreadable import unreadable
from models.store.versions import VERSIONS, run, structure
from models.translation import _
from models.watching import UNWATCHED, Watch

KEPT_IN = {"span": "kept_span"}
"""The tables by whose rows a view is made, from version 7 on."""
UNREADABLE = "\N{REPLACEMENT CHARACTER}"
"""Stands for what is no character."""
READ = (*LASTING, *TABLES.values(), *KEPT_IN.values(), "layout")
"""The tables that are read; all others follow from them."""


def salvage(path: Path, part: Path, *, trust_history: bool, watch: Watch = UNWATCHED) -> Losses:
    """Write what can be read of a damaged project into a new file, and return what became of it.

    Where a record is not the same in its table and in the history, `trust_history` says which of the two is kept.

    Raises NotAProject or ProjectMissing if nothing of a project can be read, Interrupted if it was stopped, or an error
    of SQLite if the new file cannot be written.
    """
    read_header(path)
    with _pages(path) as pages:
        watch.begin(_("Reading the damaged project"))
        damaged = DamagedRows(pages, watch)
        version = _version(pages, damaged)
        with closing(sqlite3.connect(part, isolation_level=None)) as connection:
            VERSIONS.make(connection, version)
        with closing(connect(part)) as connection:
            for pragma in ("foreign_keys = OFF", "journal_mode = MEMORY", "synchronous = OFF"):
                connection.execute(f"PRAGMA {pragma}").fetchall()
            connection.execute("BEGIN")
            with stopping(connection, watch.stopped):
                losses = _Salvage(path, damaged, connection, trust_history, watch).run(version)
            connection.execute("COMMIT")
            connection.execute("PRAGMA journal_mode = DELETE").fetchall()
    return losses


@contextmanager
def _pages(path: Path) -> Iterator[Pages]:
    """Open a file with its pages as they were before an interrupted write. Raises Unreadable."""
    with _given(path):
        file, size = readable(path)
    with file:
        pages = Pages(file, size)
        beside = journal_beside(path)
        with _given(beside):
            journal = read_journal(beside) if beside.is_file() else None
        if journal and journal.page_size == pages.page_size and belongs(journal, pages.page(1)):
            pages = Pages(file, size, journal.pages)
        yield pages


@contextmanager
def _given(path: Path) -> Iterator[None]:
    """Say of a file that cannot be read that the disk does not give it. Raises Unreadable."""
    try:
        yield
    except OSError as error:
        raise unreadable(path, error.strerror or str(error), UNTOUCHED) from error


def _version(pages: Pages, damaged: DamagedRows) -> int:
    """Return the version of a damaged file: what it says, unless its tables are those of another version."""
    of_versions = {each: _tables(each) for each in range(1, VERSIONS.newest + 1)}
    there = damaged.roots.keys() & set().union(*of_versions.values())
    wrong = {each: len(there ^ tables) for each, tables in of_versions.items()}
    said = pages.field(60)
    if said in wrong and (not there or wrong[said] == min(wrong.values())):
        return said
    return min(wrong, key=lambda each: (wrong[each], -each)) if there else VERSIONS.newest


def _tables(version: int) -> set[str]:
    return {str(name) for kind, name, *_facts in structure(VERSIONS, version) if kind == "table"}


class _Salvage:
    """One salvage into a new file of the damaged one's version, which is upgraded on the way."""

    def __init__(
        self, path: Path, damaged: DamagedRows, connection: sqlite3.Connection, trust_history: bool, watch: Watch
    ) -> None:
        self._trust_history, self._watch = trust_history, watch
        self._path, self._damaged, self._connection = path, damaged, connection
        self._losses, self._brought = Losses(), Brought(connection)
        self._shapes: dict[str, Shape] = {}
        self._unnamed: set[str] = set()
        """The hashes of texts of which nobody knows whose they are."""

    def run(self, version: int) -> Losses:
        """Do every step, in the order in which one needs another."""
        self._shapes = shapes_of(self._connection, READ)
        states = self._read(self._shapes)
        alone = put_apart(self._connection, self._brought.inexact)
        self._losses.of(None).lost[Span] += sum(not states.knows(each) for each in alone)
        self._losses.told |= alone
        self._watch.begin(_("Comparing the records with the history"))
        run(self._connection, VERSIONS.after(version))
        as_table(self._connection)
        Completing(self._connection, states, self._losses, self._brought.altered, self._trust_history).run()
        self._bring_inexact()
        replace_lost_texts(self._connection, states, self._losses)
        if not states.complete:  # a whole history names every text, also of articles that were deleted
            make_articles(self._connection, self._unnamed, self._losses)
        tie_up(self._connection, states, self._losses)
        self._expect_something()
        self._count(states)
        self._describe(states)
        self._watch.begin(_("Writing the rescued project"))
        as_view(self._connection)
        write_rescue(self._connection, states)
        derived.rebuild(self._connection)
        end_origins(self._connection)
        return self._losses

    def _read(self, shapes: dict[str, Shape]) -> States:
        """Bring what can be read; return what the history says."""
        self._connection.execute(FOUND)
        for shape in shapes.values():
            for row in self._damaged.known(shape):
                self._brought.take(shape, row)
        for shape, row in self._damaged.elsewhere(shapes, LASTING, {}):
            self._brought.take(shape, row)
        self._brought.settle_texts()
        self._unnamed = self._brought.unnamed()
        self._watch.begin(_("Reading its history"))
        history = arrange(self._connection, self._brought.kept())
        self._losses.edits, self._losses.lost_edits = history.read, history.lost
        complete = not history.lost and not self._damaged.broken & {"edit", "origin"}
        states = States.read(self._connection, complete=complete)
        table_of = {record: self._kept_in(TABLES[kind]) for kind, record in states.of}
        for shape, row in self._damaged.elsewhere(shapes, shapes.keys() - {*LASTING}, table_of):
            if not states.knows(shape.id_of(row)):  # what it knows, it knows as it was last
                self._brought.take(shape, row)
        return states

    def _kept_in(self, table: str) -> str:
        """Return the table of the damaged file that has the rows of a table."""
        return KEPT_IN.get(table, table) if KEPT_IN.get(table) in self._shapes else table

    def _bring_inexact(self) -> None:
        """Bring the records in which a text is no UTF-8 and that the history does not know, and say so."""
        for shape, row in self._brought.inexact:
            values = tuple(each.replaced if isinstance(each, Undecoded) else each for each in row.values)
            readable = replace(row, values=values)
            if not self._is_there(shape, readable) and self._brought.write(shape, readable):
                self._losses.of(None).inexact[BY_TABLE[shape.table]] += 1

    def _is_there(self, shape: Shape, row: Row) -> bool:
        """Return whether a record is there already, whose id could not be read in this row of it."""
        id_ = shape.id_of(row)
        there = self._connection.execute(f"SELECT id FROM {shape.table}") if UNREADABLE in id_ else ()
        return any(alike(id_, each) for (each,) in there)

    def _expect_something(self) -> None:
        """Refuse a file of which nothing is left. Raises NotAProject."""
        ask = self._connection.execute
        if not any(ask(f"SELECT 1 FROM {table} LIMIT 1").fetchone() for table in ("article", "speaker", "variable")):
            words = _("No part of a project can be read in “{name}”.").format(name=self._path.name)
            raise NotAProject(words, UNTOUCHED, _("Restore a backup, if there is one."))

    def _count(self, states: States) -> None:
        """Count what there is, and the records that only an index has."""
        for kind, table in TABLES.items():
            there = {record for (record,) in self._connection.execute(f"SELECT id FROM {table}")}
            self._losses.held[kind] = len(there)
            if not states.complete:
                missing = self._damaged.ids(self._kept_in(table)) - there - self._losses.told
                self._losses.of(None).lost[kind] += sum(not states.knows(each) for each in missing)
                if self._kept_in(table) in self._damaged.broken & self._damaged.uncounted:
                    self._losses.uncounted.add(kind)

    def _describe(self, states: States) -> None:
        """Say what became of the texts, and give every article its title."""
        for article, title, content in self._connection.execute("SELECT id, title, content FROM article").fetchall():
            if content in self._brought.fates:
                self._losses.of(article).text = self._brought.fates[content]
            if article in self._losses.articles:
                self._losses.of(article).title = title
        for article, losses in self._losses.articles.items():
            if article and not losses.title:
                losses.gone = True
                losses.title = states.title_of(article)
