"""What is still open is kept in step by edits, and is what a comparison of everything would find."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from models.actions.articles import toggle_boilerplate
from models.actions.claims import mark_claim
from models.actions.numbers import mark_number
from models.actions.suggestions import dismiss, nothing_here, record_suggestions
from models.edits import Edit
from models.properties import Assistance
from models.suggestions.coverage import find_places
from models.suggestions.finding import find
from models.suggestions.found import Found
from models.suggestions.offered import offered
from models.suggestions.open import open_suggestions
from models.suggestions.parts import parts_of
from models.suggestions.places import counts, open_places
from models.suggestions.still_open import Difference, StillOpen
from tests.example import TEXT, Example, place
from tests.models.suggestions.found_in_example import PROMISE, found_claim, found_number
from tests.session import Session, last_edit

METRES = "nearly 300 metres"
PLACES = find_places(TEXT, "en")
EVERYTHING = frozenset(Assistance)
WHOLE = (0, len(TEXT) + 1)


@pytest.fixture
def session(example: Example) -> Iterator[Session]:
    session = Session(example)
    yield session
    session.store.close()


def found() -> Found:
    """Return what is found in the text, with a claim around a number that is recorded there."""
    seen = find(TEXT, "en")
    night = found_claim("We lost nearly 300 metres in one night", numbers=(found_number(METRES),))
    return replace(seen, claims=(*seen.claims, found_claim(), night))


def begun(session: Session) -> StillOpen:
    still = StillOpen(session.records, session.learned, EVERYTHING)
    still.take([(WHOLE, [*parts_of(TEXT, found(), PLACES)])])
    return still


def done(session: Session, edit: Edit) -> Edit:
    """Do an edit, and return it."""
    session.do(edit)
    return edit


def undone(session: Session) -> Edit:
    """Undo the last edit, and return what did so."""
    return done(session, last_edit(session.store).inverse)


def assert_whole(still: StillOpen, session: Session) -> None:
    """Assert that nothing else is open than a comparison of everything finds."""
    left = open_suggestions(found(), session.records, session.learned)
    expected = {each.id: each for each in map(offered, left.in_order())}
    assert {each.id: each for each in still.suggestions} == expected
    assert [each.found_at for each in still.suggestions] == sorted(each.found_at for each in expected.values())
    assert sorted(still.places, key=repr) == sorted(open_places(PLACES, session.records), key=repr)
    assert still.counted == counts(still.places)
    assert still.places.offsets == [each.range[0] for each in still.places]


def edits(session: Session) -> Iterator[Edit]:
    """Yield an edit of each kind that opens or closes something, each made after the one before was done."""
    yield mark_claim(session.records, *place("nobody would have"))
    yield mark_number(session.records, *place("300 metres"))
    yield record_suggestions(session.records, session.registry, found().claims[:1])
    yield dismiss(session.records, found_claim())
    yield dismiss(session.records, found_number(METRES))
    yield nothing_here(session.records, *place("She promised that nobody would have to move."))
    yield toggle_boilerplate(session.records, *place("take two winters\n"))


def test_after_every_edit_and_its_undo_the_same_is_open_as_when_everything_is_compared(session: Session) -> None:
    still = begun(session)
    assert_whole(still, session)
    for edit in edits(session):
        still.follow(done(session, edit))
        assert_whole(still, session)
    for _ in range(7):
        still.follow(undone(session))
        assert_whole(still, session)


def test_an_edit_that_opens_and_closes_nothing_makes_no_difference(session: Session) -> None:
    still = begun(session)
    assert not still.follow(done(session, mark_claim(session.records, *place("Subscribe to"))))


def test_a_difference_has_what_is_gone_and_what_has_come_or_changed(session: Session) -> None:
    still = begun(session)
    (promise,) = [each for each in still.suggestions if TEXT[slice(*each.range)] == PROMISE]
    gone = still.follow(done(session, dismiss(session.records, promise.suggestion)))
    assert promise.id in gone.gone and still.with_id(promise.id) is None
    assert promise in still.follow(undone(session)).put


def test_a_number_that_was_dismissed_twice_goes_wherever_it_is_found(session: Session) -> None:
    still = begun(session)
    winters = found_number("two winters")
    for _ in range(2):
        still.follow(done(session, dismiss(session.records, winters)))
    assert_whole(still, session)


def test_what_is_not_wanted_goes_and_comes_back(session: Session) -> None:
    still = begun(session)
    before = [*still.suggestions]
    assert {*still.want(frozenset()).gone} == {each.id for each in before}
    assert len(still.suggestions) == 0 and len(still.places) == 0
    assert {*still.want(EVERYTHING).put} == {*before}


def test_a_number_taken_into_a_claim_is_open_only_there_until_the_claim_is_dismissed(session: Session) -> None:
    still = StillOpen(session.records, session.learned, EVERYTHING)
    wall, winters = found_claim("Harbour wall will take"), found_number("two winters")
    still.take([(WHOLE, [*parts_of(TEXT, Found((wall,), (winters,)), ())])])
    (claim,) = [each for each in still.suggestions if each.is_claim]
    wider = claim.bounded((claim.range[0], winters.span[1]), [winters])
    assert still.put_own(wider) == Difference((offered(winters).id,), (wider,))
    assert [*still.suggestions] == [wider]
    assert still.follow(done(session, dismiss(session.records, wider.suggestion))).put == (offered(winters),)


def test_what_has_words_in_a_range_is_found_there_also_with_other_boundaries(session: Session) -> None:
    still = begun(session)
    for each in still.suggestions:
        start, end = each.range
        assert still.overlapping(each.range) == [
            other for other in still.suggestions if other.range[0] < end and start < other.range[1]
        ]
    (promise,) = [each for each in still.suggestions if TEXT[slice(*each.range)] == PROMISE]
    moved = promise.bounded((0, 20), ())
    still.put_own(moved)
    assert moved in still.overlapping((0, 20)) and moved not in still.overlapping(promise.range)
    still.follow(done(session, dismiss(session.records, promise.suggestion)))
    assert moved not in still.overlapping((0, 20))
