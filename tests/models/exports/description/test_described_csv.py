"""The tables are exported with everything that describes them, and the same data give the same bytes."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from models.actions.properties import set_assistance
from models.actions.suggestions import record_suggestions
from models.cli import commands
from models.entities import Origin
from models.exports.csv_files import Csv
from models.exports.delivery import export
from models.exports.description.described_csv import DESCRIPTIONS, DescribedCsv
from models.exports.options import Options
from models.properties import Assistance
from tests.example import Example, typed
from tests.models.codebook.study import Study
from tests.models.exports.description.described import GERMAN, exported, study_of
from tests.models.suggestions.found_in_example import found_claim, found_number
from tests.session import Session


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


def test_all_descriptions_say_what_was_suggested_and_how_the_records_began(example: Example, tmp_path: Path) -> None:
    session = Session(example)
    session.do(record_suggestions(session.records, session.registry, [found_claim(), found_number("two winters")]))
    session.do(set_assistance(session.properties, {Assistance.CLAIMS, Assistance.PLACES}))
    (promise,) = (each for each in session.records.claims.values() if each.origin is Origin.ACCEPTED)
    session.do(typed(promise, "speaker", "Nils Aas", session.registry))
    export(session.store, tmp_path / "out", DescribedCsv())
    package = json.loads((tmp_path / "out" / "datapackage.json").read_text("utf-8"))["onrecord"]
    assert package["assistance"] == {"claims": "on", "numbers": "off", "places": "on"}
    assert package["origins"] == {
        "claims": {"by hand": 2, "accepted": 0, "changed": 1},
        "numbers": {"by hand": 2, "accepted": 1, "changed": 0},
    }
    assert package["rules"] == {"claims": {"verb before": 1}, "numbers": {"number": 1}}
    for name in ("README.txt", "codebook.md", "codebook.html"):
        said = (tmp_path / "out" / name).read_text("utf-8")
        assert "It suggests no numbers to them." in said
        assert "3 claims: 2 recorded by hand, 0 accepted as suggested, 1 accepted and changed." in said
