"""A project of version 3 is opened by every later version, with everything in it."""

from pathlib import Path

import pytest

from tests.models.kept_versions import kept, undone_and_done_again
from tests.models.version_3.make import LAYOUT, OUTSIDE_ID, VIEW
from tests.snapshots import query

VERSION = kept(3)

FLAGGED = ("article", "speaker", "claim", "number")


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Return the path of a copy of the file."""
    return VERSION.copy(tmp_path)


def test_a_project_of_version_3_is_opened_with_its_flags_views_and_layouts(study: Path) -> None:
    with VERSION.opened(study) as store:
        assert [(view.name, view.definition) for view in store.views().of("statements")] == [
            ("By topic", VIEW),
            ("Open places", VIEW),
        ]
        assert store.layouts() == {"statements": LAYOUT}
        speakers = store.registry().speakers.values()
        assert [(each.name, each.outside_id) for each in speakers if each.discuss] == [("Ida Brekke", OUTSIDE_ID)]
    for table in FLAGGED:
        assert query(study, f"SELECT sum(discuss), count(*) > 1 FROM {table}") == [(1, 1)]


def test_what_was_done_in_version_3_can_be_undone_and_done_again(study: Path) -> None:
    with VERSION.opened(study) as store:
        assert min(undone_and_done_again(store)) > 35
        assert {view.name for view in store.views().of("statements")} == {"By topic", "To discuss"}
        for table in FLAGGED:
            assert query(study, f"SELECT sum(discuss) FROM {table}") == [(1,)]


@pytest.mark.parametrize("version", [1, 2])
def test_a_project_of_an_earlier_version_gets_what_version_3_has(tmp_path: Path, version: int) -> None:
    path = kept(version).copy(tmp_path)
    with kept(version).opened(path) as store:
        assert (store.views().views, store.layouts()) == ({}, {})
    for table in FLAGGED:
        assert query(path, f"SELECT DISTINCT discuss FROM {table}") == [(0,)]
