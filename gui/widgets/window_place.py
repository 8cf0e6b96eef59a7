"""The place of a window on the screen: as it was left, or else where all of it can be seen."""

from PySide6.QtCore import QByteArray, QRect, QSize
from PySide6.QtWidgets import QWidget

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
