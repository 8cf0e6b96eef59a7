"""The registry as a table: sorted by name, every field edited in place, counts that follow the claims."""

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from gui.commands.record_commands import DELETE_SELECTED
from gui.project.project import Project
from gui.tables import SpeakersPanel, speakers_model
from gui.tables.speakers_model import SpeakersTableModel
from gui.window.news import News
from models.actions import claims
from models.actions import speakers as deeds
from models.places import Place
from tests.example import Example, claims_of, place, put, typed
from tests.gui.tables.acting import Key, cell, editor, go_to, press
from tests.waiting import let_read


@pytest.fixture
def model(project: Project) -> Iterator[SpeakersTableModel]:
    """Yield the lines of the registry, watched by Qt's own tester."""
    model = SpeakersTableModel()
    model.set_active(True)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    News([model], model).set_project(project)
    yield model
    tester.deleteLater()


def names(model: SpeakersTableModel) -> list[str]:
    """Return the names from top to bottom."""
    return [str(model.data(model.index(row, 0))) for row in range(model.rowCount())]


def test_speakers_stand_by_name_and_a_new_one_takes_its_place(model: SpeakersTableModel, project: Project) -> None:
    assert names(model) == ["Fishermen's union", "Ida Brekke"]
    reset = QSignalSpy(model.modelReset)
    project.do(deeds.add_speaker(project.registry, "harbour board"))
    assert names(model) == ["Fishermen's union", "harbour board", "Ida Brekke"]
    project.undo()
    assert names(model) == ["Fishermen's union", "Ida Brekke"]
    assert reset.count() == 0


