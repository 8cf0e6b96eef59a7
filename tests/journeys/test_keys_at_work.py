"""Text and table follow each other, and each key does its work on the selected record: in file, table and text."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.dialogs import asking
from gui.dialogs.keys import KeysDialog
from models.entities import Claim, Role, Status
from tests.gui.tables.acting import row_of
from tests.journeys.desk import CTRL, SHIFT, Desk
from tests.journeys.sight import (
    cells,
    claims_shown,
    go_to_cell,
    held,
    marked,
    open_cell,
    place_caret,
    said,
    statements,
    typed_in,
)
from tests.waiting import let_read

COST = "the wall 🌊 would cost “about 40 million crowns” and take two winters"
LOST = "“We lost nearly 300 metres in one night,”"


def claim_of(desk: Desk, words: str) -> Claim:
    """Return the claim that has these words."""
    return next(claim for claim in desk.records.claims.values() if desk.records.words(claim.id) == words)


def names(desk: Desk) -> set[str]:
    """Return the names of all speakers."""
    return {speaker.name for speaker in desk.project.registry.speakers.values()}


def select(desk: Desk, words: str) -> None:
    """Select words in the text."""
    start = desk.records.text.index(words)
    desk.text.setFocus()
    desk.text.select(start, start + len(words))


def test_the_caret_in_a_span_chooses_its_row_and_a_row_shows_its_place(at_work: Desk) -> None:
    place_caret(at_work, "lost nearly")
    assert at_work.statements.view.record() == claim_of(at_work, LOST).id
    go_to_cell(at_work.statements, 0, "claim")
    assert at_work.text.display.page.marks.selected == claim_of(at_work, COST).id


def test_a_letter_typed_in_a_cell_is_a_letter_and_the_text_scrolls_meanwhile(at_work: Desk) -> None:
    at_work.window.resize(1000, 420)
    go_to_cell(at_work.statements, 0, "unit")
    at_work.press(Qt.Key.Key_F2)
    at_work.type("cnsqbxjk")
    bar = at_work.text.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() == bar.maximum() > 0
    assert open_cell(at_work).text() == "cnsqbxjk"
    assert len(at_work.records.claims) == 2


def test_selecting_elsewhere_keeps_the_choice_for_b_q_s_and_another_stretch(at_work: Desk, study: Path) -> None:
    claim = claim_of(at_work, LOST)
    place_caret(at_work, "lost nearly")
    for words, key, modifiers in (
        ("added", Qt.Key.Key_Q, None),
        ("Ms Brekke", Qt.Key.Key_S, None),
        ("nobody would have to move", Qt.Key.Key_C, SHIFT),
    ):
        select(at_work, words)
        at_work.press(key, modifiers or Qt.KeyboardModifier.NoModifier)
        assert at_work.selected == claim.id
    assert [at_work.records.text[s.start : s.end] for s in at_work.records.spans_of(claim.id, Role.CUE)] == ["added"]
    assert f"{LOST} […] nobody would have to move" in claims_shown(at_work)
    assert "Ms Brekke" in marked(at_work, claim.id)
    assert held(statements(study)[1], "speaker.name") == "Ida Brekke"  # known by that alias
    select(at_work, "We lost nearly 300 metres")
    at_work.press(Qt.Key.Key_B)
    assert statements(study)[1].claim_words == "We lost nearly 300 metres […] nobody would have to move"


def test_s_without_a_claim_enters_a_new_speaker_and_with_one_gives_it_a_new_one(at_work: Desk) -> None:
    at_work.choose(None)
    select(at_work, "Aldersund")
    at_work.press(Qt.Key.Key_S)
    assert "Aldersund" in names(at_work)
    place_caret(at_work, "lost nearly")
    select(at_work, "The mayor of Aldersund")
    at_work.press(Qt.Key.Key_S)
    assert claim_of(at_work, LOST).speaker is not None
    assert "The mayor of Aldersund" in names(at_work)


def test_a_deleted_record_comes_back_by_undo_also_after_reopening(at_work: Desk, study: Path) -> None:
    place_caret(at_work, "take two winters", 3)
    shown, rows = claims_shown(at_work), statements(study)
    place_caret(at_work, "would cost", 1)
    at_work.press(Qt.Key.Key_Delete)
    assert COST not in claims_shown(at_work)
    assert "Ctrl+Z brings it back" in said(at_work)
    at_work.window.project_file.open_path(study)
    at_work.wait_for_article()
    at_work.press(Qt.Key.Key_Z, CTRL)
    assert claims_shown(at_work) == shown
    assert [line.claim_words for line in statements(study)] == [line.claim_words for line in rows]
    assert marked(at_work, claim_of(at_work, COST).id)


def test_what_was_deleted_is_named_and_a_second_delete_takes_nothing_else(at_work: Desk) -> None:
    place_caret(at_work, "40 million")
    at_work.press(Qt.Key.Key_Delete)
    assert "40 million crowns" in said(at_work)
    at_work.press(Qt.Key.Key_Delete)
    assert claim_of(at_work, COST)
    assert said(at_work).startswith("Nothing is selected")


def test_delete_in_a_table_deletes_no_record_and_ctrl_delete_takes_that_of_the_line(at_work: Desk, study: Path) -> None:
    elsewhere = claim_of(at_work, COST).id
    at_work.press(Qt.Key.Key_PageDown, CTRL)
    select(at_work, "The ferry will run again in May")
    at_work.press(Qt.Key.Key_C)
    at_work.press(Qt.Key.Key_Escape)
    panel = at_work.statements
    panel.show_all(True)
    go_to_cell(panel, row_of(panel, elsewhere), "claim")
    before = {line.claim.id for line in statements(study) if line.claim}
    at_work.press(Qt.Key.Key_Delete)
    assert {line.claim.id for line in statements(study) if line.claim} == before
    assert panel.view.record() == elsewhere
    assert typed_in(at_work, "Title") == at_work.records.article.title
    at_work.press(Qt.Key.Key_Delete, CTRL)
    let_read(at_work.project)
    assert {line.claim.id for line in statements(study) if line.claim} == before - {elsewhere}
    assert said(at_work).startswith("Deleted 1 claim and 1 number")


def test_x_makes_lines_boilerplate_and_back(at_work: Desk) -> None:
    count = len(at_work.records.boilerplate)
    place_caret(at_work, "Subscribe to")
    at_work.press(Qt.Key.Key_X)
    assert len(at_work.records.boilerplate) == count + 1
    at_work.press(Qt.Key.Key_Z, CTRL)
    assert len(at_work.records.boilerplate) == count


def test_done_goes_to_the_next_article_and_undo_comes_back_to_it(at_work: Desk) -> None:
    first = at_work.records.article
    at_work.press(Qt.Key.Key_Return, CTRL)
    assert at_work.records.article.title == "Ferry to run again"
    at_work.press(Qt.Key.Key_Z, CTRL)
    assert at_work.records.article.id == first.id
    assert at_work.records.article.status is Status.OPEN


def test_a_deleted_article_gives_way_to_the_next_and_comes_back_with_its_records(at_work: Desk, study: Path) -> None:
    rows = [line.claim_words for line in statements(study)]
    at_work.window.workspace.changing_articles.delete_articles()
    assert at_work.records.article.title == "Ferry to run again"
    assert statements(study) == []
    at_work.press(Qt.Key.Key_Z, CTRL)
    assert at_work.records.article.title == "Harbour wall will take two winters"
    assert [line.claim_words for line in statements(study)] == rows


def test_deleting_a_speaker_who_has_claims_asks_and_says_how_many(
    at_work: Desk, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, ...]] = []

    def answer(_parent: object, *words: str) -> bool:
        asked.append(words[:2])
        return len(asked) > 1

    monkeypatch.setattr(asking, "confirm", answer)
    at_work.press(Qt.Key.Key_2, CTRL)
    known = cells(at_work.speakers, "name")
    go_to_cell(at_work.speakers, known.index("Ida Brekke"), "name")
    at_work.press(Qt.Key.Key_Delete, CTRL)
    stays = "1 claim stays, without a speaker. Undo brings everything back."
    assert asked == [("Delete Ida Brekke?", stays)]
    assert cells(at_work.speakers, "name") == known
    at_work.press(Qt.Key.Key_Delete, CTRL)
    assert "Ida Brekke" not in cells(at_work.speakers, "name")
    assert said(at_work) == "Ida Brekke is deleted. Ctrl+Z brings everything back."
    assert held(statements(study)[0], "speaker.name") is None
    at_work.press(Qt.Key.Key_Z, CTRL)
    assert held(statements(study)[0], "speaker.name") == "Ida Brekke"


def test_a_speaker_who_is_not_in_sight_is_not_deleted(at_work: Desk) -> None:
    at_work.press(Qt.Key.Key_2, CTRL)
    go_to_cell(at_work.speakers, 0, "name")
    at_work.press(Qt.Key.Key_1, CTRL)
    known = names(at_work)
    at_work.window.workspace.registering.delete_speaker()
    assert names(at_work) == known
    assert "Select a speaker" in said(at_work)


def test_ctrl_s_says_that_all_is_saved_and_where(at_work: Desk, study: Path) -> None:
    at_work.press(Qt.Key.Key_S, CTRL)
    assert said(at_work) == f"All changes are saved in {study}."


def test_f6_goes_round_the_panes_and_esc_returns_to_the_text(at_work: Desk) -> None:
    seen = []
    for _ in range(4):
        at_work.press(Qt.Key.Key_F6)
        seen.append(at_work.focus.objectName())
    assert seen[0] == "statements"
    assert seen[2:] == ["articles", "article_text"]
    at_work.press(Qt.Key.Key_3, CTRL)
    at_work.numbers.filter.setFocus()
    at_work.press(Qt.Key.Key_F6, SHIFT)
    assert at_work.focus is at_work.text
    at_work.numbers.filter.setFocus()
    at_work.press(Qt.Key.Key_F6)
    assert at_work.focus.objectName().startswith("detail_")
    at_work.press(Qt.Key.Key_1, CTRL)
    go_to_cell(at_work.statements, 0, "unit")
    at_work.press(Qt.Key.Key_F2)
    at_work.type("x")
    at_work.press(Qt.Key.Key_Escape)
    assert at_work.focus.objectName() == "statements"
    at_work.press(Qt.Key.Key_Escape)
    assert at_work.focus is at_work.text


def test_find_selects_as_one_types_and_esc_keeps_the_match(at_work: Desk) -> None:
    at_work.press(Qt.Key.Key_F, CTRL)
    at_work.type("berths")
    at_work.press(Qt.Key.Key_Escape)
    start, end = at_work.text.selection()
    assert at_work.records.text[start:end] == "berths"
    assert at_work.focus is at_work.text


def test_the_find_bar_closes_with_its_article_and_looks_for_the_same_words_in_the_next(at_work: Desk) -> None:
    at_work.press(Qt.Key.Key_F, CTRL)
    at_work.type("the")
    at_work.press(Qt.Key.Key_Return)
    at_work.press(Qt.Key.Key_PageDown, CTRL)
    view = at_work.text
    assert at_work.focus is view
    assert at_work.window.workspace.panes.article.find_bar.isHidden()
    at_work.press(Qt.Key.Key_F, CTRL)
    at_work.press(Qt.Key.Key_Escape)
    at_work.press(Qt.Key.Key_F, CTRL)
    at_work.press(Qt.Key.Key_Return)
    start, end = view.selection()
    assert view.text[start:end].casefold() == "the"


def test_boilerplate_that_is_shown_is_shown_in_the_next_article_too(at_work: Desk) -> None:
    at_work.press(Qt.Key.Key_X, CTRL | SHIFT)
    at_work.press(Qt.Key.Key_PageDown, CTRL)
    at_work.press(Qt.Key.Key_PageUp, CTRL)
    assert not at_work.text.folding.is_folded(0)
    at_work.press(Qt.Key.Key_X, CTRL | SHIFT)
    assert at_work.text.folding.is_folded(0)


def test_the_list_of_keys_is_there_once_and_goes_when_closed(at_work: Desk, qtbot: QtBot) -> None:
    for _ in range(2):
        at_work.window.help.show_keys()
    (keys,) = at_work.window.findChildren(KeysDialog)
    keys.close()
    qtbot.waitUntil(lambda: at_work.window.findChildren(KeysDialog) == [])
