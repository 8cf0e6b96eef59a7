"""Many cells are given a text each: one edit, which is undone as a whole; what a cell cannot have is refused alone."""

from typing import Any

import pytest

from models.actions.cells import Cell, Written, write_cells
from models.attributes.built_in import attribute
from models.entities import Answer, Choice, Qualifier, Record, Speaker
from models.text.cell_blocks import html_line, html_table, read_html_table, read_tab_lines, tab_line
from tests.example import Example
from tests.models.codebook.study import Study, coded


def cell(study: Study, record: Record, name: str) -> Cell:
    """Return the cell of a record, as a table makes it."""
    of = type(record)
    shown = study.attribute(name) if study.codebook.named(name) else attribute(of, name)
    return Cell(0, name, shown.plain_text(shown.read(record, study.known)), shown, record)


def write(study: Study, *given: tuple[Record, str, str]) -> Written:
    """Write texts into cells, and into the file."""
    written = write_cells([(cell(study, record, name), text) for record, name, text in given], study.known)
    study.do(written.edit)
    return written


def test_what_can_be_written_is_one_edit_and_the_rest_is_refused_with_a_reason(example: Example) -> None:
    study = coded(example)
    before = list(example.records.rows())
    written = write(
        study,
        (example.millions, "value", "41,5 million"),
        (example.millions, "unit", "NOK"),
        (example.berths, "value", "lots"),
        (example.lost, "topic", "Wall"),
        (example.cost, "topic", "nowhere"),
        (example.mayor, "name", ""),
    )
    assert [(each.cell.column, each.text) for each in written.refused][-3:] == [
        ("value", "lots"),
        ("name", ""),
        ("topic", "nowhere"),
    ]
    assert all(each.reason for each in written.refused)
    assert example.records.numbers[example.millions.id].unit == "NOK"
    study.do(written.edit.inverse)
    assert list(example.records.rows()) == before


def test_cells_of_one_record_are_one_change_and_the_value_comes_before_unit_and_qualifier(example: Example) -> None:
    study = coded(example)
    written = write(
        study,
        (example.millions, "unit", "boats"),
        (example.millions, "qualifier", "about"),
        (example.millions, "value", "12 NOK"),
    )
    number = example.records.numbers[example.millions.id]
    assert (number.value, number.unit, number.qualifier) == (12, "boats", Qualifier.ABOUT)
    assert len(written.edit.changes) == 1
    assert written.count == 3


def test_a_new_name_in_several_cells_is_one_new_speaker(example: Example) -> None:
    study = coded(example)
    written = write(study, (example.cost, "speaker", "Nils Aas"), (example.lost, "speaker", "nils AAS"))
    (new,) = written.edit.made(Speaker)
    assert {claim.speaker for claim in example.records.claims.values()} == {new.id}


def test_a_new_choice_in_several_cells_is_one_new_choice(example: Example) -> None:
    study = coded(example)
    study.ask("where", "choice", open_ended=True)
    written = write(study, (example.cost, "where", "Harbour"), (example.lost, "where", "harbour"))
    (new,) = written.edit.made(Choice)
    assert {answer.choice for answer in written.edit.made(Answer)} == {new.id}


def test_two_speakers_cannot_get_the_same_name_in_one_go(example: Example) -> None:
    study = coded(example)
    written = write(study, (example.mayor, "name", "Nils"), (example.union, "name", "nils"))
    assert [each.text for each in written.refused] == ["nils"]
    assert example.registry.speakers[example.mayor.id].name == "Nils"


@pytest.mark.parametrize(("second", "refused"), [("12", 0), ("", 0), ("13", 1)])
def test_a_cell_that_is_as_high_as_several_lines_takes_the_first_text(
    example: Example, second: str, refused: int
) -> None:
    study = coded(example)
    written = write(
        study, (example.lost, "depth", "12"), (example.cost, "depth", "12"), (example.cost, "depth", second)
    )
    assert len(written.refused) == refused
    assert [answer.value for answer in study.answers("depth")] == ["12", "12"]


def test_a_text_that_a_cell_holds_already_changes_nothing_even_where_nothing_can_be_typed(example: Example) -> None:
    words = Cell(0, "Claim", "The wall.", reason="A claim has the words of the article.")
    written = write_cells([(words, " The wall."), (words, "The fence.")], coded(example).known)
    assert [each.text for each in written.refused] == ["The fence."]
    assert not written.edit.changes


def test_the_plain_text_of_a_value_leaves_its_qualifier_as_it_is(example: Example) -> None:
    written = write(coded(example), (example.millions, "value", "40000000"))
    assert not written.edit.changes


@pytest.mark.parametrize(
    ("count", "clears", "label"),
    [(1, True, "Clear Unit"), (2, True, "Clear 2 cells"), (2, False, "Change 2 cells")],
)
def test_the_edit_says_what_it_does(example: Example, count: int, clears: bool, label: str) -> None:
    study = coded(example)
    write(study, (example.millions, "unit", "NOK"))
    number = example.records.numbers[example.millions.id]
    given: list[tuple[Record, str, str]] = [(number, "unit", "" if clears else "USD"), (number, "counted", "x")]
    if clears:
        given[1] = (number, "counted", "")
    assert write(study, *given[:count]).edit.label == label


BLOCKS: list[tuple[tuple[str, ...], ...]] = [
    (("a", "b"), ("c", "")),
    (("",), ("x",)),
    (('"We lost" he said', "two\nlines"), ('a "b"', "tab\there")),
    (("1 < 2 & 3", "007"),),
]


@pytest.mark.parametrize("block", BLOCKS)
def test_blocks_are_read_back_as_they_were_written(block: Any) -> None:
    assert read_tab_lines("\n".join(map(tab_line, block))) == block
    if not any("\t" in text for row in block for text in row):
        assert read_html_table(html_table(map(html_line, block))) == block


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("a\tb\r\nc\td\r\n", (("a", "b"), ("c", "d"))),
        ("a\n\nb", (("a",), ("",), ("b",))),
        ("a\tb\nc", (("a", "b"), ("c", ""))),
        ('"he said"\tx', (("he said", "x"),)),
        ('"he" said\tx', (('"he" said', "x"),)),
        ("", (("",),)),
    ],
)
def test_lines_of_other_programs_are_read(text: str, block: Any) -> None:
    assert read_tab_lines(text) == block


def test_a_cell_over_several_rows_or_columns_of_a_table_has_its_text_in_the_first() -> None:
    html = """<table><tr><th rowspan=2>a<th colspan="2">b</tr><tr><td>c<td>d<br>e</td></tr></table>"""
    assert read_html_table(html) == (("a", "b", ""), ("", "c", "d\ne"))


@pytest.mark.parametrize(
    ("text", "number"), [("0.5", True), ("-40", True), ("0", True), ("3.10", False), ("-0", False), ("007", False)]
)
def test_only_what_a_sheet_shows_unchanged_is_given_to_it_as_a_number(text: str, number: bool) -> None:
    assert ("sdnum" not in html_line([text])) is number
