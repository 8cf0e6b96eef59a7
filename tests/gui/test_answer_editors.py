"""Answers are typed, completed and chosen by digits, in the same way in a cell and in the form."""

from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from gui.editors.line_editor import LineEditor
from gui.editors.making import make_editor
from gui.editors.offer_list import OfferList
from gui.editors.offers import Offer
from models.codebook.codebook import Codebook
from models.entities import Subject
from tests.example import Example
from tests.models.codebook.study import Study


def editor_of(window: QMainWindow, study: Study, name: str) -> LineEditor:
    """Return the editor of a variable in a window, with its list open."""
    editor = make_editor(study.attribute(name), study.example.registry, window)
    assert isinstance(editor, LineEditor)
    editor.show()
    editor.setFocus()
    editor.open_list()
    return editor


def rows(editor: LineEditor) -> Sequence[str]:
    """Return the rows of the list of completions."""
    (found,) = editor.window().findChildren(OfferList)
    return [found.item(row).text() for row in range(found.count())] if editor.offering else []


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QMainWindow]:
    """Yield a window for editors."""
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(500, 600)
    window.show()
    yield window


@pytest.fixture
def study(example: Example) -> Study:
    """Return the example, whose codebook is empty."""
    return Study(example, Codebook())


@pytest.fixture
def seas(study: Study) -> Study:
    """Return a study with a topic that has levels, of which one or several can be chosen."""
    for name, kind in (("topic", "choice"), ("topics", "choices")):
        topic = study.ask(name, kind)
        sea = study.offer(topic, "Sea", code=f"{name}_sea", definition="Open water.")
        study.offer(topic, "Storm", sea, code=f"{name}_storm")
        study.offer(topic, "Wall", code=f"{name}_wall")
    return study


def test_choices_are_a_tree_with_digits_and_what_is_typed_finds_them_with_their_paths(
    window: QMainWindow, seas: Study
) -> None:
    editor = editor_of(window, seas, "topic")
    assert rows(editor) == ["1  Sea", "2      Storm", "3  Wall"]
    QTest.keyClicks(editor, "st")
    assert rows(editor) == ["Sea › Storm"]
    assert editor.value() == "Storm"


def test_a_digit_takes_its_choice_at_once(qtbot: QtBot, window: QMainWindow, seas: Study) -> None:
    editor = editor_of(window, seas, "topic")
    with qtbot.waitSignal(editor.chosen):
        QTest.keyClicks(editor, "2")
    assert (editor.value(), editor.changed) == ("Storm", True)
    QTest.keyClicks(editor, "3")
    assert editor.value() == "Wall"


def test_a_digit_that_numbers_no_choice_is_typed(window: QMainWindow, seas: Study) -> None:
    editor = editor_of(window, seas, "topic")
    QTest.keyClicks(editor, "7")
    assert editor.value() == "7"


def test_digits_that_are_codes_take_the_choice_with_that_code(window: QMainWindow, study: Study) -> None:
    tone = study.ask("tone", "choice")
    for label, code in (("Bad", "9"), ("Good", "1"), ("Old", "2a"), ("New", "2b")):
        study.offer(tone, label, code=code)
    editor = editor_of(window, study, "tone")
    assert rows(editor) == ["9  Bad", "1  Good", "Old", "New"]
    QTest.keyClicks(editor, "1")
    assert editor.value() == "Good"


def test_several_choices_are_typed_one_after_the_other(window: QMainWindow, seas: Study) -> None:
    editor = editor_of(window, seas, "topics")
    QTest.keyClicks(editor, "st;wa")
    assert (editor.text(), editor.value()) == ("Storm; wa", "Storm; Wall")


def test_digits_and_space_add_choices_and_take_them_away(window: QMainWindow, seas: Study) -> None:
    editor = editor_of(window, seas, "topics")
    QTest.keyClicks(editor, "23")
    assert (editor.value(), rows(editor)) == ("Storm; Wall", ["1  Sea", "2      Storm ✓", "3  Wall ✓"])
    QTest.keyClicks(editor, "2")
    assert editor.value() == "Wall"
    QTest.keyClick(editor, Qt.Key.Key_Up)
    QTest.keyClick(editor, Qt.Key.Key_Space)
    assert editor.value() == "Wall; Sea"
    QTest.keyClick(editor, Qt.Key.Key_Space)
    assert editor.value() == "Wall"


