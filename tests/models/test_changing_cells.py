"""Cells are changed together by a rule, such as a replacement: what is foreseen is written, and undo is exact."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.actions.cells import Cell, Written, change_cells
from models.attributes.built_in import attributes_of
from models.codebook.variables import attributes_in
from models.entities import Choice, Record, Speaker
from models.errors import OnrecordError
from models.text.replacing import Replacement
from tests.example import Example, opened_copy
from tests.models.codebook.study import Study, coded
from tests.thorough import examples


def records(study: Study) -> list[Record]:
    """Return the first article with its claims and numbers, and the speakers, as they are now."""
    here = study.example.records
    return [here.article, *here.claims.values(), *here.numbers.values(), *study.known.speakers.values()]


def cells(study: Study, *names: str) -> list[Cell]:
    """Return the cells of all records, or those of attributes with these names, with their texts as they are typed."""
    known = study.known
    found = []
    for row, record in enumerate(records(study)):
        for each in (*attributes_of(type(record)), *attributes_in(study.codebook, type(record))):
            if each.editable and (not names or each.name in names):
                text = each.edit_text(each.read(record, known))
                found.append(Cell(row, each.name, text, each, record))
    return found


def texts(study: Study) -> dict[tuple[str, str], str]:
    """Return the text of each cell, by its record and attribute."""
    return {(each.record.id, each.column): each.text for each in cells(study) if each.record}


def replace(study: Study, find: str, put: str, *names: str, **how: Any) -> Written:
    """Replace in cells, and write that."""
    written = change_cells(cells(study, *names), Replacement(find, put, **how).prepared(), study.known)
    study.do(written.edit)
    return written


def test_a_replacement_says_old_and_new_of_each_cell_and_changes_no_other(example: Example) -> None:
    study = coded(example)
    before = texts(study)
    written = replace(study, "CROWNS", "kroner")
    assert [(each.cell.column, each.cell.text, each.text) for each in written.changed] == [
        ("counted", "crowns", "kroner")
    ]
    assert (written.records, written.articles) == (1, 1)
    changed = {key: text for key, text in texts(study).items() if text != before[key]}
    assert changed == {(example.millions.id, "counted"): "kroner"}


@pytest.mark.parametrize(
    ("name", "find", "put", "reason"),
    [
        ("title", ".+", "", "cannot be empty"),
        ("topic", "Storm", "nowhere", "is not one of the choices"),
        ("value", "^.*12$", "lots", "cannot be read as a number"),
        ("share", "5", "x", "0.x"),
        ("name", "Ida Brekke", "fishermen’s UNION", "already a name"),
    ],
)
def test_a_cell_that_cannot_have_its_new_text_is_refused_with_the_reason(
    example: Example, name: str, find: str, put: str, reason: str
) -> None:
    study = coded(example)
    study.ask("share", "decimal")
    study.answer("share", example.cost, "0.5")
    written = replace(study, find, put, name, expression=True)
    assert not written.changed
    assert [reason in each.reason for each in written.refused] == [True]


def test_a_decimal_with_a_comma_is_refused_and_all_others_go_in(example: Example) -> None:
    study = coded(example)
    study.ask("share", "decimal")
    study.answer("share", example.cost, "0.5")
    study.answer("share", example.lost, "7")
    written = replace(study, r"^0\.|^7", "0,5", "share", expression=True)
    assert {each.cell.text for each in written.refused} | {each.cell.text for each in written.changed} == {"0.5", "7"}
    assert all("0,5" in each.reason for each in written.refused)


def test_one_new_name_in_many_cells_is_one_new_speaker_and_one_new_choice_is_one(example: Example) -> None:
    study = coded(example)
    study.ask("where", "choice", open_ended=True)
    for claim in (example.cost, example.lost):
        study.answer("where", claim, "Quay")
    written = replace(study, "quay", "Harbour", "where")
    assert len(written.edit.made(Choice)) == 1
    assert written.count == 2
    named = change_cells(cells(study, "speaker"), lambda _text: "Nils Aas", study.known)
    assert (named.count, len(named.edit.made(Speaker))) == (2, 1)


def test_work_that_is_no_longer_wanted_ends_before_the_next_cell(example: Example) -> None:
    class NotWanted(Exception):
        pass

    def stop() -> None:
        raise NotWanted

    study = coded(example)
    with pytest.raises(NotWanted):
        change_cells(cells(study), lambda _text: "x", study.known, stop)


def test_a_value_that_brings_a_unit_says_so(example: Example) -> None:
    written = replace(coded(example), "12", "5 km", "value")
    assert [each.text for each in written.changed] == ["≥ 5 km"]


FINDS = ("e", "crowns", "Brekke", "a", r"(\w)(\w*)", "^$", ".", "0", "Ms Brekke", "about", "12")
PUTS = ("", "x", "12", "12 NOK", "41,5 million", "lots", r"\1", "Wall", "Ida Brekke", "exact", "2015-01-23", "a; b")


replacements = st.builds(
    Replacement,
    st.sampled_from(FINDS),
    st.sampled_from(PUTS),
    whole=st.booleans(),
    expression=st.booleans(),
)


@settings(max_examples=examples(15))
@given(
    replacements,
    st.sets(st.sampled_from(["value", "unit", "qualifier", "speaker", "name", "aliases", "topic", "depth", "title"])),
)
def test_what_is_foreseen_is_what_is_written_and_undo_restores_everything(
    pattern: Example,
    tmp_path_factory: pytest.TempPathFactory,
    replacement: Replacement,
    names: set[str],
) -> None:
    with opened_copy(pattern, tmp_path_factory.mktemp("study") / "study.onrecord") as example:
        study = coded(example)
        before = texts(study)
        try:
            new_text = replacement.prepared()
        except OnrecordError:
            return
        written = change_cells(cells(study, *names), new_text, study.known)
        done = study.do(written.edit)
        now = texts(study)
        for each in written.changed:
            assert each.cell.record
            foreseen = now[each.cell.record.id, each.cell.column], now.get((each.cell.record.id, "unit"))
            assert each.text in (foreseen[0], " ".join(filter(None, foreseen)))
        for refusal in written.refused:
            assert refusal.reason
        study.do(done.inverse)
        assert texts(study) == before
