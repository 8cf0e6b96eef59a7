"""The cost of a record, in keys or in clicks with the mouse alone, in the real window on a real page."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QToolButton, QWidget

from models.entities import Number
from tests.journeys.desk import CTRL, Desk

MOST_FOR_CLAIMS, MOST_FOR_NUMBERS = 60, 25

Range = tuple[int, int]

SELECTING = ("JJIIU", "IH", "JIIH", "JU", "JIIH", "JIH", "JJIH", "JJU", "JIH", "JU")
"""The keys that a coder presses to select each claim of the page, one after the other."""


@pytest.fixture
def at_page(desk: Desk, shared: Path, tmp_path: Path) -> Desk:
    """Return a desk at the page, just opened."""
    desk.open(Path(shutil.copy(shared / "articles" / "coalition.txt", tmp_path / "coalition.txt")))
    desk.text.setFocus()
    desk.keys = 0
    return desk


def claims_of(desk: Desk) -> list[tuple[Range, str]]:
    """Return the words and the speaker of each claim that is recorded, in text order."""
    speakers = desk.project.registry.speakers
    found = []
    for claim in desk.records.claims.values():
        (span,) = desk.records.contents(claim.id)
        found.append(((span.start, span.end), speakers[claim.speaker].name if claim.speaker else ""))
    return sorted(found)


def value_of(number: Number) -> tuple[float | None, str | None, str]:
    """Return what the gold says of a number too."""
    return number.value, number.qualifier, number.unit or ""


def test_the_claims_of_a_page_with_their_speakers_cost_few_keys(at_page: Desk, gold: dict[str, Any]) -> None:
    for keys in SELECTING:
        for key in keys:
            at_page.press(Qt.Key[f"Key_{key}"])
        at_page.press(Qt.Key.Key_C)
        at_page.press(Qt.Key.Key_Return)
        assert at_page.focus is at_page.text
    names = {speaker["id"]: speaker["name"] for speaker in gold["speakers"]}
    wanted = [((part["start"], part["end"]), names[c["speaker"]]) for c in gold["claims"] for part in c["content"]]
    assert claims_of(at_page) == wanted
    assert len(at_page.project.registry.speakers) == len(names)
    assert at_page.keys <= MOST_FOR_CLAIMS


def test_the_numbers_of_a_page_cost_two_keys_each(at_page: Desk, gold: dict[str, Any]) -> None:
    numbers = [*(number for claim in gold["claims"] for number in claim["numbers"]), *gold["numbers_outside_claims"]]
    for _ in numbers:
        at_page.press(Qt.Key.Key_N, times=2)
    assert at_page.keys <= MOST_FOR_NUMBERS
    wanted = {(n["start"], n["end"]): (n["value"], n["qualifier"], n["unit"]) for n in numbers}
    found = {}
    for number in at_page.records.numbers.values():
        (span,) = at_page.records.spans_of(number.id)
        found[span.start, span.end] = value_of(number)
    assert found == wanted
    at_page.press(Qt.Key.Key_N)
    assert not at_page.text.textCursor().hasSelection()


class Mouse:
    """A mouse whose gestures are counted: a click is one, and so are two or three in a row at the same place."""

    def __init__(self) -> None:
        self.gestures = 0

    def click(self, widget: QWidget, point: QPoint) -> None:
        """Click once."""
        self.gestures += 1
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=point)

    def triple_click(self, widget: QWidget, point: QPoint) -> None:
        """Click three times."""
        self.click(widget, point)
        QTest.mouseDClick(widget, Qt.MouseButton.LeftButton, pos=point)
        QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=point)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=point)


def test_a_claim_with_its_speaker_takes_three_gestures_of_the_mouse_alone(desk: Desk, tmp_path: Path) -> None:
    page = tmp_path / "quay.txt"
    page.write_text("The quay\n\nMayor Ada Holm said the quay would stay open all winter. It rained.\n", "utf-8")
    desk.open(page)
    view, mouse = desk.text, Mouse()
    at = desk.records.text.index("stay open")
    mouse.triple_click(view.viewport(), view.cursorRect(view.display.page.document.cursor(at, at)).center())
    claim = next(button for button in view.bar.findChildren(QToolButton) if button.text() == "Claim")
    assert claim.isVisible()
    mouse.click(claim, claim.rect().center())
    offers = desk.window.findChild(QListView, "offers")
    assert offers is not None and offers.isVisible()
    mouse.click(offers.viewport(), offers.visualRect(offers.model().index(0, 0)).center())
    assert mouse.gestures <= 4
    (((start, end), speaker),) = claims_of(desk)
    assert desk.records.text[start:end] == "Mayor Ada Holm said the quay would stay open all winter."
    assert speaker == "Ada Holm"
    assert desk.focus is view


def test_after_the_last_key_of_a_claim_undo_takes_it_back_whole(at_page: Desk) -> None:
    for key in "JJJIIH":
        at_page.press(Qt.Key[f"Key_{key}"])
    at_page.press(Qt.Key.Key_C)
    at_page.press(Qt.Key.Key_Return)
    at_page.press(Qt.Key.Key_Z, CTRL)
    assert not at_page.records.claims
    assert at_page.focus is at_page.text
