"""What N does where there is nothing to read, or nothing left to record."""

from pathlib import Path

from PySide6.QtCore import Qt

from tests.journeys.desk import Desk
from tests.journeys.sight import said


def select(desk: Desk, words: str) -> tuple[int, int]:
    """Select words in the text, the keyboard there."""
    start = desk.records.text.index(words)
    desk.window.view.setFocus()
    desk.window.view.select(start, start + len(words))
    return start, start + len(words)


def test_words_without_a_number_are_recorded_only_when_asked_for_again(desk: Desk, study: Path) -> None:
    desk.open(study)
    before = len(desk.records.numbers)
    place = select(desk, "nobody would have to move")
    desk.press(Qt.Key.Key_N)
    assert len(desk.records.numbers) == before
    assert "press N again" in said(desk)
    desk.press(Qt.Key.Key_N)
    number = desk.records.number_of(*place)
    assert number is not None and number.value is None
    desk.type("3")
    desk.press(Qt.Key.Key_Return)
    number = desk.records.number_of(*place)
    assert number is not None and number.value == 3


def test_a_number_that_is_recorded_already_is_chosen(desk: Desk, study: Path) -> None:
    desk.open(study)
    before = set(desk.records.numbers)
    place = select(desk, "two winters")
    desk.press(Qt.Key.Key_N)
    (made,) = set(desk.records.numbers) - before
    select(desk, "nobody")
    desk.window.view.select(*place)
    desk.press(Qt.Key.Key_N)
    assert desk.window.panes.statements.view.record() == made
    assert set(desk.records.numbers) == before | {made}
