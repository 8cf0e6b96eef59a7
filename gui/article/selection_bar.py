"""A small bar beside a selection that was just made with the mouse: one click records it."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QHBoxLayout, QToolButton

from gui.commands.text_commands import CLAIM, CUE, NUMBER, SPEAKER
from models.translation import _

SHOWN = (CLAIM, NUMBER, SPEAKER, CUE)
"""The commands of the bar."""

GAP = 6
"""Pixels between the bar and the lines of the selection."""


class SelectionBar(QFrame):
    """Shown beside a selection without covering a word of it; never takes the focus."""

    def __init__(self, parent: QAbstractScrollArea) -> None:
        super().__init__(parent)
        self._text = parent
        self.setObjectName("selection_bar")
        self.setAccessibleName(_("Record the selection"))
        # Or a click between two buttons would reach the text below, and take the selection away.
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(3, 3, 3, 3)
        self._row.setSpacing(1)
        self.hide()

    def offer(self, actions: list[QAction], lines: QRect, pointer: QPoint) -> None:
        """Show the commands that are possible now, beside the lines of a selection in the parent.

        The bar is below the lines or above them, whichever is nearer to the pointer and has room.
        """
        possible = [action for command in SHOWN for action in actions if action.objectName() == command.name]
        if not possible or not possible[0].isEnabled():
            return
        if self._row.count() == 0:
            for action in possible:
                self._row.addWidget(_button(action))
        self.adjustSize()
        room = self._text.rect().adjusted(0, 0, -self._text.verticalScrollBar().width(), 0)
        if (place := _place(self.size(), lines, pointer, room)) is not None:
            self.move(place)
            self.show()
            self.raise_()


def _place(size: QSize, lines: QRect, pointer: QPoint, room: QRect) -> QPoint | None:
    """Return where the bar fits without covering the lines; None if they leave no room."""
    left = min(max(pointer.x() - size.width() // 2, room.left() + GAP), room.right() - size.width() - GAP)
    below, above = lines.bottom() + GAP, lines.top() - GAP - size.height()
    tops = [top for top in (below, above) if room.top() <= top <= room.bottom() - size.height()]
    return QPoint(left, min(tops, key=lambda top: abs(top + size.height() // 2 - pointer.y()))) if tops else None


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.setAutoRaise(True)
    return button
