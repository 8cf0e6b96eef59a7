"""If the disk is full, nothing changes anywhere, typed text stays where it was typed, and trying again works."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.example import typed
from tests.journeys.desk import CTRL, Desk
from tests.journeys.sight import cells, claims_shown, field, go_to_cell, marked, notice, open_cell, said, typed_in
from tests.snapshots import faults_of, history_of, rows_of


def fill_disk(desk: Desk) -> None:
    """Let the file grow no further, and use up what room is left in its pages, until the smallest edit is refused."""
    connection = desk.project.store._connection
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    for count in range(200):
        if not desk.project.do(typed(desk.records.article, "note", "y" * (count % 2) + "x")):
            desk.window.saving_again.discard()
            return
    raise AssertionError("the disk takes everything")


def make_room(desk: Desk) -> None:
    """Let the file grow again."""
    desk.project.store._connection.execute("PRAGMA max_page_count = 1000000")


def in_file(path: Path) -> tuple[dict[str, frozenset[tuple[object, ...]]], list[tuple[object, ...]]]:
    """Return everything an edit could have changed."""
    return rows_of(path), history_of(path)


@pytest.fixture
def full(desk: Desk, study: Path) -> Desk:
    """Return a desk at a project for which there is no room left, nor in the pages that making it has left free."""
    with closing(sqlite3.connect(study)) as connection:
        connection.execute("VACUUM")
    desk.open(study)
    fill_disk(desk)
    return desk


def says_what_is_safe_and_what_to_do(desk: Desk) -> bool:
    words = notice(desk)
    return all(part in words for part in ("The disk is full.", "everything saved before is safe", "Free some space"))


def test_a_claim_that_cannot_be_saved_appears_nowhere_and_c_works_once_there_is_room(full: Desk, study: Path) -> None:
    words = "It wants at least 12 new berths."
    start = full.records.text.index(words)
    before, shown = in_file(study), claims_shown(full)
    full.text.setFocus()
    full.text.select(start, start + len(words))
    full.press(Qt.Key.Key_C)

    assert says_what_is_safe_and_what_to_do(full)
    assert in_file(study) == before
    assert claims_shown(full) == shown
    assert len(full.records.claims) == 2
    assert full.focus is full.text
    assert full.text.selection() == (start, start + len(words))

    make_room(full)
    full.press(Qt.Key.Key_C)
    assert words in claims_shown(full)
    assert notice(full) == ""
    new = max(full.records.claims.values(), key=lambda claim: claim.id)
    assert marked(full, new.id) == [words]
    assert faults_of(study) == []


def test_a_cell_that_cannot_be_saved_keeps_what_was_typed_and_enter_tries_again(full: Desk, study: Path) -> None:
    panel = full.statements
    before, shown = in_file(study), cells(panel, "speaker")
    go_to_cell(panel, 1, "speaker")
    full.press(Qt.Key.Key_F2)
    full.type("Nobody Before")
    full.press(Qt.Key.Key_Return)

    assert says_what_is_safe_and_what_to_do(full)
    assert open_cell(full).text() == "Nobody Before"
    assert "What you typed is kept here" in open_cell(full).refusal.reason
    assert in_file(study) == before
    assert cells(panel, "speaker") == shown
    assert not any(speaker.name == "Nobody Before" for speaker in full.project.registry.speakers.values())

    make_room(full)
    full.press(Qt.Key.Key_Return)
    assert cells(panel, "speaker")[1] == "Nobody Before"
    assert notice(full) == ""
    assert said(full) == "All changes saved"


def test_a_long_text_pasted_into_a_cell_is_kept_there_too(desk: Desk, study: Path) -> None:
    desk.open(study)
    panel = desk.statements
    (pages,) = desk.project.store._connection.execute("PRAGMA page_count").fetchone()
    desk.project.store._connection.execute(f"PRAGMA max_page_count = {pages}")
    long = "of the harbour " * 3000
    QGuiApplication.clipboard().setText(long)
    go_to_cell(panel, 0, "counted")
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_V, CTRL)
    desk.press(Qt.Key.Key_Return)
    assert says_what_is_safe_and_what_to_do(desk)
    assert len(open_cell(desk).text()) > 20_000
    assert cells(panel, "counted")[0] == "crowns"
    make_room(desk)
    desk.press(Qt.Key.Key_Return)
    assert cells(panel, "counted")[0].startswith("of the harbour of the harbour")


def test_a_field_of_the_details_keeps_what_was_typed_and_can_be_tried_again(full: Desk, study: Path) -> None:
    full.choose(None)
    before = in_file(study)
    field(full, "Outlet").setFocus()
    full.press(Qt.Key.Key_A, CTRL)
    full.type("The Evening Tide")
    full.press(Qt.Key.Key_Return)

    assert says_what_is_safe_and_what_to_do(full)
    assert typed_in(full, "Outlet") == "The Evening Tide"
    assert in_file(study) == before
    assert full.records.article.outlet == "The Tide"

    make_room(full)
    full.press(Qt.Key.Key_Return)
    assert full.records.article.outlet == "The Evening Tide"
    assert notice(full) == ""


def test_undo_that_cannot_be_saved_changes_nothing_and_can_be_tried_again(full: Desk, study: Path) -> None:
    before, label = in_file(study), full.project.undo_label
    full.text.setFocus()
    full.press(Qt.Key.Key_Z, CTRL)
    assert says_what_is_safe_and_what_to_do(full)
    assert (in_file(study), full.project.undo_label) == (before, label)
    make_room(full)
    full.press(Qt.Key.Key_Z, CTRL)
    assert full.project.redo_label == label
