"""Questions of the window to the article and the registry in memory."""

import pytest

from models.actions.claims import delete_claim, mark_claim
from models.edits import Change, Edit, changed, made
from models.entities import Claim, Role, Span, Speaker
from models.lines.positions import all_positions
from models.records import ArticleRecords
from models.text.folding import spelling
from tests.example import TEXT, Example, every_statement, place, typed
from tests.session import Session


def test_the_claim_around_a_place_is_the_innermost(example: Example) -> None:
    session = Session(example)
    session.do(mark_claim(session.records, *place("nearly 300 metres in one night")))
    inner = list(session.records.claims)[-1]
    around = session.records.claim_around
    assert around(*place("300 metres")) == session.records.claims[inner]
    assert around(*place("We lost")) == example.lost
    assert around(*place("wall 🌊 would cost")) == example.cost
    assert around(*place("Ida Brekke, said")) is None


def test_a_record_without_a_place_stands_at_the_end(example: Example) -> None:
    claim = Claim(article=example.article.id)
    records = ArticleRecords(example.article, TEXT, [claim])
    assert records.start(claim.id) == len(TEXT)
    assert records.words(claim.id) == ""
    assert records.spans_of(claim.id) == []


def test_where_a_claim_starts_is_where_its_words_start_not_its_cue(example: Example) -> None:
    start, _ = place("the wall 🌊")
    assert example.records.start(example.cost.id) == start


def test_the_last_speaker_is_that_of_the_newest_claim_that_has_one(example: Example) -> None:
    session = Session(example)
    assert session.records.last_speaker() == example.mayor.id
    session.do(mark_claim(session.records, 0, 4))
    newest = list(session.records.claims.values())[-1]
    assert session.records.last_speaker() == example.mayor.id
    session.do(typed([newest], "speaker", "Fishermen's union", session.registry))
    assert session.records.last_speaker() == example.union.id


def test_numbers_of_a_claim_stand_in_text_order_whatever_the_order_of_recording(example: Example) -> None:
    records = example.records
    numbers = [records.numbers[example.millions.id], records.numbers[example.berths.id]]
    records.take(Edit("Move", (changed(numbers[1], claim=example.cost.id),)))
    assert [number.id for number in records.numbers_of(example.cost.id)] == [example.millions.id, example.berths.id]
    (span,) = records.spans_of(example.berths.id)
    records.take(Edit("Move", (changed(span, start=0, end=4),)))
    assert [number.id for number in records.numbers_of(example.cost.id)] == [example.berths.id, example.millions.id]


def test_what_happens_in_another_article_does_not_concern_this_one(example: Example) -> None:
    records = example.records
    assert not records.take(Edit("Elsewhere", (made(Claim(article=example.other.id)), made(Speaker(name="Nils Aas")))))
    assert records.claims.keys() == {example.cost.id, example.lost.id}


def test_speakers_are_no_news_to_an_article_nor_claims_to_the_registry(example: Example) -> None:
    speaker, claim = Edit("New", (made(Speaker(name="Nils")),)), Edit("New", (made(Claim(article=example.article.id)),))
    assert example.registry.take(speaker)
    assert not example.registry.take(claim)
    assert not example.records.take(speaker)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ida Brekke", " ida\n BREKKE"), ("O’Neil", "O'NEIL"), ("José", "Jose\u0301"), ("Straße", "STRASSE")],
)
def test_spellings_of_one_name_are_one(one: str, other: str) -> None:
    assert spelling(one) == spelling(other)


def test_names_with_other_letters_are_others() -> None:
    assert spelling("José") != spelling("Jose")


def test_a_change_is_of_one_row(example: Example) -> None:
    for before, after in ((None, None), (example.cost, example.lost), (example.cost, example.mayor)):
        with pytest.raises(ValueError, match="a change needs one row"):
            Change(before, after)


def test_an_edit_taken_back_twice_is_the_edit(example: Example) -> None:
    span = Span(article=example.article.id, role=Role.CUE, claim=example.lost.id, start=0, end=4)
    edit = Edit("Two", (made(span), changed(example.lost, note="x")))
    assert edit.inverse.changes == (Change(changed(example.lost, note="x").after, example.lost), Change(span, None))
    assert edit.inverse.inverse.changes == edit.changes
    assert (edit.inverse.label, edit.inverse.undoes) == ("Two", edit.id)


def test_what_begins_at_one_place_is_in_one_order_in_the_file_and_in_memory(example: Example) -> None:
    session = Session(example)
    for end in (20, 10, 15):
        session.do(mark_claim(session.records, 0, end))
    first = next(claim for claim in session.records.claims.values() if session.records.contents(claim.id)[0].end == 20)
    session.do(delete_claim(session.records, first))
    session.undo()
    in_memory = [position.claim for position in all_positions(session.records)]
    in_file = [line.claim.id if line.claim else "" for line in every_statement(session.store)]
    assert [each for each in in_file if each in in_memory] == in_memory
    again = session.store.article_records(session.records.article.id)
    assert [position.claim for position in all_positions(again)] == in_memory
