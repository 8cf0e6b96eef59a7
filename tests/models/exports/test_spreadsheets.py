"""An export warns of cells that a spreadsheet would alter: it cuts some, reads some as dates, and runs some."""

import json
from pathlib import Path

import pytest

from models.actions.articles import import_articles
from models.actions.claims import mark_claim
from models.actions.numbers import mark_number
from models.articles.draft import Draft
from models.exports.delivery import export
from models.exports.spreadsheets import LONGEST, Risk, risk
from tests.example import Example, signed


@pytest.mark.parametrize(
    "words",
    [
        *("5-10", "1/4", "3-4", "14/11/2024", "2024-11-14", "14.11.2024", "1 1/2", "5 May", "23-Jan-2015", "May 5"),
        *("March 2025", "Sept. 3", "10:30", "9:05 pm", "007", "1234567890123456", "2e5", " 5-10 "),
    ],
)
def test_words_that_become_a_date_or_another_number_are_known(words: str) -> None:
    assert risk(words.strip()) is Risk.READ


@pytest.mark.parametrize(
    "words",
    [
        *("2,000", "9.5", "700", "half", "5–10", "£3.75", "12 per cent", "between 5-10 people", "Mayor May", "March"),
        *("-3", "-0.5", "5-10 or so", "0.5", "0", "A38", "2 dozen", "¼", "Section 5-10", "may have cost 5", ""),
    ],
)
def test_words_that_stay_as_they_are_are_left_alone(words: str) -> None:
    assert risk(words) is None


@pytest.mark.parametrize(("letter", "units"), [("a", 1), ("é", 1), ("🌊", 2)])
def test_a_cell_is_cut_behind_as_many_units_as_excel_keeps(letter: str, units: int) -> None:
    fits = LONGEST // units
    assert risk(letter * fits) is None
    assert risk(letter * (fits + 1)) is Risk.CUT


def remarks(example: Example, folder: Path, text: str, claim: str, number: str = "") -> str:
    """Return what the export of a project says in which a claim, and a number in it, are recorded."""
    example.store.apply(signed(import_articles([Draft(text, "One more")])))
    article = example.store.articles()[-1].id
    records = example.store.article_records(article)
    start = text.index(claim)
    example.store.apply(signed(mark_claim(records, start, start + len(claim))))
    if number:
        records = example.store.article_records(article)
        at = text.index(number)
        edit = mark_number(records, at, at + len(number))
        example.store.apply(signed(edit))
    return " ".join(export(example.store, folder).remarks)


@pytest.mark.parametrize("words", ["5-10", "1/4", "3-4"])
def test_numbers_that_look_like_dates_are_counted_in_the_remarks(example: Example, tmp_path: Path, words: str) -> None:
    text = f"The quay\n\nShe said that {words} boats would come.\n"
    said = remarks(example, tmp_path / "out", text, f"{words} boats would come", words)
    assert "3 cells look like a date" in said  # in the numbers, the statements and the spans
    assert "as text" in said


def test_a_claim_longer_than_a_cell_is_counted_in_the_remarks(example: Example, tmp_path: Path) -> None:
    claim = "we shall go on " * 3_000 + "and on"
    said = remarks(example, tmp_path / "out", f"The quay\n\nShe said {claim}.\n", claim)
    assert "3 cells are longer than the 32,767 characters" in said
    assert "R, Python and Stata" in said


def test_the_cases_that_were_found_are_remarked_on(example: Example, tmp_path: Path, shared: Path) -> None:
    found = shared / "cases" / "found-1" / "others"
    words = json.loads((found / "csv-words.json").read_text("utf-8"))["number_words"]
    assert {risk(each) for each in words} == {Risk.READ}
    assert risk("x" * json.loads((found / "csv-long-cell.json").read_text("utf-8"))["claim_letters"]) is Risk.CUT


def test_nothing_is_said_of_cells_that_stay_as_they_are(example: Example, tmp_path: Path) -> None:
    assert not [each for each in export(example.store, tmp_path).remarks if "spreadsheet" in each]
