"""The file is what the entities and the design say, documents itself, and refuses what makes no sense."""

import dataclasses
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from typing import get_args, get_type_hints

import pytest

from models.edits import Edit, made
from models.entities import ENTITIES, Article, Content, Record
from models.ids import new_id
from models.store.rows import TABLES
from models.store.structure import structure_of
from models.store.versions import VERSIONS, structure
from tests.example import AT, CODER, Example, signed, typed
from tests.snapshots import query

DESIGN = {
    *("article", "speaker", "alias", "claim", "number", "kept_span", "boilerplate", "origin", "edit"),
    *("variable", "choice", "answer", "anchor"),
    *("view", "layout", "export"),
    *("siteline", "sample", "drawn"),
    *("dismissed", "property", "word", "coverage"),
    *("history_article", "edit_in_article", "edit_of_kind"),
}
NO_EDIT = {"origin", "edit", "layout", "coverage", "history_article", "edit_in_article", "edit_of_kind"}
"""The tables that no edit writes rows of."""
KEPT = {"span": "kept_span"}
"""The tables by whose rows a view is made that is read and written like a table."""
BY_ROW = {"kept_span": {"claim", "number"}}
"""The columns that name a record by its row instead of its id."""
SQLITE_TYPES: dict[type, str] = {str: "TEXT", int: "INTEGER", bool: "INTEGER", float: "REAL", bytes: "BLOB"}


@pytest.fixture
def connection(example: Example) -> Iterator[sqlite3.Connection]:
    """Yield a connection past the store, with foreign keys, whose changes are dropped."""
    connection = sqlite3.connect(example.store.path)
    connection.execute("PRAGMA foreign_keys = ON")
    yield connection
    connection.rollback()
    connection.close()


def test_every_table_of_the_design_is_there_and_strict(example: Example) -> None:
    tables = {row[0]: row[1] for row in query(example.store.path, "SELECT name, strict FROM pragma_table_list")}
    assert {table: tables.get(table) for table in DESIGN} == dict.fromkeys(DESIGN, 1)
    assert tables["content"] == 1
    assert {KEPT.get(table, table) for table in TABLES.values()} == DESIGN - NO_EDIT


@pytest.mark.parametrize("entity", [*ENTITIES, Content])
def test_every_field_of_an_entity_is_a_column_and_the_other_way_round(example: Example, entity: type) -> None:
    names = "SELECT name FROM pragma_table_info(?)"
    shown = {name for (name,) in query(example.store.path, names, entity.__name__.lower()) if name != "row"}
    hints = get_type_hints(entity)
    assert shown == {field.name for field in dataclasses.fields(entity)}
    table = KEPT.get(entity.__name__.lower(), entity.__name__.lower())
    found = query(example.store.path, f"SELECT name, type, \"notnull\" FROM pragma_table_info('{table}')")
    columns = {str(name): (kind, bool(required)) for name, kind, required in found if name != "row"}
    for name, (kind, required) in columns.items():
        if name in BY_ROW.get(table, ()):
            assert kind == "INTEGER"
            continue
        kinds = [each for each in get_args(hints[name]) or (hints[name],) if each is not type(None)]
        assert kind == SQLITE_TYPES[next(base for base in kinds[0].__mro__ if base in SQLITE_TYPES)], name
        signature = name in ("coder", "made_at", "changed_at")  # absent only until the edit is signed
        assert required == (signature or type(None) not in get_args(hints[name])), name


@pytest.mark.parametrize("entity", ENTITIES)
def test_every_value_of_an_enumeration_is_allowed_and_no_other(
    example: Example, connection: sqlite3.Connection, entity: type[Record]
) -> None:
    table = KEPT.get(TABLES[entity], TABLES[entity])
    (sql,) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    for name, hint in get_type_hints(entity).items():
        for kind in get_args(hint) or (hint,):
            if isinstance(kind, type) and issubclass(kind, StrEnum):
                allowed = sql.split(f"CHECK ({name} IN", 1)[1].split("))", 1)[0]
                assert [part.strip(" ('\n)") for part in allowed.split(",")] == list(kind)


