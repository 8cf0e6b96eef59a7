"""Two entries for the same speaker are made one, by giving one the name of the other."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.dialogs import asking
from models.actions.speakers import add_speaker
from models.attributes.built_in import attribute
from models.entities import Speaker
from tests.journeys.desk import CTRL, Desk
from tests.journeys.sight import cells, go_to_cell, held, said, statements, type_into


@pytest.fixture
def at_work(desk: Desk, study: Path) -> Desk:
    """Return a desk at the registry of the example."""
    desk.open(study)
    desk.press(Qt.Key.Key_2, CTRL)
    return desk


def answer(monkeypatch: pytest.MonkeyPatch, *, yes: bool) -> list[tuple[str, ...]]:
    """Answer every question alike; return what was asked."""
    questions: list[tuple[str, ...]] = []

    def say(_parent: object, *words: str) -> bool:
        questions.append(words)
        return yes

    monkeypatch.setattr(asking, "confirm", say)
    return questions


@pytest.mark.parametrize(
    "given", [("Fishermen's union", False), ("fishermen’s  union", False), ("Fishermen's union", True)]
)
def test_a_speaker_given_the_name_of_another_is_merged_with_it_after_a_question(
    at_work: Desk, study: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, given: tuple[str, bool]
) -> None:
    name, in_details = given
    asked = answer(monkeypatch, yes=True)
    before = statements(study)
    go_to_cell(at_work.speakers, cells(at_work.speakers, "name").index("Ida Brekke"), "name")
    if in_details:
        type_into(at_work, "Name", name)
    else:
        at_work.type(name)
    at_work.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(asked))
    assert asked[0][0] == "Merge Ida Brekke with Fishermen's union?"
    assert "1 claim" in asked[0][1]
    (kept,) = at_work.project.registry.speakers.values()
    assert kept.name == "Fishermen's union"
    assert kept.role == "Mayor"
    assert {alias.name for alias in at_work.project.registry.aliases_of(kept.id)} == {"Ida Brekke", "Ms Brekke"}
    assert {held(line, "speaker.name") for line in statements(study)} == {"Fishermen's union", None}
    at_work.press(Qt.Key.Key_Z, CTRL)
    assert statements(study) == before
    assert len(at_work.project.registry.speakers) == 2


def test_after_a_merge_the_speaker_that_was_kept_is_selected(
    at_work: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, yes=True)
    assert at_work.project.do(add_speaker(at_work.project.registry, "Jon Dahl"))
    go_to_cell(at_work.speakers, 0, "name")
    at_work.type("Jon Dahl")
    at_work.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "one speaker now" in said(at_work))
    kept = at_work.project.registry.find("Jon Dahl")
    assert kept
    assert at_work.selected == at_work.speakers.view.record() == kept.id


def test_a_merge_that_is_called_off_changes_nothing(
    at_work: Desk, study: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answer(monkeypatch, yes=False)
    before = statements(study)
    panel = at_work.speakers
    known = cells(panel, "name")
    go_to_cell(panel, known.index("Ida Brekke"), "name")
    at_work.type("Fishermen's union")
    at_work.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(asked))
    assert cells(panel, "name") == known
    assert statements(study) == before


def test_selected_speakers_are_merged_after_it_was_chosen_who_stays_and_what_is_kept(
    at_work: Desk, study: Path, qtbot: QtBot
) -> None:
    registry = at_work.project.registry
    assert at_work.project.do(add_speaker(registry, "Jon Dahl"))
    jon = registry.find("Jon Dahl")
    assert jon
    assert at_work.project.do(attribute(Speaker, "role").write([jon], "Harbour master", at_work.project.known))
    before = statements(study)
    at_work.speakers.view.setFocus()
    at_work.press(Qt.Key.Key_A, CTRL)
    at_work.actions["merge_selected"].trigger()
    dialog = at_work.window.workspace.registering.dialog
    assert dialog
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.kept.itemText(0) == "Ida Brekke (1 claim)"
    dialog.kept.setCurrentIndex(dialog.kept.findData(jon.id))
    role = dialog.choices["role"]
    assert role.currentText() == "Harbour master (Jon Dahl)"
    qtbot.waitUntil(role.isVisible)
    role.setFocus()
    at_work.press(Qt.Key.Key_Down)
    assert role.currentText() == "Mayor (Ida Brekke)"
    at_work.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(registry.speakers) == 1)
    (kept,) = registry.speakers.values()
    assert (kept.id, kept.name, kept.role) == (jon.id, "Jon Dahl", "Mayor")
    assert {alias.name for alias in registry.aliases_of(kept.id)} >= {"Ida Brekke", "Ms Brekke", "Fishermen's union"}
    assert "one now" in said(at_work)
    qtbot.waitUntil(at_work.window.isActiveWindow)
    at_work.press(Qt.Key.Key_Z, CTRL)
    assert statements(study) == before
    assert len(registry.speakers) == 3


def test_one_speaker_alone_is_not_merged(at_work: Desk) -> None:
    go_to_cell(at_work.speakers, 0, "name")
    at_work.actions["merge_selected"].trigger()
    assert at_work.window.workspace.registering.dialog is None
    assert "at least two" in said(at_work)
