"""The choices of whoever exports: separators, decimals, columns for choices and sentences, and texts made safe."""

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import example as with_example
from hypothesis import given
from hypothesis import strategies as st

from models.cli import commands
from models.entities import Claim, Number
from models.exports.csv_files import Csv
from models.exports.delivery import export
from models.exports.options import DecimalMark, Options, Separator
from models.exports.report import File
from models.exports.spreadsheets import risk, safe, unsafe
from models.exports.tables import tables
from tests.example import Example, put, signed, typed
from tests.models.codebook.nine_kinds import nine_kinds
from tests.models.codebook.study import Study
from tests.models.exports.reading import read_table

SENTENCE = (
    "The mayor of Aldersund, Ida Brekke, said the wall 🌊 would cost “about 40 million crowns” and take two winters."
)


def row_of(folder: Path, table: str, record: Claim | Number) -> dict[str, str | None]:
    """Return the first row about a claim or a number."""
    column = f"{type(record).__name__.lower()}_id"
    return next(row for row in read_table(folder, table) if row[column] == record.id)


@pytest.fixture
def study(example: Example) -> Study:
    """Return the example with a codebook of all kinds, and answers of each."""
    return nine_kinds(example)


@pytest.mark.parametrize("separator", Separator)
@pytest.mark.parametrize("decimal", DecimalMark)
def test_the_same_cells_are_written_whatever_separates_them(
    example: Example, tmp_path: Path, separator: Separator, decimal: DecimalMark
) -> None:
    example.store.apply(signed(typed(example.millions, "value", "0.25")))
    example.store.apply(signed(typed(example.cost, "summary", 'a;b,c\td "e"')))
    export(example.store, tmp_path / "plain")
    report = export(example.store, tmp_path / "other", options=Options(separator=separator, decimal=decimal))
    assert [file.table for file in report.files] == [table.name for table in tables()]
    for file in report.files:
        written = _rows(file.path, separator)
        for row in written:
            row |= {name: row[name].replace(decimal, ".") for name in {"value", "upper"} & row.keys()}
        plain = read_table(tmp_path / "plain", file.path.stem)
        assert [{name: cell or None for name, cell in row.items()} for row in written] == plain
    values = [row["value"] for row in _rows(tmp_path / "other" / "numbers.csv", separator)]
    assert values == [f"0{decimal}25", "12"]


@pytest.mark.parametrize("table", [table.name for table in tables()])
def test_a_table_is_the_same_byte_for_byte_with_and_without_the_others(
    study: Study, tmp_path: Path, table: str
) -> None:
    export(study.example.store, tmp_path / "all")
    export(study.example.store, tmp_path / "alone", options=Options(tables=(table,)))
    alone, among_all = ((tmp_path / folder / f"{table}.csv").read_bytes() for folder in ("alone", "all"))
    assert alone == among_all


def _rows(path: Path, separator: str) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=separator, strict=True))


def test_each_of_several_choices_has_a_column_with_1_or_0(study: Study, tmp_path: Path) -> None:
    study.answer("feelings", study.example.lost, "hope")
    export(study.example.store, tmp_path, options=Options(indicators=True))
    for table in ("claims", "statements"):
        lost, cost = (row_of(tmp_path, table, each) for each in (study.example.lost, study.example.cost))
        assert (lost["feelings"], lost["feelings_hope"], lost["feelings_fear"]) == ("Hope", "1", "0")
        assert (cost["feelings"], cost["feelings_hope"], cost["feelings_fear"]) == (None, None, None)


def test_columns_of_choices_never_share_a_name(study: Study, tmp_path: Path) -> None:
    study.offer(study.variable("feelings"), "Hope!", code="Hope!")
    study.offer(study.variable("feelings"), "Håp", code="希望")
    study.ask("feelings_fear", "text")
    study.ask("topic_path", "text")
    study.answer("feelings_fear", study.example.lost, "of the sea")
    export(study.example.store, tmp_path, options=Options(indicators=True, context=True))
    header = (tmp_path / "claims.csv").read_text("utf-8-sig").splitlines()[0].split(",")
    assert len(header) == len(set(header))
    row = row_of(tmp_path, "claims", study.example.lost)
    assert (row["feelings_fear"], row["feelings_fear_2"]) == ("of the sea", "1")
    assert {"feelings_hope", "feelings_hope_2", "feelings_4", "topic_path", "topic_path_2"} <= set(header)


