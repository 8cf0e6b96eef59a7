"""The schema of the file, the entities, their references and the attributes say the same."""

import re
import sqlite3
from enum import StrEnum
from typing import get_args, get_type_hints

import pytest

from models.attributes.built_in import ATTRIBUTES
from models.attributes.kinds import Flag
from models.attributes.names import OtherNames
from models.edits import Edit, deleted
from models.entities import ENTITIES, Alias, Article, Claim, Number, OnDelete, Record, Span, Speaker
from models.references import REFERENCES, deletion, redirection
from models.store.derived import SORTED_BY
from models.store.rows import COLUMNS, TABLES
from tests.example import Example, signed

KEPT: dict[type[Record], str] = {Span: "kept_span"}
"""The table by whose rows a view is made."""

each_entity = pytest.mark.parametrize("entity", ENTITIES, ids=lambda entity: entity.__name__)


@pytest.fixture
def connection(example: Example) -> sqlite3.Connection:
    return sqlite3.connect(example.store.path)


def ddl(connection: sqlite3.Connection, entity: type[Record]) -> str:
    (sql,) = connection.execute(
        "SELECT sql FROM sqlite_master WHERE name = ?", (KEPT.get(entity, TABLES[entity]),)
    ).fetchone()
    return re.sub(r"--.*", "", sql)


@each_entity
def test_the_foreign_keys_of_the_file_are_the_references_of_the_entities(
    connection: sqlite3.Connection, entity: type[Record]
) -> None:
    keys = connection.execute(f"PRAGMA foreign_key_list({KEPT.get(entity, TABLES[entity])})").fetchall()
    in_file = {column: table for _, _, table, column, *_ in keys}
    if entity is Span:
        in_file["article"] = "article"  # that of its claim or number
    assert in_file == {name: refers.to.__name__.lower() for name, refers in REFERENCES[entity].items() if refers.to}


@each_entity
def test_an_entity_refers_only_to_classes_before_it_or_to_itself(entity: type[Record]) -> None:
    earlier = ENTITIES[: ENTITIES.index(entity) + 1]
    for refers in REFERENCES[entity].values():
        assert refers.to in earlier or refers.on_delete is OnDelete.REFUSE


@each_entity
def test_a_reference_that_is_cleared_can_be_absent(connection: sqlite3.Connection, entity: type[Record]) -> None:
    required = {
        name for _, name, _, notnull, *_ in connection.execute(f"PRAGMA table_info({TABLES[entity]})") if notnull
    }
    cleared = {name for name, refers in REFERENCES[entity].items() if refers.on_delete is OnDelete.CLEAR}
    assert not cleared & required


@each_entity
def test_the_choices_of_an_entity_are_those_that_the_file_checks(
    connection: sqlite3.Connection, entity: type[Record]
) -> None:
    for name, hint in get_type_hints(entity).items():
        for kind in get_args(hint) or (hint,):
            if isinstance(kind, type) and issubclass(kind, StrEnum):
                checked = re.search(rf"\b{name} IN\s*\(([^)]*)\)", ddl(connection, entity))
                assert checked, f"{entity.__name__}.{name} is not checked"
                assert re.findall(r"'([^']*)'", checked[1]) == list(kind)


def test_every_attribute_is_a_column_that_is_required_alike(connection: sqlite3.Connection) -> None:
    for each in ATTRIBUTES:
        if isinstance(each.kind, OtherNames):
            continue
        assert each.name in COLUMNS[each.of]
        columns = connection.execute(f"PRAGMA table_info({TABLES[each.of]})")
        (notnull,) = [notnull for _, name, _, notnull, *_ in columns if name == each.name]
        assert bool(notnull) is (each.required or isinstance(each.kind, Flag)), each


def test_a_text_that_can_be_typed_is_never_empty_in_the_file(connection: sqlite3.Connection) -> None:
    for each in ATTRIBUTES:
        column = re.search(rf"^\s+{each.name} TEXT.*", ddl(connection, each.of), re.MULTILINE)
        if column and not each.choices and each.name != "speaker":
            assert f"CHECK ({each.name} <> '')" in column[0], each


def test_everything_that_refers_to_a_record_goes_or_forgets_it(example: Example) -> None:
    rows = [*example.records.rows(), *example.registry.aliases.values()]
    edit = Edit("Delete", deletion([example.mayor], rows))
    assert {type(change.row) for change in edit.changes if change.after is None} == {Speaker, Alias}
    assert [change.after.speaker for change in edit.changes if isinstance(change.after, Claim)] == [None]
    example.store.apply(signed(edit))
    assert deletion([example.article], example.records.rows())[-1] == deleted(example.article)


def test_a_record_takes_the_place_of_another_wherever_it_is_referred_to(example: Example) -> None:
    rows = [*example.records.rows(), *example.registry.aliases.values()]
    changes = list(redirection([example.mayor], example.union, rows))
    assert {type(change.row) for change in changes} == {Claim, Alias}
    assert {getattr(change.after, "speaker", None) for change in changes} == {example.union.id}
    assert list(redirection([Article(content="", title="x")], example.other, rows)) == []


def test_lines_are_sorted_by_every_attribute_but_notes_with_an_index(connection: sqlite3.Connection) -> None:
    columns = [name for _, name, *_ in connection.execute("PRAGMA table_info(statement)")]
    assert columns[-len(SORTED_BY) :] == [*SORTED_BY]
    first = """SELECT first.name FROM pragma_index_list('statement') AS listed
               JOIN pragma_index_xinfo(listed.name) AS first WHERE first.seqno = 0"""
    assert {name for (name,) in connection.execute(first)} >= {*SORTED_BY}


def test_undoing_a_deletion_restores_the_records_of_a_class_in_their_order(example: Example) -> None:
    edit = Edit("Delete", deletion([example.article], example.records.rows()))
    restored = [change.row for change in edit.inverse.changes if isinstance(change.row, Number)]
    assert restored == [*example.records.numbers.values()]
    assert len(restored) > 1
