"""A long article is shown by its beginning while it is read; what a coder does meanwhile is done to all of it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.store import Store, article_reading
from tests.example import signed, typed
from tests.gestures.looking import wrong
from tests.journeys.desk import CTRL, Desk
from tests.journeys.sight import claims_shown, marked, place_caret
from tests.journeys.test_keys_at_work import COST, LOST, claim_of
from tests.journeys.test_two_windows import come_back_to

Key = Qt.Key


@pytest.fixture
def arriving(desk: Desk, study: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Return a desk at which an article is being read; the words of its first claim are shown already."""
    for name, value in (("MANY", 1), ("PIECE", 1), ("BEGINNING", 200)):
        monkeypatch.setattr(article_reading, name, value)
    desk.open(study)
    first = desk.records.article.id
    desk.press(Key.Key_PageDown, CTRL)
    desk.articles.article_requested.emit(first)
    assert desk.project.article.is_opening
    return desk


def arrive(desk: Desk) -> None:
    """Let the article be read to its end."""
    while desk.project.article.is_opening:
        QApplication.processEvents()
    assert wrong(desk.window) == []


def test_the_beginning_is_shown_at_once_and_everything_soon(arriving: Desk) -> None:
    shown = arriving.project.shown
    assert shown
    assert arriving.project.records is None
    assert arriving.text.text == shown.text
    assert claims_shown(arriving) == [COST]
    (claim,) = shown.claims
    assert COST in marked(arriving, claim)
    assert arriving.statements.bar.count.text() == ""
    assert arriving.actions["finish"].isEnabled()
    page = arriving.text.display.page
    arrive(arriving)
    assert arriving.text.display.page is page
    assert [*filter(None, claims_shown(arriving))] == [COST, LOST]
    assert marked(arriving, claim_of(arriving, LOST).id) == [LOST]


def test_a_key_that_is_pressed_meanwhile_acts_in_the_whole_article(arriving: Desk) -> None:
    arriving.press(Key.Key_J)
    assert not arriving.project.article.is_opening
    arriving.press(Key.Key_C)
    arriving.press(Key.Key_Return)
    assert len(arriving.records.claims) == 3
    assert wrong(arriving.window) == []


def test_another_article_can_be_opened_meanwhile(arriving: Desk) -> None:
    first = arriving.text.text
    arriving.press(Key.Key_PageDown, CTRL)
    arrive(arriving)
    assert arriving.records.text != first


def test_an_article_is_read_again_when_it_is_written_to_meanwhile(arriving: Desk, study: Path, qtbot: QtBot) -> None:
    shown = arriving.project.shown
    assert shown
    with Store.open(study) as elsewhere:
        (claim,) = shown.claims.values()
        elsewhere.apply(signed(typed(claim, "summary", "It will be dear")))
    come_back_to(arriving)
    qtbot.waitUntil(lambda: not arriving.project.article.is_opening)
    assert arriving.records.claims[claim.id].summary == "It will be dear"
    assert wrong(arriving.window) == []


def test_an_edit_of_the_article_that_is_being_read_is_not_lost(arriving: Desk) -> None:
    shown = arriving.project.shown
    assert shown
    assert arriving.project.do(typed(shown.article, "title", "The wall"))
    assert arriving.project.article.is_opening
    assert arriving.project.shown
    assert arriving.project.shown.article.title == "The wall"
    arrive(arriving)
    assert arriving.records.article.title == "The wall"


def test_a_project_can_be_closed_while_an_article_is_being_read(arriving: Desk, study: Path) -> None:
    arriving.window.project_file.close()
    assert arriving.window.project is None
    arriving.open(study)
    arrive(arriving)


def test_the_lines_in_sight_have_their_marks_also_further_down(arriving: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    arrive(arriving)
    lost = claim_of(arriving, LOST).id
    settings = arriving.window.settings
    place_caret(arriving, "fishermen")
    caret = arriving.text.position()[0]
    first = arriving.records.article.id
    arriving.press(Key.Key_PageDown, CTRL)
    settings.keep_reading_position(first, (caret, arriving.text.text.index("\n") + 150))
    arriving.articles.article_requested.emit(first)
    assert arriving.project.article.is_opening
    assert marked(arriving, lost) == [LOST]
