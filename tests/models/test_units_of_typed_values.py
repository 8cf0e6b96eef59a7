"""The unit of a number after another value was typed into its cell."""

import pytest

from models.entities import Number
from models.quantities.parsing import read_value
from tests.example import put

CASES = [
    ("a rate goes where the value can be none", 50, "%", "2000", None),
    ("a share goes where the value is more than all", 0.2, "share", "over 10 million", None),
    ("a number of times goes with a count of thousands", 3, "times", "40,000", None),
    ("points go with a large value", 2, "pp", "2,000", None),
    ("a slip in a rate is mended without its sign", 50, "%", "52", "%"),
    ("a share stays one", 0.2, "share", "0.25", "share"),
    ("a rate above a hundred may become less", 250, "%", "240", "%"),
    ("a unit that was typed is taken", 50, "%", "2000 km", "km"),
    ("a currency that was typed is taken", 50, "%", "$5m", "USD"),
    ("half is a share where nothing was measured", 40, None, "half", "share"),
    ("half of what was measured stays measured", 1, "mi", "half", "mi"),
    ("a measure stays", 700, "km²", "2000", "km²"),
    ("money stays", 5, "EUR", "2.3m", "EUR"),
]


@pytest.mark.parametrize(("value", "unit", "typed", "after"), [case[1:] for case in CASES], ids=[c[0] for c in CASES])
def test_the_unit_goes_with_the_value_it_was_read_with(
    value: float, unit: str | None, typed: str, after: str | None
) -> None:
    number = Number(article="a", value=value, unit=unit)
    change = put(number, "value", read_value(typed)).changes[0]
    assert isinstance(change.after, Number) and change.after.unit == after
