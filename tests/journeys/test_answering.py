"""Answers are given in the table and in the details by a few keys, with the codebook beside the field."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from gui.editors.line_editor import LineEditor
from models.actions.choices import change_choice
from models.actions.codebook import change_variable
from models.entities import Claim
from tests.example import Example, place
from tests.gui.tables.acting import cell, column, current, editor, go_to
from tests.journeys.desk import CTRL, SHIFT, Desk
from tests.models.codebook.study import Study, coded

Key = Qt.Key


@pytest.fixture
def coding(desk: Desk, example: Example) -> Study:
    """Return the example with a topic, and a depth that is asked only at sea; it is open at the desk."""
    study = coded(example)
    topic = study.variable("topic")
    study.do(change_variable(study.codebook, topic, definition="What it is about.", instruction="Take the main one."))
    study.do(change_choice(study.codebook, study.choice("sea"), definition="Open water."))
    example.store.close()
    desk.open(example.store.path)
    return study


def field(desk: Desk, name: str) -> LineEditor:
    """Return a field of the details."""
    found = desk.details.findChild(LineEditor, f"detail_{name}")
    assert isinstance(found, LineEditor)
    return found


def guidance(desk: Desk) -> str:
    """Return what is to be read below the details; empty if nothing is."""
    label = desk.details.findChild(QLabel, "guidance")
    assert label
    return label.text() if label.isVisible() else ""


def answers(desk: Desk, claim: Claim) -> list[str]:
    """Return what the table shows of the topic and the depth of a claim."""
    return [cell(desk.statements, claim.id, name) for name in ("topic", "depth")]


def test_a_digit_on_a_cell_chooses_and_tab_goes_on(desk: Desk, coding: Study) -> None:
    lost = coding.example.lost
    desk.show("statements")
    go_to(desk.statements, lost.id, "topic")
    desk.press(Key.Key_1)
    assert desk.statements.view.cells.editor is None
    assert answers(desk, lost) == ["Sea", "12"]
    assert current(desk.statements)[1] == "topic"
    desk.press(Key.Key_Tab)
    assert current(desk.statements)[1] == "depth"


def test_letters_complete_and_tab_writes_and_opens_the_next_cell(desk: Desk, coding: Study) -> None:
    lost = coding.example.lost
    desk.show("statements")
    go_to(desk.statements, lost.id, "topic")
    desk.type("se")
    desk.press(Key.Key_Tab)
    assert answers(desk, lost) == ["Sea", "12"]
    assert current(desk.statements)[1] == "depth"
    assert editor(desk.statements).text() == "12"


def test_the_codebook_is_beside_the_open_cell_and_the_field_with_the_focus(desk: Desk, coding: Study) -> None:
    lost = coding.example.lost
    desk.show("statements")
    go_to(desk.statements, lost.id, "topic")
    desk.press(Key.Key_F2)
    example = "For example: “the wall 🌊 would cost “about 40 million crowns” and take two winters” (The Tide)"
    topic = f"What it is about.\nTake the main one.\n{example}"
    desk.press(Key.Key_Up)
    assert guidance(desk) == f"{topic}\nSea: Open water."
    desk.press(Key.Key_Down)
    assert guidance(desk) == topic
    desk.press(Key.Key_Escape)
    assert guidance(desk) == ""
    field(desk, "topic").setFocus()
    assert guidance(desk) == topic
    desk.text.setFocus()
    assert guidance(desk) == ""


def test_what_is_not_asked_is_hidden_in_the_details_and_grey_in_the_table(desk: Desk, coding: Study) -> None:
    cost = coding.example.cost
    desk.show("statements")
    go_to(desk.statements, cost.id, "depth")
    assert field(desk, "depth").isVisible(), "an answer that is there is seen"
    desk.press(Key.Key_Delete)
    assert not field(desk, "depth").isVisible()
    lines = desk.statements.view.lines
    row, section = desk.statements.view.currentIndex().row(), column(desk.statements, "depth")
    line = lines.line(row)
    why = "This is asked only if “Topic” is “Sea”."
    assert line and lines.columns[section].why_grey(line) == why
    assert lines.why_not(row, section) == why
    desk.type("x")
    assert desk.statements.view.cells.editor is None
    desk.press(Key.Key_Z, CTRL)
    assert desk.selected == cost.id
    assert field(desk, "depth").isVisible()


def test_tab_in_the_details_goes_to_the_field_that_an_answer_brings(desk: Desk, coding: Study) -> None:
    cost = coding.example.cost
    desk.show("statements")
    go_to(desk.statements, cost.id, "depth")
    desk.press(Key.Key_Delete)
    topic = field(desk, "topic")
    topic.setFocus()
    desk.type("se")
    desk.press(Key.Key_Tab)
    assert desk.focus is field(desk, "depth")
    desk.type("40")
    desk.press(Key.Key_Return)
    assert answers(desk, cost) == ["Sea", "40"]


def test_a_digit_in_a_field_of_the_details_is_written_at_once(desk: Desk, coding: Study) -> None:
    go_to(desk.statements, coding.example.cost.id, "topic")
    field(desk, "topic").setFocus()
    desk.press(Key.Key_1)
    assert answers(desk, coding.example.cost)[0] == "Sea"
    desk.press(Key.Key_3)
    assert answers(desk, coding.example.cost)[0] == "Wall"


def test_required_answers_never_block_and_what_is_missing_is_counted_when_an_article_is_done(
    desk: Desk, coding: Study
) -> None:
    desk.project.do(
        change_variable(
            desk.project.codebook, desk.project.codebook.variables[coding.variable("topic").id], required=True
        )
    )
    desk.show("statements")
    go_to(desk.statements, coding.example.lost.id, "topic")
    desk.press(Key.Key_Delete)
    desk.press(Key.Key_Return, CTRL)
    assert desk.records.article.id == coding.example.other.id
    title = coding.example.article.title
    assert desk.notice.words == f"“{title}” is done, but 1 required answer is missing: Topic (1)."
    button = desk.notice.findChild(QPushButton)
    assert button
    button.click()
    assert (desk.records.article.id, desk.selected) == (coding.example.article.id, coding.example.lost.id)
    desk.press(Key.Key_Return, CTRL)
    assert desk.records.article.id == coding.example.other.id


def test_nothing_is_said_of_an_article_that_is_complete(desk: Desk, coding: Study) -> None:
    assert coding.codebook.variables
    desk.press(Key.Key_Return, CTRL)
    assert desk.notice.words == ""


def test_r_repeats_the_answers_and_a_record_is_duplicated(desk: Desk, coding: Study) -> None:
    last = desk.records.last_claim()
    assert last
    desk.select(*place("nobody would have to move"))
    desk.press(Key.Key_R)
    assert desk.selected
    again = desk.records.claims[desk.selected]
    assert answers(desk, again) == answers(desk, last)
    desk.press(Key.Key_D, CTRL | SHIFT)
    assert desk.selected not in (None, again.id)
    assert answers(desk, desk.records.claims[str(desk.selected)]) == answers(desk, last)
    desk.press(Key.Key_Z, CTRL, times=2)
    assert len(desk.records.claims) == 2
