"""What it costs to add articles: the edit, its history and the lists that follow, beside the bare rows."""

import hashlib
import random
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import accumulate, product
from pathlib import Path
from uuid import uuid4

from models.actions.articles import import_articles
from models.articles.draft import Draft
from models.entities import Article, Boilerplate, Content, Original, Record
from models.store import Store
from models.store.rows import COLUMNS, TABLES, selected, to_row
from tests.benchmarks.measuring import Pair, timed
from tests.benchmarks.places import Places
from tests.benchmarks.writing import AT, CODER

SYLLABLES = ("ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "wu", "shore")
VOCABULARY = ["".join(each) for length in (1, 2, 3, 4) for each in product(SYLLABLES, repeat=length)][:40_000]
HOW_OFTEN = [*accumulate(1 / rank for rank in range(1, len(VOCABULARY) + 1))]
WORDS = 480


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
    """Return an article of 3,000 letters whose words are as rare as those of newspapers: most of an import is their
    index.
    """
    chosen = random.Random(number)
    words = chosen.choices(VOCABULARY, cum_weights=HOW_OFTEN, k=WORDS)
    text = f"Harbour wall, page {number}\n\n" + " ".join(words) + "\n"
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
    for record, made in rows.items():
        places = ", ".join(f":{column}" for column in COLUMNS[record])
        connection.executemany(f"INSERT INTO {TABLES[record]} ({selected(record)}) VALUES ({places})", made)
    connection.execute("COMMIT")
