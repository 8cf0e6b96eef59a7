"""A file in which single bits have flipped is opened or refused in words; the program neither ends nor hangs."""

import random
from contextlib import closing
from pathlib import Path

import pytest

from models.errors import OnrecordError
from models.store import Store
from tests.example import CODER, Example, every_statement
from tests.session import last_edit
from tests.thorough import examples

SEEDS = examples(60)

BODIES = (
    "[]",
    '{"changes":[]}',
    '{"format":0,"changes":[]}',
    '{"format":5,"changes":[]}',
    '{"format":1}',
    '{"format":1,"changes":[{"table":"nonsense","id":"a","after":{}}]}',
    '{"format":1,"changes":[{"table":"claim","id":"a","after":{"mood":1}}]}',
    '{"format":1,"changes":[{"table":"claim","id":"a"}]}',
    '{"format":2}',
    '{"format":2,"changes":[{"made":"nonsense","id":"a"}]}',
    '{"format":2,"changes":[{"made":"claim","id":"a","mood":1}]}',
    '{"format":2,"changes":[{"id":"a"}]}',
    '{"format":2,"changes":[{"made":"claim","id":"a","article":7}]}',
    '{"format":2,"changes":[{"changed":"claim","id":"a","note":"b"}]}',
    '{"format":2,"changes":[{"changed":"claim","id":"a","mode":["direct","sung"]}]}',
    '{"format":1,"changes":[{"table":"claim","id":"a","before":{"mode":"direct"},"after":{"mode":"sung"}}]}',
    '{"format":3,"changes":[{"+nonsense":"a"}]}',
    '{"format":3,"changes":[{"+claim":"a","-claim":"a"}]}',
    '{"format":3,"changes":[{"+claim":"a","mood":1}]}',
    '{"format":3,"changes":[{"+span":"a","number":7}]}',
    '{"format":3,"changes":[{"+span":"a","number":0}]}',
    '{"format":3,"changes":[{"~claim":"a","article":"b"}]}',
    '{"format":3,"changes":[{"~span":"a","start":1}]}',
    '{"format":3,"changes":["+claim"]}',
)
"""Bodies of edits that no program of this version writes."""


def read_everything(path: Path) -> None:
    """Ask a project everything that the window asks, and undo the newest edit."""
    with Store.open(path) as store:
        store.registry()
        with closing(store.view()) as view:
            view.claims_per_speaker()
        for line in store.articles():
            records = store.article_records(line.id)
            for record in (*records.claims, *records.numbers):
                records.words(record)
        every_statement(store)
        newest = store.undoable(CODER)
        store.redoable(CODER)
        if newest:
            store.apply(store.edit(newest).inverse.stamped(CODER, "2026-03-02T09:00:00.000+00:00"))


@pytest.fixture
def whole(example: Example) -> bytes:
    """Return the bytes of the example's file."""
    example.store.close()
    return example.store.path.read_bytes()


def test_flipped_bits_are_told_in_words(whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "flipped.onrecord"
    used = [at for at, byte in enumerate(whole) if byte]  # what is zero is mostly room for later
    told = 0
    for seed in range(SEEDS):
        chance = random.Random(seed)
        damaged = bytearray(whole)
        for at in chance.sample(used, k=chance.choice((1, 1, 8))):
            damaged[at] ^= 1 << chance.randrange(8)
        path.write_bytes(damaged)
        try:
            read_everything(path)
        except OnrecordError as problem:
            assert problem.what, seed
            told += 1
    assert told > SEEDS / 2


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE edit SET body = '[{]'",
        *(f"UPDATE edit SET body = '{body}'" for body in BODIES),
        "DELETE FROM content",
        "UPDATE article SET status = 'begun'",
        "UPDATE claim SET mode = 'sung'",
        "UPDATE claim SET note = CAST(x'ff' AS TEXT)",
        "UPDATE article SET title = CAST(x'ff' AS TEXT)",
    ],
)
def test_a_row_that_makes_no_sense_is_damage(example: Example, statement: str) -> None:
    connection = example.store._connection
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.execute("PRAGMA foreign_keys = OFF")
    for (trigger,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {trigger}")
    connection.execute(statement)
    with pytest.raises(OnrecordError, match=r"is damaged|is missing from the file"):
        for line in example.store.articles():
            example.store.article_records(line.id)
        last_edit(example.store)


@pytest.mark.parametrize(
    "statement",
    [
        *("DELETE FROM content", "UPDATE claim SET article = substr(article, 1, 35) || '='"),
        *("UPDATE claim SET mode = 'sung'", "UPDATE number SET qualifier = 'roughly'"),
        "UPDATE number SET note = CAST(x'ff' AS TEXT)",
    ],
)
def test_lines_of_the_project_that_make_no_sense_are_damage(example: Example, statement: str) -> None:
    connection = example.store._connection
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute(statement)
    with pytest.raises(OnrecordError, match="is damaged"):
        every_statement(example.store)
