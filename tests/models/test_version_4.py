"""A project of version 4 is opened by every later version, with everything in it."""

from pathlib import Path

import pytest

from tests.models.kept_versions import kept, undone_and_done_again
from tests.models.version_4.make import FIRST, LATER
from tests.snapshots import query

VERSION = kept(4)

VIEWS = {"articles", "speakers", "aliases", "claims", "numbers", "statements", "answers"}


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Return the path of a copy of the file."""
    return VERSION.copy(tmp_path)


def test_a_project_of_version_4_is_opened_with_its_exports_and_views(study: Path) -> None:
    with VERSION.opened(study) as store:
        exports = [(each.name, each.definition) for each in store.exports().in_order()]
        assert exports == [("A draft", FIRST), ("For R", LATER), ("For the repository", FIRST)]
    assert {name for (name,) in query(study, "SELECT name FROM sqlite_schema WHERE type = 'view'")} >= VIEWS
    for view in VIEWS:
        assert query(study, f"SELECT count(*) FROM {view}") > [(0,)]


def test_what_was_done_in_version_4_can_be_undone_and_done_again(study: Path) -> None:
    with VERSION.opened(study) as store:
        assert min(undone_and_done_again(store)) > 40
        assert {each.name for each in store.exports().in_order()} == {"For R", "For the repository"}


@pytest.mark.parametrize("version", [1, 2, 3])
def test_a_project_of_an_earlier_version_gets_what_version_4_has_and_keeps_its_records(
    tmp_path: Path, version: int
) -> None:
    path = kept(version).copy(tmp_path)
    with kept(version).opened(path) as store:
        assert store.exports().in_order() == []
    for view in VIEWS - {"answers"}:
        assert query(path, f"SELECT count(*) FROM {view}") > [(0,)]
