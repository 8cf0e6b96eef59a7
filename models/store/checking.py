"""Check the file itself: its pages, references, spans, history and derived tables."""

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from operator import itemgetter

from models.store import derived, newer_files
from models.store.each_edit import ReadEdit, each_edit
from models.store.edit_body import read_body
from models.store.edit_subjects import FreshSubjects
from models.store.one_moment import one_moment
from models.store.problems import is_damage
from models.store.replaying import Replay
from models.store.rows import Malformed
from models.store.soundness import FREE
from models.translation import _, counted


class ProblemKind(Enum):
    """What a problem of the file concerns."""

    PAGES = auto()
    INDEXES = auto()
    REFERENCE = auto()
    TEXT = auto()
    """The text of an article is missing, which is also said of the article."""
    LEFT_OVER = auto()
    GAP = auto()
    UNREADABLE = auto()
    LOST = auto()
    SPANS = auto()
    LISTS = auto()


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem of the file, as a clause."""

    kind: ProblemKind
    clause: str


OF_INDEX = re.compile("row [0-9]+ missing from index|wrong # of entries in index")
"""What SQLite says of an index that does not match its table, and so can be made again."""

TWICE = "SELECT count(*) FROM (SELECT 1 FROM kept_span GROUP BY id HAVING count(*) > 1)"
"""How many ids several spans have: no index of their ids refuses it."""

KEPT_SPAN = "kept_span"
"""The table of spans, which are those of claims and numbers by their rows."""

TABLE_OF_TEXTS = "content"

GAPS = """SELECT origin, seq FROM (
              SELECT origin, seq, lag(seq, 1, 0) OVER (PARTITION BY origin ORDER BY seq) AS before FROM edit)
          WHERE seq <> before + 1"""
"""The edits before which one is missing."""

BROUGHT = {"contents": "content", "originals": "original"}
"""The lists of hashes in the body of an edit, each with the table whose rows they name."""


def problems(connection: sqlite3.Connection, replay: Replay | None = None) -> list[Problem]:
    """Return everything that is wrong with the file itself, as far as it can be read. A `replay` takes every edit."""
    found = list[Problem]()
    try:
        found.extend(_problems(connection, replay))  # keeps what came before an error
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        found.append(Problem(ProblemKind.PAGES, _("it cannot be read any further")))
    return found


def problems_of_newer(connection: sqlite3.Connection) -> list[Problem]:
    """Return what is wrong with the pages of a file of a newer version. What else has to hold in it is not known."""
    return [] if newer_files.sound(connection) else [Problem(ProblemKind.PAGES, _("it is damaged"))]


def _problems(connection: sqlite3.Connection, replay: Replay | None) -> Iterator[Problem]:
    of_pages = (*connection.execute("PRAGMA integrity_check(20)").fetchall(), *connection.execute(FREE).fetchall())
    for found in dict.fromkeys(found for (found,) in of_pages):
        if found != "ok":
            yield Problem(ProblemKind.INDEXES if OF_INDEX.match(found) else ProblemKind.PAGES, found)
    yield from _of_references(connection)
    yield from _of_spans(connection)
    subjects = FreshSubjects(connection)
    yield from _of_history(connection, subjects, replay)
    yield from _of_lists(connection, subjects)


def _of_references(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Yield a clause for each reference to nothing; the places of records that are gone are counted together."""
    found = connection.execute("PRAGMA foreign_key_check").fetchall()
    for table, row, parent, _key in found:
        if table != KEPT_SPAN:
            lost = _("row {row} of {table} refers to a row of {parent} that is missing")
            kind = ProblemKind.TEXT if parent == TABLE_OF_TEXTS else ProblemKind.REFERENCE
            yield Problem(kind, lost.format(row=row, table=table, parent=parent))
    if left := len({row for table, row, *_ in found if table == KEPT_SPAN}):
        clause = counted(
            "{count:,} place in a text belongs to no record", "{count:,} places in texts belong to no record", left
        )
        yield Problem(ProblemKind.LEFT_OVER, clause)


def _of_history(connection: sqlite3.Connection, subjects: FreshSubjects, replay: Replay | None) -> Iterator[Problem]:
    """Yield edits that cannot be read and so not undone, gaps (nothing is ever deleted), and texts that are lost.

    The history is read once, also for what follows from it.
    """
    gaps = {(origin, seq) for origin, seq in connection.execute(GAPS)}
    kept = {name: _names(connection, table) for name, table in BROUGHT.items()}
    found = list[tuple[int, int, Problem]]()
    with one_moment(connection):
        for edit in each_edit(connection):
            subjects.take(edit)
            if replay:
                replay.take(edit)
            found += ((edit.origin, edit.seq, problem) for problem in _of_edit(edit, gaps, kept))
    yield from (problem for _origin, _seq, problem in sorted(found, key=itemgetter(0, 1)))


def _of_edit(edit: ReadEdit, gaps: set[tuple[int, int]], kept: dict[str, set[str]]) -> Iterator[Problem]:
    named = _("edit {seq} by {coder}").format(seq=edit.seq, coder=edit.coder)
    if (edit.origin, edit.seq) in gaps:
        yield Problem(ProblemKind.GAP, _("the history has a gap before {named}").format(named=named))
    if edit.changes is None:
        yield Problem(ProblemKind.UNREADABLE, _("{named} cannot be read in the history").format(named=named))
        return
    brings = any(f'"{name}"' in edit.body for name in BROUGHT)  # few do, and reading each again takes long
    if brings and any(set(read_body(edit.body).get(name, ())) - there for name, there in kept.items()):
        missing = _("a text or file that belongs to {named} is missing").format(named=named)
        yield Problem(ProblemKind.LOST, missing)


def _names(connection: sqlite3.Connection, table: str) -> set[str]:
    return {sha256 for (sha256,) in connection.execute(f"SELECT sha256 FROM {table}")}


def _of_spans(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Yield a clause if several spans have one id, by which edits name them."""
    (twice,) = connection.execute(TWICE).fetchone()
    if twice:
        words = counted("{count:,} id belongs to several spans", "{count:,} ids belong to several spans", twice)
        yield Problem(ProblemKind.SPANS, words)


def _of_lists(connection: sqlite3.Connection, subjects: FreshSubjects) -> Iterator[Problem]:
    """Yield a clause if the derived tables, by which lists are sorted and filtered, do not match the records."""
    try:
        fits = subjects.are_kept() and derived.fits(connection)
    except Malformed:
        fits = False
    if not fits:
        yield Problem(ProblemKind.LISTS, _("the lists do not match the records, so a list may lack rows"))
