"""Lists are filtered by conditions, which are chips above the table, and sorted by several columns."""

import random
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.project.project import Project
from gui.tables import NumbersPanel, SpeakersPanel, StatementsPanel, speakers_model
from gui.tables.condition_form import ASKS
from gui.tables.panel import TablePanel
from gui.tables.speakers_model import SpeakersTableModel
from gui.window.news import News
from models.actions import speakers as deeds
from models.actions.choices import add_choice
from models.actions.codebook import add_variable, delete_variable
from models.attributes.comparing import Operator
from models.codebook.variables import attribute_of
from models.edits import Edit, changed
from models.entities import Choice, SpeakerKind, Subject, Variable
from models.known import Known
from models.lines.order import Condition, Order, Sort
from tests.example import Example, put, typed
from tests.gui.tables.acting import Key, column, go_to, row_of
from tests.waiting import let_read

SHIFT = Qt.KeyboardModifier.ShiftModifier


def keys(*pressed: Key | str) -> None:
    """Press keys where the keyboard is; a string is typed letter by letter."""
    for each in pressed:
        target = QApplication.focusWidget()
        assert target
        if isinstance(each, str):
            QTest.keyClicks(target, each)
        else:
            QTest.keyClick(target, each)


def shown(panel: TablePanel, name: str) -> list[str]:
    """Return a column from top to bottom, once the lines have been read."""
    let_read(panel.project)
    lines, at = panel.view.lines, column(panel, name)
    return [str(lines.data(lines.index(row, at))) for row in range(lines.rowCount())]


def chips(panel: TablePanel) -> list[str]:
    """Return the words of the chips."""
    return [chip.words.accessibleName() for chip in panel.narrowing.filtering.chips.chips if chip.isVisible()]


