"""Keep the viewport of a text edit at a readable width, in the middle of the available room."""

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtWidgets import QTextEdit

from gui.article.margin import Margin
from gui.widgets.steady_scroll_bar import keep_scroll_bar


class Column(QObject):
    """The column and the margins beside it, which handle the mouse and the wheel as the text does.

    Lines are broken again only if the room is narrower than the column.
    """

    moved = Signal(int)
    """The width of the left margin, in pixels."""

    def __init__(self, edit: QTextEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self._width = 600
        edit.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self._margins = (Margin(edit, edit.viewport()), Margin(edit, edit.viewport()))
        keep_scroll_bar(edit)  # one that comes and goes would break every line of a long text again
        edit.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def set_width(self, width: int) -> None:
        """Set the width of the column in pixels, including its padding."""
        self._width = width
        self.centre()

    def centre(self) -> None:
        """Centre the column in the present room, before Qt sizes the viewport, so that it is sized once."""
        edit = self._edit
        room = edit.contentsRect().width() - edit.verticalScrollBar().sizeHint().width()
        spare = max(0, room - self._width)
        edit.setViewportMargins(spare // 2, 0, spare - spare // 2, 0)
        self._cover_margins()
        self.moved.emit(spare // 2)

    def _cover_margins(self) -> None:
        column, beside = self._edit.viewport().geometry(), self._edit.viewportMargins()
        left, right = self._margins
        left.setGeometry(QRect(column.left() - beside.left(), column.top(), beside.left(), column.height()))
        right.setGeometry(QRect(column.right() + 1, column.top(), beside.right(), column.height()))
