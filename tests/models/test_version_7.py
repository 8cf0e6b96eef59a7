"""A project of version 7 is opened by every later version, with everything in it."""

from pathlib import Path

import pytest

from models.entities import Role
from tests.models.kept_versions import kept, undone_and_done_again
from tests.models.version_7.make import GONE, NUMBER, SAID
from tests.snapshots import query

VERSION = kept(7)


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Return the path of a copy of the file."""
    return VERSION.copy(tmp_path)


def test_a_project_of_version_7_is_opened_with_the_spans_of_its_records(study: Path) -> None:
    with VERSION.opened(study) as store:
        (article,) = (line.id for line in store.articles() if line.title.startswith("Harbour"))
        records = store.article_records(article)
        found = {records.words(claim.id): claim for claim in records.claims.values()}
        assert GONE in found
        assert found[SAID].speaker
        assert {span.role for span in records.spans_of(found[SAID].id)} == {Role.CONTENT, Role.CUE, Role.SOURCE}
        assert NUMBER in {records.words(number.id) for number in records.numbers.values()}
    shown = query(study, "SELECT count(*) FROM span WHERE article = ?", article)
    assert shown == [(len(records.spans),)]


def test_what_was_done_in_version_7_can_be_undone_and_done_again(study: Path) -> None:
    with VERSION.opened(study) as store:
        assert min(undone_and_done_again(store)) > 50
