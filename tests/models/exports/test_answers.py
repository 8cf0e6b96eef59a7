"""Every answer is a column of the exported tables, with labels or codes, and is described."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from models.attributes.cell_kinds import CellKind
from models.cli import commands
from models.edits import Edit, changed
from models.entities import Article, Claim, Number, Speaker, Subject
from models.exports.answers import AnswerCells
from models.exports.delivery import export
from models.exports.options import Options
from models.exports.tables import tables
from tests.example import Example
from tests.models.codebook.nine_kinds import CODES, LABELS, nine_kinds
from tests.models.codebook.study import Study
from tests.models.exports.reading import read_table


@pytest.fixture
def study(example: Example) -> Study:
    """Return the example with a codebook of all kinds, and answers of each."""
    return nine_kinds(example)


def answers(folder: Path, table: str, claim: Claim) -> dict[str, str | None]:
    """Return the cells of a claim under the variables."""
    (row,) = (row for row in read_table(folder, table) if row["claim_id"] == claim.id)
    return {name: row[name] for name in LABELS}


@pytest.mark.parametrize("table", ["statements", "claims"])
@pytest.mark.parametrize(("codes", "expected"), [(False, LABELS), (True, CODES)], ids=["labels", "codes"])
def test_every_answer_is_a_cell(
    study: Study, tmp_path: Path, table: str, codes: bool, expected: dict[str, str | None]
) -> None:
    export(study.example.store, tmp_path, options=Options(codes=codes))
    assert answers(tmp_path, table, study.example.lost) == expected
    other = {name: cell for name, cell in answers(tmp_path, table, study.example.cost).items() if cell}
    wall = "wall" if codes else "Wall"
    assert other == {"topic": wall, "topic_path": wall, "topic_level_1": wall, "score": "12"}


def test_the_command_exports_codes_instead_of_labels(study: Study, tmp_path: Path) -> None:
    path, folder = study.example.store.path, tmp_path / "tables"
    result = CliRunner().invoke(commands, ["export", str(path), str(folder), "--codes"])
    assert result.exit_code == 0, result.output
    assert answers(folder, "claims", study.example.lost) == CODES


def test_an_answer_that_no_longer_fits_is_exported_as_it_was_given(study: Study, tmp_path: Path) -> None:
    study.do(Edit("kind", (changed(study.variable("term"), kind="whole_number"),)))
    export(study.example.store, tmp_path)
    assert answers(tmp_path, "claims", study.example.lost)["term"] == "sea wall"


@pytest.mark.parametrize("kind", ["whole_number", "decimal", "date", "yes_no", "speaker"])
def test_an_answer_that_no_longer_fits_and_begins_like_a_formula_is_remarked_on(
    study: Study, tmp_path: Path, kind: str
) -> None:
    study.answer("term", study.example.lost, "=1+2")
    before = export(study.example.store, tmp_path).remarks
    study.do(Edit("kind", (changed(study.variable("term"), kind=kind),)))
    after = export(study.example.store, tmp_path).remarks
    assert answers(tmp_path, "claims", study.example.lost)["term"] == "=1+2"
    assert [each for each in after if "formula" in each] == [each for each in before if "formula" in each] != []


def test_dates_and_negative_numbers_in_their_columns_are_no_risk(study: Study, tmp_path: Path) -> None:
    study.answer("score", study.example.lost, "-3")
    report = export(study.example.store, tmp_path, options=Options(tables=("statements", "claims")))
    assert not any("formula" in each or "date" in each for each in report.remarks)


def test_the_label_of_a_choice_that_looks_like_a_date_is_remarked_on(study: Study, tmp_path: Path) -> None:
    study.offer(study.variable("topic"), "5-10", code="few")
    study.answer("topic", study.example.cost, "few")
    assert any("date" in each for each in export(study.example.store, tmp_path).remarks)


@pytest.mark.parametrize("subject", Subject)
def test_answers_are_in_the_table_of_their_records_and_in_the_statements(
    example: Example, tmp_path: Path, subject: Subject
) -> None:
    study = Study(example, example.store.codebook())
    study.ask("depth", "text", subject)
    records = (example.cost, example.millions, example.mayor, example.article)
    study.answer("depth", dict(zip(Subject, records, strict=True))[subject], "deep")
    export(example.store, tmp_path)
    tables_with = {path.stem for path in tmp_path.glob("*.csv") if _has(tmp_path, path.stem, "deep")}
    assert tables_with == {f"{subject}s", "statements"}


def _has(folder: Path, table: str, answer: str) -> bool:
    return any(row.get("depth") == answer for row in read_table(folder, table))


def test_the_columns_of_answers_are_described(study: Study) -> None:
    with study.example.store.snapshot() as snapshot:
        columns = AnswerCells(snapshot.codebook()).columns
    assert [column.name for column in columns] == [*LABELS]
    for column in columns:
        assert column.description.endswith((".", "!", "?")), column.name
        assert bool(column.choices) == (column.kind is CellKind.CHOICE), column.name
    by_name = {column.name: column for column in columns}
    assert by_name["topic"].description == "What the claim is about."
    assert by_name["topic"].choices == ("Sea", "Storm", "Wall")
    for table in tables(columns):
        names = [column.name for column in table.columns]
        assert len(names) == len(set(names))
    assert {Article, Claim, Number, Speaker} >= {column.of for column in columns}
