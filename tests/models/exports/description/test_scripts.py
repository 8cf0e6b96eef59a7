"""Scripts read the tables in R, Python, Stata and SPSS with their types and labels."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from models.edits import Edit, changed
from models.exports.delivery import export
from models.exports.description.described_csv import DescribedCsv
from models.exports.description.scripts.fitting import fitting_names, shortened, shortened_bytes
from models.exports.options import Options
from models.store import Store
from tests.example import Example, signed, typed
from tests.models.codebook.study import Study
from tests.models.exports.description.described import GERMAN, NASTY, exported, study_of

each_form = pytest.mark.parametrize("options", [Options(), GERMAN], ids=["default", "other"])
WITH_R = pytest.mark.skipif(shutil.which("Rscript") is None, reason="needs R")
WITH_PSPP = pytest.mark.skipif(shutil.which("pspp") is None, reason="needs PSPP")


@pytest.fixture
def study(example: Example) -> Study:
    study = study_of(example)
    for record in (example.cost, example.millions):
        example.store.apply(signed(typed(record, "note", NASTY)))
    return study


def run(folder: Path, *command: str, **environment: str) -> str:
    """Run a command in a folder; it must succeed and complain about nothing."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=environment or None)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
    return done.stdout


def declared(folder: Path) -> dict[str, dict[str, str]]:
    """Return the type of each column of each table that the data package declares; "choice" if it has categories."""
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    return {
        table["name"]: {
            field["name"]: "choice" if "categories" in field else field["type"] for field in table["schema"]["fields"]
        }
        for table in package["resources"]
    }


IN_PANDAS = """
import json, read_tables
tables = {name: table for name, table in vars(read_tables).items() if hasattr(table, "dtypes")}
types = {name: {column: str(kind) for column, kind in table.dtypes.items()} for name, table in tables.items()}
rows = {name: len(table) for name, table in tables.items()}
statements = tables["statements"].sort_values("claim_start")
cells = {name: [None if gone else str(cell) for cell, gone in zip(statements[name], statements[name].isna())]
         for name in ("topic", "claim_note", "value", "weight", "due", "made_at")}
print(json.dumps([types, rows, cells, statements.attrs["labels"]["topic"]], default=str))
"""


@each_form
def test_pandas_reads_every_column_with_its_type(study: Study, tmp_path: Path, options: Options) -> None:
    report = exported(study, tmp_path, options)
    types, rows, cells, label = json.loads(run(tmp_path, sys.executable, "-W", "error", "-c", IN_PANDAS))
    kinds = {"string": "str", "integer": "Int64", "number": "Float64", "choice": "category"}
    for table, columns in declared(tmp_path).items():
        for name, kind in columns.items():
            assert types[table][name].startswith(kinds.get(kind, "datetime64")), (table, name, types[table][name])
    assert rows == {file.table: file.rows for file in report.files if file.table}
    assert label == "Topic"
    expect_cells(cells)


def expect_cells(cells: dict[str, list[str | None]]) -> None:
    """Assert what the cells of the statements are, in text order, the number without a claim last."""
    assert cells["topic"] == [NASTY, "Storm", None]
    assert cells["claim_note"] == [NASTY, None, None]
    assert [each and float(each) for each in cells["value"]] == [4e7, None, 12]
    assert [each and float(each) for each in cells["weight"]] == [None, 0.5, None]
    assert [each and each[:10] for each in cells["due"]] == [None, "2015-01-23", None]
    assert all(each and each.startswith("2026-03-01 09:00:00") for each in cells["made_at"])


IN_R = r"""
source("read_tables.R", chdir = TRUE)
for (table in ls()) for (name in names(get(table))) {
  cat("column", table, name, class(get(table)[[name]])[1], sep = "\t"); cat("\n")
}
cat("label", attr(statements$topic, "label"), sep = "\t"); cat("\n")
statements <- statements[order(statements$claim_start), ]
for (name in c("topic", "claim_note", "value", "weight", "due", "made_at")) {
  cells <- statements[[name]]
  if (inherits(cells, "POSIXct")) cells <- format(cells, "%Y-%m-%d %H:%M:%S")
  for (cell in as.character(cells)) {
    cat("cell", name, paste(utf8ToInt(enc2utf8(cell)), collapse = ","), sep = "\t", "\n")
  }
}
"""


