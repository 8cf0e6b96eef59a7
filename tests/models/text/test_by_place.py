"""Rows are found by where they are, as if each of them was looked at."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from models.text.by_place import STRIDE, ByPlace

PLACES = st.tuples(st.integers(0, 3 * STRIDE), st.integers(1, 2 * STRIDE)).map(lambda each: (each[0], sum(each)))


@dataclass(frozen=True)
class Row:
    id: str
    start: int
    end: int


@given(st.lists(PLACES), st.sets(st.integers(0, 9)), PLACES)
def test_the_rows_are_those_that_share_a_character(
    places: list[tuple[int, int]], gone: set[int], asked: tuple[int, int]
) -> None:
    rows = [Row(str(number), *place) for number, place in enumerate(places)]
    by_place = ByPlace[Row]()
    for row in rows:
        by_place.put(row)
    for row in rows:
        if int(row.id) in gone:
            by_place.drop(row)
    expected = {row for row in rows if int(row.id) not in gone and row.start < asked[1] and asked[0] < row.end}
    found = by_place.between(*asked)
    assert set(found) == expected and len(found) == len(expected)
