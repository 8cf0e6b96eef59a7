"""The lines of a view can be exported: those that its table shows, in their order."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from models.actions.views import make_view
from models.attributes.comparing import Operator
from models.cli import commands
from models.cli.exporting import run
from models.errors import OnrecordError
from models.exports.delivery import export
from models.exports.lines import Lines
from models.exports.options import Options
from models.lines.order import Condition, Order, Sort
from models.views.definition import Definition, write_view
from models.views.layout import Layout
from models.views.named_views import NamedViews
from tests.example import Example, signed
from tests.models.exports.reading import read_table

VALUED = Condition("value", Operator.FILLED)
ORDERS = {
    "text order": (Order(conditions=(VALUED,)), ["40000000", "12"]),
    "by value": (Order((Sort("value"),), (VALUED,)), ["12", "40000000"]),
    "by value, greatest first": (Order((Sort("value", descending=True),)), ["40000000", "12", None]),
    "by words": (Order(text="berths"), ["12"]),
    "none": (Order(text="nowhere"), []),
}


@pytest.mark.parametrize(("order", "values"), ORDERS.values(), ids=ORDERS)
def test_only_the_lines_of_an_order_are_written_and_the_other_tables_are_whole(
    example: Example, tmp_path: Path, order: Order, values: list[str | None]
) -> None:
    export(example.store, tmp_path / "whole")
    report = export(example.store, tmp_path / "viewed", options=Options(orders={Lines.STATEMENTS: order}))
    assert [row["value"] for row in read_table(tmp_path / "viewed", "statements")] == values
    assert {file.table: file.rows for file in report.files}["statements"] == len(values)
    whole = read_table(tmp_path / "whole", "statements")
    assert all(row in whole for row in read_table(tmp_path / "viewed", "statements"))
    for table in ("claims", "numbers", "speakers", "articles"):
        assert read_table(tmp_path / "viewed", table) == read_table(tmp_path / "whole", table)


def test_the_command_exports_a_view_by_its_name(example: Example, tmp_path: Path) -> None:
    definition = write_view(Definition(Layout(sorts=(Sort("value"),)), (VALUED,)))
    example.store.apply(signed(make_view(NamedViews(), "statements", "With values", definition)))
    example.store.close()
    asked = ["export", str(example.store.path), str(tmp_path / "out"), "--view"]
    result = CliRunner().invoke(commands, [*asked, "with values"], catch_exceptions=False)
    assert result.exit_code == 0, result.stderr
    assert [row["value"] for row in read_table(tmp_path / "out", "statements")] == ["12", "40000000"]
    with pytest.raises(OnrecordError, match="With values"):
        CliRunner().invoke(commands, [*asked, "Nothing"], catch_exceptions=False)


COLUMNS = {"numbers": "value", "speakers": "speaker_name", "articles": "title"}
"""The column of each table by which its lines are known here."""


def keep(example: Example, table: str, name: str, definition: Definition) -> None:
    """Keep a view."""
    example.store.apply(signed(make_view(example.store.views(), table, name, write_view(definition))))


@pytest.mark.parametrize(
    ("table", "definition", "values"),
    [
        ("numbers", Definition(Layout(sorts=(Sort("value"),)), (VALUED,)), ["12", "40000000"]),
        ("numbers", Definition(text="berths"), ["12"]),
        ("speakers", Definition(Layout(sorts=(Sort("name"),))), ["union", "Ida"]),
        ("speakers", Definition(conditions=(Condition("claims", Operator.AT_LEAST, ("1",)),)), ["Ida"]),
        ("speakers", Definition(text="nobody"), []),
        ("articles", Definition(Layout(sorts=(Sort("title"),)), text="ferry"), ["Ferry"]),
        ("articles", Definition(Layout(sorts=(Sort("title"),))), ["Ferry", "Harbour"]),
        ("articles", Definition(Layout(sorts=(Sort("length"),))), ["Ferry", "Harbour"]),
    ],
)
def test_a_view_of_any_table_restricts_and_sorts_its_table_alone(
    example: Example, tmp_path: Path, table: str, definition: Definition, values: list[str]
) -> None:
    keep(example, table, "Mine", definition)
    export(example.store, tmp_path / "whole")
    run(example.store.path, tmp_path / "viewed", {}, view="mine")
    found = [str(row[COLUMNS[table]]) for row in read_table(tmp_path / "viewed", table)]
    assert len(found) == len(values) and all(value in each for value, each in zip(values, found, strict=True)), found
    for other in {"statements", "claims", "numbers", "speakers", "articles"} - {table}:
        assert read_table(tmp_path / "viewed", other) == read_table(tmp_path / "whole", other)


def test_views_of_one_name_restrict_each_its_table(example: Example, tmp_path: Path) -> None:
    for table in ("statements", "numbers"):
        keep(example, table, "Berths", Definition(text="berths"))
    run(example.store.path, tmp_path, {}, view="Berths")
    for table in ("statements", "numbers"):
        assert [row["value"] for row in read_table(tmp_path, table)] == ["12"]


def test_a_view_of_the_remarks_is_refused_in_plain_words(example: Example, tmp_path: Path) -> None:
    keep(example, "remarks", "Open", Definition())
    with pytest.raises(OnrecordError, match="view of the remarks"):
        run(example.store.path, tmp_path / "out", {}, view="Open")
    assert not (tmp_path / "out").exists()
