"""Edits that must be refused."""

import pytest

from models.edits import Edit
from models.errors import OnrecordError
from tests.example import Example, signed
from tests.snapshots import faults_of, history_of, rows_of


def refuse_edit(example: Example, edit: Edit) -> OnrecordError:
    """Apply what must be refused and leave the file as it was; return what is said."""
    before = rows_of(example.store.path), history_of(example.store.path)
    with pytest.raises(OnrecordError) as refused:
        example.store.apply(signed(edit))
    assert (rows_of(example.store.path), history_of(example.store.path)) == before
    assert faults_of(example.store.path) == []
    return refused.value
