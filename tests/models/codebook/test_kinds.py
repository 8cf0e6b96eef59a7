"""Every kind of variable reads what is typed, shows it, sorts it, and refuses what it cannot understand."""

import pytest

from models.codebook.codebook import Codebook
from models.codebook.kinds import KINDS
from models.codebook.kinds.answer_kind import Unfit
from models.edits import Edit, changed
from models.entities import Subject
from models.errors import OnrecordError
from tests.models.codebook.study import Study

UNDERSTOOD = {
    "text": [("the wall", "the wall"), ("  two   words ", "two words"), ("=1+1", "=1+1")],
    "long_text": [("one\ntwo", "one\ntwo")],
    "yes_no": [("yes", "yes"), ("N", "no"), ("u", "unclear")],
    "whole_number": [("1200", "1200"), ("-3", "-3"), ("1,200", "1200"), ("1 200", "1200"), ("−3", "-3")],
    "decimal": [("0.5", "0.5"), ("-2", "-2"), ("12.25", "12.25")],
    "date": [("2015-01-23", "2015-01-23"), ("23 January 2015", "2015-01-23")],
    "speaker": [("Ida Brekke", "Ida Brekke"), ("Nobody Yet", "Nobody Yet")],
    "choice": [("high", "High"), ("LOW", "Low"), ("h", "High")],
    "choices": [("high", "High"), ("low; high", "Low; High"), ("h;l", "Low; High")],
}
REFUSED = {
    "yes_no": ["maybe", "1"],
    "whole_number": ["yes", "0.5", "0,5", "1,2", "12 34", "1e3"],
    "decimal": ["yes", "0,5", "1,234", "1e3", "5%"],
    "date": ["yesterday", "3/4/2015"],
    "choice": ["medium"],
    "choices": ["high; medium"],
}


def ask(study: Study, kind: str) -> None:
    """Add a variable of a kind, with two choices if it takes any."""
    variable = study.ask("level", kind)
    if KINDS[kind].has_choices:
        study.offer(variable, "Low")
        study.offer(variable, "High")


def test_every_kind_is_tried_here() -> None:
    assert UNDERSTOOD.keys() == KINDS.keys()


@pytest.mark.parametrize(("kind", "typed", "shown"), [(k, *case) for k, cases in UNDERSTOOD.items() for case in cases])
def test_what_is_typed_is_shown_kept_and_typed_back(study: Study, kind: str, typed: str, shown: str) -> None:
    ask(study, kind)
    claim = study.example.lost
    study.answer("level", claim, typed)
    assert study.shown("level", claim) == shown
    attribute = study.attribute("level")
    value = attribute.read(claim, study.known)
    assert attribute.parse(attribute.edit_text(value), study.known) == value
    assert study.example.store.article_records(claim.article).answers_of(claim.id) == study.known.answers_of(claim.id)


@pytest.mark.parametrize(("kind", "typed"), [(kind, typed) for kind, cases in REFUSED.items() for typed in cases])
def test_what_may_be_misread_is_refused(study: Study, kind: str, typed: str) -> None:
    ask(study, kind)
    with pytest.raises(OnrecordError):
        study.answer("level", study.example.lost, typed)
    assert study.known.answers_of(study.example.lost.id) == ()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("subject", Subject)
def test_an_answer_is_given_changed_cleared_undone_and_redone(study: Study, kind: str, subject: Subject) -> None:
    variable = study.ask("level", kind, subject)
    if KINDS[kind].has_choices:
        study.offer(variable, "Low")
        study.offer(variable, "High")
    example = study.example
    record = {"claim": example.lost, "number": example.berths, "speaker": example.mayor, "article": example.article}[
        subject
    ]
    first, second = ("high", "low") if KINDS[kind].has_choices else (UNDERSTOOD[kind][0][0], UNDERSTOOD[kind][-1][0])
    edits = [study.answer("level", record, typed) for typed in (first, second, "")]
    assert study.shown("level", record) == ""
    seen = []
    undone = []
    for edit in reversed(edits):
        undone.append(study.do(edit.inverse))
        seen.append(study.shown("level", record))
    assert seen[0] and seen[1] and not seen[2]
    for edit, shown in zip(reversed(undone), [seen[1], seen[0], ""], strict=True):
        study.do(edit.inverse)
        assert study.shown("level", record) == shown
    assert list(example.store.problems()) == []


def test_a_new_choice_is_added_while_coding_only_if_the_codebook_allows_it(study: Study) -> None:
    closed = study.ask("topic", "choice")
    study.offer(closed, "War")
    study.do(changed_to_open := Edit("open", (changed(study.variable("topic"), open_ended=True),)))
    assert changed_to_open.changes
    study.answer("topic", study.example.lost, "Fishing rights")
    assert [each.label for each in study.codebook.choices_of(closed.id)] == ["War", "Fishing rights"]
    assert study.choice("fishing_rights").label == study.shown("topic", study.example.lost)


def test_a_label_that_occurs_twice_is_named_with_the_choices_above_it(study: Study) -> None:
    variable = study.ask("topic", "choice")
    home, abroad = study.offer(variable, "Home"), study.offer(variable, "Abroad")
    for number, parent in enumerate((home, abroad)):
        study.do(_other(study, variable.id, parent.id, number))
    study.answer("topic", study.example.lost, "Abroad › Other")
    assert study.shown("topic", study.example.lost) == "Abroad › Other"
    with pytest.raises(OnrecordError):
        study.answer("topic", study.example.cost, "other")


def _other(study: Study, variable: str, parent: str, number: int) -> Edit:
    from models.actions.choices import add_choice
    from models.entities import Choice

    choice = Choice(variable=variable, value=f"other_{number}", label="Other", parent=parent)
    return add_choice(study.codebook, choice)


def test_an_answer_that_no_longer_fits_is_kept_shown_and_can_be_replaced(study: Study) -> None:
    study.ask("level", "text")
    claim = study.example.lost
    study.answer("level", claim, "rather high")
    study.do(Edit("kind", (changed(study.variable("level"), kind="whole_number"),)))
    value = study.attribute("level").read(claim, study.known)
    assert isinstance(value, Unfit)
    assert value == "rather high"
    assert "rather high" in study.shown("level", claim)
    study.answer("level", claim, "7")
    assert study.shown("level", claim) == "7"


def test_the_codebook_in_the_file_is_the_one_in_memory(study: Study) -> None:
    variable = study.ask("topic", "choice")
    study.offer(variable, "War", study.offer(variable, "Abroad"))
    read = study.example.store.codebook()
    assert isinstance(read, Codebook)
    assert (read.variables, read.choices) == (study.codebook.variables, study.codebook.choices)
    assert list(study.example.store.problems()) == []
