"""Every mouse button and every turn of the wheel, on the text and beside it, is handled exactly once."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.article.article_pane import ArticlePane
from gui.article.article_view import ArticleView
from gui.article.margin import Margin
from tests.gui.article.texts import TITLE

BUTTONS = [
    button for button in Qt.MouseButton if button not in (Qt.MouseButton.NoButton, Qt.MouseButton.MouseButtonMask)
]
MODIFIERS = [
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
]
PRESSES = [
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove,
]
PLACES = ["column", "left margin", "right margin", "scroll bar", "view"]

SENTENCE = "The harbour board said on Monday that nearly 2,000 people a day would use the ferry."
"""The first of a paragraph of two."""


def find(pane: ArticlePane, qtbot: QtBot, place: str) -> QWidget:
    """Return one of the places of a text that is wide enough to have margins."""
    pane.resize(1600, 700)
    qtbot.waitUntil(lambda: margins(pane)[0].width() > 100)
    left, right = margins(pane)
    view = pane.view
    found = {"column": view.viewport(), "left margin": left, "right margin": right, "view": view}
    return found.get(place) or view.verticalScrollBar()


def margins(pane: ArticlePane) -> tuple[Margin, Margin]:
    """Return the margin on the left and that on the right."""
    left, right = sorted(pane.view.findChildren(Margin), key=Margin.x)
    return left, right


def mouse(
    target: QWidget,
    kind: QEvent.Type,
    button: Qt.MouseButton,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    place: QPoint | None = None,
) -> QMouseEvent:
    """Return an event as the system would send it to a widget, in its middle unless another place is given."""
    place = place or target.rect().center()
    moving = kind == QEvent.Type.MouseMove
    changed = Qt.MouseButton.NoButton if moving else button
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else button
    return QMouseEvent(kind, QPointF(place), QPointF(target.mapToGlobal(place)), changed, held, modifier)


def wheel(target: QWidget, turn: QPoint, modifier: Qt.KeyboardModifier) -> QWheelEvent:
    """Return a turn of the wheel over the middle of a widget."""
    place = target.rect().center()
    phase, none = Qt.ScrollPhase.NoScrollPhase, Qt.MouseButton.NoButton
    there = (QPointF(place), QPointF(target.mapToGlobal(place)))
    return QWheelEvent(*there, QPoint(), turn, none, modifier, phase, False)


@pytest.mark.parametrize("place", PLACES)
def test_every_mouse_button_is_taken_on_the_text_and_beside_it(pane: ArticlePane, qtbot: QtBot, place: str) -> None:
    target = find(pane, qtbot, place)
    for button in BUTTONS:
        for modifier in MODIFIERS:
            for kind in PRESSES:
                QApplication.sendEvent(target, mouse(target, kind, button, modifier))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("turn", [QPoint(0, 120), QPoint(0, -120), QPoint(120, 0), QPoint(-120, 0), QPoint(0, 1)])
def test_the_wheel_turns_at_both_ends_of_the_text_too(
    pane: ArticlePane, qtbot: QtBot, place: str, turn: QPoint
) -> None:
    target = find(pane, qtbot, place)
    bar = pane.view.verticalScrollBar()
    for modifier in MODIFIERS:
        for end in (bar.minimum(), bar.maximum()):
            bar.setValue(end)
            QApplication.sendEvent(target, wheel(target, turn, modifier))


@pytest.mark.parametrize("place", ["left margin", "right margin"])
def test_the_wheel_scrolls_and_zooms_beside_the_text_as_on_it(pane: ArticlePane, qtbot: QtBot, place: str) -> None:
    target = find(pane, qtbot, place)
    pane.resize(1600, 200)
    bar = pane.view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(0)
    QApplication.sendEvent(target, wheel(target, QPoint(0, -120), Qt.KeyboardModifier.NoModifier))
    assert bar.value() > 0
    QApplication.sendEvent(target, wheel(target, QPoint(0, 120), Qt.KeyboardModifier.ControlModifier))
    assert pane.view.display.zoom_level == 1


def test_a_press_beside_a_line_takes_hold_of_its_nearest_end(
    pane: ArticlePane, qtbot: QtBot, view: ArticleView
) -> None:
    left, right = find(pane, qtbot, "left margin"), margins(pane)[1]
    begin = QPoint(5, view.cursorRect().center().y())
    end = left.mapFrom(view, right.mapTo(view, begin))
    QTest.mousePress(left, Qt.MouseButton.LeftButton, pos=begin)
    QTest.mouseMove(left, end)
    QTest.mouseRelease(left, Qt.MouseButton.LeftButton, pos=end)
    assert view.text[slice(*view.selection())] == TITLE


def test_a_third_click_selects_the_sentence_beside_the_text_too(
    pane: ArticlePane, qtbot: QtBot, view: ArticleView
) -> None:
    left = find(pane, qtbot, "left margin")
    view.select(view.text.index(SENTENCE), view.text.index(SENTENCE))
    place = QPoint(left.width() - 1, view.cursorRect().center().y())
    for kind in (QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonPress):
        QApplication.sendEvent(left, mouse(left, kind, Qt.MouseButton.LeftButton, place=place))
    assert view.text[slice(*view.selection())] == SENTENCE


@pytest.mark.parametrize("place", ["column", "left margin", "right margin"])
@pytest.mark.parametrize("reason", list(QContextMenuEvent.Reason))
def test_the_context_menu_is_asked_for_once(
    pane: ArticlePane, qtbot: QtBot, place: str, reason: QContextMenuEvent.Reason
) -> None:
    asked: list[QPoint] = []
    target = find(pane, qtbot, place)
    pane.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    pane.view.customContextMenuRequested.connect(asked.append)
    middle = target.rect().center()
    QApplication.sendEvent(target, QContextMenuEvent(reason, middle, target.mapToGlobal(middle)))
    assert len(asked) == 1


def test_letters_that_are_composed_never_change_the_text(view: ArticleView) -> None:
    view.selectAll()
    for words in ("´", ""):
        event = QInputMethodEvent(words, [])
        event.setCommitString("" if words else "é")
        QApplication.sendEvent(view, event)
    assert view.document().toRawText().replace("\u2029", "\n") == view.text


@pytest.mark.parametrize("key", [Qt.Key.Key_Left, Qt.Key.Key_Right])
def test_a_step_by_word_from_a_hidden_line_comes_to_an_end_in_a_text_from_right_to_left(
    view: ArticleView, key: Qt.Key
) -> None:
    line = "أخبار الميناء"
    hidden = len(line) + 2
    view.show_article(f"{line}\n\n{line}\n\n{line}", "", "", "ar", [], [(hidden, hidden + len(line))])
    cursor = view.textCursor()
    cursor.setPosition(hidden)
    view.setTextCursor(cursor)
    QTest.keyClick(view, key, Qt.KeyboardModifier.ControlModifier)
    assert not view.folding.is_folded(view.selection()[1])
