"""What tests of every kind share: an example project, and the data beside the repository."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.example import Example, make_example

# A shared machine may be slow at any moment: how long one example takes says nothing.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")

SHARED = Path(__file__).parent.parent.parent / "shared"


@pytest.fixture
def example(tmp_path: Path) -> Iterator[Example]:
    """Yield the example project, open; its file is `study.onrecord` in the folder of the test."""
    made = make_example(tmp_path / "study.onrecord")
    yield made
    made.store.close()


@pytest.fixture
def shared() -> Path:
    """Return the folder of test data beside the repository."""
    if not SHARED.is_dir():
        pytest.skip("the folder ../shared is not beside this checkout")
    return SHARED
