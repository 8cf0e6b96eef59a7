"""An export of some statements has only these, with what belongs to them, and everything in it fits together."""

from pathlib import Path

import pytest

from models.actions.articles import finish_articles
from models.actions.claims import mark_claim
from models.attributes.comparing import Operator
from models.entities import ENTITIES, OnDelete, Record
from models.exports.delivery import export
from models.exports.lines import Lines
from models.exports.options import Options
from models.exports.source import Source
from models.lines.order import Condition, Order, Sort
from models.references import REFERENCES
from models.store.rows import TABLES
from models.store.snapshot import Snapshot
from tests.example import AT, OTHER_TEXT, Example, listed, place, signed
from tests.models.codebook.study import coded
from tests.models.exports.reading import read_table

VALUED = Condition("value", Operator.FILLED)
ONLY = {
    "status": Order(conditions=(Condition("status", Operator.IS, ("done",)),)),
    "coder": Order(conditions=(Condition("coder", Operator.IS, ("CD",)),)),
    "not a coder": Order(conditions=(Condition("coder", Operator.IS_NOT, ("CD",)),)),
    "date": Order(conditions=(Condition("published", Operator.FILLED),)),
    "value": Order(conditions=(VALUED,)),
    "words": Order(text="berths"),
    "nothing": Order(text="nowhere"),
    "numbers": Order(numbers_only=True),
    "no speaker": Order(conditions=(Condition("speaker", Operator.EMPTY),)),
}


def prepared(example: Example) -> Example:
    """Return the example with answers, another coder, and an article that is done."""
    coded(example)
    other = example.store.article_records(example.other.id)
    example.store.apply(mark_claim(other, *place("The ferry will run again", OTHER_TEXT)).stamped("CD", AT))
    example.store.apply(signed(finish_articles(example.other)))
    return example


def rows(snapshot: Snapshot, kind: type[Record]) -> list[dict[str, object]]:
    """Return the rows of a table as a snapshot has them."""
    found = snapshot._connection.execute(f"SELECT * FROM {TABLES[kind]}")
    names = [name for name, *_ in found.description]
    return [dict(zip(names, row, strict=True)) for row in found]


@pytest.mark.parametrize("only", ONLY.values(), ids=ONLY)
def test_only_the_statements_that_are_asked_for_are_exported(example: Example, tmp_path: Path, only: Order) -> None:
    store = prepared(example).store
    expected = [(line.claim and line.claim.id, line.number and line.number.id) for line in listed(store, only)]
    export(store, tmp_path / "out", options=Options(only=only))
    written = read_table(tmp_path / "out", "statements")
    assert [(row["claim_id"], row["number_id"]) for row in written] == expected
    for table, at in (("claims", 0), ("numbers", 1)):
        ids = [row[f"{table[:-1]}_id"] for row in read_table(tmp_path / "out", table)]
        assert {*ids} == {line[at] for line in expected} - {None}
        assert len({*ids}) == len(ids)
    articles = {row["article_id"] for row in read_table(tmp_path / "out", "articles")}
    assert articles >= {row["article_id"] for row in written}
    speakers = {row["speaker_id"] for row in read_table(tmp_path / "out", "speakers")}
    assert speakers == {row["speaker_id"] for row in written} - {None}


@pytest.mark.parametrize("only", ONLY.values(), ids=ONLY)
def test_nothing_that_is_exported_refers_to_what_is_left_out(example: Example, only: Order) -> None:
    with prepared(example).store.snapshot(only=only) as snapshot:
        ids = {kind: {row["id"] for row in rows(snapshot, kind)} for kind in ENTITIES}
        for kind in ENTITIES:
            for name, refers in REFERENCES[kind].items():
                if refers.on_delete is not OnDelete.REFUSE:
                    assert {row[name] for row in rows(snapshot, kind)} - {None} <= ids[refers.to]  # type: ignore[index]


def test_articles_without_statements_are_kept_where_the_conditions_are_about_articles(
    example: Example, tmp_path: Path
) -> None:
    example.store.apply(signed(finish_articles(example.other)))
    export(example.store, tmp_path, options=Options(only=ONLY["status"]))
    assert [row["article_id"] for row in read_table(tmp_path, "articles")] == [example.other.id]
    assert read_table(tmp_path, "statements") == []
    export(example.store, tmp_path, options=Options(only=Order(conditions=(*ONLY["status"].conditions, VALUED))))
    assert read_table(tmp_path, "articles") == []


def test_a_variable_of_the_codebook_says_what_is_exported(example: Example, tmp_path: Path) -> None:
    codebook = coded(example).codebook
    (topic,) = (each for each in codebook.variables.values() if each.name == "topic")
    (wall,) = (each.id for each in codebook.choices.values() if each.label == "Wall")
    only = Order(conditions=(Condition(f"variable:{topic.id}", Operator.IS, (wall,)),))
    export(example.store, tmp_path, options=Options(only=only))
    assert {row["claim_id"] for row in read_table(tmp_path, "statements")} == {example.cost.id}


def test_a_view_of_a_table_and_conditions_go_together(example: Example, tmp_path: Path) -> None:
    orders = {Lines.STATEMENTS: Order((Sort("value"),))}
    export(prepared(example).store, tmp_path, options=Options(only=Order(conditions=(VALUED,)), orders=orders))
    assert [row["value"] for row in read_table(tmp_path, "statements")] == ["12", "40000000"]


def test_without_conditions_everything_is_kept(example: Example) -> None:
    with example.store.snapshot() as snapshot:
        source = Source(snapshot, Options())
        assert source.counts["articles"] == 2
        assert source.counts["speakers"] == len(example.registry.speakers)
