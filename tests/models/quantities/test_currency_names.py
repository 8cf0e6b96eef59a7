"""A currency is known by its English name, which no list of our own holds."""

import pytest

from models.quantities.parsing import read_quantity


@pytest.mark.parametrize(
    ("words", "code"),
    [("200 Icelandic krónur", "ISK"), ("3,000 Bhutanese ngultrum", "BTN"), ("5 million Australian dollars", "AUD")],
)
def test_a_currency_is_read_by_its_full_name(words: str, code: str) -> None:
    quantity = read_quantity(words, "en")
    assert quantity and quantity.unit == code