@WITH_R
@each_form
@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
def test_r_reads_every_column_with_its_type(study: Study, tmp_path: Path, options: Options, locale: str) -> None:
    exported(study, tmp_path, options)
    written = run(tmp_path, "Rscript", "-e", IN_R, PATH="/usr/bin:/bin", LC_ALL=locale)
    said = [line.split("\t") for line in written.splitlines()]
    kinds = {"string": "character", "choice": "factor", "date": "Date", "datetime": "POSIXct"}
    for table, columns in declared(tmp_path).items():
        for name, kind in columns.items():
            assert ["column", table, name, kinds.get(kind, "numeric")] in said
    cells: dict[str, list[str | None]] = {}
    for _cell, name, code_points, *_ in (line for line in said if line[0] == "cell"):
        cells.setdefault(name, []).append(_text(code_points))
    expect_cells(cells)
    assert ["label", "Topic"] in said


def _text(code_points: str) -> str | None:
    return None if code_points == "NA" else "".join(chr(int(each)) for each in code_points.split(","))


IN_SPSS = """
INSERT FILE='read_tables.sps'.
SORT CASES BY claim_start.
SAVE TRANSLATE /OUTFILE='cells.csv' /TYPE=CSV /FIELDNAMES /CELLS=LABELS
  /KEEP=topic claim_note value weight due.
"""


@WITH_PSPP
@each_form
def test_pspp_reads_the_statements_with_types_and_labels(study: Study, tmp_path: Path, options: Options) -> None:
    study.answer("reason", study.example.lost, "on one line")
    exported(study, tmp_path, options)
    (tmp_path / "run.sps").write_text(IN_SPSS, "utf-8")
    run(tmp_path, "pspp", "-o", "said.txt", "run.sps", LC_ALL="C.UTF-8", PATH="/usr/bin:/bin")
    written = (tmp_path / "cells.csv").read_text("utf-8").replace("\r", "")
    assert NASTY.replace('"', '""') in written
    assert "Storm" in written
    assert "40000000" in written
    assert "01/23/2015" in written


def test_spss_does_not_read_a_table_that_it_would_read_wrongly(study: Study, tmp_path: Path) -> None:
    exported(study, tmp_path)
    script = (tmp_path / "read_tables.sps").read_text("utf-8")
    assert 'FILE="statements.csv"' not in script
    assert "1 cell of statements.csv contains line breaks" in script
    assert 'FILE="speakers.csv"' in script
    assert "leaves out statements.csv" in (tmp_path / "README.txt").read_text("utf-8")


def test_stata_is_given_what_it_would_expand_as_characters(study: Study, tmp_path: Path) -> None:
    exported(study, tmp_path)
    script = (tmp_path / "read_tables.do").read_text("utf-8")
    expected = r'"a " + char(34) + "b" + char(34) + " " + char(96) + "c" + char(96) + " " + char(36) + "d \e {f}'
    assert f"if topic == {expected}" in script
    assert 'label variable topic "Topic"' in script
    assert "daily(due" in script
    assert "clock(subinstr(substr(made_at" in script


def test_stata_shortens_long_names_and_labels(study: Study, tmp_path: Path) -> None:
    long = "what_exactly_was_promised_to_the_others"
    study.do(Edit("label", (changed(study.ask(long, "text"), label="Label " * 40),)))
    exported(study, tmp_path)
    labelled = [
        line.split(maxsplit=3)[2:]
        for line in (tmp_path / "read_tables.do").read_text("utf-8").splitlines()
        if line.strip().startswith("label variable")
    ]
    assert labelled
    assert all(len(name) <= 32 for name, _label in labelled)
    assert all(len(label.strip('"')) <= 80 for _name, label in labelled)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["topic", "in"], ["topic", "in_2"]),
        (["abcdefgh", "abcdefghi", "abcdefghij"], ["abcdefgh", "abcdef_2", "abcdef_3"]),
    ],
)
def test_names_are_fitted_and_stay_different(names: list[str], expected: list[str]) -> None:
    assert fitting_names(names, 8, {"in"}) == expected


def test_labels_are_shortened_by_characters_or_bytes() -> None:
    assert shortened("one\ntwo three", 8) == "one two…"
    assert shortened_bytes("ééé", 6) == "ééé"
    assert shortened_bytes("éééé", 7) == "éé…"


def test_the_scripts_of_an_empty_project_run(tmp_path: Path) -> None:
    with Store.create(tmp_path / "new.onrecord") as store:
        export(store, tmp_path / "out", DescribedCsv())
    command = "import read_tables; print(len(read_tables.statements))"
    assert run(tmp_path / "out", sys.executable, "-W", "error", "-c", command) == "0\n"
    if shutil.which("Rscript"):
        said = run(tmp_path / "out", "Rscript", "-e", 'source("read_tables.R", chdir = TRUE); cat(nrow(statements))')
        assert said == "0"
