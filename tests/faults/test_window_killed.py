"""The program is killed while a coder works at its window; `python -m tests.faults kills 200` is the long run."""

import random
import sys

import pytest

from tests.example import Example
from tests.faults.after import edits_in, wrong_with
from tests.faults.journey import CODER
from tests.faults.killing import kill_many
from tests.thorough import examples

if sys.platform == "win32":
    pytest.skip("needs SIGKILL", allow_module_level=True)


def test_no_acknowledged_edit_is_lost_when_the_program_is_killed_amid_work() -> None:
    report = kill_many(examples(2), seed=random.Random().randrange(2**32))
    assert report.wrong == []
    assert report.faults == examples(2)


def test_an_edit_that_is_gone_and_records_that_were_changed_past_the_history_are_told(example: Example) -> None:
    path = example.store.path
    assert wrong_with(path, edits_in(path), CODER) == []
    assert wrong_with(path, ["none"], CODER) == ["the acknowledged edit none is gone"]
    example.store._connection.execute("UPDATE number SET value = 41 WHERE value = 40e6")
    assert wrong_with(path, [], CODER) != []
