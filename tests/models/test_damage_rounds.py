"""A damaged file is opened or refused, not written to if it is not sound, and rescued; nothing is silent.

`python -m tests.damaging 500` does the same for 500 files of each way, in processes with limits.
"""

from pathlib import Path

import pytest

from tests.damaging.rounds import WRONG, batch
from tests.damaging.study import make_study
from tests.damaging.ways import WAYS
from tests.thorough import examples


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project of some articles, made once."""
    path = tmp_path_factory.mktemp("rounds") / "study.onrecord"
    make_study(path, articles=3, claims=4)
    return path


@pytest.mark.parametrize("way", [way.__name__ for way in WAYS])
def test_a_damaged_file_is_opened_or_refused_and_rescued_and_nothing_is_silent(study: Path, way: str) -> None:
    found = batch(way, range(examples(6)), study)
    assert found["files"] == examples(6)
    assert {what: found[what] for what in WRONG if found[what]} == {}
