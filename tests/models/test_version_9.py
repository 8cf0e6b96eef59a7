"""A project of version 9 is opened by every later version, with everything in it."""

from contextlib import closing
from pathlib import Path

import pytest

from models.lines.order import Order, Sort
from models.records import ArticleRecords
from models.store import Store
from models.store.view import StoreView
from tests.models.kept_versions import kept, undone_and_done_again
from tests.models.version_9.make import ALONE, CUE, INSIDE, SAID, SOURCE, TITLES

VERSION = kept(9)


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Return the path of a copy of the file."""
    return VERSION.copy(tmp_path)


def test_a_project_of_version_9_is_opened_with_what_was_recorded_in_one_edit(study: Path) -> None:
    with VERSION.opened(study) as store:
        records = diary(store)
        claim = next(iter(records.claims.values()))
        inside = {records.words(each.id): each.claim for each in records.numbers.values()}
        assert inside == {INSIDE: claim.id, ALONE: None}
        spans = {records.text[each.start : each.end] for each in records.spans_of(claim.id)}
        assert spans == {SAID, CUE, SOURCE}


def diary(store: Store) -> ArticleRecords:
    """Return the first of the two articles that came back."""
    return store.article_records(next(line.id for line in store.articles() if line.title == TITLES[0]))


def test_what_was_done_in_version_9_can_be_undone_and_done_again(study: Path) -> None:
    with VERSION.opened(study) as store:
        assert min(undone_and_done_again(store)) > 55


def test_part_9_of_a_series_comes_before_part_10(study: Path) -> None:
    with VERSION.opened(study) as store, closing(StoreView(study)) as view:
        titles = {line.id: line.title for line in store.articles()}
        in_order = [titles[each] for each in view.listed_articles(Order((Sort("title"),)))]
    assert [each for each in in_order if each in TITLES] == [*reversed(TITLES)]
