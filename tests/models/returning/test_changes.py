"""What is changed in a spreadsheet is found by the ids, listed with old and new, and written as one edit."""

from pathlib import Path

import pytest

from models.edits import Edit, made
from models.entities import Number
from models.exports.description.described_csv import DescribedCsv
from models.exports.options import Options
from models.returning.comparison import Comparison
from models.returning.differences import write
from models.store import Store
from tests.example import Example, put, signed
from tests.models.codebook.nine_kinds import nine_kinds
from tests.models.codebook.study import Study
from tests.models.returning.edited import Edited, changes


@pytest.fixture
def study(example: Example) -> Study:
    """Return the example with a codebook of all kinds."""
    return nine_kinds(example)


def applied(store: Store, found: Comparison) -> None:
    """Write what is certain, and look whether the edit can be undone and redone."""
    edit = signed(write(found.certain, found.known).edit)
    before = _state(store)
    store.apply(edit)
    after = _state(store)
    assert after != before
    store.apply(edit.inverse.stamped("AB", "2026-03-01T09:00:01.000+00:00"))
    assert _state(store) == before
    again = write(found.certain, found.known).edit
    store.apply(signed(again, "2026-03-01T09:00:02.000+00:00"))


def _state(store: Store) -> object:
    with store.snapshot() as snapshot:
        cells = snapshot.exported_cells()
        return [*cells.counted_speakers()], [(each.claims, each.numbers) for each in cells.articles()]


def test_every_kind_of_cell_comes_back_changed(study: Study, tmp_path: Path) -> None:
    example = study.example
    edited = Edited(example.store, tmp_path, "statements")
    edited.row(example.lost.id).update(
        summary="300 metres lost", mode="mixed", claim_to_discuss="TRUE", topic="Sea", feelings="Fear", sure="no"
    )
    edited.row(example.lost.id).update(
        term="=sea", score="1200.0", weight="0.75", due="24.01.2015", addressee="Ida Brekke"
    )
    edited.row(example.millions.id).update(value="41000000", unit="NOK", number_note="", speaker_role="Major")
    found = edited.compared()
    assert sorted(changes(found)) == [
        *(
            ("addressee", "Nils Aas", "Ida Brekke"),
            ("claim_to_discuss", "", "yes"),
            ("due", "2015-01-23", "2015-01-24"),
        ),
        *(("feelings", "Hope; Fear", "Fear"), ("mode", "direct", "mixed"), ("number_note", "of 2026", "")),
        *(("speaker_role", "Mayor", "Major"), ("summary", "", "300 metres lost"), ("sure", "yes", "no")),
        *(("term", "sea wall", "=sea"), ("topic", "Storm", "Sea"), ("unit", "", "NOK")),
        *(("value", "≈ 40,000,000", "≈ 41,000,000"), ("weight", "0.5", "0.75")),
    ]
    assert (found.refused, found.not_taken, found.unknown, found.lost) == ((), (), (), 0)
    applied(example.store, found)
    assert changes(Edited(example.store, tmp_path / "again", "statements").compared()) == []


def test_codes_come_back_as_codes(study: Study, tmp_path: Path) -> None:
    edited = Edited(study.example.store, tmp_path, "claims", Options(codes=True, indicators=True))
    edited.row(study.example.lost.id).update(topic="wall", feelings="hope")
    assert changes(edited.compared()) == [("topic", "Storm", "Wall"), ("feelings", "Hope; Fear", "Hope")]


def test_a_value_keeps_its_qualifier_and_its_unit(example: Example, tmp_path: Path) -> None:
    example.store.apply(signed(put(example.berths, "unit", "%")))
    edited = Edited(example.store, tmp_path, "numbers")
    edited.row(example.berths.id).update(value="2000", upper="2500")
    found = edited.compared()
    assert changes(found) == [("value", "≥ 12", "≥ 2,000–2,500")]
    example.store.apply(signed(write(found.certain, found.known).edit))
    number = example.records.numbers[example.berths.id]
    assert (number.value, number.upper, number.qualifier, number.unit) == (2000, 2500, "at least", "%")


def test_half_a_range_and_words_in_place_of_a_number_are_refused(example: Example, tmp_path: Path) -> None:
    edited = Edited(example.store, tmp_path, "numbers")
    edited.row(example.berths.id).update(value="", upper="15")
    edited.row(example.millions.id).update(value="about 40")
    found = edited.compared()
    assert changes(found) == []
    assert sorted((each.cell.column, each.text) for each in found.refused) == [("value", ""), ("value", "about 40")]


