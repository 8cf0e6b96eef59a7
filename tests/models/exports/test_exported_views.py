"""The statements of a view can be exported: the lines that its table shows, in their order."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from models.actions.views import make_view
from models.attributes.comparing import Operator
from models.cli import commands
from models.errors import OnrecordError
from models.exports.delivery import export
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
    report = export(example.store, tmp_path / "viewed", order=order)
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
