"""Where a window is: at the place where it was left or can be seen whole, in front of others, or off what it hides."""

from PySide6.QtCore import QByteArray, QRect, QSize
from PySide6.QtWidgets import QAbstractItemView, QWidget

FRAME = QSize(8, 40)
"""An estimate for the title bar and borders, which a window does not have before it is shown."""


def place_window(window: QWidget, usual: QSize, kept: QByteArray) -> None:
    """Give a window that is not shown yet the place and size that were kept, or the usual size over its parent."""
    screen = window.screen().availableGeometry()
    window.resize(usual.boundedTo(screen.size() - FRAME))
    if not window.restoreGeometry(kept) and (parent := window.parentWidget()):
        frame = QRect(screen.topLeft(), window.size() + FRAME)
        frame.moveCenter(parent.frameGeometry().center())
        left, top = screen.right() - frame.width(), screen.bottom() - frame.height()
        window.move(max(screen.left(), min(frame.left(), left)), max(screen.top(), min(frame.top(), top)))


def bring_up(window: QWidget) -> None:
    """Show a window in front of the others, and give it the keyboard."""
    window.show()
    window.raise_()
    window.activateWindow()


def step_aside(window: QWidget, shown: QRect) -> None:
    """Move a window above or below a rectangle of the screen that it covers, and make it lower if there is less room.

    Its lists still show their current rows. It stays where it is if there is too little room on both sides.
    """
    frame, screen = window.frameGeometry(), window.screen().availableGeometry()
    border = frame.height() - window.height()
    above, below = shown.top() - screen.top() - border, screen.bottom() - shown.bottom() - border
    height = min(window.height(), max(above, below))
    if not frame.intersects(shown) or height < window.minimumSizeHint().height():
        return
    window.resize(window.width(), height)
    window.move(frame.left(), screen.top() if above > below else screen.bottom() + 1 - height - border)
    for rows in window.findChildren(QAbstractItemView):
        rows.scrollTo(rows.currentIndex(), QAbstractItemView.ScrollHint.EnsureVisible)
