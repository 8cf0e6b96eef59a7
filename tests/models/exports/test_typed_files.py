"""Parquet, SPSS and Stata have the values of the CSV tables, typed and labelled."""

from datetime import UTC, date, datetime
from math import isnan
from pathlib import Path
from typing import Any

import pandas as pd
import pyreadstat
import pytest
from pyarrow import parquet

from models.edits import Edit, changed
from models.exports.delivery import export
from models.exports.formats import format_named
from models.exports.options import Options
from models.exports.report import File, Report
from models.exports.typed_files import parquet_files
from models.exports.typed_files.packages import cut_at_bytes
from models.exports.typed_files.spss import SPSS
from models.exports.typed_files.stata import STATA
from models.exports.typed_files.typed_columns import Type, TypedColumn
from models.store import Store
from tests.example import Example, put, signed
from tests.models.codebook.nine_kinds import nine_kinds
from tests.models.codebook.study import Study
from tests.models.exports.reading import Row, read_table

ENDINGS = {"parquet": "parquet", "spss": "sav", "stata": "dta"}
each_form = pytest.mark.parametrize("form", ENDINGS)


@pytest.fixture
def study(example: Example) -> Study:
    """Return the example with answers of all kinds, and articles with a date and with a date and time."""
    study = nine_kinds(example)
    example.store.apply(signed(put(example.article, "published", "2015-01-23T10:30")))
    example.store.apply(signed(put(example.other, "published", "1850-01-23")))
    return study


def exported(study: Study, folder: Path, form: str) -> Report:
    """Export a project in a form."""
    return export(study.example.store, folder, format_named(form).make())


def read(folder: Path, form: str, table: str) -> list[dict[str, Any]]:
    """Return the rows of a table with the values of their types; None where there is none, and choices as labels."""
    path = folder / f"{table}.{ENDINGS[form]}"
    if form == "parquet":
        rows = parquet.read_table(path).to_pylist()
    elif form == "spss":
        rows = pyreadstat.read_sav(path, apply_value_formats=True)[0].to_dict("records")
    else:
        rows = pd.read_stata(path).to_dict("records")
    return [{name: _value(cell) for name, cell in row.items()} for row in rows]


def _value(cell: Any) -> Any:
    if cell is None or cell is pd.NaT or cell == "" or (isinstance(cell, float) and isnan(cell)):
        return None
    return cell.to_pydatetime() if isinstance(cell, pd.Timestamp) else cell


@each_form
@pytest.mark.parametrize("table", ["statements", "claims", "numbers", "speakers", "articles"])
def test_every_value_is_that_of_the_csv_table(study: Study, tmp_path: Path, form: str, table: str) -> None:
    export(study.example.store, tmp_path)
    exported(study, tmp_path, form)
    expected, found = read_table(tmp_path, table), read(tmp_path, form, table)
    assert len(found) == len(expected) > 1
    for row, typed in zip(expected, found, strict=True):
        assert typed.keys() == row.keys() | ({"published_time"} if "published" in row else set())
        assert {name: as_in_csv(typed, name, row) for name in row} == row


def as_in_csv(typed: dict[str, Any], name: str, row: Row) -> str | None:
    """Return a typed value as CSV has it."""
    match typed[name]:
        case datetime() as moment if (row[name] or "").endswith("+00:00"):
            return moment.replace(tzinfo=UTC).isoformat(timespec="milliseconds")
        case date() as day:
            time = typed.get(f"{name}_time")
            return f"{day:%Y-%m-%d}" + (f"T{time.removesuffix(':00')}" if time else "")
        case float() as number:
            return f"{number:g}" if abs(number) < 1e5 else f"{number:.0f}"
        case None:
            return None
        case other:
            return str(other)


@each_form
def test_an_answer_that_no_longer_fits_is_kept_as_text_and_remarked_on(study: Study, tmp_path: Path, form: str) -> None:
    study.do(Edit("kind", (changed(study.variable("term"), kind="whole_number"),)))
    report = exported(study, tmp_path, form)
    assert [row["term"] for row in read(tmp_path, form, "claims")] == [None, "sea wall"]
    assert any("In claims, the values of term are written as text" in each for each in report.remarks)
    assert [row["score"] for row in read(tmp_path, form, "claims")] == [12, 1200]


@each_form
def test_a_project_without_records_has_tables_without_rows(tmp_path: Path, form: str) -> None:
    with Store.create(tmp_path / "empty.onrecord") as store:
        report = export(store, tmp_path, format_named(form).make())
    assert {file.rows for file in report.files if file.table in ("statements", "claims", "speakers")} == {0}
    assert read(tmp_path, form, "statements") == []


@each_form
@pytest.mark.parametrize("kept", [slice(0, 600), slice(0, 0), slice(0, -200)])
def test_a_file_that_is_damaged_is_not_taken_for_whole(study: Study, tmp_path: Path, form: str, kept: slice) -> None:
    file = next(each for each in exported(study, tmp_path, form).files if each.table == "claims")
    file.path.write_bytes(file.path.read_bytes()[kept])
    try:
        rows = format_named(form).make().count(file)
    except ValueError:
        return
    assert rows != file.rows


def test_parquet_has_types_and_descriptions(study: Study, tmp_path: Path) -> None:
    exported(study, tmp_path, "parquet")
    schema = parquet.read_schema(tmp_path / "statements.parquet")
    types = {name: str(schema.field(name).type) for name in schema.names}
    assert types["claim_words"] == "string"
    assert types["claim_start"] == "int64"
    assert types["value"] == types["score"] == "double"
    assert types["published"] == types["due"] == "date32[day]"
    assert types["made_at"] == "timestamp[ms, tz=UTC]"
    assert types["topic"].startswith("dictionary<values=string")
    assert schema.field("topic").metadata[b"description"] == b"What the claim is about."
    assert b"one row for each number" in schema.metadata[b"description"]
    assert str(pd.read_parquet(tmp_path / "statements.parquet")["topic"].dtype) == "category"


