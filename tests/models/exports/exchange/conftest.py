"""An empty project, which tests copy: to make one durably takes longer than a test."""

from pathlib import Path

import pytest

from models.store import Store


@pytest.fixture(scope="session")
def empty_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an empty project, closed."""
    path = tmp_path_factory.mktemp("empty") / "empty.onrecord"
    Store.create(path).close()
    return path
