"""The cell of a claim's speaker: a guess that Enter takes, completion by any part of a name, new names."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLineEdit

from gui.editors.line_editor import LineEditor
from gui.editors.offer_list import OfferList
from gui.editors.offers import MOST, SpeakerOffers
from gui.project.project import Project
from gui.tables import StatementsPanel
from models.actions import claims
from models.attribution.attribution import Attribution
from models.entities import Alias, Speaker, SpeakerKind
from models.registry import Registry
from tests.example import Example, place
from tests.gui.tables.acting import Key, cell, click_offer, editor, offers, press


@pytest.fixture
def claim(panel: StatementsPanel, project: Project) -> str:
    """Record a claim as the text does, and return its id."""
    assert project.records
    edit = claims.mark_claim(project.records, *place("nobody would have to move"))
    project.do(edit)
    return edit.changes[0].row.id


def named(speaker: Speaker, *, certain: bool = True) -> Attribution:
    """Return that the text names a known speaker."""
    return Attribution(None, (), speaker.name, speaker.role, speaker.kind, speaker.id, certain)


ENGINEER = Attribution(place("added"), (place("Ms Brekke"),), "Tom Arkwright", "chief engineer", SpeakerKind.PERSON)
"""That the text names somebody who is not known yet, without certainty."""


def offered(panel: StatementsPanel) -> list[str]:
    """Return the rows of the list below the open cell."""
    found = panel.findChild(OfferList)
    if found is None or found.isHidden():
        return []
    model = found.model()
    return [str(model.data(model.index(row, 0))) for row in range(model.rowCount())]


def test_enter_takes_the_guess_and_returns_to_the_text(panel: StatementsPanel, claim: str, example: Example) -> None:
    returned = QSignalSpy(panel.returned)
    assert panel.ask_speaker(claim, named(example.mayor))
    assert (editor(panel).text(), editor(panel).selectedText()) == ("Ida Brekke", "Ida Brekke")
    press(panel, Key.Key_Return)
    assert cell(panel, claim, "speaker") == "Ida Brekke"
    assert returned.count() == 1


def test_a_letter_replaces_the_guess(panel: StatementsPanel, project: Project, claim: str, example: Example) -> None:
    panel.ask_speaker(claim, named(example.mayor))
    press(panel, "Per Aas", Key.Key_Return)
    assert cell(panel, claim, "speaker") == "Per Aas"
    assert project.registry.find("Per Aas")


def test_the_list_finds_speakers_by_any_part_of_a_name_or_alias(panel: StatementsPanel, claim: str) -> None:
    panel.edit_speaker(claim)
    press(panel, "brek")
    assert offered(panel) == ["Ida Brekke — Mayor", "New speaker “brek”"]
    press(panel, Key.Key_Return)
    assert cell(panel, claim, "speaker") == "Ida Brekke"


def test_an_alias_says_whom_it_means(panel: StatementsPanel, project: Project, claim: str) -> None:
    panel.edit_speaker(claim)
    press(panel, "ms b")
    assert offered(panel)[0] == "Ms Brekke → Ida Brekke"
    press(panel, Key.Key_Return)
    assert cell(panel, claim, "speaker") == "Ida Brekke"


def test_a_whole_alias_that_is_typed_means_its_speaker(panel: StatementsPanel, project: Project, claim: str) -> None:
    before = len(project.registry.speakers)
    panel.edit_speaker(claim)
    press(panel, "ms brekke", Key.Key_Return)
    assert cell(panel, claim, "speaker") == "Ida Brekke"
    assert len(project.registry.speakers) == before


def test_up_reaches_the_new_speaker_at_the_end(panel: StatementsPanel, project: Project, claim: str) -> None:
    panel.edit_speaker(claim)
    press(panel, "Brek", Key.Key_Up, Key.Key_Return)
    assert cell(panel, claim, "speaker") == "Brek"


def test_a_row_of_the_list_is_taken_by_a_click(panel: StatementsPanel, claim: str) -> None:
    panel.edit_speaker(claim)
    press(panel, "union")
    click_offer(offers(panel), 0)
    assert cell(panel, claim, "speaker") == "Fishermen's union"


def test_the_cell_shows_everybody_until_something_is_typed(panel: StatementsPanel, claim: str) -> None:
    panel.edit_speaker(claim)
    assert sorted(offered(panel)) == ["Fishermen's union", "Ida Brekke — Mayor"]
    press(panel, "xyz")
    assert offered(panel) == ["New speaker “xyz”"]


@pytest.mark.parametrize("typed", ["brek", "da br", "BREKKE", "brekke ida", "ms"])
def test_enter_takes_the_first_offer_that_holds_what_was_typed(
    panel: StatementsPanel, project: Project, claim: str, typed: str
) -> None:
    before = len(project.registry.speakers)
    panel.edit_speaker(claim)
    press(panel, typed, Key.Key_Return)
    assert cell(panel, claim, "speaker") == "Ida Brekke"
    assert len(project.registry.speakers) == before


@pytest.mark.parametrize("typed", ["Brekka", "Ida Brekke Aas", "🌊", "“"])
def test_what_is_part_of_no_name_becomes_a_new_speaker(panel: StatementsPanel, claim: str, typed: str) -> None:
    panel.edit_speaker(claim)
    editor(panel).insert(typed)
    editor(panel).textEdited.emit(typed)
    press(panel, Key.Key_Return)
    assert cell(panel, claim, "speaker") == typed


def test_a_new_name_that_the_text_gives_is_offered_as_new_and_enter_takes_it_with_role_and_kind(
    panel: StatementsPanel, project: Project, claim: str
) -> None:
    panel.ask_speaker(claim, replace(ENGINEER, certain=True))
    assert offered(panel)[0] == "New speaker “Tom Arkwright” — chief engineer"
    press(panel, Key.Key_Return)
    made = project.registry.find("Tom Arkwright")
    assert made
    assert (made.role, made.kind) == ("chief engineer", SpeakerKind.PERSON)
    assert cell(panel, claim, "speaker") == "Tom Arkwright"


def test_a_guess_that_is_not_certain_looks_like_one_and_a_key_takes_it(
    panel: StatementsPanel, project: Project, claim: str, example: Example
) -> None:
    panel.ask_speaker(claim, named(example.union, certain=False))
    opened = editor(panel)
    assert (opened.text(), opened.placeholderText(), opened.font().italic()) == ("", "Fishermen's union?", True)
    assert offered(panel)[0] == "Fishermen's union?"
    press(panel, Key.Key_Return)
    assert cell(panel, claim, "speaker") == "Fishermen's union"


def test_where_the_text_names_nobody_enter_leaves_the_speaker_empty_and_returns(
    panel: StatementsPanel, project: Project, claim: str
) -> None:
    returned = QSignalSpy(panel.returned)
    edited = QSignalSpy(project.edited)
    panel.ask_speaker(claim, None)
    assert (editor(panel).text(), editor(panel).placeholderText()) == ("", "who?")
    press(panel, Key.Key_Return)
    assert (cell(panel, claim, "speaker"), edited.count(), returned.count()) == ("", 0, 1)


def test_a_guess_that_was_typed_and_erased_again_is_not_taken(
    panel: StatementsPanel, claim: str, example: Example
) -> None:
    for found in (named(example.union), named(example.union, certain=False)):
        panel.ask_speaker(claim, found)
        press(panel, "x", Key.Key_Backspace, Key.Key_Return)
        assert cell(panel, claim, "speaker") == ""


def test_the_guess_is_taken_by_one_click(panel: StatementsPanel, claim: str, example: Example) -> None:
    panel.ask_speaker(claim, named(example.union, certain=False))
    click_offer(offers(panel), 0)
    assert cell(panel, claim, "speaker") == "Fishermen's union"


def test_those_who_spoke_last_in_the_article_are_offered_first(panel: StatementsPanel, claim: str) -> None:
    panel.ask_speaker(claim, None)
    assert offered(panel)[0] == "Ida Brekke — Mayor"


def test_a_long_name_is_read_from_its_beginning_in_a_cell_as_wide_as_it_needs(
    panel: StatementsPanel, claim: str, project: Project
) -> None:
    name = "The Norwegian Water Resources and Energy Directorate"
    panel.ask_speaker(claim, Attribution(None, (), name, certain=True))
    opened = editor(panel)
    assert opened.cursorPosition() == 0
    assert opened.selectedText() == name
    assert opened.width() >= opened.fontMetrics().horizontalAdvance(name)
    press(panel, Key.Key_Return)
    panel.edit_speaker(claim)
    assert editor(panel).width() >= opened.fontMetrics().horizontalAdvance(name)


def test_escape_leaves_the_claim_without_a_speaker_and_returns(
    panel: StatementsPanel, claim: str, example: Example
) -> None:
    returned = QSignalSpy(panel.returned)
    panel.ask_speaker(claim, named(example.mayor))
    press(panel, Key.Key_Escape)
    assert cell(panel, claim, "speaker") == ""
    assert returned.count() == 1


def test_escape_closes_the_list_with_the_cell(panel: StatementsPanel, claim: str) -> None:
    panel.edit_speaker(claim)
    press(panel, "brek", Key.Key_Escape)
    assert offered(panel) == []
    assert panel.view.cells.editor is None


@pytest.mark.parametrize("certain", [True, False])
def test_clicking_away_accepts_what_fills_the_cell_and_no_guess_beside_it(
    panel: StatementsPanel, project: Project, claim: str, example: Example, certain: bool
) -> None:
    elsewhere = QLineEdit(panel)
    elsewhere.show()
    panel.ask_speaker(claim, named(example.mayor, certain=certain))
    elsewhere.setFocus()
    assert panel.view.cells.editor is None
    assert cell(panel, claim, "speaker") == ("Ida Brekke" if certain else "")


def test_undo_in_a_cell_that_was_not_touched_is_the_windows_and_takes_no_guess(
    panel: StatementsPanel, project: Project, claim: str, example: Example
) -> None:
    undo = QAction(panel)
    undo.setShortcut(QKeySequence.StandardKey.Undo)
    asked = QSignalSpy(undo.triggered)
    panel.addAction(undo)
    panel.ask_speaker(claim, named(example.mayor))
    QTest.keySequence(editor(panel), QKeySequence(QKeySequence.StandardKey.Undo))
    assert asked.count() == 1
    assert panel.finish_editing()
    assert cell(panel, claim, "speaker") == ""


def test_undo_in_a_cell_takes_back_what_was_typed_there_first(panel: StatementsPanel, claim: str) -> None:
    undo = QAction(panel)
    undo.setShortcut(QKeySequence.StandardKey.Undo)
    asked = QSignalSpy(undo.triggered)
    panel.addAction(undo)
    panel.edit_speaker(claim)
    press(panel, "xy")
    QTest.keySequence(editor(panel), QKeySequence(QKeySequence.StandardKey.Undo))
    assert (editor(panel).text(), asked.count()) == ("", 0)


def test_an_emptied_cell_takes_the_speaker_away(panel: StatementsPanel, example: Example) -> None:
    panel.edit_speaker(example.cost.id)
    press(panel, Key.Key_Backspace, Key.Key_Return)
    assert cell(panel, example.cost.id, "speaker") == ""


def test_from_all_articles_the_cell_of_a_new_claim_opens_in_this_article(
    panel: StatementsPanel, project: Project, example: Example
) -> None:
    panel.show_all(True)
    assert project.records
    edit = claims.mark_claim(project.records, *place("the plan too small"))
    project.do(edit)
    assert panel.ask_speaker(edit.changes[0].row.id, named(example.union))
    press(panel, Key.Key_Return)
    assert not panel.shows_all
    assert cell(panel, edit.changes[0].row.id, "speaker") == "Fishermen's union"


def test_what_looks_like_markup_is_shown_to_the_letter(panel: StatementsPanel, claim: str) -> None:
    panel.edit_speaker(claim)
    press(panel, "<b>x</b>", Key.Key_Return)
    assert cell(panel, claim, "speaker") == "<b>x</b>"
    row = panel.view.lines.row_of(claim)
    assert row is not None
    tip = panel.view.lines.data(panel.view.lines.index(row, 0), Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;x&lt;/b&gt;" in tip


def test_of_thousands_of_speakers_the_list_shows_a_dozen() -> None:
    speakers = [Speaker(name=f"Anna Berg {number}") for number in range(5000)]
    offers = SpeakerOffers(Registry([*speakers, Alias(speaker=speakers[7].id, name="The professor")]))
    assert len(offers.matching("berg")) == MOST + 1
    assert offers.matching("prof")[0].text == "The professor → Anna Berg 7"
    assert offers.matching("anna berg 4999")[0].value == "Anna Berg 4999"
    assert len(offers.matching("anna berg 4999")) >= 1


def test_the_editors_of_a_window_share_one_list(panel: StatementsPanel, claim: str) -> None:
    panel.edit_speaker(claim)
    found = offers(panel)
    assert not found.isHidden()
    press(panel, Key.Key_Escape)
    assert found.isHidden()
    panel.edit_speaker(claim)
    press(panel, "e")
    assert offers(panel) is found and not found.isHidden()


def test_the_cell_is_never_behind_its_list(panel: StatementsPanel, claim: str) -> None:
    panel.resize(560, 260)
    panel.edit_speaker(claim)
    press(panel, "e")
    cell_editor, offers = panel.findChild(LineEditor), panel.findChild(OfferList)
    assert cell_editor and offers
    place_of_cell = cell_editor.rect().translated(cell_editor.mapTo(panel, cell_editor.rect().topLeft()))
    assert not place_of_cell.intersects(offers.geometry())
    assert panel.rect().contains(offers.geometry())
