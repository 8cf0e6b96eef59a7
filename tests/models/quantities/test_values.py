"""Values as a coder types and sees them, and as a file holds them."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from models.entities import Qualifier
from models.quantities.parsing import plain, read_value, show_value, write_value

FINITE = st.floats(allow_nan=False, allow_infinity=False)

TYPED: list[tuple[str, float, float | None, Qualifier, str | None]] = [
    ("2000", 2000, None, Qualifier.EXACT, None),
    (" 2,000 ", 2000, None, Qualifier.EXACT, None),
    ("~2000", 2000, None, Qualifier.ABOUT, None),
    ("≈ 2,000", 2000, None, Qualifier.ABOUT, None),
    ("almost 2000", 2000, None, Qualifier.ALMOST, None),
    (">1,000", 1000, None, Qualifier.MORE_THAN, None),
    ("≥ 1000", 1000, None, Qualifier.AT_LEAST, None),
    (">=1000", 1000, None, Qualifier.AT_LEAST, None),
    ("2000+", 2000, None, Qualifier.AT_LEAST, None),
    ("<5", 5, None, Qualifier.LESS_THAN, None),
    ("<= 5", 5, None, Qualifier.AT_MOST, None),
    ("up to 5", 5, None, Qualifier.AT_MOST, None),
    ("10-15", 10, 15, Qualifier.EXACT, None),
    ("~10-15", 10, 15, Qualifier.ABOUT, None),
    ("2.3m", 2300000, None, Qualifier.EXACT, None),
    ("2.3 m", 2300000, None, Qualifier.EXACT, None),
    ("2.3 million", 2300000, None, Qualifier.EXACT, None),
    ("3b", 3000000000, None, Qualifier.EXACT, None),
    ("$2.3bn", 2300000000, None, Qualifier.EXACT, "USD"),
    ("5 %", 5, None, Qualifier.EXACT, "%"),
    ("half", 0.5, None, Qualifier.EXACT, "share"),
    ("two dozen", 24, None, Qualifier.EXACT, None),
    ("thousands", 1000, None, Qualifier.AT_LEAST, None),
    ("-5", -5, None, Qualifier.EXACT, None),
]


@pytest.mark.parametrize(("typed", "value", "upper", "qualifier", "unit"), TYPED, ids=[typed[0] for typed in TYPED])
def test_what_is_typed_into_a_value_is_understood(
    typed: str, value: float, upper: float | None, qualifier: Qualifier, unit: str | None
) -> None:
    read = read_value(typed)
    assert read is not None
    assert (read.value, read.upper, read.qualifier, read.unit) == (value, upper, qualifier, unit)


@pytest.mark.parametrize(
    "typed", ["", "about", "x", "20o0", "10 tp 15", "2000 tents", "5 6", "15-10", "1,2,3", "1e999", "?5"]
)
def test_a_slip_in_a_value_is_refused_and_not_half_understood(typed: str) -> None:
    assert read_value(typed) is None


@pytest.mark.parametrize(
    ("value", "upper", "qualifier", "written"),
    [
        (2000, None, Qualifier.EXACT, "2,000"),
        (2000, None, Qualifier.ABOUT, "≈ 2,000"),
        (2000, None, Qualifier.ALMOST, "≈< 2,000"),
        (5, None, Qualifier.MORE_THAN, "> 5"),
        (1000, None, Qualifier.AT_LEAST, "≥ 1,000"),
        (5, None, Qualifier.LESS_THAN, "< 5"),
        (5, None, Qualifier.AT_MOST, "≤ 5"),
        (10, 15, Qualifier.EXACT, "10–15"),
        (-5, -3, Qualifier.EXACT, "−5 to −3"),
        (0.5, None, Qualifier.EXACT, "0.5"),
        (2.3e9, None, Qualifier.EXACT, "2,300,000,000"),
        (None, None, Qualifier.EXACT, ""),
    ],
)
def test_a_value_is_written_as_people_read_it(
    value: float | None, upper: float | None, qualifier: Qualifier, written: str
) -> None:
    assert write_value(value, upper, qualifier) == written


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (1 / 3, "⅓"),
        (-2 / 3, "−⅔"),
        (7 / 3, "2⅓"),
        (1 / 7, "0.14"),
        (1 / 30, "0.033"),
        (17 / 7, "2.43"),
        (2000, "2,000"),
        (1200.5, "1,200.5"),
        (0.125, "0.125"),
        (1.23e-9, "1.23e-09"),
    ],
)
def test_a_value_is_shown_with_no_more_decimals_than_are_read(value: float, shown: str) -> None:
    assert show_value(value) == shown


def test_a_fraction_below_zero_is_read() -> None:
    assert [read.value for read in map(read_value, ("−½", "-⅓", "-1/4")) if read] == [-0.5, -1 / 3, -0.25]


@given(FINITE, st.sampled_from(Qualifier))
def test_what_is_shown_is_close_to_the_value(value: float, qualifier: Qualifier) -> None:
    read = read_value(show_value(value, None, qualifier))
    assert read is not None and read.qualifier is qualifier
    assert read.value == pytest.approx(value, rel=0.06)


@given(FINITE, st.sampled_from(Qualifier))
def test_every_value_written_is_read_back(value: float, qualifier: Qualifier) -> None:
    read = read_value(write_value(value, None, qualifier))
    assert read is not None
    assert (read.value, read.upper, read.qualifier) == (value, None, qualifier)


@example(1.0, 5000.0, Qualifier.EXACT)
@given(FINITE, FINITE, st.sampled_from(Qualifier))
def test_every_range_written_is_read_back(one: float, other: float, qualifier: Qualifier) -> None:
    value, upper = sorted((one, other))
    read = read_value(write_value(value, upper, qualifier))
    assert read is not None
    assert (read.value, read.upper, read.qualifier) == (value, upper, qualifier)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (2000.0, "2000"),
        (0.5, "0.5"),
        (2.3e9, "2300000000"),
        (-12.25, "-12.25"),
        (0.0, "0"),
        (-0.0, "0"),
        (1e-6, "0.000001"),
    ],
)
def test_a_value_for_a_file_has_no_separators_and_no_needless_decimals(value: float, written: str) -> None:
    assert plain(value) == written


@given(FINITE)
def test_a_value_for_a_file_is_the_same_float_again(value: float) -> None:
    assert float(plain(value)) == value


@given(st.floats(min_value=1e-6, max_value=1e20))
def test_values_of_ordinary_size_are_written_without_exponent(value: float) -> None:
    assert "e" not in plain(value).lower()


@given(st.text())
def test_no_typing_makes_reading_a_value_fail(typed: str) -> None:
    read = read_value(typed)
    assert read is None or read.counted is None
