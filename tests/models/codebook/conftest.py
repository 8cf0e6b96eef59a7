"""The example with a codebook."""

import pytest

from models.codebook.codebook import Codebook
from tests.example import Example
from tests.models.codebook.study import Study


@pytest.fixture
def study(example: Example) -> Study:
    """Return the example, whose codebook is empty."""
    return Study(example, Codebook())
