"""A project is exported in forms that have a name; what was written is read back before it is published."""

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from models.cli import commands
from models.errors import NotExported, OnrecordError
from models.exports.csv_files import Csv
from models.exports.delivery import export, tables_in
from models.exports.formats import FORMATS, Format, format_named
from models.exports.options import Options
from models.exports.report import File
from models.exports.source import Source
from tests.example import Example
from tests.models.codebook.nine_kinds import nine_kinds


def test_each_form_is_found_by_its_name() -> None:
    assert [format_named(each.name) for each in FORMATS] == [*FORMATS]
    with pytest.raises(OnrecordError):
        format_named("clay tablets")


def test_a_form_that_there_is_not_is_refused_before_anything_is_written(example: Example, tmp_path: Path) -> None:
    example.store.close()
    given = ["export", str(example.store.path), str(tmp_path / "out"), "--format", "clay"]
    assert CliRunner().invoke(commands, given).exception
    assert not (tmp_path / "out").exists()


def test_only_the_tables_that_are_wanted_are_written(example: Example, tmp_path: Path) -> None:
    report = export(example.store, tmp_path / "out", options=Options(tables=("claims", "speakers")))
    assert [file.table for file in report.files] == ["claims", "speakers"]
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"claims.csv", "speakers.csv"}


@pytest.mark.parametrize("damage", ["\r\n", '"', "a,b\r\n"])
def test_a_table_that_is_not_read_back_as_it_was_written_is_not_published(
    example: Example, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    out = tmp_path / "out"
    export(example.store, out)
    before = {path: path.read_bytes() for path in out.iterdir()}
    count = Csv.count

    def damaged(target: Csv, file: File) -> int:
        with file.path.open("a", encoding="utf-8", newline="") as written:
            written.write(damage)
        return count(target, file)

    monkeypatch.setattr(Csv, "count", damaged)
    with pytest.raises(NotExported):
        export(example.store, out)
    assert {path: path.read_bytes() for path in out.iterdir()} == before


@pytest.mark.parametrize("form", FORMATS, ids=[each.name for each in FORMATS])
def test_every_form_writes_every_record(example: Example, tmp_path: Path, form: Format) -> None:
    nine_kinds(example)
    folder = tmp_path / "out"
    report = export(example.store, folder, form.make())
    with example.store.snapshot() as snapshot:
        counts = Source(snapshot, Options()).counts
    found = Counter[str]()
    for file in report.files:
        if file.table in counts:
            found[file.table] += file.rows
    assert found == Counter({table: counts[table] for table in found})
    names = {file.path.name for file in report.files}
    assert {path.name for path in folder.iterdir()} == names
    assert {path.name for path in tables_in(folder, form.make())} == names


@pytest.mark.parametrize("name", ["csv", "xlsx", "parquet"])
def test_the_same_records_give_the_same_bytes(example: Example, tmp_path: Path, name: str) -> None:
    for folder in ("one", "two"):
        export(example.store, tmp_path / folder, format_named(name).make())
    one, two = ({path.name: path.read_bytes() for path in (tmp_path / each).iterdir()} for each in ("one", "two"))
    assert one == two


def test_a_form_whose_library_is_not_installed_is_refused_with_what_to_do(example: Example, tmp_path: Path) -> None:
    form = Format("clay", "Clay tablets", "They last.", Csv, "pottery", ("sqlite3", "kiln_and_wheel"))
    assert form.missing == ("kiln_and_wheel",)
    with pytest.raises(OnrecordError) as refused:
        form.make()
    assert "Clay tablets" in refused.value.what
    assert "uv sync --extra pottery" in refused.value.do
    assert "pip install kiln_and_wheel" in refused.value.do


def test_the_libraries_of_a_form_are_those_of_its_extra() -> None:
    project = tomllib.loads((Path(__file__).parents[3] / "pyproject.toml").read_text("utf-8"))["project"]
    for form in FORMATS:
        named = {re.split("[<>=!~]", each)[0] for each in project["optional-dependencies"].get(form.extra, ())}
        assert named == {*form.libraries}, form.name
