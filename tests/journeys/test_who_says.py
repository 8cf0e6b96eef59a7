"""A claim with its speaker: what the cell offers, what Enter takes, and how all of it is taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from models.attribution import who_says
from models.attribution.attribution import Attribution
from models.entities import Role, SpeakerKind
from models.store import Store
from tests.journeys.desk import CTRL, SHIFT, Desk
from tests.journeys.sight import cells, marked, open_cell, said

WORDS = "nobody would have to move"


@pytest.fixture
def text_names(monkeypatch: pytest.MonkeyPatch, at_work: Desk) -> Callable[..., None]:
    """Return what has the text name somebody by the words “She promised”, or nobody."""

    def name_nobody() -> None:
        monkeypatch.setattr(who_says, "who_says", lambda *_: None)

    def name(name: str | None, *, certain: bool = True) -> None:
        if name is None:
            name_nobody()
            return
        text = at_work.records.text
        at = text.index("She promised")
        known = at_work.project.registry.find(name)
        found = Attribution(
            (at + 4, at + 12),
            ((at, at + 3),),
            name,
            "engineer",
            SpeakerKind.PERSON,
            known.id if known else None,
            certain,
        )
        monkeypatch.setattr(who_says, "who_says", lambda *_: found)

    return name


def record(desk: Desk, key: Qt.Key = Qt.Key.Key_C) -> None:
    """Select the words of a claim and press a key."""
    start = desk.records.text.index(WORDS)
    desk.text.setFocus()
    desk.text.select(start, start + len(WORDS))
    desk.press(key)


@pytest.mark.parametrize("name", ["Ida Brekke", "Tom Arkwright"])
def test_c_and_enter_record_the_claim_with_speaker_cue_and_source_and_one_undo_takes_all_back(
    at_work: Desk, text_names: Callable[..., None], study: Path, name: str
) -> None:
    text_names(name)
    speakers = len(at_work.project.registry.speakers)
    record(at_work)
    at_work.press(Qt.Key.Key_Return)
    assert at_work.focus is at_work.text
    claim = max(at_work.records.claims)
    speaker = at_work.project.registry.speakers[at_work.records.claims[claim].speaker or ""]
    assert speaker.name == name
    assert set(marked(at_work, claim)) == {WORDS, "promised", "She"}

    at_work.press(Qt.Key.Key_Z, CTRL)
    assert claim not in at_work.records.claims
    assert len(at_work.project.registry.speakers) == speakers
    assert said(at_work) == "“Mark claim” was undone."
    at_work.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert at_work.records.claims[claim].speaker == speaker.id
    assert at_work.records.spans_of(claim, Role.SOURCE)
    with Store.open(study, read_only=True) as store:
        assert store.article_records(at_work.records.article.id).claims[claim].speaker == speaker.id


def test_another_name_takes_the_place_of_the_guess(at_work: Desk, text_names: Callable[..., None]) -> None:
    text_names("Ida Brekke")
    record(at_work)
    at_work.type("Per Aas")
    at_work.press(Qt.Key.Key_Return)
    claim = max(at_work.records.claims)
    assert at_work.project.registry.speakers[at_work.records.claims[claim].speaker or ""].name == "Per Aas"
    assert marked(at_work, claim) == [WORDS]


def test_where_the_text_names_nobody_the_cell_is_empty_and_enter_returns(
    at_work: Desk, text_names: Callable[..., None]
) -> None:
    text_names(None)
    record(at_work)
    assert (open_cell(at_work).text(), open_cell(at_work).placeholderText()) == ("", "who?")
    at_work.press(Qt.Key.Key_Return)
    assert at_work.records.claims[max(at_work.records.claims)].speaker is None
    assert at_work.focus is at_work.text


def test_undo_in_the_cell_that_c_opened_takes_the_claim_back(at_work: Desk, text_names: Callable[..., None]) -> None:
    text_names("Ida Brekke")
    count = len(at_work.records.claims)
    record(at_work)
    at_work.press(Qt.Key.Key_Z, CTRL)
    assert len(at_work.records.claims) == count
    assert WORDS not in cells(at_work.statements, "claim")


def test_a_claim_that_is_recorded_already_is_chosen_and_not_recorded_again(
    at_work: Desk, text_names: Callable[..., None]
) -> None:
    text_names("Ida Brekke")
    record(at_work)
    at_work.press(Qt.Key.Key_Return)
    claim, count = max(at_work.records.claims), len(at_work.records.claims)
    at_work.choose(None)
    for key in (Qt.Key.Key_C, Qt.Key.Key_R):
        record(at_work, key)
        assert len(at_work.records.claims) == count
        assert at_work.selected == claim
        assert "recorded already" in said(at_work)
        assert at_work.focus is at_work.text


def test_the_claim_that_is_there_asks_for_its_speaker_if_it_has_none(
    at_work: Desk, text_names: Callable[..., None]
) -> None:
    text_names("Ida Brekke")
    record(at_work)
    at_work.press(Qt.Key.Key_Escape)
    count = len(at_work.records.claims)
    record(at_work)
    assert open_cell(at_work).text() == "Ida Brekke"
    at_work.press(Qt.Key.Key_Return)
    assert len(at_work.records.claims) == count
    assert at_work.records.claims[max(at_work.records.claims)].speaker


def test_r_records_with_the_speaker_of_the_claim_before_and_opens_no_cell(
    at_work: Desk, text_names: Callable[..., None]
) -> None:
    text_names("Tom Arkwright")
    record(at_work)
    at_work.press(Qt.Key.Key_Return)
    before = at_work.records.claims[max(at_work.records.claims)]
    text = at_work.records.text
    at_work.text.select(text.index("the plan too small"), text.index("the plan too small") + 18)
    at_work.press(Qt.Key.Key_R)
    claim = at_work.records.claims[max(at_work.records.claims)]
    assert claim.id != before.id
    assert claim.speaker == before.speaker
    assert at_work.selected == claim.id
    assert at_work.focus is at_work.text
    at_work.press(Qt.Key.Key_Z, CTRL)
    assert claim.id not in at_work.records.claims


def test_r_without_a_claim_before_records_nothing_and_says_what_to_press(at_work: Desk) -> None:
    at_work.press(Qt.Key.Key_PageDown, CTRL)
    at_work.press(Qt.Key.Key_J)
    at_work.press(Qt.Key.Key_R)
    assert at_work.records.claims == {}
    assert "press C" in said(at_work)
