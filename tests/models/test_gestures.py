"""Several edits of one gesture are undone and redone together."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from models.actions import claims
from models.actions.attributing import attribute_claim
from models.attribution.attribution import Attribution
from models.edits import Change, Edit, changed, deleted, made
from models.entities import Role, Speaker, SpeakerKind
from models.ids import Id
from models.places import place_of
from tests.example import CODER, Example, place, typed
from tests.session import LATER, Session, last_edit
from tests.snapshots import faults_of, history_of

ENGINEER = Attribution(
    place("promised"), (place("She"),), "Tom Arkwright", "chief engineer", SpeakerKind.PERSON, certain=True
)


@pytest.fixture
def session(example: Example) -> Iterator[Session]:
    """Yield the example as the window holds it."""
    session = Session(example)
    yield session
    session.store.close()


def record(session: Session) -> tuple[Id, Id]:
    """Record a claim; return its id and that of the edit."""
    edit = claims.mark_claim(session.records, *place("nobody would have to move"))
    session.do(edit)
    return edit.changes[0].row.id, edit.id


def name_speaker(session: Session, claim: Id, continues: Id, name: str = "Tom Arkwright") -> None:
    """Say who makes the claim, in the same gesture."""
    edit = attribute_claim(session.records, session.registry, session.records.claims[claim], name, ENGINEER)
    session.do(replace(edit, continues=continues))


def words(session: Session, claim: Id, role: Role) -> list[str]:
    """Return the words of a claim's spans of a role."""
    return [session.records.text[span.start : span.end] for span in session.records.spans_of(claim, role)]


def test_one_undo_takes_back_the_claim_with_its_speaker_and_one_redo_brings_both_back(session: Session) -> None:
    before, held = session.rows(), session.memory()
    claim, edit = record(session)
    name_speaker(session, claim, edit)
    after, remembered = session.rows(), session.memory()
    for _ in range(2):
        session.undo()
        assert (session.rows(), session.memory()) == (before, held)
        session.expect_memory_as_in_file()
        session.redo()
        assert (session.rows(), session.memory()) == (after, remembered)
        session.expect_memory_as_in_file()
    session.reopen()
    session.undo()
    assert (session.rows(), session.memory()) == (before, held)
    assert faults_of(session.path) == []


def test_undo_is_named_after_what_the_gesture_began_with(session: Session) -> None:
    claim, edit = record(session)
    name_speaker(session, claim, edit)
    undoable = session.store.undoable(CODER)
    assert undoable
    assert undoable.label == "Mark claim"
    session.undo()
    redoable = session.store.redoable(CODER)
    assert redoable
    assert redoable.label == "Mark claim"


def test_undo_goes_on_to_what_was_done_before_the_gesture(session: Session, example: Example) -> None:
    session.do(typed(session.records.claims[example.cost.id], "note", "first"))
    rows = session.rows()
    claim, edit = record(session)
    name_speaker(session, claim, edit)
    session.undo()
    assert session.rows() == rows
    session.undo()
    assert session.records.claims[example.cost.id].note is None
    session.redo()
    session.redo()
    assert session.records.claims[claim].speaker is not None


def test_an_edit_after_something_else_was_done_is_a_gesture_by_itself(session: Session, example: Example) -> None:
    claim, edit = record(session)
    session.do(typed(session.records.claims[example.cost.id], "note", "between"))
    name_speaker(session, claim, edit)
    session.undo()
    assert session.records.claims[claim].speaker is None
    session.undo()
    assert session.records.claims[example.cost.id].note is None
    assert claim in session.records.claims


def test_a_gesture_can_have_more_than_two_edits(session: Session) -> None:
    before = session.rows()
    claim, first = record(session)
    name_speaker(session, claim, first)
    second = session.store.undoable(CODER)
    assert second
    note = typed(session.records.claims[claim], "note", "a third")
    session.do(replace(note, continues=second.id))
    session.undo()
    assert session.rows() == before
    session.redo()
    assert session.records.claims[claim].note == "a third"


