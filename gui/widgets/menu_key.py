"""Make Shift+F10 open the menu of the widget with the focus; on X11 Qt knows only the Menu key."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget


def add_menu_key(window: QWidget) -> None:
    """Let Shift+F10 do what the Menu key does, in a window and its dialogs."""
    shortcut = QShortcut(QKeySequence("Shift+F10"), window)
    shortcut.setContext(Qt.ShortcutContext.ApplicationShortcut)
    shortcut.activated.connect(open_menu)


def open_menu() -> None:
    """Ask the widget with the focus for its menu, as Qt does for the Menu key; not while another menu is open."""
    focus = QApplication.focusWidget()
    if focus is None or QApplication.activePopupWidget():
        return
    caret = QRectF(focus.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)).toRect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, caret, focus.mapToGlobal(caret))
    QApplication.sendEvent(focus, event)