def test_rows_are_written_to_parquet_group_by_group(
    study: Study, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exported(study, tmp_path / "one", "parquet")
    monkeypatch.setattr(parquet_files, "GROUP", 1)
    exported(study, tmp_path / "many", "parquet")
    assert parquet.ParquetFile(tmp_path / "one" / "numbers.parquet").num_row_groups == 1
    assert parquet.ParquetFile(tmp_path / "many" / "articles.parquet").num_row_groups > 1
    assert read(tmp_path / "one", "parquet", "articles") == read(tmp_path / "many", "parquet", "articles")


def test_spss_and_stata_have_labels_of_variables_and_values(study: Study, tmp_path: Path) -> None:
    for form, reader in (("spss", pyreadstat.read_sav), ("stata", pyreadstat.read_dta)):
        exported(study, tmp_path, form)
        rows, about = reader(tmp_path / f"claims.{ENDINGS[form]}")
        assert about.column_names_to_labels["topic"] == "What the claim is about."
        assert about.variable_value_labels["topic"] == {1: "Sea", 2: "Storm", 3: "Wall"}
        assert [*rows["topic"]] == [3, 2]
        assert {*about.variable_value_labels["mode"].values()} >= {"direct", "mixed"}
    assert len(SPSS.label("é" * 300).encode()) in (254, 255)
    assert len(STATA.label("é" * 300)) == 80


def score(study: Study) -> None:
    """Ask for a score whose codes are numbers, and answer it."""
    asked = study.ask("mark", "choice")
    for label, code in (("Bad", "-1"), ("Neither", "0"), ("Unknown", "99")):
        study.offer(asked, label, code=code)
    study.answer("mark", study.example.lost, "Unknown")
    study.answer("reason", study.example.lost, "on one line")  # SPSS cannot read cells with line breaks from CSV


@pytest.mark.parametrize("codes", [False, True])
def test_choices_have_the_numbers_of_their_codes_in_files_and_scripts(
    study: Study, tmp_path: Path, codes: bool
) -> None:
    score(study)
    labels = {-1: "Bad", 0: "Neither", 99: "Unknown"}
    for form, reader in (("spss", pyreadstat.read_sav), ("stata", pyreadstat.read_dta)):
        export(study.example.store, tmp_path, format_named(form).make(), Options(codes=codes))
        rows, about = reader(tmp_path / f"claims.{ENDINGS[form]}")
        assert about.variable_value_labels["mark"] == labels
        assert about.variable_value_labels["topic"] == {1: "Sea", 2: "Storm", 3: "Wall"}
        assert {*rows["mark"].dropna()} == {99}
    export(study.example.store, tmp_path, format_named("csv").make(), Options(codes=codes))
    in_spss = (tmp_path / "read_tables.sps").read_text("utf-8")
    in_stata = (tmp_path / "read_tables.do").read_text("utf-8")
    for number, label in labels.items():
        assert f'\n  {number} "{label}"\n' in in_spss
        assert f'label define mark {number} "{label}"' in in_stata
        assert f'"{number if codes else label}"={number})' in in_spss


def test_a_name_that_a_program_does_not_allow_gets_another_and_is_remarked_on(study: Study, tmp_path: Path) -> None:
    study.do(
        Edit("name", (changed(study.variable("term"), name="with"), changed(study.variable("reason"), name="long")))
    )
    report = exported(study, tmp_path, "stata")
    assert {"with_", "long_"} <= read(tmp_path, "stata", "claims")[0].keys()
    assert any("In claims" in each and "with_ (with)" in each and "Stata" in each for each in report.remarks)
    assert "long" in pyreadstat.read_sav(exported(study, tmp_path, "spss").files[0].path)[1].column_names


def test_names_that_are_cut_stay_different() -> None:
    wanted = [*("a" * 40 + ending for ending in "xyz"), "a" * 31 + "_", "in", "in_"]
    columns = [TypedColumn(name, Type.TEXT, "", 0, str) for name in wanted]
    found = STATA.names(columns)
    assert len({*found}) == len(wanted)
    assert all(len(name) <= 32 for name in found)
    assert found[3:] == ("a" * 31 + "_", "in_2", "in_")


@pytest.mark.parametrize("letter", ["a", "é", "🌊"])
def test_a_text_longer_than_spss_keeps_is_cut_between_characters_and_remarked_on(
    study: Study, tmp_path: Path, letter: str
) -> None:
    long = "x" + letter * 33_000
    study.do(Edit("note", (changed(study.example.mayor, note=long),)))
    report = exported(study, tmp_path, "spss")
    kept = read(tmp_path, "spss", "speakers")[0]["speaker_note"]
    assert kept == cut_at_bytes(32_767, long)
    assert kept.endswith("…") and long.startswith(kept[:-1]) and len(kept.encode()) > 32_760
    assert any("1 text is longer than a text of SPSS" in each for each in report.remarks)
    exported(study, tmp_path, "stata")
    assert read(tmp_path, "stata", "speakers")[0]["speaker_note"] == long


def test_what_is_no_file_of_the_form_is_refused(tmp_path: Path) -> None:
    for form, ending in ENDINGS.items():
        path = tmp_path / f"claims.{ending}"
        path.write_text("no table")
        with pytest.raises(ValueError):
            format_named(form).make().count(File(path, "claims", 1))
