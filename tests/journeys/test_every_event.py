"""Every kind of event on every visible widget, in every state of the window, is handled once and without an error."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QEventPoint,
    QInputMethodEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPointingDevice,
    QTabletEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from gui.dialogs import asking
from gui.dialogs.check import CheckDialog
from gui.dialogs.keys import KeysDialog
from gui.exporting.export_dialog import ExportDialog
from gui.incoming.pasted_dialog import PastedDialog
from gui.window.menu_bar import listed_keys
from models.articles.pasted import Pasted
from models.incoming.entry import entry_of
from tests.gestures.looking import wrong
from tests.gestures.sample import make_sample
from tests.gestures.seams import closed
from tests.journeys.desk import NONE, Desk
from tests.journeys.states import STATES, State, at_an_article, closing_what_comes_up

NO_BUTTON = Qt.MouseButton.NoButton
BUTTONS = [
    Qt.MouseButton.LeftButton,
    Qt.MouseButton.RightButton,
    Qt.MouseButton.MiddleButton,
    Qt.MouseButton.BackButton,
]
WHEEL = [QPoint(0, 120), QPoint(0, -120), QPoint(120, 0), QPoint(0, 1)]
FINGER = QTest.createTouchDevice()


def with_dialogs_open(desk: Desk, study: Path) -> None:
    """An article is open, and every dialog of our own beside it."""
    at_an_article(desk, study)
    window = desk.window
    for dialog in (
        KeysDialog(listed_keys(), window), CheckDialog(window),
        ExportDialog(window, desk.project, study.parent, QByteArray()),
        PastedDialog(window, Pasted("It rained."), entry_of),
    ):  # fmt: skip
        dialog.show()


def mouse(at: QPointF, there: QPointF) -> Iterator[QEvent]:
    """Make a press, a move, a double click and a release of each button, turns of the wheel, and a menu asked for."""
    kinds = QEvent.Type
    for button in BUTTONS:
        yield QMouseEvent(kinds.MouseButtonPress, at, there, button, button, NONE)
        yield QMouseEvent(kinds.MouseMove, at + QPointF(9, 3), there + QPointF(9, 3), NO_BUTTON, button, NONE)
        yield QMouseEvent(kinds.MouseButtonRelease, at, there, button, NO_BUTTON, NONE)
        yield QMouseEvent(kinds.MouseButtonDblClick, at, there, button, button, NONE)
        yield QMouseEvent(kinds.MouseButtonRelease, at, there, button, NO_BUTTON, NONE)
    for turn in WHEEL:
        yield QWheelEvent(at, there, QPoint(), turn, NO_BUTTON, NONE, Qt.ScrollPhase.NoScrollPhase, False)
    for reason in QContextMenuEvent.Reason:
        yield QContextMenuEvent(reason, at.toPoint(), there.toPoint())


def finger_and_pen(at: QPointF, there: QPointF) -> Iterator[QEvent]:
    """Make what a finger, a pen and a touchpad send."""
    for kind, state in (
        (QEvent.Type.TouchBegin, QEventPoint.State.Pressed),
        (QEvent.Type.TouchUpdate, QEventPoint.State.Updated),
        (QEvent.Type.TouchEnd, QEventPoint.State.Released),
        (QEvent.Type.TouchCancel, QEventPoint.State.Released),
    ):
        yield QTouchEvent(kind, FINGER, NONE, [QEventPoint(0, state, at, there)])
    device, left = QPointingDevice.primaryPointingDevice(), Qt.MouseButton.LeftButton
    for kind, held in (
        (QEvent.Type.TabletPress, left),
        (QEvent.Type.TabletMove, left),
        (QEvent.Type.TabletRelease, NO_BUTTON),
    ):
        yield QTabletEvent(kind, device, at, there, 0.5, 0, 0, 0, 0, 0, NONE, left, held)
    for gesture in Qt.NativeGestureType:
        yield QNativeGestureEvent(gesture, device, 2, at, at, there, 0.1, QPointF())


def drags(at: QPointF, things: list[QMimeData]) -> Iterator[QEvent]:
    """Make what is sent while something is dragged over a place, left there or dropped."""
    place, left = at.toPoint(), Qt.MouseButton.LeftButton
    for mime in things:
        for action in (Qt.DropAction.CopyAction, Qt.DropAction.MoveAction):
            yield QDragEnterEvent(place, action, mime, left, NONE)
            yield QDragMoveEvent(place, action, mime, left, NONE)
            yield QDragLeaveEvent()
            yield QDropEvent(at, action, mime, left, NONE)


def composed() -> Iterator[QEvent]:
    """Make what an input method sends for a letter."""
    yield QInputMethodEvent("´", [])
    event = QInputMethodEvent("", [])
    event.setCommitString("é")
    yield event


def dragged(study: Path) -> list[QMimeData]:
    """Return a file, a link, words, and nothing of use."""
    file, link, words, other = QMimeData(), QMimeData(), QMimeData(), QMimeData()
    file.setUrls([QUrl.fromLocalFile(str(study.with_name("none.txt")))])
    link.setUrls([QUrl("https://example.org/a")])
    words.setText("The mill, said Ada Lund, has 3 wheels.")
    other.setData("application/x-none", b"0")
    return [file, link, words, other]


def is_there(widget: QWidget) -> bool:
    """Return whether a widget is still there and seen."""
    return Shiboken.isValid(widget) and widget.isVisible()


@pytest.mark.parametrize("state", [*STATES, with_dialogs_open])
def test_every_kind_of_event_is_taken_by_every_widget(  # noqa: PLR0917
    desk: Desk, study: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, state: State
) -> None:
    monkeypatch.setattr(asking, "confirm", lambda *_args: False)
    make_sample(tmp_path / "sample")
    state(desk, study)
    things, sent = dragged(study), 0
    with closing_what_comes_up(), closed(tmp_path / "sample", random.Random(0)):
        for widget in filter(is_there, [desk.window, *desk.window.findChildren(QWidget)]):
            at = QPointF(widget.rect().center())
            there = QPointF(widget.mapToGlobal(at))
            for event in [*mouse(at, there), *finger_and_pen(at, there), *drags(at, things), *composed()]:
                if is_there(widget):
                    QApplication.sendEvent(widget, event)
                    sent += 1
            QApplication.processEvents()
        qtbot.waitUntil(lambda: not desk.window.works.busy)
    assert sent > 500
    assert wrong(desk.window) == []
