"""The list of articles itself, with its keyboard and mouse."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView

from gui.panels.article_delegate import ArticleDelegate
from gui.theme import theme
from gui.theme.focus import draw_ring
from gui.widgets.interruptions import is_interruption
from models.translation import _


class ArticleListView(QListView):
    """Only the left button opens an article; the right one asks for the article's menu."""

    escaped = Signal()
    typed = Signal(str)
    """Text was typed here, to look for an article."""
    left = Signal()
    """The keyboard has gone elsewhere."""
    menu_requested = Signal(int, QPoint)
    """For which row, and where on the screen."""

    def __init__(self, hint: Callable[[], str]) -> None:
        super().__init__()
        self._hint = hint
        self.setObjectName("articles")
        self.setAccessibleName(_("Articles"))
        self.setItemDelegate(ArticleDelegate(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)

    def paint_now(self) -> None:
        """Paint the lines before anything else happens."""
        self.executeDelayedItemsLayout()
        self.viewport().repaint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep the highlight where it is for any button but the left one."""
        if event.button() == Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
        else:
            event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the article under the pointer or, from the keyboard, of the highlighted one."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            below = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft() + QPoint(24, 0))
            self.menu_requested.emit(index.row(), event.globalPos() if by_mouse else below)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the list with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Pass what is typed on to the search line, which finds more than the beginning of a title."""
        self.typed.emit(search)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Report that the keyboard goes to another pane, but not to a menu or another window."""
        super().focusOutEvent(event)
        if not is_interruption(event):
            self.left.emit()

    def paintEvent(self, event: object) -> None:
        """Paint the list, or the hint of an empty one."""
        super().paintEvent(event)  # type: ignore[arg-type]
        if self.model().rowCount():
            return
        painter = QPainter(self.viewport())
        painter.setPen(QColor(theme().scheme.muted))
        area = self.viewport().rect().adjusted(8, 24, -8, 0)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(area, flags, self._hint())
        if self.hasFocus():
            draw_ring(painter, self.viewport().rect())
