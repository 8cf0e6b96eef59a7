"""A damaged file at the desk: the damage is reported, what can be read is shown, and nothing is recorded silently."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.damage import damage_index
from tests.journeys.desk import Desk
from tests.journeys.sight import claims_shown, notice, said

WORDS, OTHERS = "“We lost nearly 300".encode(), "“We lost nearly 700".encode()


@pytest.fixture
def altered(study: Path) -> Path:
    """Return the example with one letter changed in the text of its first article."""
    study.write_bytes(study.read_bytes().replace(WORDS, OTHERS))
    return study


@pytest.fixture
def unsound(study: Path) -> Path:
    """Return the example with a page of an index overwritten."""
    damage_index(study)
    return study


def test_an_altered_text_is_told_when_its_article_is_opened_and_takes_no_record(desk: Desk, altered: Path) -> None:
    desk.open(altered)
    before, shown = altered.read_bytes(), claims_shown(desk)
    assert "“Harbour wall will take two winters” is not the one that was imported" in notice(desk)
    for key in (Qt.Key.Key_J, Qt.Key.Key_C, Qt.Key.Key_N):
        desk.press(key)
    assert claims_shown(desk) == shown
    assert altered.read_bytes() == before
    desk.press(Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    for key in (Qt.Key.Key_J, Qt.Key.Key_C, Qt.Key.Key_Escape):
        desk.press(key)
    assert altered.read_bytes() != before


def test_a_damaged_project_is_shown_says_so_and_takes_no_edit(desk: Desk, unsound: Path, qtbot: QtBot) -> None:
    before = unsound.read_bytes()
    desk.open(unsound)
    qtbot.waitUntil(lambda: "is damaged" in notice(desk))
    shown = claims_shown(desk)
    assert shown
    assert "Read-only" in said(desk)
    assert not desk.actions["request_claim"].isEnabled()
    for key in (Qt.Key.Key_J, Qt.Key.Key_C):
        desk.press(key)
    assert claims_shown(desk) == shown
    assert unsound.read_bytes() == before