def test_the_sentences_around_a_claim_are_columns_on_request(example: Example, tmp_path: Path) -> None:
    export(example.store, tmp_path, options=Options(context=True))
    cost = row_of(tmp_path, "claims", example.cost)
    assert cost["sentence_before"] == "Subscribe to the evening letter"
    assert cost["claim_sentence"] == SENTENCE
    assert cost["sentence_after"] == "“We lost nearly 300 metres in one night,” Ms Brekke added."
    for table in ("statements", "numbers"):
        berths = row_of(tmp_path, table, example.berths)
        assert berths["sentence_before"] == "The fishermen's union called the plan too small."
        assert berths["claim_sentence"] == "It wants at least 12 new berths."
        assert berths["sentence_after"] is None
    export(example.store, tmp_path)
    assert "claim_sentence" not in row_of(tmp_path, "claims", example.cost)


@pytest.mark.parametrize("text", ["=1+1", "-5 of 10", "@x", "5-10", "1/4", "007", "'tis", "''", "\tx"])
def test_what_a_spreadsheet_would_alter_gets_an_apostrophe_that_can_be_taken_away(
    example: Example, tmp_path: Path, text: str
) -> None:
    example.store.apply(signed(put(example.cost, "note", text)))
    report = export(example.store, tmp_path, options=Options(spreadsheet_safe=True))
    for table in ("claims", "statements"):
        note = row_of(tmp_path, table, example.cost)["claim_note"]
        assert note == f"'{text}"
        assert unsafe(note) == text
    assert report.remarks[-1].startswith("2 cells begin with an apostrophe")
    assert not any("formula" in each or "date" in each for each in report.remarks)


@given(st.one_of(st.text(), st.text("'=+-@\t\r05/ ")))
@with_example("'=1")
def test_every_text_comes_back_from_what_is_safe(text: str) -> None:
    assert unsafe(safe(text)) == text
    assert risk(safe(text)) is None or risk(safe(text)) is risk("x" * len(text))


def test_dates_and_numbers_in_their_columns_get_no_apostrophe(study: Study, tmp_path: Path) -> None:
    study.answer("score", study.example.lost, "-3")
    export(study.example.store, tmp_path, options=Options(spreadsheet_safe=True))
    row = row_of(tmp_path, "claims", study.example.lost)
    assert (row["due"], row["score"], row["weight"]) == ("2015-01-23", "-3", "0.5")


def test_a_file_without_the_names_of_columns_is_not_read_back(tmp_path: Path) -> None:
    (tmp_path / "claims.csv").write_text("", "utf-8")
    with pytest.raises(ValueError, match="names of its columns"):
        Csv().count(File(tmp_path / "claims.csv", "claims"))


def test_the_command_has_a_flag_for_each_choice(study: Study, tmp_path: Path) -> None:
    flags = ["--separator", "semicolon", "--decimal", "comma", "--indicators", "--context", "--spreadsheet-safe"]
    asked = ["export", str(study.example.store.path), str(tmp_path / "out"), "--no-bom", "--codes", *flags]
    result = CliRunner().invoke(commands, [*asked, "--table", "claims", "--table", "coders"], catch_exceptions=False)
    assert result.exit_code == 0, result.stderr
    assert sorted(path.name for path in (tmp_path / "out").glob("*.csv")) == ["claims.csv", "coders.csv"]
    assert not (tmp_path / "out" / "claims.csv").read_bytes().startswith(b"\xef")
    (row,) = (row for row in _rows(tmp_path / "out" / "claims.csv", ";") if row["claim_id"] == study.example.lost.id)
    assert (row["topic"], row["weight"], row["feelings_hope"]) == ("storm", "0,5", "1")
    assert row["sentence_after"]


def test_a_table_that_there_is_not_is_refused_with_those_that_there_are(example: Example, tmp_path: Path) -> None:
    asked = ["export", str(example.store.path), str(tmp_path / "out"), "--table", "chairs"]
    result = CliRunner().invoke(commands, asked)
    assert all(table.name in str(result.exception) for table in tables())
    assert not (tmp_path / "out").exists()