def test_the_history_only_grows_by_a_gesture(session: Session) -> None:
    claim, edit = record(session)
    history = history_of(session.path)
    name_speaker(session, claim, edit)
    session.undo()
    session.redo()
    assert history_of(session.path)[: len(history)] == history
    assert len(history_of(session.path)) == len(history) + 3


def test_between_its_two_edits_the_claim_stands_in_the_file_without_a_speaker(session: Session) -> None:
    claim, _ = record(session)
    session.reopen()
    assert session.store.article_records(session.records.article.id).claims[claim].speaker is None
    session.undo()
    assert claim not in session.store.article_records(session.records.article.id).claims


def test_a_gesture_changes_each_row_once(session: Session, example: Example) -> None:
    speaker = Speaker(name="Nils Aas")
    note = changed(example.mayor, note="seen")
    session.do(first := Edit("First", (made(speaker), note)))
    session.do(second := replace(_renamed(session, speaker.id, "Nils"), continues=first.id))
    session.do(third := replace(_renamed(session, speaker.id, "Aas"), continues=second.id))
    edit = last_edit(session.store)
    assert (edit.label, edit.id, edit.at) == ("First", third.id, LATER)
    assert edit.changes == (made(session.registry.speakers[speaker.id]), _as_kept(session, note))
    session.do(Edit("Fourth", (deleted(session.registry.speakers[speaker.id]),), continues=third.id))
    assert last_edit(session.store).changes == (_as_kept(session, note),)


def _renamed(session: Session, speaker: Id, name: str) -> Edit:
    return Edit("Rename", (changed(session.registry.speakers[speaker], name=name),))


def _as_kept(session: Session, change: Change) -> Change:
    return Change(change.before, session.registry.speakers[change.row.id])


def test_undoing_a_gesture_shows_no_record_that_is_gone(session: Session) -> None:
    claim, edit = record(session)
    name_speaker(session, claim, edit)
    shown = place_of(last_edit(session.store).inverse)
    assert shown
    assert shown.record is None


def test_cue_and_source_come_with_the_speaker_they_name(session: Session) -> None:
    claim, edit = record(session)
    name_speaker(session, claim, edit)
    made = session.registry.find("Tom Arkwright")
    assert made
    assert (made.role, made.kind) == ("chief engineer", SpeakerKind.PERSON)
    assert (words(session, claim, Role.CUE), words(session, claim, Role.SOURCE)) == (["promised"], ["She"])


@pytest.mark.parametrize(("name", "fits"), [("Arkwright", True), ("tom arkwright", True), ("Ida Brekke", False)])
def test_another_name_takes_cue_and_source_only_if_it_can_be_the_same_speaker(
    session: Session, name: str, fits: bool
) -> None:
    claim, edit = record(session)
    name_speaker(session, claim, edit, name)
    assert bool(words(session, claim, Role.CUE)) == fits
    assert bool(words(session, claim, Role.SOURCE)) == fits


def test_a_role_is_not_given_to_somebody_of_another_name(session: Session) -> None:
    claim, edit = record(session)
    name_speaker(session, claim, edit, "Arkwright")
    made = session.registry.find("Arkwright")
    assert made
    assert (made.role, made.kind) == (None, None)


def test_a_pronoun_that_means_nobody_known_can_be_anybody(session: Session, example: Example) -> None:
    claim, _ = record(session)
    she = Attribution(place("promised"), (place("She"),), None)
    session.do(attribute_claim(session.records, session.registry, session.records.claims[claim], "Ida Brekke", she))
    assert session.records.claims[claim].speaker == example.mayor.id
    assert words(session, claim, Role.SOURCE) == ["She"]


def test_a_repeated_claim_has_the_speaker_of_the_one_before(session: Session, example: Example) -> None:
    claim = claims.repeat_claim(session.records, example.cost, *place("nobody would have to move"))
    session.do(claim)
    again = claim.changes[0].row
    assert session.records.claims[again.id].speaker == example.mayor.id


def test_no_name_takes_no_words_along(session: Session) -> None:
    claim, _ = record(session)
    edit = attribute_claim(session.records, session.registry, session.records.claims[claim], " ", ENGINEER)
    assert edit.changes == ()
