"""Similar articles are found, compared side by side, and their records copied."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.comparing.pairs_dialog import PairsDialog
from gui.comparing.side_by_side import SideBySide
from models.actions.articles import import_articles
from models.articles.draft import Draft
from models.store import Store
from tests.example import TEXT, signed
from tests.journeys.desk import Desk
from tests.waiting import let_read

COPY = TEXT.replace("Harbour wall", "Wall of the harbour").replace("nearly 300 metres", "some 300 metres")


@pytest.fixture
def pairs(desk: Desk, study: Path, qtbot: QtBot) -> PairsDialog:
    """Return the list of similar articles of a project with one copy."""
    with Store.open(study) as store:
        store.apply(signed(import_articles([Draft(COPY, "Wall of the harbour", outlet="The Gull")])))
    desk.open(study)
    desk.actions["find_similar"].trigger()
    qtbot.waitUntil(lambda: desk.window.comparing.pairs is not None)
    found = desk.window.comparing.pairs
    assert found
    qtbot.waitUntil(found.isVisible)
    return found


def compared(desk: Desk, pairs: PairsDialog, qtbot: QtBot) -> SideBySide:
    """Open the first pair with Enter."""
    pairs.list.setFocus()
    QTest.keyClick(pairs.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.window.comparing.side_by_side is not None)
    found = desk.window.comparing.side_by_side
    assert found
    return found


def test_records_are_copied_from_one_article_to_the_other(desk: Desk, pairs: PairsDialog, qtbot: QtBot) -> None:
    assert pairs.model.rowCount() == 1
    both = compared(desk, pairs, qtbot)
    marked = [each.cursor.selectedText() for each in both.other.editor.edit.extraSelections()]
    assert "some" in marked
    assert not both.other.copy.isEnabled()
    QTest.mouseClick(both.first.copy, Qt.MouseButton.LeftButton)
    assert desk.window.comparing.missing, "the claim with other words is listed"
    other = both.other.article
    desk.project.article.open(other)
    assert len(desk.records.claims) == 1
    desk.window.undoing.undo()
    assert desk.records.claims == {}


def test_one_of_two_articles_is_opened_or_deleted(
    desk: Desk, pairs: PairsDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = compared(desk, pairs, qtbot)
    other = both.other.article
    both.other.go.click()
    assert desk.records.article.id == other
    both = compared(desk, pairs, qtbot)
    both.other.delete.click()
    qtbot.waitUntil(lambda: pairs.model.rowCount() == 0)
    desk.window.undoing.undo()
    assert desk.project.article.open(other)


def test_the_preview_of_an_import_warns_of_an_article_like_one_in_the_project(
    desk: Desk, study: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "copy.txt"
    path.write_text(COPY, "utf-8")
    desk.open(study)
    desk.window.importing.import_paths([path])
    qtbot.waitUntil(lambda: desk.window.importing.window is not None)
    preview = desk.window.importing.window
    assert preview
    (entry,) = preview.incoming.entries
    assert any("like “Harbour wall will take two winters” in the project" in each for each in entry.warnings)
    preview.reject()


def test_a_pasted_text_like_one_in_the_project_is_named_as_soon_as_the_project_has_been_read(
    desk: Desk, study: Path
) -> None:
    desk.open(study)
    desk.window.pasting.take_text(COPY)
    dialog = desk.window.pasting.dialog
    assert dialog
    view = dialog.pane.text.view
    view.caret.put(len(COPY) - 10)
    view.requests.request_boilerplate()
    let_read(desk.project)
    assert "like “Harbour wall will take two winters” in the project" in dialog.pane.remarks.text()
    dialog.accept()
    assert desk.records.text == COPY
    assert any(row.end >= len(COPY) - 10 for row in desk.records.boilerplate.values())  # what X marked before is kept
