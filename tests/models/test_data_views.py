"""The views of the file have the rows and columns of the exported tables, in any program that opens it."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from models.actions.claims import mark_claim
from models.exports.columns import Column
from models.exports.lines import Answered, pick
from models.exports.options import Options
from models.exports.source import Source
from models.store import Store
from tests.example import Example, place, signed
from tests.models.codebook.study import coded
from tests.snapshots import query

GUIDE = Path(__file__).parents[2] / "resources" / "guide" / "reading-the-file.md"

STUDY = Path(__file__).parent / "version_4" / "study.onrecord"

EXPORTED = ("articles", "speakers", "claims", "numbers", "statements")


def read(path: Path, view: str) -> tuple[list[str], list[dict[str, object]]]:
    """Return the columns and the rows of a view, as any program reads them."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        found = connection.execute(f"SELECT * FROM {view}")
        columns = [name for name, *_ in found.description]
        return columns, [dict(zip(columns, row, strict=True)) for row in found]


def exported(path: Path, name: str) -> tuple[list[str], list[dict[str, object]]]:
    """Return the columns of an exported table, without those of answers, and its cells."""
    with Store.open(path, read_only=True) as store, store.snapshot() as snapshot:
        source = Source(snapshot, Options(tables=(name,)))
        (table,) = source.tables
        columns: list[Column] = [each for each in table.columns if not isinstance(each.field, Answered)]
        cells = pick([each.field for each in columns])
        names = [each.name for each in columns]
        lines = [line for some in source.lines() for line in some.get(table.lines, ())]
        return names, [dict(zip(names, cells(line), strict=True)) for line in lines]


@pytest.mark.parametrize("name", EXPORTED)
def test_a_view_has_the_rows_of_the_exported_table(example: Example, name: str) -> None:
    coded(example)
    for part in ("nearly 300 metres", "added"):
        example.store.apply(signed(mark_claim(example.records, *place(part))))
    for path in (example.store.path, STUDY):
        columns, rows = read(path, name)
        expected_columns, expected = exported(path, name)
        shared = [each for each in expected_columns if each in columns]
        assert [each for each in columns if each != "text"] == shared
        kept = [{each: row[each] for each in shared} for row in rows]
        assert len(rows) == len(expected) > 0
        assert sorted(map(repr, kept)) == sorted(repr({each: row[each] for each in shared}) for row in expected)


def test_statements_are_in_text_order(example: Example) -> None:
    keys = ("claim_id", "number_id")
    (_, rows), (_, expected) = read(example.store.path, "statements"), exported(example.store.path, "statements")
    assert [[row[each] for each in keys] for row in rows] == [[row[each] for each in keys] for row in expected]


def test_the_view_of_the_answers_has_a_row_for_each_answer(example: Example) -> None:
    coded(example)
    columns, rows = read(example.store.path, "answers")
    (count,) = query(example.store.path, "SELECT count(*) FROM answer")
    assert (len(rows),) == count
    assert {"answer_id", "variable", "claim_id", "choice"} <= {*columns}
    assert all(row["variable"] and row["answer"] for row in rows)


def test_the_view_of_the_aliases_names_their_speakers(example: Example) -> None:
    _, rows = read(example.store.path, "aliases")
    registry = example.store.registry()
    expected = {(registry.speakers[each.speaker].name, each.name) for each in registry.aliases.values()}
    assert {(row["speaker_name"], row["alias"]) for row in rows} == expected


def test_the_guide_shows_queries_that_the_file_answers() -> None:
    page = GUIDE.read_text("utf-8")
    queries = [
        each for block in re.findall(r"```sql\n(.*?)```", page, re.DOTALL) for each in block.split(";") if each.strip()
    ]
    queries += re.findall(r'"\s*(SELECT[^"]*)"', page)
    assert len(queries) == 7
    for each in queries:
        assert query(STUDY, each), each


def test_the_file_explains_its_views(example: Example) -> None:
    found = query(example.store.path, "SELECT name, sql FROM sqlite_schema WHERE type = 'view'")
    assert {name for name, sql in found if "\n-- " in str(sql)} == {*EXPORTED, "aliases", "answers"}
