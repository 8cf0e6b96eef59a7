"""A project of version 8 is opened by every later version, with everything in it."""

from pathlib import Path

import pytest

from models.store import Store
from tests.models.kept_versions import kept, undone_and_done_again
from tests.models.version_8.make import MOVED, NUMBER, TEXT
from tests.snapshots import query

VERSION = kept(8)


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Return the path of a copy of the file."""
    return VERSION.copy(tmp_path)


def words_recorded(store: Store) -> set[str]:
    """Return the words of the claims and numbers in the article that came back."""
    (pier,) = (line.id for line in store.articles() if line.title == TEXT.partition("\n")[0])
    records = store.article_records(pier)
    return {records.words(record) for record in (*records.claims, *records.numbers)}


def test_a_project_of_version_8_is_opened_with_the_records_of_an_article_that_came_back(study: Path) -> None:
    with VERSION.opened(study) as store:
        assert words_recorded(store) == {MOVED, NUMBER}


def test_what_was_done_in_version_8_can_be_undone_and_done_again(study: Path) -> None:
    with VERSION.opened(study) as store:
        assert min(undone_and_done_again(store)) > 55


@pytest.mark.parametrize("version", [1, 2, 3, 4, 5, 6, 7])
def test_an_earlier_version_loses_its_needless_indexes_and_no_span(tmp_path: Path, version: int) -> None:
    path = kept(version).copy(tmp_path)
    every = 'SELECT id, article, role, claim, number, position, start, "end" FROM span ORDER BY id'
    before = query(path, every)
    with kept(version).opened(path):
        pass
    assert query(path, every) == before
    gone = "SELECT name FROM sqlite_schema WHERE name LIKE '%in_reverse' OR name LIKE 'content_search%'"
    assert query(path, gone) == []
