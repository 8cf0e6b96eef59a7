"""The tables are described well enough for a codebook, and their rows keep to the description."""

import re
from datetime import datetime
from pathlib import Path
from uuid import UUID

import pytest

from models.actions.claims import mark_claim
from models.actions.codebook import pin_example
from models.attributes.cell_kinds import CellKind
from models.entities import Subject
from models.exports.columns import Column
from models.exports.delivery import export
from models.exports.options import Options
from models.exports.source import Source
from models.exports.table import Table
from models.exports.tables import tables
from tests.example import Example
from tests.models.codebook.nine_kinds import nine_kinds
from tests.models.codebook.study import coded
from tests.models.exports.reading import read_table
from tests.session import Session

TABLES = tables()
NAMED = {table.name: table for table in TABLES}
each_table = pytest.mark.parametrize("table", TABLES, ids=[*NAMED])


@each_table
def test_the_header_is_the_description(table: Table, example: Example, tmp_path: Path) -> None:
    export(example.store, tmp_path)
    header = (tmp_path / f"{table.name}.csv").read_text("utf-8-sig").splitlines()[0]
    assert header.split(",") == [column.name for column in table.columns]


@each_table
def test_names_are_snake_case_and_each_stands_once(table: Table) -> None:
    names = [column.name for column in table.columns]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch("[a-z][a-z0-9_]*", name) for name in names)
    assert set(table.key) <= set(names)


@each_table
def test_every_column_says_what_it_means(table: Table) -> None:
    for column in table.columns:
        assert column.description.endswith(".")
        assert bool(column.choices) == (column.kind is CellKind.CHOICE)
        assert (column.unit is not None) == (column.kind is CellKind.INTEGER)


@each_table
def test_who_recorded_a_row_and_when_is_said_with_what_was_recorded(table: Table) -> None:
    for column in table.columns:
        if column.name in ("coder", "made_at", "changed_at"):
            assert " it." not in column.description
            assert column.description not in ("When it was recorded.", "When it was last changed.")


def test_places_are_described_alike_in_all_tables() -> None:
    said = {
        column.description.replace(name.removesuffix(end), "…")
        for table in TABLES
        for column in table.columns
        for end in ("_start",)
        if (name := column.name).endswith(end)
    }
    assert len(said) == 1


@each_table
def test_what_refers_to_a_table_has_cells_of_the_kind_of_its_key(table: Table) -> None:
    for column in table.columns:
        if column.refers:
            (key,) = NAMED[column.refers].key
            (referred,) = (each for each in NAMED[column.refers].columns if each.name == key)
            assert column.kind is referred.kind


def test_each_key_is_unique_and_what_refers_to_it_finds_it(example: Example, tmp_path: Path) -> None:
    study = nine_kinds(example)
    study.ask("ally", "speaker", Subject.SPEAKER)
    study.answer("ally", example.union, example.mayor.name)
    study.do(pin_example(study.variable("topic"), study.choice("sea"), example.cost, "the wall", "The Tide"))
    session = Session(example)
    session.do(mark_claim(session.records, 0, 4))
    session.undo()
    export(example.store, tmp_path)
    rows = {table.name: read_table(tmp_path, table.name) for table in TABLES}
    assert all(rows.values())
    for table in TABLES:
        keys = [tuple(row[name] for name in table.key) for row in rows[table.name]]
        assert len(keys) == len(set(keys)), table.name
        for column in table.columns:
            if column.refers:
                (key,) = NAMED[column.refers].key
                found = {row[column.name] for row in rows[table.name]} - {None}
                assert found <= {row[key] for row in rows[column.refers]}, (table.name, column.name)


def test_a_name_means_the_same_in_every_table() -> None:
    described: dict[str, set[str]] = {}
    for table in TABLES:
        for column in table.columns:
            described.setdefault(column.name, set()).add(column.description)
    counts = {
        "claims",
        "numbers",
        "articles",
        "speakers",
        "answers",
        "active_minutes",
    }  # of an article, of a speaker, of a coder
    signature = {"coder", "made_at", "changed_at"}  # of what the row records
    assert {name for name, said in described.items() if len(said) > 1} <= counts | signature


@each_table
def test_cells_are_of_their_kind(table: Table, example: Example, tmp_path: Path) -> None:
    coded(example)
    with example.store.snapshot() as snapshot:
        (described,) = (each for each in Source(snapshot, Options()).tables if each.name == table.name)
    export(example.store, tmp_path)
    rows = read_table(tmp_path, table.name)
    assert rows
    for row in rows:
        for column in described.columns:
            cell = row[column.name]
            assert cell is None or _is_of_kind(cell, column), (column.name, cell)


def _is_of_kind(cell: str, column: Column) -> bool:
    match column.kind:
        case CellKind.ID:
            return str(UUID(cell)) == cell
        case CellKind.CHOICE:
            return cell in column.choices
        case CellKind.DATE | CellKind.TIME:
            return datetime.fromisoformat(cell).isoformat(timespec="milliseconds") == cell
        case other:
            return re.fullmatch(FORMS[other], cell) is not None


FORMS = {
    CellKind.INTEGER: r"\d+",
    CellKind.NUMBER: r"-?\d+(\.\d+)?",
    CellKind.RANGES: r"\d+-\d+(;\d+-\d+)*",
    CellKind.TEXT: "(?s:.+)",
    CellKind.LIST: "(?s:.+)",
}


@each_table
def test_what_a_record_always_has_is_there_where_the_record_is(table: Table, example: Example, tmp_path: Path) -> None:
    export(example.store, tmp_path)
    for row in read_table(tmp_path, table.name):
        assert any(row[name] for name in table.key)
        for record in {column.of for column in table.columns}:
            required = [row[each.name] for each in table.columns if each.required and each.of is record]
            assert all(required) or not any(required)
