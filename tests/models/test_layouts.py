"""How the columns of a table were left is kept in the file, and is not part of the history."""

import pytest

from models.errors import ReadOnly
from models.lines.order import Sort
from models.store import Store
from models.views.definition import read_layout, write_layout
from models.views.layout import ColumnPlace, Layout, RowHeight
from tests.example import Example, signed, typed
from tests.snapshots import history_of, query

LAYOUT = Layout(
    (ColumnPlace("claim", 240), ColumnPlace("variable:Größe", hidden=True), ColumnPlace("value")),
    chosen=True,
    frozen=1,
    rows=RowHeight.THREE,
    sorts=(Sort("value", descending=True), Sort("place")),
)


@pytest.mark.parametrize("layout", [LAYOUT, Layout()])
def test_a_layout_is_read_as_it_was_written(layout: Layout) -> None:
    assert read_layout(write_layout(layout)) == layout


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "[]", "null", '{"format":1}', write_layout(LAYOUT).replace('"format":1', '"format":2')),
        write_layout(LAYOUT).replace('"three"', '"twelve"'),
        write_layout(LAYOUT).replace('"name":"claim"', '"name":7'),
        write_layout(LAYOUT).replace('"descending":true', '"descending":"no"'),
    ],
)
def test_what_is_no_layout_of_this_format_is_none(text: str) -> None:
    assert read_layout(text) is None


def test_layouts_are_kept_and_forgotten_without_an_edit(example: Example) -> None:
    history = history_of(example.store.path)
    example.store.keep_layouts({"statements": LAYOUT, "speakers": Layout()})
    example.store.keep_layouts({"statements": Layout(frozen=2), "speakers": None})
    example.store.close()
    with Store.open(example.store.path) as store:
        assert store.layouts() == {"statements": Layout(frozen=2)}
        assert not store.changed_elsewhere()
    assert history_of(example.store.path) == history


def test_keeping_a_layout_does_not_count_as_a_change_by_somebody_else(example: Example) -> None:
    with Store.open(example.store.path) as other:
        example.store.keep_layouts({"statements": LAYOUT})
        assert not example.store.changed_elsewhere()
        assert other.changed_elsewhere()
        assert other.layouts() == {"statements": LAYOUT}


def test_a_layout_that_cannot_be_read_is_left_out(example: Example) -> None:
    example.store.keep_layouts({"statements": LAYOUT, "numbers": LAYOUT})
    example.store._connection.execute("UPDATE layout SET definition = '{\"format\":9}' WHERE shows = 'numbers'")
    assert example.store.layouts() == {"statements": LAYOUT}


def test_a_project_that_can_only_be_read_keeps_no_layout(example: Example) -> None:
    with Store.open(example.store.path, read_only=True) as store, pytest.raises(ReadOnly):
        store.keep_layouts({"statements": LAYOUT})
    assert query(example.store.path, "SELECT * FROM layout") == []


def test_a_layout_kept_by_the_window_that_writes_is_no_change_for_one_that_reads(example: Example) -> None:
    with Store.open(example.store.path, read_only=True) as reading:
        assert not reading.changed_elsewhere()
        example.store.keep_layouts({"statements": LAYOUT})
        assert not reading.changed_elsewhere()
        example.store.apply(signed(typed(example.article, "title", "Wall")))
        example.store.keep_layouts({"statements": Layout(frozen=2)})
        assert reading.changed_elsewhere()
        assert not reading.changed_elsewhere()
