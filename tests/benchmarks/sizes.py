"""`python -m tests.benchmarks.sizes`: what a claim with two numbers costs in a project file, in bytes.

The claims are recorded as a coder does it: the claim, its speaker with cue and source, and each number are an edit.
"""

import json
import sqlite3
import sys
import tempfile
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from models.actions.articles import import_articles
from models.actions.attributing import attribute_claim
from models.actions.claims import mark_claim
from models.actions.numbers import mark_number
from models.articles.draft import Draft
from models.attribution.attribution import Attribution
from models.edits import Edit
from models.entities import Claim
from models.records import ArticleRecords
from models.registry import Registry
from models.store import Store
from tests.benchmarks.writing import AT, CODER

SENTENCE = "Ida Brekke said that 214 berths and 31 permits were lost in the old harbour. "
SOURCE, CUE, CONTENT, NUMBERS = (0, 10), (11, 15), (21, 75), ((21, 31), (36, 46))

DERIVED = ("statement", "filter_text", "filter_index")
HISTORY = ("edit",)


def main(claims: int = 1000) -> None:
    """Print how many bytes a claim takes, and how many of them are history and tables derived from the records."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "study.onrecord"
        with Store.create(path) as store:
            store._connection.execute("PRAGMA synchronous = OFF")
            records, registry = _article(store, claims)
            empty = _size(path, folder)
            for number in range(claims):
                _record(store, records, registry, number * len(SENTENCE))
            whole = _size(path, folder)
        without_history = _size(path, folder, HISTORY)
        bare = _size(path, folder, (*HISTORY, *DERIVED))
    sizes = {
        "bytes": whole - empty,
        "history": whole - without_history,
        "derived": without_history - bare,
        "records": bare - empty,
    }
    print(json.dumps({"name": "sizes", "claims": claims} | {what: round(n / claims) for what, n in sizes.items()}))


def _article(store: Store, claims: int) -> tuple[ArticleRecords, Registry]:
    """Import an article with so many sentences, each of which reports a claim."""
    edit = import_articles([Draft(SENTENCE * claims, "Harbour wall")])
    _do(store, edit, ())
    return store.article_records(edit.changes[0].row.id), store.registry()


def _record(store: Store, records: ArticleRecords, registry: Registry, at: int) -> None:
    """Record the claim of the sentence at an offset."""
    memory = records, registry

    def moved(place: tuple[int, int]) -> tuple[int, int]:
        return at + place[0], at + place[1]

    claim = _do(store, mark_claim(records, *moved(CONTENT)), memory).changes[0].row
    assert isinstance(claim, Claim)
    found = Attribution(moved(CUE), (moved(SOURCE),), "Ida Brekke")
    _do(store, attribute_claim(records, registry, claim, "Ida Brekke", found), memory)
    for place in NUMBERS:
        _do(store, mark_number(records, *moved(place)), memory)


def _do(store: Store, edit: Edit, memory: Iterable[ArticleRecords | Registry]) -> Edit:
    edit = edit.stamped(CODER, AT)
    store.apply(edit)
    for each in memory:
        each.take(edit)
    return edit


def _size(path: Path, folder: str, without: tuple[str, ...] = ()) -> int:
    """Return the size of a compact copy of a project, without some tables' rows."""
    copy = Path(folder) / "copy.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        for table in without:
            for (trigger,) in connection.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?", (table,)
            ).fetchall():
                connection.execute(f"DROP TRIGGER {trigger}")
            connection.execute(f"DELETE FROM {table}" if table != "filter_index" else f"DROP TABLE {table}")
        connection.execute("VACUUM")
    size = copy.stat().st_size
    copy.unlink()
    return size


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
