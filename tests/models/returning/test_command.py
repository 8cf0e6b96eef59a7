"""`onrecord import-table` prints what an edited table changes, and makes the changes if it is told to."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from models.cli import commands
from tests.example import Example
from tests.models.returning.edited import Edited


def run(*words: object) -> Result:
    """Run the command."""
    return CliRunner().invoke(commands, ["import-table", *map(str, words)])


@pytest.fixture
def edited(example: Example, tmp_path: Path) -> Path:
    """Return a file in which a summary and a position are changed."""
    table = Edited(example.store, tmp_path, "claims")
    table.row(example.cost.id).update(summary="Forty million", claim_start="3")
    return table.write()


def test_it_prints_the_changes_and_makes_none(example: Example, edited: Path) -> None:
    result = run(example.store.path, edited)
    assert result.exit_code == 1
    assert "summary: – → Forty million" in result.stdout
    assert "claim_start" in result.stderr
    assert example.records.claims[example.cost.id].summary is None


def test_it_makes_the_changes_as_one_edit(example: Example, edited: Path) -> None:
    example.store.close()
    result = run(example.store.path, edited, "--apply", "--coder", "ZZ")
    assert result.exit_code == 1, "the position was not taken"
    again = run(example.store.path, edited, "--apply", "--coder", "ZZ")
    assert "Forty million" not in again.stdout
    with example.store.open(example.store.path) as store:
        assert store.article_records(example.article.id).claims[example.cost.id].summary == "Forty million"
        line = store.undoable("ZZ")
        assert line is not None
        assert (line.label, line.changes) == ("Import edited tables", 1)


def test_an_unchanged_table_is_taken_whole(example: Example, tmp_path: Path) -> None:
    table = Edited(example.store, tmp_path, "statements")
    result = run(example.store.path, table.write())
    assert (result.exit_code, result.stdout) == (0, "")


def test_what_is_no_table_of_the_project_is_refused(example: Example, tmp_path: Path) -> None:
    (tmp_path / "other.csv").write_text("a,b\n1,2\n")
    result = run(example.store.path, tmp_path / "other.csv")
    assert result.exit_code == 1
    assert run(example.store.path, tmp_path / "none.csv").exit_code == 2
