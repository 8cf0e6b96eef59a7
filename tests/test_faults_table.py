"""The table of faults is true: every test that it names is there, and every fault has one or a reason."""

import re
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent
TABLE = HOUSE / "tests" / "faults.md"
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
REASON = "cannot be made"

Row = tuple[int, str, str]


def rows() -> list[Row]:
    """Return the number, the fault and the tests of each row."""
    lines = [line.strip("| ").split(" | ") for line in TABLE.read_text("utf-8").splitlines() if line[:3] != "| |"]
    return [(int(cells[0]), cells[1], cells[3]) for cells in lines if cells[0].isdigit()]


def test_the_rows_are_numbered_from_one() -> None:
    assert [number for number, _fault, _tests in rows()] == list(range(1, len(rows()) + 1))
    assert len(rows()) >= 50


@pytest.mark.parametrize("row", rows(), ids=lambda row: str(row[1]))
def test_every_fault_has_its_tests(row: Row) -> None:
    _number, _fault, tests = row
    named = NAMED.findall(tests)
    assert named or tests.startswith(REASON)
    missing = [f"{path}::{name}" for path, name in named if not _is_there(path, name)]
    assert missing == []


def _is_there(path: str, name: str) -> bool:
    file = HOUSE / path
    return file.exists() and re.search(rf"^def {name}\(", file.read_text("utf-8"), re.MULTILINE) is not None


def test_contributors_are_led_to_the_table() -> None:
    assert "tests/faults.md" in (HOUSE / "CONTRIBUTING.md").read_text("utf-8")
