"""A record says how it began: by hand, or as a suggestion that was accepted, as it was or with changes."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from models.actions.claims import add_part, mark_claim, mark_cue, set_boundaries
from models.actions.correcting import correct_text
from models.actions.duplicating import duplicate_record
from models.actions.flagging import toggle_discuss
from models.actions.speakers import delete_speakers, merge_speakers
from models.attributes.comparing import Operator
from models.correcting.correction import correct
from models.edits import Edit, made
from models.entities import Claim, Number, Origin, Qualifier, Role, Span
from models.lines.order import Condition, Order, Sort
from models.store.view import StoreView
from tests.example import Example, claims_of, listed, place, typed
from tests.session import Session


class Accepted:
    """The example project with a claim and its number that were accepted as they were suggested."""

    def __init__(self, example: Example) -> None:
        self.example, self.session = example, Session(example)
        article, began = example.article.id, Origin.ACCEPTED
        claim = Claim(article=article, speaker=example.mayor.id, origin=began, rule="quotation")
        number = Number(
            article=article, claim=claim.id, value=300.0, qualifier=Qualifier.ALMOST, origin=began, rule="number"
        )
        (start, end), (first, last) = place("nearly 300 metres in one night"), place("nearly 300 metres")
        rows = (
            *(claim, number),
            Span(article=claim.article, role=Role.CONTENT, claim=claim.id, start=start, end=end),
            Span(article=claim.article, role=Role.NUMBER, number=number.id, start=first, end=last),
        )
        self.session.do(Edit("Record suggestion", tuple(made(row) for row in rows)))
        self._claim, self._number = claim.id, number.id

    @property
    def claim(self) -> Claim:
        return self.session.records.claims[self._claim]

    @property
    def number(self) -> Number:
        return self.session.records.numbers[self._number]

    @property
    def origins(self) -> tuple[Origin, Origin]:
        """The origins of claim and number, which memory and file agree on."""
        self.session.expect_memory_as_in_file()
        return self.claim.origin, self.number.origin


@pytest.fixture
def accepted(example: Example) -> Iterator[Accepted]:
    found = Accepted(example)
    yield found
    found.session.store.close()


AS_IT_WAS = Origin.ACCEPTED, Origin.ACCEPTED


def test_what_was_recorded_by_hand_stays_so(accepted: Accepted) -> None:
    session, lost = accepted.session, accepted.example.lost
    session.do(set_boundaries(session.records, session.records.contents(lost.id)[0], *place("We lost")))
    assert session.records.claims[lost.id].origin is Origin.BY_HAND


def test_a_claim_with_another_speaker_is_changed_and_undo_makes_it_as_it_was(accepted: Accepted) -> None:
    before = accepted.claim
    accepted.session.do(typed(accepted.claim, "speaker", "Fishermen's union", accepted.session.registry))
    assert accepted.origins == (Origin.CHANGED, Origin.ACCEPTED)
    assert accepted.claim.rule == "quotation"
    accepted.session.undo()
    assert accepted.claim == before
    assert accepted.origins == AS_IT_WAS
    accepted.session.redo()
    assert accepted.origins == (Origin.CHANGED, Origin.ACCEPTED)


def test_a_number_with_another_value_is_changed(accepted: Accepted) -> None:
    accepted.session.do(typed(accepted.number, "value", "310 m", accepted.session.registry))
    assert accepted.origins == (Origin.ACCEPTED, Origin.CHANGED)


def test_a_claim_with_other_words_is_changed_though_the_edit_is_about_its_spans_alone(accepted: Accepted) -> None:
    session = accepted.session
    (part,) = session.records.contents(accepted.claim.id)
    edit = set_boundaries(session.records, part, *place("300 metres in one night"))
    assert not edit.concerns(Claim)
    session.do(edit)
    assert accepted.origins == (Origin.CHANGED, Origin.ACCEPTED)
    session.undo()
    assert accepted.origins == AS_IT_WAS


def test_a_claim_with_another_part_or_cue_is_changed(accepted: Accepted) -> None:
    session = accepted.session
    for edit in (
        add_part(session.records, accepted.claim, *place("nobody would have to move")),
        mark_cue(session.records, accepted.claim, *place("added")),
    ):
        session.do(edit)
        assert accepted.origins == (Origin.CHANGED, Origin.ACCEPTED)
        session.undo()


def test_a_note_a_summary_and_a_flag_are_no_changes_of_what_was_suggested(accepted: Accepted) -> None:
    session = accepted.session
    session.do(typed(accepted.claim, "note", "ask again"))
    session.do(typed(accepted.claim, "summary", "300 metres were lost"))
    session.do(toggle_discuss([accepted.claim, accepted.number]))
    assert accepted.origins == AS_IT_WAS


def test_a_claim_keeps_its_origin_when_its_speaker_is_merged_but_not_when_he_is_deleted(accepted: Accepted) -> None:
    session, example = accepted.session, accepted.example
    claims = claims_of(session.store, example.mayor.id)
    session.do(merge_speakers(session.registry, [example.mayor], example.union, claims))
    assert accepted.claim.speaker == example.union.id
    assert accepted.origins == AS_IT_WAS
    union = session.registry.speakers[example.union.id]
    session.do(delete_speakers(session.registry, [union], claims_of(session.store, union.id)))
    assert accepted.origins == (Origin.CHANGED, Origin.ACCEPTED)


def test_records_are_carried_to_a_corrected_text_as_they_were(accepted: Accepted) -> None:
    session = accepted.session
    session.do(correct_text(correct(session.records, "Corrected\n\n" + session.records.text)))
    assert accepted.origins == AS_IT_WAS


def test_a_number_that_gets_into_a_claim_recorded_around_it_is_as_it_was(accepted: Accepted) -> None:
    session = accepted.session
    loose = Number(article=accepted.claim.article, origin=Origin.ACCEPTED, rule="number")
    start, end = place("two winters")
    span = Span(article=loose.article, role=Role.NUMBER, number=loose.id, start=start, end=end)
    session.do(Edit("Record suggestion", (made(loose), made(span))))
    session.do(mark_claim(session.records, *place("will take two winters")))
    number = session.records.numbers[loose.id]
    assert number.claim and number.origin is Origin.ACCEPTED


def test_a_copy_of_an_accepted_record_is_made_by_hand(accepted: Accepted) -> None:
    for record in (accepted.claim, accepted.number):
        copy = duplicate_record(accepted.session.records, record).changes[0].after
        assert isinstance(copy, Claim | Number)
        assert (copy.origin, copy.rule) == (Origin.BY_HAND, None)


def test_the_history_has_what_became_changed_with_the_edit_that_changed_it(accepted: Accepted) -> None:
    session = accepted.session
    (part,) = session.records.contents(accepted.claim.id)
    session.do(set_boundaries(session.records, part, *place("300 metres in one night")))
    line = session.store.undoable("AB")
    assert line and line.changes == 2
    assert {type(change.row) for change in session.store.edit(line).changes} == {Span, Claim}


def test_lists_are_sorted_filtered_and_grouped_by_how_their_records_began(accepted: Accepted) -> None:
    store, hand = accepted.session.store, Order(conditions=(Condition("origin", Operator.IS, ("by hand",)),))
    began = [(line.claim or line.number) for line in listed(store, Order(sorts=(Sort("origin"),)))]
    assert [each.origin for each in began if each] == [Origin.ACCEPTED, *[Origin.BY_HAND] * 3]
    assert len(listed(store, hand)) == 3
    of_number = Order(conditions=(Condition("number_origin", Operator.IS, ("accepted",)),))
    assert [line.number for line in listed(store, of_number)] == [accepted.number]
    assert len(listed(store, Order(conditions=(Condition("rule", Operator.CONTAINS, ("quot",)),)))) == 1
    assert listed(store, Order(text="quotation")) == [], "a filter finds what coders have written"
    with closing(StoreView(store.path)) as view:
        found = view.groups(Order(), "origin")
    lines = {each.label: each.figures.lines for each in found.listed}
    assert (lines["accepted"], lines["by hand"]) == (1, 3)
