"""The mouse in the text: where it puts the caret, the menu of its right button, and the bar beside a selection."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton

from gui.article.article_pane import ArticlePane
from gui.article.article_view import ArticleView
from gui.article.selection_bar import SHOWN
from tests.gui.article.test_article_view import drag, point_at, put_caret, selected
from tests.gui.article.texts import FERRY, TITLE, place

LEFT, RIGHT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier
COMMANDS = (
    *("request_claim", "request_number", "request_speaker", "request_cue", "request_part", "request_boundaries"),
    *("request_boilerplate", "edit_selected", "delete_record", "select_next_sentence"),
)


@pytest.fixture
def commanded(view: ArticleView) -> ArticleView:
    """Return the view with the commands that the window gives it."""
    for name in COMMANDS:
        action = QAction(name, view)
        action.setObjectName(name)
        if verb := getattr(view.requests, name, None) or getattr(view.steps, name, None):
            action.triggered.connect(verb)
        view.addAction(action)
    return view


def menu_at(view: ArticleView, point: QPoint, reason: QContextMenuEvent.Reason) -> list[str]:
    """Ask for the menu as Qt does, close it, and return its entries, "" for a line between them."""
    where = view.viewport().mapToGlobal(point)
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(reason, point, where))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    entries = [action.objectName() or action.text() for action in menu.actions()]
    menu.close()
    return entries


def right_click(view: ArticleView, point: QPoint) -> list[str]:
    QTest.mouseClick(view.viewport(), RIGHT, pos=point)
    return menu_at(view, point, QContextMenuEvent.Reason.Mouse)


def by_key(view: ArticleView) -> list[str]:
    return menu_at(view, view.viewport().rect().center(), QContextMenuEvent.Reason.Keyboard)


COPY = "copy"


# Where the caret goes


def test_no_click_and_no_drag_puts_the_caret_into_folded_lines(view: ArticleView) -> None:
    viewport = view.viewport()
    for y in range(0, viewport.height(), 3):
        for x in (40, viewport.width() // 2, viewport.width() - 2):
            if view.labels.fold_at(QPoint(x, y).toPointF()):
                continue
            QTest.mouseClick(viewport, LEFT, pos=QPoint(x, y))
            assert not view.folding.is_folded(view.selection()[0]), (x, y)
            QTest.mousePress(viewport, LEFT, pos=point_at(view, place("Monday")[0]))
            QTest.mouseMove(viewport, QPoint(x, y))
            QTest.mouseRelease(viewport, LEFT, pos=QPoint(x, y))
            assert view.textCursor().block().isVisible(), (x, y)


def test_a_click_just_below_the_last_paragraph_puts_the_caret_there_and_arrows_move_it(view: ArticleView) -> None:
    end = place("latest”.")[1]
    below = point_at(view, end) + QPoint(0, round(view.display.look.line / 2) + 4)
    QTest.mouseClick(view.viewport(), LEFT, pos=below)
    assert view.selection()[0] in (end, end + 1)  # at the end of the paragraph or in the blank line below
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.selection()[0] < end


def test_the_caret_does_not_go_into_a_fold_that_closes_around_it(view: ArticleView) -> None:
    view.folding.set_folded(False)
    put_caret(view, place("Sign up")[0] + 3)
    view.folding.set_folded(True)
    assert not view.folding.is_folded(view.selection()[0])
    QTest.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert not view.folding.is_folded(view.selection()[0])


# The menu


def test_a_right_click_elsewhere_puts_the_caret_there_and_offers_what_fits_plain_text(commanded: ArticleView) -> None:
    commanded.select(*place("Monday"))
    entries = right_click(commanded, point_at(commanded, place("Oyelaran")[0] + 2))
    assert commanded.selection() == (place("Oyelaran")[0] + 2,) * 2
    assert entries == [COPY, "", "select_next_sentence", "request_claim", "request_boilerplate"]


@pytest.mark.parametrize("asked", ["mouse", "key"])
def test_a_right_click_on_a_selection_keeps_it_and_offers_to_record_it(commanded: ArticleView, asked: str) -> None:
    commanded.select(*place("Mrs. Oyelaran said"))
    inside = point_at(commanded, place("Oyelaran")[0] + 2)
    entries = right_click(commanded, inside) if asked == "mouse" else by_key(commanded)
    assert selected(commanded) == "Mrs. Oyelaran said"
    assert entries[:4] == [COPY, "", "request_claim", "request_number"]
    assert "request_part" not in entries
    commanded.records.choose("claim-1", scroll=False)
    assert "request_part" in by_key(commanded)


def test_on_a_record_the_menu_changes_it_and_offers_to_choose_what_else_lies_there(commanded: ArticleView) -> None:
    commanded.records.record_selected.connect(
        lambda record, _span: commanded.records.choose(record or None, scroll=False)
    )
    entries = right_click(commanded, point_at(commanded, place("2,000")[0] + 2))
    assert commanded.display.page.marks.selected == "number-1"
    assert entries == [
        *(COPY, "", "edit_selected", "request_boundaries", "delete_record", ""),
        "Choose “nearly 2,000 people a day would …”",
    ]


def test_on_a_fold_the_menu_unfolds_it(commanded: ArticleView) -> None:
    label = next(commanded.labels.visible()).rect.center().toPoint()
    entries = right_click(commanded, label)
    assert entries[-1] == "Unfold 2 lines of boilerplate"
    commanded.folding.set_folded(False)
    put_caret(commanded, place("Sign up")[0] + 3)
    assert by_key(commanded)[-1] == "Fold 1 line of boilerplate"


def test_what_is_impossible_is_not_in_the_menu(commanded: ArticleView) -> None:
    for action in commanded.actions():
        action.setEnabled(False)
    commanded.select(*place("Monday"))
    assert by_key(commanded) == [COPY]


def test_no_menu_is_long(commanded: ArticleView) -> None:
    commanded.records.choose("claim-1", scroll=False)
    for words in ("Monday", "nearly 2,000 people", "We have"):
        commanded.select(*place(words))
        assert len([entry for entry in by_key(commanded) if entry]) <= 9


# The bar


def test_a_selection_by_mouse_is_offered_to_be_recorded_and_no_other(commanded: ArticleView) -> None:
    commanded.steps.select_next_sentence()
    assert commanded.bar.isHidden()
    drag(commanded, *place("nearly 2,000 people"), NONE)
    assert commanded.bar.isVisible()
    buttons = [button.defaultAction().objectName() for button in commanded.bar.findChildren(QToolButton)]
    assert buttons == [command.name for command in SHOWN]


def double_click(view: ArticleView) -> None:
    point = point_at(view, place("Monday")[0] + 2)
    QTest.mouseClick(view.viewport(), LEFT, pos=point)
    QTest.mouseDClick(view.viewport(), LEFT, pos=point)
    QTest.mouseRelease(view.viewport(), LEFT, pos=point)


def triple_click(view: ArticleView) -> None:
    double_click(view)
    QTest.mouseClick(view.viewport(), LEFT, pos=point_at(view, place("Monday")[0] + 2))


@pytest.mark.parametrize("gesture", [double_click, triple_click])
def test_clicks_that_select_bring_the_bar_too(commanded: ArticleView, gesture: Callable[[ArticleView], None]) -> None:
    gesture(commanded)
    assert commanded.bar.isVisible()
    assert commanded.hasFocus()


@pytest.mark.parametrize("words", ["Monday", "Ferry to", FERRY[place("The harbour")[0] : place("latest”.")[1]]])
def test_the_bar_covers_no_selected_word_and_stays_in_the_pane(commanded: ArticleView, words: str) -> None:
    drag(commanded, *place(words), NONE)
    start, end = commanded.selection()
    bar = commanded.bar.geometry()
    assert commanded.rect().contains(bar)
    shown = [point_at(commanded, offset) + commanded.viewport().pos() for offset in range(start, end)]
    assert not any(bar.contains(point) for point in shown)


def test_a_click_in_the_bar_records_and_the_bar_goes(commanded: ArticleView) -> None:
    asked: list[tuple[int, int]] = []
    commanded.requests.claim_requested.connect(lambda *at: asked.append(at))
    drag(commanded, *place("nearly 2,000 people"), NONE)
    button = commanded.bar.findChildren(QToolButton)[0]
    QTest.mouseClick(commanded.bar, LEFT, pos=QPoint(1, 1))
    assert selected(commanded) == "nearly 2,000 people"
    QTest.mouseClick(button, LEFT)
    assert asked == [place("nearly 2,000 people")]
    assert commanded.hasFocus()


def test_three_clicks_select_the_sentence(commanded: ArticleView) -> None:
    triple_click(commanded)
    start, end = place("The harbour board")[0], place("use the ferry.")[1]
    assert commanded.selection() == (start, end)


def bottom_of_sentence(view: ArticleView) -> int:
    """Return how far the lines of the sentence are below the upper edge of what is visible."""
    return point_at(view, place("use the ferry.")[1]).y() + view.cursorRect().height() // 2


@pytest.mark.parametrize("lacking", [-3, 17], ids=["in sight", "beyond the edge"])
def test_three_clicks_move_the_text_only_as_far_as_its_sentence_is_out_of_sight(
    pane: ArticlePane, commanded: ArticleView, lacking: int
) -> None:
    commanded.show_article("\n\n".join([FERRY] * 4), TITLE, "", "en", (), ())
    around = pane.height() - commanded.viewport().height()
    pane.resize(pane.width(), bottom_of_sentence(commanded) + around - lacking)
    pane.grab()
    triple_click(commanded)
    assert abs(commanded.verticalScrollBar().value() - max(0, lacking)) < 5


def press_a_key(view: ArticleView) -> None:
    QTest.keyClick(view, Qt.Key.Key_Shift)


def scroll(view: ArticleView) -> None:
    view.verticalScrollBar().setMaximum(100)
    view.verticalScrollBar().setValue(5)


def select_other_words(view: ArticleView) -> None:
    view.select(*place("Monday"))


def turn_the_page(view: ArticleView) -> None:
    view.show_article("Another.", "", "", "en", [], [])


@pytest.mark.parametrize("change", [press_a_key, scroll, select_other_words, turn_the_page])
def test_the_bar_goes_with_what_it_belongs_to(commanded: ArticleView, change: Callable[[ArticleView], None]) -> None:
    drag(commanded, *place("nearly 2,000 people"), NONE)
    change(commanded)
    assert commanded.bar.isHidden()


def test_in_a_read_only_project_there_is_no_bar(commanded: ArticleView) -> None:
    for action in commanded.actions():
        action.setEnabled(False)
    drag(commanded, *place("nearly 2,000 people"), NONE)
    assert commanded.bar.isHidden()
