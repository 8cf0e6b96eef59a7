"""What it costs to add articles: the edit, its history and the lists that follow, beside the bare rows."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from models.actions.articles import import_articles
from models.articles.draft import Draft
from models.entities import Article, Boilerplate, Content, Original, Record
from models.store import Store
from models.store.rows import COLUMNS, TABLES, selected, to_row
from tests.benchmarks.measuring import Pair, timed
from tests.benchmarks.places import Places
from tests.benchmarks.writing import AT, CODER, page


@contextmanager
def articles(places: Places) -> Iterator[Pair]:
    """Add the drafts of a folder in one edit, beside the same rows through one cursor in one transaction."""
    drafts = [_draft(number) for number in range(places.sizes.files)]
    edit = import_articles(drafts).stamped(CODER, AT)
    rows: dict[type[Record], list[dict[str, object]]] = {
        kind: [to_row(each) for each in edit.made(kind)] for kind in (Article, Boilerplate)
    }
    yield Pair(lambda: _ours(places.folder, drafts), lambda: _bare(places.folder, drafts, rows))


def _draft(number: int) -> Draft:
    text = page(number)
    return Draft(text, text.split("\n", 1)[0], "The Tide", boilerplate=((0, 12),), original=text.encode("utf-8"))


def _ours(folder: Path, drafts: list[Draft]) -> float:
    path = folder / f"{uuid4()}.onrecord"
    with Store.create(path) as store:
        took = timed(lambda: store.apply(import_articles(drafts).stamped(CODER, AT)))
    path.unlink()
    return took


def _bare(folder: Path, drafts: list[Draft], rows: dict[type[Record], list[dict[str, object]]]) -> float:
    path = folder / f"{uuid4()}.onrecord"
    with Store.create(path) as store:
        took = timed(lambda: _write(store, drafts, rows))
    path.unlink()
    return took


def _write(store: Store, drafts: list[Draft], rows: dict[type[Record], list[dict[str, object]]]) -> None:
    connection = store._connection
    texts = [(hashlib.sha256(each.text.encode()).hexdigest(), each.text) for each in drafts]
    files = [(hashlib.sha256(each.original or b"").hexdigest(), each.original) for each in drafts]
    connection.execute("BEGIN IMMEDIATE")
    for kind, found in ((Original, files), (Content, texts)):
        columns = "sha256, data" if kind is Original else "sha256, text"
        connection.executemany(f"INSERT INTO {kind.__name__.lower()} ({columns}) VALUES (?, ?)", found)
    connection.execute("INSERT INTO content_search (rowid, text) SELECT row, text FROM content")
    for record, made in rows.items():
        places = ", ".join(f":{column}" for column in COLUMNS[record])
        connection.executemany(f"INSERT INTO {TABLES[record]} ({selected(record)}) VALUES ({places})", made)
    connection.execute("COMMIT")
