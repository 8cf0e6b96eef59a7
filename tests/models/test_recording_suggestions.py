"""What was found is recorded with one edit: claims with speakers, cues, sources and numbers."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from models.actions.suggestions import bring_back, dismiss, record_suggestions
from models.entities import Claim, Mode, Number, Origin, Qualifier, Role, Speaker, SpeakerKind
from models.suggestions.open import Suggestion
from tests.example import TEXT, Example, place, typed
from tests.models.suggestions.found_in_example import PROMISE, found_claim, found_number
from tests.session import Session


@pytest.fixture
def session(example: Example) -> Iterator[Session]:
    session = Session(example)
    yield session
    session.store.close()


def record(session: Session, *suggestions: Suggestion) -> tuple[list[Claim], list[Number], list[Speaker]]:
    """Record suggestions; return the claims, numbers and speakers that this makes."""
    edit = record_suggestions(session.records, session.registry, suggestions)
    session.do(edit)
    session.expect_memory_as_in_file()
    return [*edit.made(Claim)], [*edit.made(Number)], [*edit.made(Speaker)]


def words(session: Session, record: Claim, role: Role) -> list[str]:
    return [TEXT[span.start : span.end] for span in session.records.spans_of(record.id, role)]


def test_a_claim_is_recorded_with_its_known_speaker_cue_and_source(session: Session, example: Example) -> None:
    (claim,), _numbers, new = record(session, found_claim())
    assert (claim.speaker, new) == (example.mayor.id, []), "Ms Brekke is an alias"
    assert (claim.mode, claim.origin, claim.rule) == (Mode.INDIRECT, Origin.ACCEPTED, "verb before")
    found = [words(session, claim, role) for role in (Role.CONTENT, Role.CUE, Role.SOURCE)]
    assert found == [[PROMISE], ["promised"], ["She"]]


def test_a_new_speaker_is_added_once_with_what_the_text_says(session: Session) -> None:
    both, _numbers, new = record(session, found_claim(name="Nils Aas"), found_claim("the plan too small", "Nils  aas"))
    (nils,) = new
    assert (nils.name, nils.role, nils.kind) == ("Nils Aas", "mate", SpeakerKind.PERSON)
    assert {claim.speaker for claim in both} == {nils.id}
    session.undo()
    assert nils.id not in session.registry.speakers


def test_a_speaker_of_the_registry_counts_for_more_than_the_name_that_was_found(
    session: Session, example: Example
) -> None:
    (claim,), _numbers, new = record(session, found_claim(name="she", speaker=example.union.id))
    assert (claim.speaker, new) == (example.union.id, [])


def test_a_claim_whose_speaker_is_gone_or_unknown_has_none(session: Session, example: Example) -> None:
    (claim,), _numbers, new = record(session, found_claim(name=None, speaker=example.cost.id))
    assert (claim.speaker, new) == (None, [])


def test_the_numbers_of_a_claim_are_recorded_in_it_with_their_values(session: Session) -> None:
    metres = found_number("nearly 300 metres")
    (claim,), (number,), _new = record(session, found_claim("We lost nearly 300 metres", numbers=(metres,)))
    assert (number.claim, number.value, number.qualifier, number.unit) == (claim.id, 300, Qualifier.ALMOST, "m")
    assert (number.origin, number.rule) == (Origin.ACCEPTED, "number")
    assert session.records.words(number.id) == "nearly 300 metres"


def test_a_number_that_is_not_wanted_is_left_out_of_its_claim(session: Session) -> None:
    found = found_claim("We lost nearly 300 metres", numbers=(found_number("nearly 300 metres"),))
    _claims, numbers, _new = record(session, replace(found, numbers=()))
    assert numbers == []


def test_a_number_outside_of_the_claims_belongs_to_the_claim_recorded_around_it(
    session: Session, example: Example
) -> None:
    _claims, numbers, _new = record(session, found_number("nearly 300 metres"), found_number("two winters"))
    assert [number.claim for number in numbers] == [example.lost.id, None]


def test_a_number_in_two_claims_is_recorded_once_in_the_shorter(session: Session) -> None:
    metres = found_number("nearly 300 metres")
    long, short = (
        found_claim(each, numbers=(metres,)) for each in ("We lost nearly 300 metres", "lost nearly 300 metres")
    )
    claims, (number,), _new = record(session, long, short)
    (owner,) = (claim for claim in claims if claim.id == number.claim)
    assert words(session, owner, Role.CONTENT) == ["lost nearly 300 metres"]


def test_numbers_that_were_recorded_before_belong_to_the_claim_around_them(session: Session, example: Example) -> None:
    (claim,), _numbers, _new = record(session, found_claim("It wants at least 12 new berths"))
    berths = session.records.numbers[example.berths.id]
    assert (berths.claim, berths.origin) == (claim.id, Origin.BY_HAND)


def test_all_in_sight_are_recorded_in_one_edit(session: Session) -> None:
    before = session.rows()
    record(session, found_claim(), found_claim("the plan too small"), found_number("two winters"))
    assert session.store.undoable("AB")
    session.undo()
    assert session.rows() == before


def test_what_is_changed_before_it_is_recorded_is_one_gesture_and_says_so(session: Session) -> None:
    before = session.rows()
    edit = record_suggestions(session.records, session.registry, [found_claim()])
    session.do(edit)
    (claim,) = edit.made(Claim)
    typing = typed(session.records.claims[claim.id], "speaker", "Nils Aas", session.registry)
    session.do(replace(typing, continues=edit.id))
    assert session.records.claims[claim.id].origin is Origin.CHANGED
    session.undo()
    assert session.rows() == before


def test_what_was_dismissed_can_be_brought_back(session: Session) -> None:
    session.do(dismiss(session.records, found_number("two winters")))
    (row,) = session.records.dismissed.values()
    assert (row.words, row.start, row.end) == ("two winters", *place("two winters"))
    session.do(bring_back([row]))
    assert session.records.dismissed == {}
