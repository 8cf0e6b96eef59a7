"""What is on the screen after a gesture is what is there when everything is painted again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gui.theme import theme
from models.sample import make_sample, record_sample
from models.text.ranges import Range
from tests.gui.tables.acting import column
from tests.journeys.desk import CTRL, SHIFT, Desk
from tests.journeys.test_suggesting import let_seek

Key = Qt.Key


@pytest.fixture(params=["light", "dark"])
def desk_in_colours(desk: Desk, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Desk]:
    """Return a desk at the sample article, with records and suggestions, in one of the colour schemes."""
    blinking, appearance = QApplication.cursorFlashTime(), theme().appearance
    QApplication.setCursorFlashTime(0)
    theme().choose(request.param)
    path = tmp_path / "harbour.onrecord"
    make_sample(path)
    record_sample(path)
    desk.window.resize(1280, 800)
    desk.open(path)
    desk.actions["show_suggestions"].trigger()
    let_seek(desk)
    desk.text.setFocus()
    yield desk
    theme().choose(appearance)
    QApplication.setCursorFlashTime(blinking)


def test_nothing_on_the_screen_is_stale_after_a_gesture(desk_in_colours: Desk) -> None:
    desk = desk_in_colours
    stale = {}
    for gesture in _work(desk):
        _settle(desk)
        shown = _on_screen(desk)
        if (whole := _painted_whole(desk)) != shown:
            stale[gesture] = _difference(shown, whole)
    assert not stale


@pytest.mark.parametrize("desk_in_colours", ["light"], indirect=True)
def test_c_paints_only_the_lines_of_its_claim_in_the_text(desk_in_colours: Desk) -> None:
    desk = desk_in_colours
    desk.press(Key.Key_J, times=2)
    _settle(desk)
    painted = _Painted(desk.text.viewport())
    desk.press(Key.Key_C)
    _settle(desk)
    (claim,) = [each for each in desk.records.claims.values() if each.speaker is None]
    (span,) = desk.records.contents(claim.id)
    page = desk.text.display.page
    (line,) = page.lines.touched(span.start, span.end)
    assert painted.areas
    assert all(area == desk.text.scrolling.area_of(page.document.block(line)) for area in painted.areas)


@pytest.mark.parametrize("desk_in_colours", ["light"], indirect=True)
def test_c_and_its_undo_paint_the_table_once(desk_in_colours: Desk) -> None:
    desk = desk_in_colours
    desk.press(Key.Key_J, times=2)
    for key, modifiers in ((Key.Key_C, Qt.KeyboardModifier.NoModifier), (Key.Key_Z, CTRL)):
        _settle(desk)
        painted = _Painted(desk.table.view.viewport())
        desk.press(key, modifiers)
        _settle(desk)
        assert len(painted.areas) == 1
        desk.press(Key.Key_Escape)


class _Painted(QObject):
    """Notes which areas of a widget are painted."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.areas: list[QRect] = []
        watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.areas.append(event.rect())
        return False


def _work(desk: Desk) -> Iterator[str]:
    """Work in the text and the tables by keys and the mouse; yield what was just done."""
    yield from _claims(desk)
    yield from _suggestions(desk)
    yield from _tables(desk)
    yield from _elsewhere(desk)


def _claims(desk: Desk) -> Iterator[str]:
    text = desk.text
    desk.press(Key.Key_J, times=2)
    yield "a sentence selected"
    for times in range(7):
        desk.press(Key.Key_J)
        yield f"another selected {times}"
    desk.press(Key.Key_K, times=7)
    yield "the first selected again"
    desk.press(Key.Key_I)
    yield "its beginning moved"
    desk.press(Key.Key_C)
    yield "C"
    desk.type("Tom")
    yield "a name typed"
    desk.press(Key.Key_Return)
    yield "Enter"
    start, _end = text.selection()
    text.select(*_word_before(desk, start))
    desk.press(Key.Key_S)
    yield "S"
    text.select(*_word_before(desk, start - 10))
    desk.press(Key.Key_Q)
    yield "Q"
    for times in range(3):
        desk.press(Key.Key_Z, CTRL)
        yield f"undo {times}"
    for times in range(3):
        desk.press(Key.Key_Z, CTRL | SHIFT)
        yield f"redo {times}"
    desk.press(Key.Key_N)
    yield "the next number selected"
    desk.press(Key.Key_N)
    yield "N"
    desk.press(Key.Key_Delete)
    yield "a record deleted"
    desk.press(Key.Key_Z, CTRL)
    yield "and brought back"


def _suggestions(desk: Desk) -> Iterator[str]:
    desk.press(Key.Key_Tab)
    yield "a suggestion"
    desk.press(Key.Key_Return)
    yield "a suggestion recorded"
    desk.press(Key.Key_Escape)
    yield "its cell closed"
    desk.press(Key.Key_Tab)
    desk.press(Key.Key_Backspace)
    yield "a suggestion dismissed"
    desk.press(Key.Key_Z, CTRL)
    yield "its dismissal undone"
    desk.press(Key.Key_G)
    yield "the next open place"


def _tables(desk: Desk) -> Iterator[str]:
    view = desk.statements.view
    row = next(row for row in range(view.lines.rowCount()) if view.lines.editable(row, column(desk.statements, "unit")))
    cell = view.visualRect(view.lines.index(row, column(desk.statements, "unit")))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())
    yield "a cell clicked"
    desk.type("kg")
    yield "a cell typed in"
    desk.press(Key.Key_Return)
    yield "a cell written"
    desk.press(Key.Key_Z, CTRL)
    yield "a cell undone"
    desk.press(Key.Key_Down, times=3)
    yield "three rows down"
    desk.press(Key.Key_F6)
    yield "the next pane"
    desk.text.setFocus()
    yield "the text again"


def _elsewhere(desk: Desk) -> Iterator[str]:
    desk.press(Key.Key_PageDown)
    yield "a page down"
    QTest.mouseClick(desk.text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 300))
    yield "a click in the text"
    desk.press(Key.Key_J)
    desk.press(Key.Key_R)
    yield "R"
    desk.press(Key.Key_X)
    yield "X"
    desk.press(Key.Key_Home, CTRL)
    yield "the beginning"
    desk.press(Key.Key_Return, CTRL)
    yield "the article done"


def _word_before(desk: Desk, end: int) -> Range:
    """Return the whole word that ends at an offset or before it."""
    words = desk.records.text[:end].rstrip(" \n,.“”’")
    return words.rindex(" ") + 1, len(words)


def _settle(desk: Desk) -> None:
    """Let the window finish all that it does while nobody waits."""
    QApplication.processEvents()
    while desk.text.display.is_marking or desk.statements.view.is_measuring:
        QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def _on_screen(desk: Desk) -> QImage:
    """Return the window as it was painted, piece by piece; nothing is painted for it."""
    return desk.window.screen().grabWindow(desk.window.winId()).toImage()


def _painted_whole(desk: Desk) -> QImage:
    """Return the window after everything in it was painted again."""
    for each in (desk.window, *desk.window.findChildren(QWidget)):
        each.update()
    QApplication.processEvents()
    return _on_screen(desk)


def _difference(one: QImage, other: QImage) -> QRect:
    """Return the rectangle around all pixels that differ."""
    rows = [y for y in range(one.height()) if one.copy(0, y, one.width(), 1) != other.copy(0, y, one.width(), 1)]
    columns = [x for x in range(one.width()) if one.copy(x, 0, 1, one.height()) != other.copy(x, 0, 1, one.height())]
    return QRect(QPoint(columns[0], rows[0]), QPoint(columns[-1], rows[-1]))
