"""Titles are sorted with the figures in them by what they count."""

import pytest

from models.text.natural_order import naturally


@pytest.mark.parametrize(
    "in_order",
    [
        ["part 1", "part 2", "part 10", "part 10 of 12", "part 100"],
        ["1 boat", "9 boats", "10 boats", "boats"],
        ["section 1.9", "section 1.10", "section 2"],
        ["in 1999", "in 2001", "in 20010"],
        [f"{'9' * 98}", f"1{'0' * 98}"],
    ],
)
def test_a_figure_comes_before_a_greater_one(in_order: list[str]) -> None:
    assert sorted({*in_order}, key=naturally) == in_order


def test_zeros_before_a_figure_do_not_count() -> None:
    assert naturally("part 007") == naturally("part 7")
    assert sorted(["part 10", "part 09", "part 0"], key=naturally) == ["part 0", "part 09", "part 10"]


def test_a_text_without_figures_is_sorted_as_it_is() -> None:
    assert naturally("harbour wall") == "harbour wall"
