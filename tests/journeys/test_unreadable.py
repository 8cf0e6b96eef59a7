"""A file that can no longer be read, as on a removed USB stick, is reported, and the window goes on working."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.dialogs import asking
from models.articles.plain_text import from_text
from models.errors import OnrecordError
from models.store import Store
from models.store.long_write import LongWrite
from models.store.view import StoreView
from tests.example import typed
from tests.journeys.desk import CTRL, Desk
from tests.journeys.sight import cells, go_to_cell, notice

GONE = "The disk reports an error."


def break_off(monkeypatch: pytest.MonkeyPatch, question: str, of: type = Store) -> None:
    """Let no store, or no view of one, answer a question any more."""

    def unreadable(*_asked: object, **_options: object) -> None:
        raise OnrecordError(GONE)

    monkeypatch.setattr(of, question, unreadable)


def test_an_undo_after_which_the_history_cannot_be_read_says_so(at_work: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    at_work.project.do(typed(at_work.records.article, "title", "The wall"))
    break_off(monkeypatch, "undoable")
    at_work.press(Qt.Key.Key_Z, CTRL)
    assert notice(at_work) == GONE


@pytest.mark.parametrize(("question", "of"), [("claim_count", Store), ("claims_of", LongWrite)])
def test_a_speaker_whose_claims_cannot_be_read_is_not_deleted(
    at_work: Desk, monkeypatch: pytest.MonkeyPatch, question: str, of: type
) -> None:
    monkeypatch.setattr(asking, "confirm", lambda *_asked: True)
    break_off(monkeypatch, question, of)
    panel = at_work.speakers
    at_work.show("speakers")
    before = cells(panel, "name")
    go_to_cell(panel, 0, "name")
    at_work.press(Qt.Key.Key_Delete, CTRL)
    assert notice(at_work) == GONE
    assert cells(panel, "name") == before


def test_an_article_is_not_added_unless_it_is_known_to_be_new(at_work: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    break_off(monkeypatch, "articles_of_content")
    at_work.window.pasting.add_article(from_text("A bell rang\n\nIt rang twice."))
    assert notice(at_work) == GONE


def test_an_article_that_arrives_while_the_list_cannot_be_read_is_there_and_listed(
    desk: Desk, study: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    break_off(monkeypatch, "articles_after", StoreView)
    desk.window.start_with([study])
    qtbot.waitUntil(lambda: notice(desk) == GONE)
    assert not desk.articles.is_empty
    desk.window.pasting.add_article(from_text("A bell rang\n\nIt rang twice."))
    assert desk.articles.view.model().rowCount() == 1
    assert desk.records.article.title == "A bell rang"


def test_a_registry_that_cannot_be_counted_is_shown_all_the_same(
    desk: Desk, study: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    break_off(monkeypatch, "claims_per_speaker", StoreView)
    desk.open(study)
    desk.show("speakers")
    qtbot.waitUntil(lambda: notice(desk) == GONE)
    assert cells(desk.speakers, "name")
