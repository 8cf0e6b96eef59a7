"""The views of the file have the rows and columns of the exported tables, in any program that opens it."""

import re
import shutil
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

EXPORTED = ("articles", "speakers", "aliases", "claims", "numbers", "statements", "answers")


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


def told(rows: list[dict[str, object]], columns: list[str]) -> list[list[str]]:
    """Return the cells of some columns as text, in an order."""
    return sorted(
        [str(row[each]) if isinstance(row[each], str) else repr(row[each]) for each in columns] for row in rows
    )


@pytest.mark.parametrize("name", EXPORTED)
def test_a_view_has_the_rows_of_the_exported_table(example: Example, tmp_path: Path, name: str) -> None:
    older = Path(shutil.copy(STUDY, tmp_path / "older.onrecord"))
    with Store.open(older, upgraded=lambda _upgraded: None):
        pass
    coded(example)
    for part in ("nearly 300 metres", "added"):
        example.store.apply(signed(mark_claim(example.records, *place(part))))
    for path in (example.store.path, older):
        columns, rows = read(path, name)
        expected_columns, expected = exported(path, name)
        shared = [each for each in expected_columns if each in columns]
        assert [each for each in columns if each != "text"] == shared
        assert len(rows) == len(expected) > 0
        assert told(rows, shared) == told(expected, shared)


def test_statements_are_in_text_order(example: Example) -> None:
    keys = ("claim_id", "number_id")
    (_, rows), (_, expected) = read(example.store.path, "statements"), exported(example.store.path, "statements")
    assert [[row[each] for each in keys] for row in rows] == [[row[each] for each in keys] for row in expected]


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
    assert {name for name, sql in found if "\n-- " in str(sql)} == {*EXPORTED, "span"}