def test_the_file_documents_itself(example: Example) -> None:
    tables = query(example.store.path, "SELECT name, sql FROM sqlite_schema WHERE type = 'table'")
    found = {str(name): str(sql) for name, sql in tables}
    assert "-- in the coder's words" in found["claim"]
    assert "-- the order of a claim's parts" in found["kept_span"]
    for table in DESIGN | {"content"}:
        head, sentence, *_ = found[table].splitlines()
        assert head == f"CREATE TABLE {table} ("
        assert sentence.startswith("    -- "), f"the first line of {table} says what it holds"


def test_a_new_file_and_the_expected_schema_are_one(connection: sqlite3.Connection) -> None:
    assert structure_of(connection) == structure(VERSIONS, VERSIONS.newest)


@pytest.mark.parametrize("table", sorted(DESIGN | {"content"}))
def test_no_text_may_be_empty(connection: sqlite3.Connection, table: str) -> None:
    described = connection.execute(f"SELECT name, type FROM pragma_table_info('{table}')").fetchall()
    (sql,) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    free = {"made_at", "changed_at", "at", "began_at", "body"}  # written by the program alone
    for name, kind in described:
        if kind == "TEXT" and name not in free:
            definition = next(line for line in sql.splitlines() if re.search(rf"(^|,)\s*{name} ", line))
            assert "CHECK" in definition or "REFERENCES" in definition, f"{table}.{name}"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE claim SET note = ''",
        "UPDATE speaker SET name = ''",
        "UPDATE article SET title = NULL",
        "UPDATE number SET value = 'many'",
        "UPDATE number SET value = NULL, upper = 5",
        "UPDATE number SET value = NULL",
        "UPDATE number SET qualifier = NULL",
        "UPDATE number SET qualifier = 'roughly'",
        "UPDATE span SET start = 'here'",
        "UPDATE span SET start = -1",
        'UPDATE span SET "end" = start',
        "UPDATE span SET role = 'cue' WHERE number IS NOT NULL",
        "UPDATE span SET claim = NULL, number = NULL",
        "UPDATE claim SET mode = ''",
        "UPDATE claim SET id = 'short'",
        "UPDATE claim SET origin = 'guessed'",
        "UPDATE claim SET origin = 'accepted'",
        "UPDATE number SET rule = 'number'",
        "UPDATE claim SET speaker = '00000000-0000-0000-0000-000000000000'",
        "DELETE FROM speaker",
        "DELETE FROM article",
        "UPDATE content SET text = 'another'",
        "UPDATE edit SET label = 'another'",
        "DELETE FROM edit",
        "INSERT INTO alias SELECT row + 1, upper(id), coder, made_at, changed_at, speaker, name FROM alias",
    ],
)
def test_the_file_refuses_what_makes_no_sense(connection: sqlite3.Connection, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute(statement)


def test_ids_are_uuids_of_version_7_and_later_ones_sort_after_earlier_ones() -> None:
    ids = [new_id() for _ in range(10_000)]
    assert ids == sorted(ids)
    assert len(set(ids)) == len(ids)
    assert {(len(each), each[14]) for each in ids} == {(36, "7")}


def test_a_new_row_is_signed_and_a_changed_row_keeps_who_made_it_and_when(example: Example) -> None:
    later = "2026-04-01T00:00:00.000+00:00"
    claim = example.cost
    assert (claim.coder, claim.made_at, claim.changed_at) == (CODER, AT, AT)
    edit = typed(claim, "note", "ask again").stamped("CD", later)
    example.store.apply(edit)
    now = example.records.claims[claim.id]
    assert now == replace(claim, note="ask again", changed_at=later)
    example.store.apply(edit.inverse.stamped("CD", "2026-05-01T00:00:00.000+00:00"))
    assert example.records.claims[claim.id] == claim


def test_the_history_says_who_did_what_when(example: Example) -> None:
    article = Article(content=example.article.content, title="Again")
    edit = signed(Edit("Import 1 article", (made(article),)))
    example.store.apply(edit)
    example.store.apply(edit.inverse.stamped(CODER, AT))
    columns = "seq, kind, label, coder, at, undoes"
    query_ = f"SELECT {columns} FROM edit JOIN origin ON origin.row = origin ORDER BY edit.row DESC LIMIT 2"
    assert query(example.store.path, query_) == [
        (3, "undo", "Import 1 article", CODER, AT, 2),
        (2, "do", "Import 1 article", CODER, AT, None),
    ]
