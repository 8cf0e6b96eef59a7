"""The contents of the tables that relate to those of the records: aliases, spans, answers, coders, codebook, edits."""

from pathlib import Path

import pytest

from models.actions.claims import mark_claim
from models.actions.codebook import pin_example
from models.codebook.files.codebook_file import read
from models.codebook.files.drafts import drafts_of
from models.codebook.files.toml_form import write_toml
from models.edits import Edit, changed, made
from models.entities import Claim, Role, Span, Subject
from models.exports.delivery import export
from models.store import Store
from tests.example import AT, TEXT, Example, place, signed
from tests.models.codebook.nine_kinds import LABELS, nine_kinds
from tests.models.codebook.study import Study
from tests.models.exports.reading import chosen, read_table
from tests.session import Session

OTHER_KINDS = {"term": "whole_number", "topic": "text"}


@pytest.fixture
def study(example: Example) -> Study:
    """Return the example with a codebook of all kinds, and answers of each."""
    return nine_kinds(example)


def test_an_alias_is_a_row_with_its_speaker(example: Example, tmp_path: Path) -> None:
    export(example.store, tmp_path)
    rows = chosen(read_table(tmp_path, "aliases"), "alias_id", "speaker_id", "speaker_name", "alias", "coder")
    assert rows == [(example.alias.id, example.mayor.id, "Ida Brekke", "Ms Brekke", "AB")]


def test_a_span_has_its_words_its_role_and_its_record(example: Example, tmp_path: Path) -> None:
    export(example.store, tmp_path)
    rows = read_table(tmp_path, "spans")
    assert chosen(rows[:3], "role", "claim_id", "number_id", "span_words") == [
        ("source", example.cost.id, None, "Ida Brekke"),
        ("cue", example.cost.id, None, "said"),
        ("content", example.cost.id, None, "the wall 🌊 would cost “about 40 million crowns” and take two winters"),
    ]
    for row in rows:
        assert TEXT[int(row["span_start"] or "") : int(row["span_end"] or "")] == row["span_words"]
        assert row["article_id"] == example.article.id


def test_the_parts_of_a_claim_are_counted_in_their_order(example: Example, tmp_path: Path) -> None:
    claim = Claim(article=example.article.id)
    parts = [place("two winters"), place("Harbour wall")]
    spans = [
        Span(article=claim.article, role=Role.CONTENT, claim=claim.id, position=at, start=start, end=end)
        for at, (start, end) in enumerate(parts)
    ]
    example.store.apply(signed(Edit("Mark claim", (made(claim), *map(made, spans)))))
    export(example.store, tmp_path)
    rows = [row for row in read_table(tmp_path, "spans") if row["claim_id"] == claim.id]
    assert {(row["part"], row["span_words"]) for row in rows} == {("1", "two winters"), ("2", "Harbour wall")}


def test_each_answer_is_a_row_with_what_was_answered(study: Study, tmp_path: Path) -> None:
    study.ask("size", "whole_number", Subject.SPEAKER)
    study.answer("size", study.example.union, "40")
    export(study.example.store, tmp_path)
    rows = read_table(tmp_path, "answers")
    lost = [row for row in rows if row["claim_id"] == study.example.lost.id]
    said = {(row["variable"], row["choice"], row["answer"]) for row in lost}
    assert {("topic", "storm", "Storm"), ("feelings", "hope", "Hope"), ("feelings", "fear", "Fear")} <= said
    assert {("sure", None, "yes"), ("reason", None, "Nobody\nasked"), ("score", None, "1200")} <= said
    assert {name for name, *_ in said} == {name for name in LABELS if not name.startswith("topic_")}
    (named,) = (row for row in lost if row["variable"] == "addressee")
    (speaker,) = (row for row in read_table(tmp_path, "speakers") if row["speaker_id"] == named["named_speaker_id"])
    assert named["answer"] == speaker["speaker_name"] == "Nils Aas"
    assert chosen(rows[:1], "about", "speaker_id", "article_id", "answer") == [
        ("speaker", study.example.union.id, None, "40")
    ]


def test_an_answer_that_no_longer_fits_is_a_row_as_it_was_given(study: Study, tmp_path: Path) -> None:
    study.answer("term", study.example.lost, "sea wall")
    before = len(read_table(_exported(study.example.store, tmp_path / "before"), "answers"))
    study.do(Edit("kind", tuple(changed(study.variable(name), kind=kind) for name, kind in OTHER_KINDS.items())))
    rows = read_table(_exported(study.example.store, tmp_path / "after"), "answers")
    assert len(rows) == before
    assert {("term", "sea wall"), ("topic", "Storm")} <= set(chosen(rows, "variable", "answer"))


def test_the_codebook_can_be_imported_again(study: Study, tmp_path: Path) -> None:
    study.do(pin_example(study.variable("topic"), study.choice("sea"), study.example.cost, "the wall", "The Tide"))
    export(study.example.store, tmp_path)
    assert write_toml(read(tmp_path / "codebook.csv")) == write_toml(drafts_of(study.codebook))


def test_a_coder_has_counts_and_the_times_of_the_first_and_last_edit(example: Example, tmp_path: Path) -> None:
    later = "2026-03-02T09:00:00.000+00:00"
    example.store.apply(mark_claim(example.records, 0, 4).stamped("CD", later))
    rows = read_table(_exported(example.store, tmp_path), "coders")
    columns = (
        "coder",
        "articles",
        "speakers",
        "claims",
        "numbers",
        "answers",
        "edits",
        "first_edit_at",
        "last_edit_at",
    )
    assert chosen(rows, *columns) == [
        ("AB", "2", "2", "2", "2", "0", "1", AT, AT),
        ("CD", "0", "0", "1", "0", "0", "1", later, later),
    ]


def test_every_edit_is_listed_with_what_it_takes_back(example: Example, tmp_path: Path) -> None:
    session = Session(example)
    session.do(mark_claim(session.records, 0, 4))
    session.undo()
    rows = read_table(_exported(example.store, tmp_path), "edits")
    first, done, undone = rows
    assert chosen(rows, "seq", "edit_kind", "coder") == [("1", "do", "AB"), ("2", "do", "AB"), ("3", "undo", "AB")]
    assert (first["undoes_edit_id"], undone["undoes_edit_id"]) == (None, done["edit_id"])
    assert (first["edit_label"], first["changes"]) == ("Make the example", "16")


def test_edits_that_are_made_meanwhile_are_not_listed(example: Example) -> None:
    with example.store.snapshot() as snapshot:
        example.store.apply(mark_claim(example.records, 0, 4).stamped("CD", AT))
        assert [edit.label for edit in snapshot.edits()] == ["Make the example"]
        assert [coder.coder for coder in snapshot.coders()] == ["AB"]
        assert (snapshot.count("edits"), snapshot.count("coders"), snapshot.count("claims")) == (1, 1, 2)


def _exported(store: Store, folder: Path) -> Path:
    export(store, folder)
    return folder
