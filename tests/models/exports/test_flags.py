"""What is to be discussed has a column in each exported table."""

from pathlib import Path

from models.attributes.built_in import attribute
from models.entities import Record
from models.exports.delivery import export
from tests.example import Example, signed
from tests.models.exports.reading import read_table


def test_a_flag_is_exported_as_yes_and_its_absence_as_nothing(example: Example, tmp_path: Path) -> None:
    flagged: list[Record] = [example.article, example.mayor, example.cost, example.berths]
    for record in flagged:
        edit = attribute(type(record), "discuss").change([record], True, example.registry)
        example.store.apply(signed(edit))
    export(example.store, tmp_path)
    for kind, record in zip(("article", "speaker", "claim", "number"), flagged, strict=True):
        rows = read_table(tmp_path, f"{kind}s")
        found = {row[f"{kind}_id"]: row[f"{kind}_to_discuss"] for row in rows}
        assert {key for key, value in found.items() if value == "yes"} == {record.id}
        assert {value for key, value in found.items() if key != record.id} == {None}
