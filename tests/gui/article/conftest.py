"""A pane with the ferry article in it."""

import pytest
from pytestqt.qtbot import QtBot

from gui.article.article_pane import ArticlePane
from gui.article.article_view import ArticleView
from gui.article.marks import Mark
from models.entities import Role
from tests.gui.article.texts import BOILERPLATE, FERRY, TITLE, place

MARKS = (
    Mark("claim-1", "content-1", Role.CONTENT, *place("nearly 2,000 people a day would use the ferry")),
    Mark("claim-1", "source-1", Role.SOURCE, *place("The harbour board")),
    Mark("claim-1", "cue-1", Role.CUE, *place("said")[:1], place("said")[1]),
    Mark("number-1", "number-1-span", Role.NUMBER, *place("nearly 2,000 people")),
    Mark("claim-2", "content-2", Role.CONTENT, *place("We have waited long enough 🚢,")),
)


@pytest.fixture
def pane(qtbot: QtBot) -> ArticlePane:
    """Return a pane that shows the article, marked, with the focus in the text."""
    pane = ArticlePane()
    qtbot.addWidget(pane)
    pane.resize(620, 700)
    pane.view.show_article(FERRY, TITLE, "COAST GAZETTE · 2 March 2024", "en", MARKS, BOILERPLATE)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.activateWindow()
    pane.view.setFocus()
    return pane


@pytest.fixture
def view(pane: ArticlePane) -> ArticleView:
    """Return the text of that pane."""
    return pane.view
