"""The list of articles itself, with its keyboard and mouse."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView

from gui.panels.article_delegate import ArticleDelegate
from gui.panels.article_list_model import ArticleListModel
from gui.tables.arranging_menu import add_column, add_columns
from gui.tables.header import ColumnsHeader
from gui.tables.picked import Rows, merged
from gui.theme import theme
from gui.theme.focus import draw_ring
from gui.widgets.interruptions import is_interruption
from gui.widgets.letter_menu import LetterMenu
from gui.widgets.menu_entries import add_entry
from models.ids import Id
from models.lines.article_line import ArticleLine
from models.translation import _

Move = QAbstractItemView.CursorAction
Select = QItemSelectionModel.SelectionFlag


class ArticleHeader(ColumnsHeader):
    """A header that offers columns only: rows are as high as titles need, and no column is frozen."""

    def columns_menu(self, section: int = -1) -> QMenu:
        """Return a menu of what is done with a column, if it is about one, and that shows and hides columns; the caller
        deletes it.
        """
        menu = LetterMenu(self)
        menu.setObjectName("columns_of_articles")
        if section >= 0:
            add_column(menu, self, section)
            menu.addSeparator()
        add_columns(menu, self)
        menu.addSeparator()
        add_entry(menu, _("&Reset Columns"), self.reset_columns, name="reset_columns")
        return menu


class ArticleListView(QTableView):
    """A list of whole rows. A click or Enter opens an article; with Shift or Ctrl, rows are selected and nothing is
    opened. The right button asks for a menu.

    The header is shown as soon as there is more than the title.
    """

    opened = Signal(int)
    """The article of this row is to be opened."""
    escaped = Signal()
    typed = Signal(str)
    """Text was typed here, to look for an article."""
    left = Signal()
    """The keyboard has gone elsewhere."""
    menu_requested = Signal(int, QPoint)
    """For which row, and where on the screen."""
    delete_requested = Signal()

    def __init__(self, model: ArticleListModel, hint: Callable[[], str]) -> None:
        super().__init__()
        self._hint = hint
        self._model = model
        self._pressed_alone = False
        self.header = ArticleHeader(self)
        self.setHorizontalHeader(self.header)
        self.look = ArticleDelegate(self, model)
        self.setItemDelegate(self.look)
        self.setObjectName("articles")
        self.setAccessibleName(_("Articles"))
        self._dress()
        self.setModel(model)
        self.header.setSortIndicatorShown(True)
        self.header.setSelectionModel(QItemSelectionModel(model, model))  # Qt would go through every row for it
        self.clicked.connect(self._open_clicked)
        self.activated.connect(lambda index: self.opened.emit(index.row()))
        model.modelReset.connect(self._take_columns)
        self.header.sectionResized.connect(self._fit)
        self.header.arranged.connect(self._fit)
        theme().changed.connect(self.viewport().update)
        self._take_columns()

    def _dress(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    # Columns

    def _take_columns(self) -> None:
        """Take over the columns of another codebook; the title alone is shown at first."""
        if self.header.columns != self._model.columns:
            self.header.take_columns(self._model.columns)
            self._fit()

    def _fit(self) -> None:
        """Show the header if it says something, and make the rows as high as the titles need."""
        shown = self.header.shown()
        if self.header.isHidden() is (len(shown) > 1):
            self.header.setVisible(len(shown) > 1)
            self.updateGeometries()
        self.look.columns = frozenset(self._model.columns[section].name for section in shown)
        height = self.look.row_height(self.columnWidth(0))
        if height != self.verticalHeader().defaultSectionSize():
            self.verticalHeader().setDefaultSectionSize(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns; the highlighted row stays in sight."""
        row = self.visualRect(self.currentIndex())
        in_sight = row.isValid() and row.top() >= 0 and row.bottom() < event.oldSize().height()
        super().resizeEvent(event)
        self.header.arrange(self.viewport().width())
        self._fit()
        if in_sight:
            self.scrollTo(self.currentIndex())

    # What is selected

    def selected(self) -> list[Id]:
        """Return the articles that are selected, in the order of the list."""
        return [self._model.id_at(row) for row in self.selected_rows()]

    def copy(self) -> None:
        """Copy the titles of the selected articles."""
        self._model.with_lines(self.selected(), copy_titles)

    def selected_rows(self) -> list[int]:
        """Return the selected rows, from top to bottom."""
        return [row for rows in self._selected_ranges() for row in rows]

    def selected_count(self) -> int:
        """Return how many rows are selected."""
        return sum(map(len, self._selected_ranges()))

    def _selected_ranges(self) -> Rows:
        return merged(range(each.top(), each.bottom() + 1) for each in self.selectionModel().selection().toList())

    def select_rows(self, rows: list[int]) -> None:
        """Select these rows alone; the highlight stays where it is."""
        selection, last = QItemSelection(), self._model.columnCount() - 1
        for run in merged(range(row, row + 1) for row in rows):
            selection.select(self._model.index(run.start, 0), self._model.index(run.stop - 1, last))
        self.selectionModel().select(selection, Select.ClearAndSelect)

    def go_to_row(self, row: int | None) -> None:
        """Highlight a row, and select it alone; nothing if it is None."""
        if row is None:
            self.selectionModel().clear()
        else:
            self.selectionModel().setCurrentIndex(self._model.index(row, 0), Select.ClearAndSelect | Select.Rows)

    # Keyboard and mouse

    def show_highlight(self) -> None:
        """Scroll to the highlighted row, or to the first one if none is highlighted."""
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
        else:
            self.scrollToTop()

    def paint_now(self) -> None:
        """Paint the lines before anything else happens."""
        self.executeDelayedItemsLayout()
        self.viewport().repaint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep the highlight where it is for any button but the left one."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_alone = event.modifiers() == Qt.KeyboardModifier.NoModifier
            super().mousePressEvent(event)
        else:
            event.accept()

    def _open_clicked(self, index: QModelIndex) -> None:
        if self._pressed_alone:
            self.opened.emit(index.row())

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell the delegate which row is under the pointer, for all its columns."""
        if event.type() in (QEvent.Type.MouseMove, QEvent.Type.HoverMove, QEvent.Type.Leave, QEvent.Type.HoverLeave):
            moved = event.type() in (QEvent.Type.MouseMove, QEvent.Type.HoverMove)
            row = self.rowAt(int(event.position().y())) if moved else -1  # type: ignore[attr-defined]
            if row != self.look.hovered:
                self.look.hovered = row
                self.viewport().update()
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the article under the pointer or, from the keyboard, of the highlighted one."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            below = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft() + QPoint(24, 0))
            self.menu_requested.emit(index.row(), event.globalPos() if by_mouse else below)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the list with Esc, and delete with Delete."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() == Qt.Key.Key_Delete and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.delete_requested.emit()
        else:
            super().keyPressEvent(event)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Go from row to row: Home and End go to the first and the last one, Left and Right nowhere."""
        rows, here = self._model.rowCount(), self.currentIndex()
        if action in (Move.MoveHome, Move.MoveEnd) and rows:
            return self._model.index(0 if action == Move.MoveHome else rows - 1, 0)
        return here if action in (Move.MoveLeft, Move.MoveRight) else super().moveCursor(action, modifiers)

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


def copy_titles(lines: Sequence[ArticleLine]) -> None:
    """Put the titles of articles on the clipboard, a line for each."""
    QGuiApplication.clipboard().setText("\n".join(line.title for line in lines))
