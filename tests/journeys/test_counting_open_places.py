"""What is not recorded yet is counted for the list: in an article that the coder leaves, and in all on request."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.lines.open_places import OpenPlaces
from models.properties import Assistance
from tests.journeys.desk import CTRL, Desk
from tests.journeys.sight import said
from tests.waiting import let_read

Key = Qt.Key


def shown(desk: Desk) -> list[OpenPlaces | None]:
    """Return what the list of articles says, in the order of import."""
    return [line.open_places for line in desk.articles.model.known.lines()]


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """Return the desk of a coder who stays at an article at once."""
    desk.window.counting_places.resting.setInterval(0)
    return desk


def leave(desk: Desk, qtbot: QtBot) -> None:
    """Go to the next article, and wait until the one before has been counted, if it is."""
    with qtbot.waitSignal(desk.window.counting_places.resting.timeout):
        desk.press(Key.Key_PageDown, CTRL)
    let_read(desk.project)


def test_an_article_is_counted_when_it_is_left_and_all_by_the_menu(desk: Desk, study: Path, qtbot: QtBot) -> None:
    desk.open(study)
    let_read(desk.project)
    assert set(shown(desk)) == {None}
    leave(desk, qtbot)
    first, *others = shown(desk)
    assert first and first.total > 0
    assert set(others) == {None}
    desk.actions["count_all"].trigger()
    qtbot.waitUntil(lambda: None not in shown(desk))
    qtbot.waitUntil(lambda: "The open places of all articles are counted." in said(desk))
    assert [line.open_places for line in desk.project.store.articles()] == shown(desk)


def test_nothing_is_counted_where_the_project_does_not_want_places(desk: Desk, study: Path, qtbot: QtBot) -> None:
    desk.open(study)
    assert desk.window.workspace.assisting.want({Assistance.CLAIMS, Assistance.NUMBERS})
    leave(desk, qtbot)
    assert set(shown(desk)) == {None}
