"""The rows of a search of all articles stay right whichever articles are searched again."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from PySide6.QtTest import QAbstractItemModelTester

from gui.searching.hits_model import HitsTableModel, rows_of
from models.lines.found_place import FoundArticle, FoundPlace

places = st.lists(st.integers(0, 99), min_size=1, max_size=3).map(
    lambda starts: tuple(FoundPlace((start, start + 4), "", "tide", "") for start in starts)
)


def found(at: int, there: Sequence[FoundPlace]) -> FoundArticle:
    return FoundArticle(f"article {at}", f"Title {at}", None, None, tuple(there))


@given(st.lists(places, max_size=6), st.dictionaries(st.integers(0, 7), st.none() | places))
def test_articles_that_are_searched_again_keep_their_order_and_leave_when_nothing_is_found(
    before: list[tuple[FoundPlace, ...]], again: dict[int, tuple[FoundPlace, ...] | None]
) -> None:
    owner = QObject()
    model = HitsTableModel(owner)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.add([found(at, there) for at, there in enumerate(before)])
    model.replace({f"article {at}": found(at, there) if there else None for at, there in again.items()})
    now = [again.get(at, there) for at, there in enumerate(before)]
    right = [found(at, there) for at, there in enumerate(now) if there]
    assert model._rows == rows_of(right)
    assert model.articles == {each.article for each in right}


def test_a_view_is_told_once_of_all_articles_with_as_many_places_as_before() -> None:
    owner = QObject()
    model, told = HitsTableModel(owner), list[tuple[int, int]]()
    one, two = (FoundPlace((0, 4), "", "tide", ""),), (FoundPlace((9, 13), "", "tide", ""),)
    model.add([found(at, one) for at in range(100)])
    model.dataChanged.connect(lambda first, last, _roles: told.append((first.row(), last.row())))
    model.replace({f"article {at}": found(at, two) for at in range(10, 90)})
    assert told == [(20, 179)]