def click_title(panel: TablePanel, name: str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Click the title of a column."""
    header, at = panel.view.header, column(panel, name)
    place = QPoint(header.sectionViewportPosition(at) + 12, header.height() // 2)
    QTest.mouseMove(header.viewport(), place)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, modifiers, place)


def with_topic(project: Project, example: Example) -> Variable:
    """Ask for the topic of claims: Storm is below Sea, and Wall beside it. One claim is about Storm."""
    project.do(
        add_variable(project.codebook, Variable(subject=Subject.CLAIM, name="topic", label="Topic", kind="choice"))
    )
    topic = project.codebook.named("topic")
    assert topic and project.records
    sea = Choice(variable=topic.id, value="sea", label="Sea")
    for choice in (sea, Choice(variable=topic.id, value="storm", label="Storm", parent=sea.id)):
        project.do(add_choice(project.codebook, choice))
    project.do(add_choice(project.codebook, Choice(variable=topic.id, value="wall", label="Wall")))
    attribute = attribute_of(topic, project.codebook)
    known = Known(project.registry, project.records.answers_of)
    project.do(attribute.write([example.lost], "Storm", known))
    return topic


def test_a_condition_is_made_by_keys_about_the_current_column(panel: StatementsPanel, example: Example) -> None:
    panel.show_all(True)
    go_to(panel, example.millions.id, "counted")
    panel.add_condition()
    assert panel.narrowing.filtering.form.column.currentText() == "Counted"
    keys("CROWN", Key.Key_Return)
    assert chips(panel) == ["Counted contains CROWN"]
    assert shown(panel, "counted") == ["crowns"]
    assert panel.view.hasFocus() and not panel.narrowing.filtering.form.isVisible()
    assert panel.bar.count.text() == "1 claim · 1 number"


def test_esc_leaves_the_form_and_what_is_no_value_is_refused_and_stays(
    panel: StatementsPanel, example: Example
) -> None:
    panel.show_all(True)
    go_to(panel, example.millions.id, "value")
    panel.add_condition()
    keys(Key.Key_Return)
    assert panel.narrowing.filtering.form.editors[0].refusal.reason == ASKS
    keys("lots", Key.Key_Return)
    assert "cannot be read as a number" in panel.narrowing.filtering.form.editors[0].refusal.reason
    assert panel.narrowing.filtering.form.editors[0].text() == "lots"
    keys(Key.Key_Escape)
    assert chips(panel) == [] and panel.view.hasFocus()
    assert len(shown(panel, "value")) == 3


def test_a_number_is_compared_by_its_size_with_one_field_or_two(panel: StatementsPanel, example: Example) -> None:
    panel.show_all(True)
    go_to(panel, example.millions.id, "value")
    panel.add_condition()
    form = panel.narrowing.filtering.form
    form.operator.setCurrentText("between")
    assert len(form.editors) == 2
    form.editors[0].setFocus()
    keys("20", Key.Key_Tab, "10", Key.Key_Return)
    assert chips(panel) == ["Number between 20 and 10"]
    assert shown(panel, "value") == ["≥ 12"]


def test_arrows_go_between_chips_enter_changes_one_and_delete_takes_it_off(
    panel: StatementsPanel, example: Example
) -> None:
    panel.show_all(True)
    row_of(panel, example.lost.id)
    panel.narrowing.filtering.set_conditions(
        [
            Condition("counted", Operator.FILLED),
            Condition("mode", Operator.IS, ("mixed",)),
            Condition("note", Operator.EMPTY),
        ]
    )
    assert chips(panel) == ["Counted is not empty", "Mode is mixed", "Note is empty"]
    panel.narrowing.filtering.chips.focus_last()
    keys(Key.Key_Left, Key.Key_Return)
    assert panel.narrowing.filtering.form.editors[0].text() == "mixed"
    keys("direct", Key.Key_Return)
    assert chips(panel) == ["Counted is not empty", "Mode is direct", "Note is empty"]
    keys(Key.Key_Delete)
    assert chips(panel) == ["Counted is not empty", "Note is empty"]
    keys(Key.Key_Left, Key.Key_Delete, Key.Key_Delete)
    assert chips(panel) == [] and panel.view.hasFocus()
    assert len(shown(panel, "value")) == 3


def test_a_click_changes_a_chip_and_its_cross_takes_it_off(panel: StatementsPanel, example: Example) -> None:
    panel.show_all(True)
    panel.narrowing.filtering.set_conditions([Condition("counted", Operator.CONTAINS, ("berths",))])
    (chip,) = panel.narrowing.filtering.chips.chips
    QTest.mouseClick(chip.words, Qt.MouseButton.LeftButton)
    assert panel.narrowing.filtering.form.editors[0].text() == "berths"
    keys(Key.Key_Escape)
    QTest.mouseClick(chip.cross, Qt.MouseButton.LeftButton)
    assert chips(panel) == []


def test_words_and_conditions_filter_together_and_an_empty_list_says_how_to_go_on(
    panel: StatementsPanel, qtbot: QtBot
) -> None:
    panel.show_all(True)
    panel.narrowing.filtering.set_conditions([Condition("counted", Operator.FILLED)])
    assert len(shown(panel, "counted")) == 2
    panel.filter.setText("zebra")
    qtbot.waitUntil(lambda: panel.view.lines.rowCount() == 0)
    assert panel.view.hint == ("Nothing matches the filter", "Remove the conditions to show everything again.")
    panel.narrowing.show_all_lines()
    qtbot.waitUntil(lambda: panel.view.lines.rowCount() == 3)


def test_a_choice_is_completed_and_includes_those_below_it_and_a_chip_is_called_as_it_is(
    panel: StatementsPanel, project: Project, example: Example
) -> None:
    topic = with_topic(project, example)
    panel.show_all(True)
    go_to(panel, example.cost.id, "topic")
    panel.add_condition()
    keys("se", Key.Key_Return)
    assert chips(panel) == ["Topic is Sea"]
    assert shown(panel, "topic") == ["Storm"]
    sea = next(each for each in project.codebook.choices.values() if each.value == "sea")
    project.do(Edit("Rename", (changed(sea, label="The sea"),)))
    assert chips(panel) == ["Topic is The sea"]
    panel.narrowing.filtering.set_conditions([Condition(f"variable:{topic.id}", Operator.EMPTY)])
    assert chips(panel) == ["Topic is not coded"]
    assert shown(panel, "topic") == [""]
    assert row_of(panel, example.cost.id) == 0
    project.do(delete_variable(project.codebook, topic, project.records.answers if project.records else ()))
    assert chips(panel) == []
    assert len(shown(panel, "value")) == 3


def test_a_new_speaker_is_not_offered_to_a_condition_and_refused(panel: StatementsPanel, example: Example) -> None:
    panel.show_all(True)
    go_to(panel, example.cost.id, "speaker")
    panel.add_condition()
    panel.narrowing.filtering.form.operator.setCurrentText("is")
    panel.narrowing.filtering.form.editors[0].setFocus()
    keys("Nobody")
    assert not panel.narrowing.filtering.form.editors[0].offering
    keys(Key.Key_Return)
    assert "no speaker" in panel.narrowing.filtering.form.editors[0].refusal.reason
    panel.narrowing.filtering.form.editors[0].clear()
    keys("brekke", Key.Key_Return)
    assert chips(panel) == ["Speaker is Ida Brekke"]
    assert shown(panel, "speaker") == ["Ida Brekke"]


def test_a_cell_shows_all_lines_with_its_value_only_these_or_the_others(
    panel: StatementsPanel, example: Example
) -> None:
    go_to(panel, example.cost.id, "speaker")
    assert not panel.narrowing.is_active
    panel.show_value()
    assert panel.shows_all and chips(panel) == ["Speaker is Ida Brekke"]
    assert shown(panel, "speaker") == ["Ida Brekke"]
    panel.narrowing.show_all_lines()
    go_to(panel, example.berths.id, "counted")
    panel.keep_value(like=False)
    assert chips(panel) == ["Counted is not new berths"]
    assert shown(panel, "counted") == ["crowns", ""]
    go_to(panel, example.cost.id, "mode")
    panel.keep_value(like=True)
    assert chips(panel) == ["Counted is not new berths", "Mode is mixed"]
    assert shown(panel, "counted") == ["crowns"]


def test_an_empty_cell_keeps_the_lines_without_a_value(panel: StatementsPanel, example: Example) -> None:
    panel.show_all(True)
    go_to(panel, example.lost.id, "speaker")
    panel.keep_value(like=True)
    assert chips(panel) == ["Speaker is empty"]
    go_to(panel, example.lost.id, "claim")
    panel.keep_value(like=True)
    assert chips(panel) == ["Speaker is empty"], "the words of a claim are nothing to filter by as a whole"


def test_a_shift_click_sorts_by_one_more_column(numbers: NumbersPanel, project: Project, example: Example) -> None:
    assert project.records
    for number in (example.millions, example.berths):
        project.do(put(project.records.numbers[number.id], "unit", "m"))
    let_read(project)
    click_title(numbers, "unit")
    click_title(numbers, "value", SHIFT)
    assert [*numbers.view.header.sorts] == [Sort("unit"), Sort("value")]
    assert shown(numbers, "value") == ["≥ 12", "≈ 40,000,000"]
    click_title(numbers, "value", SHIFT)
    assert [*numbers.view.header.sorts] == [Sort("unit"), Sort("value", descending=True)]
    assert shown(numbers, "value") == ["≈ 40,000,000", "≥ 12"]
    kept = numbers.view.header.save()
    click_title(numbers, "value", SHIFT)
    assert [*numbers.view.header.sorts] == [Sort("unit")]
    click_title(numbers, "counted")
    assert [*numbers.view.header.sorts] == [Sort("counted")]
    numbers.view.header.restore(kept)
    assert numbers.narrowing.model.order.sorts == (Sort("unit"), Sort("value", descending=True))
    assert shown(numbers, "value") == ["≈ 40,000,000", "≥ 12"]


def test_all_articles_are_sorted_again_as_they_were_left(panel: StatementsPanel, example: Example) -> None:
    panel.show_all(True)
    let_read(panel.project)
    click_title(panel, "value")
    by_value = shown(panel, "value")
    assert by_value == ["≥ 12", "≈ 40,000,000", ""]
    panel.show_all(False)
    assert panel.view.header.sorts == ()
    assert shown(panel, "value") == ["≈ 40,000,000", "", "≥ 12"]
    panel.show_all(True)
    assert shown(panel, "value") == by_value


def test_speakers_are_filtered_by_their_attributes_and_counts(speakers: SpeakersPanel, example: Example) -> None:
    let_read(speakers.project)
    speakers.narrowing.filtering.set_conditions([Condition("claims", Operator.AT_LEAST, ("1",))])
    assert shown(speakers, "name") == ["Ida Brekke"]
    speakers.narrowing.filtering.set_conditions([Condition("kind", Operator.IS, ("organisation",))])
    assert shown(speakers, "name") == ["Fishermen's union"]
    speakers.narrowing.filtering.set_conditions([Condition("aliases", Operator.CONTAINS, ("ms br",))])
    assert shown(speakers, "name") == ["Ida Brekke"]
    speakers.narrowing.filtering.set_conditions(
        [Condition("role", Operator.EMPTY), Condition("name", Operator.IS, ("Ida",))]
    )
    assert shown(speakers, "name") == []
    assert speakers.view.hint[0] == "No speaker matches the filter"


@pytest.mark.parametrize("seed", range(6))
def test_sorted_speakers_stay_sorted_through_any_edits(
    project: Project, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speakers_model, "MANY", (0, 1_000)[seed % 2])
    chance = random.Random(seed)
    model = SpeakersTableModel()
    model.set_active(True)
    News([model], model).set_project(project)
    let_read(project)
    names = ("Ada", "Ål", "bo", "Öl", "zed", "Eve")
    order = Order((Sort("role", chance.random() < 0.5), Sort("kind"), Sort("name", descending=True)))
    model.set_order(order)
    for number in range(25):
        known = [*project.registry.speakers.values()]
        match chance.randrange(4):
            case 0:
                project.do(deeds.add_speaker(project.registry, f"{chance.choice(names)} {number}"))
            case 1:
                project.do(
                    typed(chance.choice(known), "role", chance.choice(("", "mayor", "Aide", "øre")), project.registry)
                )
            case 2:
                project.do(put(chance.sample(known, min(3, len(known))), "kind", chance.choice([*SpeakerKind, None])))
            case 3 if len(known) > 2:
                project.undo()
        fresh = SpeakersTableModel()
        fresh.set_active(True)
        fresh.order = order
        fresh.set_project(project)
        let_read(project)
        assert _lines(model) == _lines(fresh)
        fresh.set_project(None)


def _lines(model: SpeakersTableModel) -> list[Any]:
    return [model.line(row) for row in range(model.rowCount())]
