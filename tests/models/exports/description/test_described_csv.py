"""The tables are exported with everything that describes them, and the same data give the same bytes."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from models.cli import commands
from models.exports.csv_files import Csv
from models.exports.delivery import export
from models.exports.description.described_csv import DESCRIPTIONS
from models.exports.options import Options
from tests.example import Example
from tests.models.codebook.study import Study
from tests.models.exports.description.described import GERMAN, exported, study_of


@pytest.fixture
def study(example: Example) -> Study:
    return study_of(example)


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("options", [Options(), GERMAN], ids=["default", "other"])
def test_the_tables_are_those_of_the_export_without_a_description(
    study: Study, tmp_path: Path, options: Options
) -> None:
    exported(study, tmp_path / "described", options)
    export(study.example.store, tmp_path / "bare", Csv(), options)
    described, bare = files_in(tmp_path / "described"), files_in(tmp_path / "bare")
    assert described.keys() == {*bare, *DESCRIPTIONS}
    assert {name: described[name] for name in bare} == bare


def test_a_second_export_is_the_same_to_the_byte(study: Study, tmp_path: Path) -> None:
    exported(study, tmp_path / "first")
    exported(study, tmp_path / "second")
    assert files_in(tmp_path / "first") == files_in(tmp_path / "second")


def test_only_the_tables_that_are_wanted_are_described(study: Study, tmp_path: Path) -> None:
    exported(study, tmp_path, Options(tables=("speakers",)))
    for name in DESCRIPTIONS:
        described = (tmp_path / name).read_text("utf-8")
        assert "speakers.csv" in described
        assert "numbers.csv" not in described


def test_the_command_describes_what_it_exports(study: Study, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = CliRunner().invoke(commands, ["export", str(study.example.store.path), str(out), "--table", "claims"])
    assert result.exit_code == 0, result.output
    assert files_in(out).keys() == {"claims.csv", *DESCRIPTIONS}
    assert "README.txt" in result.output


def test_the_readme_names_each_file_and_says_how_to_cite(study: Study, tmp_path: Path) -> None:
    exported(study, tmp_path / "out")
    readme = (tmp_path / "out" / "README.txt").read_text("utf-8")
    assert [name for name in files_in(tmp_path / "out") if name != "README.txt" and name not in readme] == []
    assert "[Authors] (2026)." in readme
    assert "Coded with Onrecord" in readme


def test_a_text_of_any_length_is_exported_and_described(study: Study, tmp_path: Path) -> None:
    study.answer("reason", study.example.cost, "long " * 40_000)
    exported(study, tmp_path)
    assert "long long" in (tmp_path / "claims.csv").read_text("utf-8")
