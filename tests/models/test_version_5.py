"""A project of version 5 is opened by every later version, with everything in it."""

from pathlib import Path

import pytest

from models.entities import SampleMethod
from tests.models.kept_versions import kept, undone_and_done_again
from tests.models.version_5.make import LINE, PRINTED
from tests.snapshots import query

VERSION = kept(5)


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Return the path of a copy of the file."""
    return VERSION.copy(tmp_path)


def test_a_project_of_version_5_is_opened_with_its_samples_and_the_text_that_was_corrected(study: Path) -> None:
    with VERSION.opened(study) as store:
        samples = store.samples()
        pilot = samples.named("Pilot")
        assert pilot and (pilot.method, pilot.seed, pilot.population) == (SampleMethod.RANDOM, 7, 3)
        assert len(samples.drawn_in(pilot.id)) == 2
        assert samples.named("Main") and not samples.named("A draft")
        (first,) = (line.id for line in store.articles() if line.title.startswith("Harbour"))
        records = store.article_records(first)
        assert records.text.startswith("Corrected\n\n")
        assert records.article.published_words == PRINTED
    assert query(study, "SELECT site, line, is_boilerplate FROM siteline") == [("harbour.example", LINE, 1)]


def test_what_was_done_in_version_5_can_be_undone_and_done_again(study: Path) -> None:
    with VERSION.opened(study) as store:
        assert min(undone_and_done_again(store)) > 40
        assert store.samples().named("Pilot")


@pytest.mark.parametrize("version", [1, 2, 3, 4])
def test_a_project_of_an_earlier_version_gets_what_version_5_has_and_keeps_its_records(
    tmp_path: Path, version: int
) -> None:
    path = kept(version).copy(tmp_path)
    with kept(version).opened(path):
        pass
    for table in ("siteline", "sample", "drawn"):
        assert query(path, f"SELECT count(*) FROM {table}") == [(0,)]
