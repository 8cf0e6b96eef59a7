"""Places of an article without a record, in the real window: counted, marked, visited and closed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QToolButton

from models.articles.draft import Draft
from models.entities import Offer
from models.properties import Assistance
from tests.gestures.looking import wrong
from tests.journeys.desk import CTRL, SHIFT, Desk
from tests.journeys.sight import said
from tests.journeys.test_suggesting import let_seek, project_of, words

Key = Qt.Key

PIER = """The pier at Aldersund is old

“The pier must be closed at once,” Ola Nord said.

It was built of 900 oak beams. Visitors love the gulls.
"""
OTHER = "The ferry is late.\n"


@pytest.fixture
def pier(desk: Desk, tmp_path: Path) -> Desk:
    """Return a desk at an article of which nothing is recorded, before another one."""
    pier, other = Draft(PIER, "The pier at Aldersund is old", language="en"), Draft(OTHER, "Late", language="en")
    desk.open(project_of(tmp_path, pier, other))
    desk.actions["show_suggestions"].trigger()
    let_seek(desk)
    desk.text.setFocus()
    return desk


def foot(desk: Desk) -> str:
    """Return what stands under the text."""
    return desk.window.workspace.panes.article.foot.text()


def test_open_places_are_counted_under_the_text_until_they_are_recorded(pier: Desk) -> None:
    assert foot(pier) == "1 quotation · 1 number without a record"
    pier.press(Key.Key_Tab)
    pier.press(Key.Key_Return)
    pier.press(Key.Key_Return)
    assert foot(pier) == "No open places"
    pier.actions["undo"].trigger()
    assert foot(pier) == "1 number without a record"


def test_g_visits_them_and_the_button_does_too(pier: Desk) -> None:
    pier.press(Key.Key_G)
    assert words(pier) == "“The pier must be closed at once,”"
    button = pier.window.findChild(QToolButton, "next_open_place")
    assert isinstance(button, QToolButton) and button.isVisible()
    button.click()
    assert words(pier) == "900 oak beams"
    pier.press(Key.Key_G, SHIFT)
    assert words(pier) == "“The pier must be closed at once,”"
    pier.press(Key.Key_G, SHIFT)
    assert words(pier) == "900 oak beams", "before the first comes the last"


def test_no_mark_of_a_suggestion_follows_into_the_next_article(pier: Desk) -> None:
    for _ in range(2):
        pier.press(Key.Key_Tab)
        pier.press(Key.Key_PageDown, CTRL)
        let_seek(pier)
        assert wrong(pier.window) == []
        pier.press(Key.Key_PageUp, CTRL)
        let_seek(pier)


def test_a_place_without_a_suggestion_is_selected_to_be_recorded_by_hand(pier: Desk) -> None:
    pier.window.workspace.assisting.want({Assistance.PLACES})
    pier.press(Key.Key_G)
    assert pier.records.text[slice(*pier.text.selection())] == "“The pier must be closed at once,”"


def test_nothing_to_record_here_closes_a_place_for_good(pier: Desk) -> None:
    pier.press(Key.Key_G, times=2)
    pier.press(Key.Key_Backspace, SHIFT)
    assert foot(pier) == "1 quotation without a record"
    assert [row.kind for row in pier.records.dismissed.values()] == [Offer.PLACE]
    pier.actions["undo"].trigger()
    assert foot(pier) == "1 quotation · 1 number without a record"


def test_finishing_an_article_with_open_places_says_so_once(pier: Desk) -> None:
    pier.press(Key.Key_Return, CTRL)
    assert "2 places of “The pier at Aldersund is old” have no record" in said(pier)
    pier.actions["previous_article"].trigger()
    pier.actions["toggle_done"].trigger()
    pier.press(Key.Key_Return, CTRL)
    assert "have no record" not in said(pier)


def test_lines_in_sight_are_known_below_folded_lines_at_the_top(pier: Desk) -> None:
    pier.press(Key.Key_Home, CTRL)
    pier.press(Key.Key_X)
    assert pier.records.boilerplate
    start, end = pier.text.lines_in_sight()
    assert start <= PIER.index("“The pier") < PIER.index("gulls") <= end


def test_open_places_are_marked_beside_their_lines_and_on_the_scroll_bar(pier: Desk) -> None:
    pier.window.resize(900, 420)
    view = pier.text
    page = view.display.page.document
    line = view.cursorRect(page.cursor(*[PIER.index("“The pier")] * 2)).center().y()
    image = view.viewport().grab().toImage()
    ink = QColor(view.display.look.scheme.faint)
    marked = {y for x in range(image.width() - 25, image.width()) for y in range(line - 6, line + 6)
              if image.pixelColor(x, y) == ink}  # fmt: skip
    assert marked
    bar = view.verticalScrollBar().grab().toImage()
    strokes = [y for y in range(bar.height()) if bar.pixelColor(bar.width() * 3 // 4, y) == ink]
    assert len(strokes) >= 4
