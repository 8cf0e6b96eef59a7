"""The data package is valid, says what is in the files, and notices when they are not what it says."""

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from models.actions.codebook import delete_variable
from models.edits import Edit, changed
from models.exports.options import Options
from tests.example import Example
from tests.models.codebook.study import Study
from tests.models.exports.description.described import GERMAN, NASTY, exported, study_of
from tests.snapshots import history_of

each_form = pytest.mark.parametrize("options", [Options(), GERMAN], ids=["default", "other"])


@pytest.fixture
def study(example: Example) -> Study:
    return study_of(example)


def package(folder: Path) -> Any:
    return json.loads((folder / "datapackage.json").read_text("utf-8"))


def field(folder: Path, table: str, name: str) -> dict[str, Any]:
    """Return the description of a column."""
    (resource,) = (each for each in package(folder)["resources"] if each["name"] == table)
    (found,) = (each for each in resource["schema"]["fields"] if each["name"] == name)
    return dict(found)


VALIDATE = """
import json, sys
from frictionless import validate
reports = {folder: validate(f"{folder}/datapackage.json") for folder in sys.argv[1:]}
print(json.dumps({folder: [report.valid, report.to_json()] for folder, report in reports.items()}))
"""


def validated(place: Path, *folders: str) -> dict[str, tuple[bool, str]]:
    """Return of each folder whether the validator of Frictionless finds it valid, and what it says."""
    command = [sys.executable, "-c", VALIDATE, *folders]
    said = subprocess.run(command, cwd=place, capture_output=True, text=True, check=True).stdout
    return {folder: (valid, words) for folder, (valid, words) in json.loads(said).items()}


@each_form
def test_it_is_valid_by_the_standard(study: Study, tmp_path: Path, shared: Path, options: Options) -> None:
    exported(study, tmp_path, options)
    standard = json.loads((shared / "data" / "standards" / "frictionless" / "2.0" / "datapackage.json").read_text())
    errors = [error.message for error in Draft7Validator(standard).iter_errors(package(tmp_path))]
    assert errors == []


@each_form
def test_the_files_are_valid_by_it(study: Study, tmp_path: Path, options: Options) -> None:
    exported(study, tmp_path, options)
    ((valid, said),) = validated(tmp_path, ".").values()
    assert valid, said


def test_files_that_were_changed_are_not(study: Study, tmp_path: Path) -> None:
    changes = {"claims": ("direct", "shouted"), "numbers": ("40000000", "4O million"), "speakers": ("Ida Brekke", "")}
    exported(study, tmp_path / "whole")
    for table, (old, new) in changes.items():
        shutil.copytree(tmp_path / "whole", tmp_path / table)
        path = tmp_path / table / f"{table}.csv"
        path.write_text(path.read_text("utf-8-sig").replace(old, new), "utf-8-sig")
    assert [table for table, (valid, _said) in validated(tmp_path, "whole", *changes).items() if valid] == ["whole"]


def test_it_counts_rows_and_bytes_and_has_the_sha256_of_each_file(study: Study, tmp_path: Path) -> None:
    report = exported(study, tmp_path)
    rows = {file.path.name: file.rows for file in report.files if file.table}
    assert [each["path"] for each in package(tmp_path)["resources"]] == [*rows]
    for resource in package(tmp_path)["resources"]:
        written = (tmp_path / resource["path"]).read_bytes()
        assert resource["rows"] == rows[resource["path"]]
        assert resource["bytes"] == len(written)
        assert resource["hash"] == f"sha256:{hashlib.sha256(written).hexdigest()}"


def test_choices_have_their_labels(study: Study, tmp_path: Path) -> None:
    exported(study, tmp_path, Options(codes=True))
    topic = field(tmp_path, "statements", "topic")
    assert (topic["title"], topic["description"]) == ("Topic", "What the claim is about.")
    assert topic["categories"] == [
        {"value": "sea", "label": "Sea"},
        {"value": "storm", "label": "Storm"},
        {"value": "wall", "label": "Wall"},
        {"value": "nasty", "label": NASTY},
    ]


def test_keys_refer_only_to_tables_in_the_folder(study: Study, tmp_path: Path) -> None:
    exported(study, tmp_path, Options(tables=("claims", "speakers")))
    claims, speakers = package(tmp_path)["resources"]
    assert [key["reference"]["resource"] for key in claims["schema"]["foreignKeys"]] == ["speakers"]
    assert "foreignKeys" not in speakers["schema"]
    assert claims["schema"]["primaryKey"] == ["claim_id"]


def test_a_key_with_parts_that_can_be_empty_is_unique_but_not_primary(study: Study, tmp_path: Path) -> None:
    exported(study, tmp_path)
    schema = package(tmp_path)["resources"][0]["schema"]
    assert schema["uniqueKeys"] == [["claim_id", "number_id"]]
    assert "primaryKey" not in schema


def test_a_column_with_answers_that_do_not_fit_is_text(study: Study, tmp_path: Path) -> None:
    exported(study, tmp_path / "before")
    study.do(Edit("kind", (changed(study.variable("term"), kind="whole_number"),)))
    exported(study, tmp_path / "after")
    assert field(tmp_path / "after", "claims", "score")["type"] == "number"
    assert field(tmp_path / "after", "claims", "term")["type"] == "string"
    assert validated(tmp_path, "after")["after"][0]


def test_it_says_which_state_of_the_project_it_shows(study: Study, tmp_path: Path) -> None:
    exported(study, tmp_path)
    found = package(tmp_path)
    assert found["title"] == study.example.store.path.stem
    assert [each["title"] for each in found["contributors"]] == ["AB"]
    assert found["created"].startswith("2026-03-01")
    assert found["onrecord"]["edits"] == len(history_of(study.example.store.path))
    assert found["onrecord"]["citation"] in (tmp_path / "README.txt").read_text("utf-8").splitlines()
    assert "1 claim has no speaker." in found["onrecord"]["remarks"]


def test_without_variables_and_edits_it_is_valid_too(study: Study, tmp_path: Path) -> None:
    study.do(delete_variable(study.codebook, study.variable("sure"), study.example.records.answers))
    exported(study, tmp_path)
    assert validated(tmp_path, ".")["."][0]