def test_typing_adds_to_several_choices_that_are_there(window: QMainWindow, seas: Study) -> None:
    editor = editor_of(window, seas, "topics")
    editor.fill("Sea; Wall")
    assert not editor.changed
    editor.select_backwards()
    QTest.keyClicks(editor, "sto")
    assert editor.value() == "Sea; Wall; Storm"
    editor.fill("Sea")
    editor.selectAll()
    QTest.keyClicks(editor, "w")
    assert editor.value() == "Wall"


def test_yes_no_and_unclear_are_chosen_by_letter_or_digit(window: QMainWindow, study: Study) -> None:
    study.ask("named", "yes_no")
    editor = editor_of(window, study, "named")
    assert rows(editor)[:3] == ["1  yes", "2  no", "3  unclear"]
    QTest.keyClicks(editor, "u")
    assert editor.value() == "unclear"
    editor.fill("")
    QTest.keyClicks(editor, "2")
    assert editor.value() == "no"


def test_a_new_choice_is_offered_last_and_only_if_the_codebook_allows_it(window: QMainWindow, study: Study) -> None:
    for name, is_open in (("closed", False), ("open", True)):
        variable = study.ask(name, "choice", open_ended=is_open)
        study.offer(variable, "Fishing", code=name)
    editor = editor_of(window, study, "open")
    QTest.keyClicks(editor, "fish")
    assert rows(editor) == ["Fishing", "New choice “fish”"]
    assert editor.value() == "Fishing"
    QTest.keyClick(editor, Qt.Key.Key_Down)
    study.answer("open", study.example.lost, editor.value())
    assert study.shown("open", study.example.lost) == "fish"
    other = editor_of(window, study, "closed")
    QTest.keyClicks(other, "fish")
    assert rows(other) == ["Fishing"]


@pytest.mark.parametrize(("kind", "answer"), [("choice", "Wall"), ("whole_number", "3"), ("speaker", "Ida Brekke")])
def test_the_offered_answer_comes_first_and_is_never_taken_by_itself(
    window: QMainWindow, study: Study, kind: str, answer: str
) -> None:
    level = study.ask("level", kind, offered=answer)
    if kind == "choice":
        study.offer(level, "Sea")
        study.offer(level, "Wall")
    editor = editor_of(window, study, "level")
    assert rows(editor)[0] == f"{answer}?"
    assert study.attribute("level").hint == f"{answer}?"
    assert editor.value() == ""
    QTest.keyClick(editor, Qt.Key.Key_Down)
    assert editor.value() == answer
    editor.fill(answer)
    editor.open_list()
    assert f"{answer}?" not in rows(editor)


def test_the_definition_of_the_picked_choice_is_told(window: QMainWindow, seas: Study) -> None:
    editor = editor_of(window, seas, "topic")
    told: list[str] = []
    editor.pointed.connect(told.append)
    QTest.keyClick(editor, Qt.Key.Key_Down)
    assert told[-1] == "Sea: Open water."
    QTest.keyClick(editor, Qt.Key.Key_Down)
    assert told[-1] == ""


def test_a_speaker_is_completed_from_the_registry_or_new(window: QMainWindow, study: Study) -> None:
    study.ask("addressee", "speaker", Subject.CLAIM)
    editor = editor_of(window, study, "addressee")
    QTest.keyClicks(editor, "bre")
    assert rows(editor)[-1] == "New speaker “bre”"
    assert editor.value() == "Ida Brekke"


def test_a_list_that_offers_the_same_again_is_not_filled_again(window: QMainWindow) -> None:
    offered, offers = OfferList.of(window), [Offer("Ida Brekke", "Ida Brekke"), Offer("Ola Nord", "Ola Nord")]
    offered.show_offers(offers)
    offered.show()
    offered.pick(1)
    first = offered.item(0)
    offered.show_offers([*offers])
    assert isValid(first)
    assert offered.item(0) is first
    assert offered.picked() is None