def test_a_changed_cell_counts_though_other_rows_of_the_claim_still_have_the_old_text(
    example: Example, tmp_path: Path
) -> None:
    example.store.apply(signed(put(example.millions, "note", None)))
    second = Number(article=example.article.id, claim=example.cost.id, value=2.0, qualifier=example.millions.qualifier)
    example.store.apply(signed(_made(second)))
    edited = Edited(example.store, tmp_path, "statements")
    edited.row(second.id).update(summary="Two winters")
    (difference,) = edited.compared().differences
    assert (difference.becomes, difference.note) == ("Two winters", "1 other row has the old text.")
    edited.row(example.millions.id).update(summary="40 million")
    found = edited.compared()
    assert changes(found) == []
    assert [(each.cell.column, each.text) for each in found.refused] == [
        ("summary", "40 million"),
        ("summary", "Two winters"),
    ]


def _made(record: Number) -> Edit:
    return Edit("Make", (made(record),))


def test_words_positions_and_ids_are_not_taken_and_that_is_said(example: Example, tmp_path: Path) -> None:
    edited = Edited(example.store, tmp_path, "claims", Options(context=True))
    edited.row(example.cost.id).update(
        claim_words="other words", claim_start="3", title="Other", coder="XY", numbers="9", claim_origin="changed"
    )
    edited.row(example.lost.id).update(claim_start="4", sentence_after="Another.")
    found = edited.compared()
    assert changes(found) == []
    counts = {each.column: each.count for each in found.not_taken}
    assert counts == {
        **{
            "claim_words": 1,
            "claim_start": 2,
            "title": 1,
            "coder": 1,
            "numbers": 1,
            "claim_origin": 1,
            "sentence_after": 1,
        },
    }
    assert all(each.reason for each in found.not_taken)


def test_rows_are_found_whatever_their_order_and_whichever_are_there(example: Example, tmp_path: Path) -> None:
    edited = Edited(example.store, tmp_path, "statements")
    edited.row(example.cost.id).update(summary="Forty million")
    del edited.rows[-1]
    edited.rows.reverse()
    wanted = ("summary", "number_id", "claim_id", "added")
    edited.rows = [{name: row.get(name, "x") for name in wanted} for row in edited.rows]
    edited.rows.append({"summary": "new", "number_id": "", "claim_id": "unknown", "added": ""})
    found = edited.compared()
    assert changes(found) == [("summary", "", "Forty million")]
    assert (found.lost, [each.number for each in found.unknown]) == (1, [4])
    assert any("added" in remark for remark in found.remarks)


def test_a_row_that_occurs_twice_is_not_taken(example: Example, tmp_path: Path) -> None:
    edited = Edited(example.store, tmp_path, "claims")
    edited.rows.append({**edited.row(example.cost.id), "summary": "twice"})
    found = edited.compared()
    assert changes(found) == []
    assert [each.number for each in found.bad] == [2, 4]


def test_a_claim_that_has_a_number_by_now_is_still_found(example: Example, tmp_path: Path) -> None:
    edited = Edited(example.store, tmp_path, "statements")
    number = Number(article=example.article.id, claim=example.lost.id)
    example.store.apply(signed(_made(number)))
    edited.row(example.lost.id).update(summary="300 metres")
    found = edited.compared()
    assert changes(found) == [("summary", "", "300 metres")]
    assert (found.unknown, found.lost) == ((), 0)


def test_what_was_changed_here_after_the_export_is_not_set_back(study: Study, tmp_path: Path) -> None:
    example = study.example
    edited = Edited(example.store, tmp_path, "claims", target=DescribedCsv())
    example.store.apply(signed(put(example.cost, "summary", "Written meanwhile"), "2026-03-02T09:00:00.000+00:00"))
    study.answer("term", example.lost, "dyke")
    edited.row(example.lost.id).update(mode="mixed")
    found = edited.compared()
    assert [(each.cell.column, bool(each.doubt)) for each in found.differences] == [
        ("summary", True),
        ("mode", False),
        ("term", True),
    ]
    assert [each.cell.column for each in found.certain] == ["mode"]