def test_very_many_speakers_are_listed_when_they_are_first_shown_and_the_selected_one_is_found_then(
    project: Project, example: Example, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(speakers_model, "MANY", 1)
    panel = SpeakersPanel()
    qtbot.addWidget(panel)
    panel.set_project(project)
    panel.show_selection(Place(None, example.mayor.id))
    project.do(deeds.add_speaker(project.registry, "harbour board"))
    let_read(project)
    assert (panel.view.lines.rowCount(), panel.view.hint) == (0, ("", ""))
    panel.show()
    let_read(project)
    assert panel.view.lines.rowCount() == 3
    assert panel.view.record() == example.mayor.id
    panel.filter.setText("nobody")
    let_read(project)
    assert panel.view.hint[0] == "No speaker matches the filter"


def test_a_renamed_speaker_moves_and_keeps_the_row_that_is_held(
    model: SpeakersTableModel, project: Project, example: Example
) -> None:
    held = model.createIndex(0, 0)
    moved = QSignalSpy(model.rowsMoved)
    project.do(typed(project.registry.speakers[example.union.id], "name", "Zander's union", project.registry))
    assert names(model) == ["Ida Brekke", "Zander's union"]
    assert moved.count() == 1
    assert held.isValid()


def test_the_count_of_claims_follows_them(speakers: SpeakersPanel, project: Project, example: Example) -> None:
    assert project.records
    assert cell(speakers, example.mayor.id, "claims") == "1"
    project.do(put(project.records.claims[example.lost.id], "speaker", example.mayor, project.registry))
    assert cell(speakers, example.mayor.id, "claims") == "2"
    edit = claims.mark_claim(project.records, *place("the plan too small"))
    project.do(edit)
    project.do(claims.delete_claim(project.records, project.records.claims[example.cost.id]))
    assert cell(speakers, example.mayor.id, "claims") == "1"
    project.undo()
    assert cell(speakers, example.mayor.id, "claims") == "2"


@pytest.mark.parametrize(
    ("name", "typed", "shown"),
    [
        ("name", "Ida M. Brekke", "Ida M. Brekke"),
        ("kind", "gr", "group"),
        ("role", "Mayor of Aldersund", "Mayor of Aldersund"),
        ("affiliation", "Aldersund", "Aldersund"),
        ("aliases", "Ms Brekke;  the   mayor ;", "Ms Brekke; the mayor"),
        ("note", "elected 2024", "elected 2024"),
    ],
)
def test_every_field_is_edited_in_place(
    speakers: SpeakersPanel, example: Example, name: str, typed: str, shown: str
) -> None:
    go_to(speakers, example.mayor.id, name)
    press(speakers, Key.Key_Return, typed, Key.Key_Return)
    assert speakers.view.cells.editor is None
    assert cell(speakers, example.mayor.id, name) == shown


def test_the_count_cannot_be_typed(speakers: SpeakersPanel, example: Example) -> None:
    go_to(speakers, example.mayor.id, "claims")
    press(speakers, Key.Key_F2)
    assert speakers.view.cells.editor is None


@pytest.mark.parametrize("leaving", [Key.Key_Return, Key.Key_Tab])
def test_a_name_that_is_another_speakers_asks_at_its_line_whether_the_two_are_the_same(
    speakers: SpeakersPanel, project: Project, example: Example, leaving: Key
) -> None:
    edited, asked = QSignalSpy(project.edited), QSignalSpy(speakers.same_name)
    go_to(speakers, example.union.id, "name")
    press(speakers, Key.Key_Return, "ms brekke", leaving)
    assert asked.at(0) == [example.union.id, example.mayor.id]
    assert edited.count() == 0
    assert cell(speakers, example.union.id, "name") == "Fishermen's union"
    assert speakers.view.record() == example.union.id
    assert speakers.view.cells.editor is None


def test_an_alias_that_is_another_speakers_name_is_refused_in_the_cell(
    speakers: SpeakersPanel, example: Example
) -> None:
    go_to(speakers, example.union.id, "aliases")
    press(speakers, Key.Key_Return, "ms brekke", Key.Key_Return)
    assert "Ida Brekke" in editor(speakers).refusal.reason


def test_a_speaker_cannot_be_without_a_name(speakers: SpeakersPanel, example: Example) -> None:
    go_to(speakers, example.union.id, "name")
    press(speakers, Key.Key_Return, Key.Key_Delete, Key.Key_Return)
    assert "cannot be empty" in editor(speakers).refusal.reason


def test_the_filter_looks_in_every_field(speakers: SpeakersPanel, project: Project, example: Example) -> None:
    for words, found in (("mayor", 1), ("ms brek", 1), ("organisation fish", 1), ("zebra", 0), ("", 2)):
        speakers.filter.setText(words)
        assert speakers.view.lines.rowCount() == found
    speakers.filter.setText("union")
    project.do(deeds.add_speaker(project.registry, "Harbour board"))
    project.do(deeds.add_speaker(project.registry, "Dockers' union"))
    assert speakers.view.lines.rowCount() == 2


def test_a_new_speaker_is_asked_for_by_name_and_then_chosen(speakers: SpeakersPanel, project: Project) -> None:
    speakers.ask_name()
    QTest.keyClicks(speakers.new_name, "Ms Brekke")
    QTest.keyClick(speakers.new_name, Key.Key_Return)
    assert "already a name of Ida Brekke" in speakers.new_name.accessibleDescription()
    speakers.new_name.selectAll()
    QTest.keyClicks(speakers.new_name, "Harbour board")
    assert speakers.new_name.accessibleDescription() == ""
    QTest.keyClick(speakers.new_name, Key.Key_Return)
    new = project.registry.find("Harbour board")
    assert new
    assert [place.record for place in speakers.view.selected_places()] == [new.id]
    assert speakers.new_name.isHidden()


def test_escape_gives_up_a_new_speaker(speakers: SpeakersPanel, project: Project) -> None:
    speakers.ask_name()
    QTest.keyClicks(speakers.new_name, "Harbour board")
    QTest.keyClick(speakers.new_name, Key.Key_Escape)
    assert speakers.new_name.isHidden()
    assert not speakers.filter.isHidden()
    assert project.registry.find("Harbour board") is None


def test_the_menu_of_a_line_asks_the_window_to_delete_its_speaker(speakers: SpeakersPanel, example: Example) -> None:
    asked = QSignalSpy(speakers.view.command_wanted)
    go_to(speakers, example.union.id, "name")
    menu = speakers.view.menu()
    entries = {action.text().replace("&", ""): action for action in menu.actions()}
    entries["Delete Speaker"].trigger()
    menu.deleteLater()
    assert [asked.at(0), asked.count()] == [[DELETE_SELECTED], 1]


def test_going_to_a_line_tells_its_speaker(speakers: SpeakersPanel, example: Example) -> None:
    told = QSignalSpy(speakers.record_selected)
    go_to(speakers, example.mayor.id, "role")
    assert told.at(0) == [Place(None, example.mayor.id)]


def test_a_line_that_becomes_current_by_itself_is_told(speakers: SpeakersPanel, example: Example) -> None:
    go_to(speakers, example.mayor.id, "role")
    told: list[Place] = []
    speakers.record_selected.connect(told.append)
    speakers.choose(example.union.id)
    assert told == [Place(None, example.union.id)]


def test_when_a_speaker_is_gone_the_line_that_takes_its_place_is_told(
    speakers: SpeakersPanel, project: Project, example: Example
) -> None:
    go_to(speakers, example.mayor.id, "name")
    told: list[Place] = []
    speakers.record_selected.connect(told.append)
    mayor = project.registry.speakers[example.mayor.id]
    project.do(deeds.delete_speakers(project.registry, [mayor], claims_of(project.store, mayor.id)))
    assert speakers.view.record() == example.union.id
    assert told[-1:] == [Place(None, example.union.id)]


def test_f2_goes_on_at_the_end_of_a_text_and_enter_replaces_it(speakers: SpeakersPanel, example: Example) -> None:
    go_to(speakers, example.mayor.id, "role")
    press(speakers, Key.Key_Return, "Mayor", Key.Key_Return)
    go_to(speakers, example.mayor.id, "role")
    press(speakers, Key.Key_F2, " of Aldersund", Key.Key_Return)
    assert cell(speakers, example.mayor.id, "role") == "Mayor of Aldersund"
