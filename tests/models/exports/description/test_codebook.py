"""Whoever has only the folder can say what every column means: the codebook, as a page and as Markdown, says it."""

import csv
import re
from html import unescape
from pathlib import Path

import pytest

from models.actions.codebook import pin_example
from models.edits import Edit, changed
from models.exports.options import Options
from tests.example import Example
from tests.models.codebook.study import Study
from tests.models.exports.description.described import GERMAN, NASTY, exported, study_of

each_codebook = pytest.mark.parametrize("name", ["codebook.html", "codebook.md"])


@pytest.fixture
def study(example: Example) -> Study:
    study = study_of(example)
    study.do(pin_example(study.variable("topic"), study.choice("wall"), example.cost, "the wall 🌊 would", "The Tide"))
    return study


def read(folder: Path, name: str) -> str:
    """Return the text of a codebook as its reader sees it, on one line, without marks."""
    text = (folder / name).read_text("utf-8")
    shown = (
        unescape(re.sub("<style>.*?</style>|<[^>]+>", " ", text, flags=re.DOTALL)) if name.endswith("html") else text
    )
    return " ".join(re.sub(r"\\([^\w\s])", r"\1", shown).replace("`", "").split())


@each_codebook
@pytest.mark.parametrize("options", [Options(), GERMAN], ids=["default", "other"])
def test_every_column_of_every_file_is_described(study: Study, tmp_path: Path, name: str, options: Options) -> None:
    exported(study, tmp_path, options)
    codebook = read(tmp_path, name)
    files = [*tmp_path.glob("*.csv")]
    assert len(files) == 12
    for path in files:
        section = codebook[codebook.rindex(f" {path.name} ") :]
        with path.open(encoding="utf-8-sig", newline="") as file:
            header = next(csv.reader(file, delimiter=options.separator))
        for column in header:
            described = re.search(rf"[ |]{column} (?:\| )?(id|text|one of|whole|number|date|ranges)", section)
            assert described, (path.name, column)


@each_codebook
def test_variables_have_definitions_instructions_conditions_choices_and_examples(
    study: Study, tmp_path: Path, name: str
) -> None:
    exported(study, tmp_path)
    codebook = read(tmp_path, name)
    study_part = codebook[codebook.index("Variables of the study") :]
    for said in (
        *("What the claim is about.", "Take the main topic.", "Open water.", "the wall 🌊 would", "The Tide"),
        *("Several choices", "Asked only if “sure” is yes.", "required"),
    ):
        assert said in study_part, said


@each_codebook
def test_nothing_that_coders_type_is_taken_for_markup(study: Study, tmp_path: Path, name: str) -> None:
    exported(study, tmp_path)
    assert "<g>" not in (tmp_path / name).read_text("utf-8")
    assert " ".join(NASTY.replace("`", "").replace("\\", "").split()) in read(tmp_path, name).replace("\\", "")


@each_codebook
def test_values_are_counted_and_figures_have_their_ends(study: Study, tmp_path: Path, name: str) -> None:
    exported(study, tmp_path)
    codebook = read(tmp_path, name)
    assert "direct (1)" in codebook
    assert "indirect (0)" in codebook
    assert "From 12 to 40000000." in codebook
    assert "Refers to speakers.csv." in codebook


@each_codebook
def test_codes_are_shown_with_their_labels(study: Study, tmp_path: Path, name: str) -> None:
    exported(study, tmp_path, Options(codes=True))
    assert "storm = Storm (1)" in read(tmp_path, name)


@each_codebook
def test_answers_that_do_not_fit_are_said(study: Study, tmp_path: Path, name: str) -> None:
    study.answer("term", study.example.cost, "dyke")
    study.do(Edit("kind", (changed(study.variable("term"), kind="whole_number"),)))
    exported(study, tmp_path)
    assert "2 answers do not fit their variable and are as they were given" in read(tmp_path, name)


@each_codebook
def test_gaps_are_said_to_readers(study: Study, tmp_path: Path, name: str) -> None:
    exported(study, tmp_path)
    assert "1 claim has no speaker." in read(tmp_path, name)


@each_codebook
def test_readers_learn_what_keys_empty_cells_counts_and_numbers_of_values_mean(
    study: Study, tmp_path: Path, name: str
) -> None:
    exported(study, tmp_path)
    codebook = read(tmp_path, name)
    for said in (
        "Where “yes” is the only value of a column, an empty cell means no.",
        "The key of a table is the column, or the columns together, in which no two rows are alike.",
        "The scripts for Stata and SPSS turn the values of a list into numbers",
        "“Filled” says in how many rows the cell is not empty",
    ):
        assert said in codebook, said
