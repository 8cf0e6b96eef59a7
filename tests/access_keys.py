"""Letters that lead to two places of one window: with Alt and such a letter, nothing is pressed."""

from collections import defaultdict
from collections.abc import Iterator

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QTabBar,
    QWidget,
)


def shared_letters(window: QWidget) -> list[str]:
    """Return what shares its letter with something else that is visible in a window or menu, in words."""
    found = defaultdict[str, list[str]](list)
    for words in _underlined(window):
        if letter := QKeySequence.mnemonic(words).toString():
            found[letter].append(words)
    return [f"{letter} leads to {words} in {type(window).__name__}" for letter, words in found.items() if words[1:]]


def _underlined(window: QWidget) -> Iterator[str]:
    """Yield every text with an access key that can be used now, but not those of the menu that Qt makes of a number."""
    if isinstance(window, QMenu):
        if isinstance(line := window.parent(), QLineEdit) and isinstance(line.parent(), QAbstractSpinBox):
            return
        yield from (each.text() for each in window.actions() if each.isVisible() and each.isEnabled())
        return
    for each in window.findChildren(QWidget):
        if not each.isVisible() or not each.isEnabled() or each.window() is not window:
            continue
        if isinstance(each, QAbstractButton) or (isinstance(each, QLabel) and each.buddy()):
            yield each.text()
        elif isinstance(each, QGroupBox):
            yield each.title()
        elif isinstance(each, QTabBar):
            yield from (each.tabText(tab) for tab in range(each.count()))
        elif isinstance(each, QMenuBar):
            yield from (action.text() for action in each.actions() if action.isVisible())
