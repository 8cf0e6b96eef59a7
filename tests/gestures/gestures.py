"""The gestures that people make with mouse, keys, wheel, finger and pen; each describes itself, then acts."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeySequence,
    QNativeGestureEvent,
    QPointingDevice,
    QTabletEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from gui.window.menu_bar import menus
from tests.gestures.hand import MODIFIERS, NONE, Hand

Gesture = Callable[[Hand], None]
LEFT = Qt.MouseButton.LeftButton
WORDS = [
    "2,000", "nearly 40", "Ida", "Ms Brekke", "new speaker", "half", "%", "£3m", "🚢", "é", "e\u0301", "שלום", " ",
    "said", "0", "-1", "1e400", "a" * 60, "2015-01-23", "tide", "\u200b",
]  # fmt: skip
KEYS = [
    *[getattr(Qt.Key, f"Key_{name}") for name in "JKCNSQBXGFRIUHLO"],
    Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab,
    Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_F2, Qt.Key.Key_F6, Qt.Key.Key_F1, Qt.Key.Key_F4, Qt.Key.Key_F10,
    Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Up, Qt.Key.Key_Down,
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Menu, Qt.Key.Key_Insert, Qt.Key.Key_Alt,
    Qt.Key.Key_1, Qt.Key.Key_9, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Slash,
    Qt.Key.Key_Back, Qt.Key.Key_Forward,
]  # fmt: skip
SHORTCUTS = sorted({key for entries in menus().values() for each in entries if each for key in each.keys} - {"Ctrl+Q"})
TOUCH = QTest.createTouchDevice


def click(hand: Hand) -> None:
    """Press and let go."""
    front = hand.front()
    widget, at = hand.spot(front)
    button, modifier = hand.button(), hand.modifier()
    hand.say(f"click {button.name} {modifier} on {name(widget)} at {at.toTuple()}")
    hand.press(front, button, modifier, at)
    hand.release(front, button, modifier, at)


def clicks(hand: Hand) -> None:
    """Double and triple click."""
    front = hand.front()
    widget, at = hand.spot(front)
    button, times = hand.button(), hand.rng.choice([2, 3, 4])
    hand.say(f"{times} clicks {button.name} on {name(widget)} at {at.toTuple()}")
    for _ in range(times):
        hand.press(front, button, NONE, at)
        hand.release(front, button, NONE, at)


def drag(hand: Hand) -> None:
    """Press here, move, let go there; sometimes a key comes between."""
    front = hand.front()
    widget, at = hand.spot(front)
    there, end = hand.spot(front)
    if hand.rng.random() < 0.5:
        there, end = widget, QPoint(at.x() + hand.rng.randint(-200, 200), at.y() + hand.rng.randint(-80, 80))
    button, modifier = hand.button(), hand.modifier()
    key = hand.rng.choice(KEYS) if hand.rng.random() < 0.15 else None
    hand.say(f"drag {button.name} {modifier} from {name(widget)} {at.toTuple()} to {name(there)} {end.toTuple()} {key}")
    hand.press(front, button, modifier, at)
    for part in (1, 2, 3):
        hand.move(front, at + (end - at) * part / 3)
    if key:
        hand.key(key)
    hand.release(front, button, modifier, end)


def chord(hand: Hand) -> None:
    """Press a second button while the first is held, and let them go in that order."""
    front = hand.front()
    widget, at = hand.spot(front)
    first, second = hand.button(), hand.button()
    hand.say(f"press {first.name} and {second.name} on {name(widget)} at {at.toTuple()}")
    hand.press(front, first, NONE, at)
    hand.press(front, second, NONE, at)
    hand.release(front, first, NONE, at)
    hand.release(front, second, NONE, at)


def turn_wheel(hand: Hand) -> None:
    """Turn the wheel a few times in one direction."""
    front = hand.front()
    widget, at = hand.spot(front)
    turn, modifier = hand.rng.choice([QPoint(0, 120), QPoint(0, -120), QPoint(120, 0), QPoint(0, -7)]), hand.modifier()
    times = hand.rng.choice([1, 3, 20])
    hand.say(f"wheel {turn.toTuple()} {times} times {modifier} on {name(widget)} at {at.toTuple()}")
    for _ in range(times):
        hand.wheel(front, at, turn, modifier)


def hover(hand: Hand) -> None:
    """Move the mouse about."""
    front = hand.front()
    widget, at = hand.spot(front)
    hand.say(f"hover on {name(widget)} at {at.toTuple()}")
    hand.move(front, at)
    hand.move(front, at + QPoint(1, 1))


def key(hand: Hand) -> None:
    """Press a key."""
    pressed, modifier = hand.rng.choice(KEYS), hand.modifier()
    if (pressed, modifier) == (Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier):
        modifier = NONE
    hand.say(f"key {pressed.name} {modifier} in {name(hand.keyboard())}")
    hand.key(pressed, modifier)


def letters(hand: Hand) -> None:
    """Press a few keys of the text, one after the other, as one who works does."""
    row = [hand.rng.choice(KEYS[:16]) for _ in range(hand.rng.randint(2, 5))]
    hand.say(f"keys {' '.join(each.name for each in row)} in {name(hand.keyboard())}")
    for each in row:
        hand.key(each)


def record(hand: Hand) -> None:
    """Go to the text, select a sentence and record it."""
    verb = hand.rng.choice([Qt.Key.Key_C, Qt.Key.Key_N, Qt.Key.Key_S, Qt.Key.Key_Q, Qt.Key.Key_X])
    end = hand.rng.choice([Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab])
    hand.say(f"record: Escape Escape J {verb.name} {end.name}")
    for each in (Qt.Key.Key_Escape, Qt.Key.Key_Escape, Qt.Key.Key_J, verb, end):
        hand.key(each)


def words(hand: Hand) -> None:
    """Type words where the keyboard is."""
    typed = hand.rng.choice(WORDS)
    hand.say(f"type {typed!a} into {name(hand.keyboard())}")
    hand.type(typed)


def compose(hand: Hand) -> None:
    """Compose a letter as an input method does, and take it or not."""
    target = hand.keyboard()
    hand.say(f"compose in {name(target)}")
    QApplication.sendEvent(target, QInputMethodEvent("´", []))
    done = QInputMethodEvent("", [])
    done.setCommitString(hand.rng.choice(["é", "北京", ""]))
    QApplication.sendEvent(hand.keyboard(), done)


def shortcut(hand: Hand) -> None:
    """Press the keys of any command but Quit."""
    keys = hand.rng.choice(SHORTCUTS)
    combination = QKeySequence(keys)[0]  # type: ignore[index]
    hand.say(f"shortcut {keys} in {name(hand.keyboard())}")
    hand.key(combination.key(), combination.keyboardModifiers())


def command(hand: Hand) -> None:
    """Choose any entry of the menus, as a click on it would."""
    if QApplication.activeModalWidget() or QApplication.activePopupWidget():
        return click(hand)
    actions = [each for menu in hand.window.menuBar().findChildren(QMenu) for each in menu.actions() if not each.menu()]
    chosen = hand.rng.choice([each for each in actions if each.isEnabled() and not each.isSeparator()])
    if "Quit" in chosen.text():
        return click(hand)
    hand.window.activateWindow()
    hand.say(f"choose {chosen.text()}")
    return chosen.trigger()


def open_menu(hand: Hand) -> None:
    """Open a menu by the mouse or by its key, and press a letter or click in it."""
    bar = hand.window.menuBar()
    menus = [each for each in bar.actions() if each.isVisible()]
    chosen = hand.rng.choice(menus)
    letter = hand.rng.choice(KEYS[:24])
    by_mouse = hand.rng.random() < 0.5
    hand.say(f"open menu {chosen.text()} by {'mouse' if by_mouse else 'Alt'}, then {letter.name}")
    if QApplication.activePopupWidget():
        hand.key(Qt.Key.Key_Escape)
    if by_mouse:
        at = bar.mapTo(hand.window, bar.actionGeometry(chosen).center())
        hand.press(hand.window, LEFT, NONE, at)
        hand.release(hand.window, LEFT, NONE, at)
    else:
        hand.key(Qt.Key[f"Key_{chosen.text().split('&')[1][0].upper()}"], Qt.KeyboardModifier.AltModifier)
    # Nobody quits by a slip of the hand here: leaving is a gesture of its own.
    if not (letter == Qt.Key.Key_Q and "File" in chosen.text()):
        hand.key(letter)


def context_menu(hand: Hand) -> None:
    """Ask for the menu of a place, by the key for it or by the right button."""
    target = hand.keyboard()
    hand.say(f"context menu of {name(target)}")
    middle = target.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, target.mapToGlobal(middle))
    QApplication.sendEvent(target, event)


def undo(hand: Hand) -> None:
    """Undo or redo a few times."""
    keys = hand.rng.choice([Qt.KeyboardModifier.ControlModifier, MODIFIERS[3]])
    times = hand.rng.randint(1, 6)
    hand.say(f"undo or redo {times} times {keys}")
    for _ in range(times):
        hand.key(Qt.Key.Key_Z, keys)


def resize(hand: Hand) -> None:
    """Make the window larger or smaller."""
    width, height = hand.rng.choice([(1280, 800), (1920, 1080), (400, 300), (800, 1000), (1366, 700)])
    hand.say(f"resize to {width} x {height}")
    hand.window.resize(width, height)


def leave(hand: Hand) -> None:
    """Go to another program and come back."""
    hand.say("leave for another window and come back")
    other = QWidget()
    other.show()
    other.activateWindow()
    other.close()
    hand.activate(hand.window)


def put_on_clipboard(hand: Hand) -> None:
    """Copy something elsewhere, and paste it here."""
    copied = hand.rng.choice(
        ["2,000", "Ida Brekke\tsaid\t40\nb\tc\td", "", "A whole article.\n\nIt was said.", "🚢\r\né"]
    )
    hand.say(f"paste {copied!a} into {name(hand.keyboard())}")
    QGuiApplication.clipboard().setText(copied)
    hand.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def drop(hand: Hand) -> None:
    """Drag files or words from elsewhere over the window, and drop them or not."""
    front = hand.front()
    widget, at = hand.spot(front)
    mime = QMimeData()
    kind = hand.rng.choice(["file", "text", "link", "nothing"])
    if kind == "file":
        folder = hand.window.property("sample_files")
        mime.setUrls([QUrl.fromLocalFile(f"{folder}/{hand.rng.choice(['tide.txt', 'page.html', 'none.txt'])}")])
    elif kind == "text":
        mime.setText("A dropped article\n\nThe mill, said Ada Lund, has 3 wheels.")
    elif kind == "link":
        mime.setUrls([QUrl("https://example.org/a")])
    drops = hand.rng.random() < 0.5
    hand.say(f"drag {kind} over {name(widget)} at {at.toTuple()} and {'drop it' if drops else 'leave'}")
    handle = front.windowHandle()
    copy = Qt.DropAction.CopyAction
    entering = QDragEnterEvent(at, copy, mime, LEFT, NONE)
    QApplication.sendEvent(handle, entering)
    if not entering.isAccepted():
        return
    QApplication.sendEvent(handle, QDragMoveEvent(at, copy, mime, LEFT, NONE))
    if drops:
        QApplication.sendEvent(handle, QDropEvent(QPointF(at), copy, mime, LEFT, NONE))
    else:
        QApplication.sendEvent(handle, QDragLeaveEvent())


def touch(hand: Hand) -> None:
    """Tap and swipe with a finger."""
    front = hand.front()
    widget, at = hand.spot(front)
    hand.say(f"touch {name(widget)} at {at.toTuple()}")
    for step in ("press", "move", "release"):
        if handle := hand.handle(front):
            finger = QTest.touchEvent(handle, hand.finger)
            getattr(finger, step)(0, at if step == "press" else at + QPoint(0, 30), handle).commit()


def pen(hand: Hand) -> None:
    """Tap with a pen, and pinch."""
    front = hand.front()
    widget, at = hand.spot(front)
    hand.say(f"pen on {name(widget)} at {at.toTuple()}")
    device, place = QPointingDevice.primaryPointingDevice(), QPointF(at)
    there = QPointF(front.mapToGlobal(at))
    for kind, held in (
        (QTabletEvent.Type.TabletPress, LEFT),
        (QTabletEvent.Type.TabletRelease, Qt.MouseButton.NoButton),
    ):
        if handle := hand.handle(front):
            pressed = QTabletEvent(kind, device, place, there, 0.5, 0, 0, 0, 0, 0, NONE, LEFT, held)
            QApplication.sendEvent(handle, pressed)
    if handle := hand.handle(front):
        zoom = Qt.NativeGestureType.ZoomNativeGesture
        QApplication.sendEvent(handle, QNativeGestureEvent(zoom, device, 2, place, place, there, 0.1, QPointF()))


def close(hand: Hand) -> None:
    """Close the window; the next gesture finds it open again."""
    hand.say("close the window")
    hand.window.close()


def name(widget: object) -> str:
    """Return what a widget is called, for the list of gestures."""
    given = getattr(widget, "objectName", str)()
    return f"{type(widget).__name__}:{given}" if given else type(widget).__name__


GESTURES: dict[Gesture, int] = {
    click: 22, clicks: 6, drag: 10, chord: 1, turn_wheel: 4, hover: 4, key: 14, letters: 8, record: 5, words: 6,
    compose: 1, shortcut: 8, command: 5, open_menu: 5, context_menu: 2, undo: 3, resize: 1, leave: 1,
    put_on_clipboard: 2, drop: 2, touch: 1, pen: 1,
}  # fmt: skip
"""How often each comes, against the others."""
