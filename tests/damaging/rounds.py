"""Damage a project in one way after the other, in processes with limits, and count what becomes of it."""

import json
import random
import resource
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from models.actions.speakers import add_speaker
from models.checks import check
from models.damaged.free_list import free_pages
from models.entities import Content
from models.errors import NotAProject, OnrecordError
from models.rescue.rescuing import rescue
from models.store import Store
from models.store.edit_body import CHANGED_AT
from models.store.opening import connect
from models.store.rows import COLUMNS, TABLES
from models.store.soundness import in_use, sound
from tests.damaging.ways import WAYS
from tests.example import every_statement, signed
from tests.snapshots import faults_of, query

Rows = dict[str, frozenset[tuple[object, ...]]]

TEXTS = set[object]()
"""The hashes of the texts that were imported."""

BATCH = 25
"""Files that one process damages."""
MEMORY, SECONDS = 1_500_000_000, 300
"""Bytes and seconds of CPU that a process has for them."""


WRONG = ("died", "hung", "unsound and written", "altered without a word", "rescued unsound", "rescue unsaid")
"""What must never happen."""


def in_a_process(way: str, first: int, count: int, study: Path) -> dict[str, int]:
    """Do a batch in a process of its own; one that dies or takes too long is counted as that."""
    words = [
        sys.executable,
        "-m",
        "tests.damaging",
        f"{count}",
        "--way",
        way,
        "--first",
        f"{first}",
        "--study",
        f"{study}",
    ]
    ended = subprocess.run(words, capture_output=True, text=True, check=False, preexec_fn=_limit)
    if ended.returncode == 0:
        found: dict[str, int] = json.loads(ended.stdout)
        return found
    print(ended.stderr[-3000:], file=sys.stderr)
    return {"hung" if ended.returncode in {-24, -9} else "died": 1}


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 5))


def batch(name: str, seeds: range, study: Path) -> Counter[str]:
    """Damage a file in one way with some seeds, and count what becomes of it."""
    (way,) = (each for each in WAYS if each.__name__ == name)
    TEXTS.update(sha256 for (sha256,) in query(study, "SELECT sha256 FROM content"))
    whole, truth = study.read_bytes(), records_of(study)
    found = Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        for seed in seeds:
            path = Path(folder) / f"{seed}.onrecord"
            path.write_bytes(way(whole, random.Random(seed)))
            found.update(_one(path, truth))
            path.unlink()
    return found


def records_of(path: Path) -> Rows:
    """Return every record of a project, without the time of its last change, which is no part of what it says."""
    columns = {
        table: ", ".join(f'"{name}"' for name in COLUMNS[kind] if name != CHANGED_AT) for kind, table in TABLES.items()
    }
    return {table: frozenset(query(path, f"SELECT {each} FROM {table}")) for table, each in columns.items()}


def _one(path: Path, truth: Rows) -> Iterator[str]:
    yield "files"
    before = path.read_bytes()
    try:
        with Store.open(path) as store:
            yield "opened"
            yield from _read(store)
            yield from _written(store)
        refused = False
    except OnrecordError:
        refused = True
        yield "refused"
    if path.read_bytes() != before:
        path.write_bytes(before)
        with closing(connect(path, read_only=True)) as connection:
            if not sound(connection) or in_use(connection, free_pages(path)):
                yield "unsound and written"
    yield from _rescued(path, truth, refused=refused)
    if path.read_bytes() != before:
        yield "unsound and written"


def _read(store: Store) -> Iterator[str]:
    """Read everything, as the window would; a text that is not the one imported must be said to be altered."""
    for line in store.articles():
        records = store.article_records(line.id)
        if records.altered:
            yield "altered and said"
        elif Content.of(records.text).sha256 not in TEXTS:
            yield "altered without a word"
    every_statement(store)
    if any(finding.wrong for finding in check(store)):
        yield "wrong by the check"


def _written(store: Store) -> Iterator[str]:
    try:
        store.apply(signed(add_speaker(store.registry(), "Nils Aas")))
        yield "written"
    except OnrecordError:
        yield "write refused"


def _rescued(path: Path, truth: Rows, *, refused: bool) -> Iterator[str]:
    new = path.with_name("rescued.onrecord")
    records = sum(map(len, truth.values()))
    try:
        rescued = rescue(path, new)
    except NotAProject:
        yield "nothing to rescue"
        if refused:
            yield from ["records where refused"] * records
        return
    there = records_of(new)
    back = sum(len(truth[table] & there[table]) for table in truth)
    if refused:
        yield from ["records where refused"] * records
        yield from ["records back where refused"] * back
    yield "rescued whole" if back == records else "rescued in part"
    if there != truth and not rescued.lost and not rescued.wrong:
        yield "rescue unsaid"
    if rescued.wrong:
        yield "rescued, and the check says why"
    if faults_of(new):
        yield "rescued unsound"
    new.unlink()
