"""What N does where there is nothing to read, or nothing left to record."""

import json
import shutil
from pathlib import Path

from PySide6.QtCore import Qt

from models.actions.claims import mark_claim
from tests.journeys.desk import CTRL, SHIFT, Desk
from tests.journeys.sight import said

MOST_KEYS = 25


def select(desk: Desk, words: str) -> tuple[int, int]:
    """Select words in the text, the keyboard there."""
    start = desk.records.text.index(words)
    desk.text.setFocus()
    desk.text.select(start, start + len(words))
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
    select(desk, "two winters")
    desk.press(Qt.Key.Key_N)
    (made,) = set(desk.records.numbers) - before
    select(desk, "nobody")
    desk.statements.setFocus()
    desk.choose(None)
    select(desk, "two winters")
    desk.press(Qt.Key.Key_N)
    assert desk.statements.view.record() == made
    assert set(desk.records.numbers) == before | {made}


def test_n_selects_the_next_number_whole_and_the_next_n_records_it(desk: Desk, study: Path) -> None:
    desk.open(study)
    desk.text.setFocus()
    desk.press(Qt.Key.Key_Home, CTRL)
    before = set(desk.records.numbers)
    desk.press(Qt.Key.Key_N)
    first = desk.text.selection()
    assert desk.records.text[slice(*first)] == "two winters"
    desk.press(Qt.Key.Key_N)
    assert desk.records.number_of(*first)
    desk.press(Qt.Key.Key_N)
    second = desk.text.selection()
    assert desk.records.number_of(*second) is None and second[0] >= first[1]
    desk.press(Qt.Key.Key_N, times=2)
    assert len(set(desk.records.numbers) - before) == 2 or "no unrecorded number" in said(desk)


def test_after_a_claim_n_goes_through_its_numbers_and_then_on(desk: Desk, tmp_path: Path) -> None:
    page = tmp_path / "swans.txt"
    page.write_text(
        "Swans\n\nThere are 70 bays. Ada Holm said 12 swans and 9 ducks came to 2 ponds. They ate 50 buns.\n", "utf-8"
    )
    desk.open(page)
    view = desk.text
    select(desk, "12 swans and 9 ducks came to 2 ponds")
    desk.press(Qt.Key.Key_C)
    desk.press(Qt.Key.Key_Escape)
    desk.press(Qt.Key.Key_Escape)
    seen = []
    for passed_over in (False, True, True, False):
        desk.press(Qt.Key.Key_N)
        seen.append(desk.records.text[slice(*view.selection())])
        desk.press(Qt.Key.Key_Escape if passed_over else Qt.Key.Key_N)
    assert seen == ["12 swans", "9 ducks", "2 ponds", "50 buns"]
    assert len(desk.records.numbers) == 2
    desk.press(Qt.Key.Key_N)
    assert "no unrecorded number" in said(desk)


def test_shift_n_passes_over_what_esc_lets_go_of(desk: Desk, tmp_path: Path) -> None:
    page = tmp_path / "swans.txt"
    page.write_text("Swans\n\nWe saw 12 swans. They ate 50 buns.\n", "utf-8")
    desk.open(page)
    desk.press(Qt.Key.Key_End, CTRL)
    for words in ("50 buns", "12 swans"):
        desk.press(Qt.Key.Key_N, SHIFT)
        assert desk.records.text[slice(*desk.text.selection())] == words
        desk.press(Qt.Key.Key_Escape)


def test_shift_n_selects_the_number_before(desk: Desk, study: Path) -> None:
    desk.open(study)
    desk.text.setFocus()
    desk.press(Qt.Key.Key_End, CTRL)
    desk.press(Qt.Key.Key_N, SHIFT)
    start, end = desk.text.selection()
    assert start < end and desk.records.number_of(start, end) is None


def test_the_ten_numbers_of_the_coalition_article_take_two_keys_each(desk: Desk, shared: Path, tmp_path: Path) -> None:
    desk.open(Path(shutil.copy(shared / "articles" / "coalition.txt", tmp_path / "coalition.txt")))
    gold = json.loads((shared / "gold" / "coalition.json").read_text(encoding="utf-8"))
    for claim in gold["claims"]:
        for part in claim["content"]:
            desk.project.do(mark_claim(desk.records, part["start"], part["end"]))
    expected = [number for claim in gold["claims"] for number in claim["numbers"]] + gold["numbers_outside_claims"]
    desk.text.setFocus()
    desk.press(Qt.Key.Key_Home, CTRL)
    desk.keys = 0
    while "no unrecorded number" not in said(desk) and desk.keys < MOST_KEYS:
        desk.press(Qt.Key.Key_N)
    assert desk.keys < MOST_KEYS
    found = {
        (span.start, span.end, number.value, number.qualifier, number.unit or "")
        for number in desk.records.numbers.values()
        for span in desk.records.spans_of(number.id)
    }
    assert found == {(n["start"], n["end"], n["value"], n["qualifier"], n["unit"]) for n in expected}


def test_after_a_claim_its_own_numbers_come_first(desk: Desk, study: Path) -> None:
    desk.open(study)
    start, end = select(desk, "Harbour wall will take two winters")
    desk.press(Qt.Key.Key_C)
    desk.press(Qt.Key.Key_Escape)
    assert desk.records.claim_of(start, end)
    desk.press(Qt.Key.Key_N)
    assert desk.records.text[slice(*desk.text.selection())] == "two winters"
    desk.press(Qt.Key.Key_N)
    (number,) = [
        n for n in desk.records.numbers.values() if (c := desk.records.claim_of(start, end)) and n.claim == c.id
    ]
    assert (number.value, number.counted) == (2, "winters")
