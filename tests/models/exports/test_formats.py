"""A project is exported in forms that have a name; what was written is read back before it is published."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from models.cli import commands
from models.errors import NotExported, OnrecordError
from models.exports.csv_files import Csv
from models.exports.delivery import export
from models.exports.formats import FORMATS, format_named
from models.exports.options import Options
from models.exports.report import File
from tests.example import Example


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
