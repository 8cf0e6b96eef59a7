"""Draw an article in the list: its progress and title, and below them where and when it appeared."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from gui.panels.article_columns import LOOKS, PLAIN, TITLE
from gui.panels.article_list_model import LINE, ArticleListModel
from gui.panels.article_words import imprint, recorded_briefly
from gui.theme import theme
from gui.theme.focus import draw_ring
from gui.widgets.remark_marks import draw_remark
from gui.widgets.unsaved_marks import draw_unsaved
from models.entities import Status
from models.lines.article_line import ArticleLine, Progress

Index = QModelIndex | QPersistentModelIndex

ICONS = {Progress.DONE: "article-done", Progress.BEGUN: "article-begun", Progress.NOT_BEGUN: "article-open"}
ICON = 16
GAP = 5
AIR = 6
"""Pixels above and below the lines of an article."""
MARK = 3
"""The width of the bar at the article on the screen."""
WIDE = 340
"""Pixels from which most titles fit on one line."""
MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
ELIDED = Qt.TextElideMode.ElideRight


class ArticleDelegate(QStyledItemDelegate):
    """An article has its title on one or two lines, and below it outlet, date and what is recorded, unless these are
    columns. All rows are equally high.
    """

    def __init__(self, view: QTableView, model: ArticleListModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self.hovered = -1
        """The row under the pointer; -1 for none."""
        self._icons = {progress: theme().icon(name) for progress, name in ICONS.items()}
        self.columns: frozenset[str] = frozenset()
        """The names of the columns on the screen."""
        self._titles = 2
        """The lines of a title."""

    def row_height(self, width: int) -> int:
        """Return the height of a row whose title has a width in pixels."""
        self._titles = 1 if width >= WIDE else 2
        return (self._titles + 1) * self._view.fontMetrics().height() + 2 * AIR

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint plain text: a title is never treated as markup."""
        painter.save()
        painter.setClipRect(option.rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_row(painter, option, index)
        column = self._model.columns[index.column()]
        line: ArticleLine | None = index.data(LINE)
        if line is None:
            pass  # it is being read
        elif column.name == TITLE:
            self._paint_article(painter, option, line)
            draw_remark(painter, option.rect, discuss=line.article.discuss, noted=line.article.note is not None)
            if self._model.unsaved(line):
                draw_unsaved(painter, option.rect, sign=True, left=True)
        else:
            look = LOOKS.get(column.name, PLAIN)
            area = option.rect.adjusted(6, 0, -8, 0)
            painter.setFont(option.font)
            painter.setPen(QColor(theme().scheme.muted))
            text = painter.fontMetrics().elidedText(index.data(), ELIDED, area.width())
            painter.drawText(area, MIDDLE | (Qt.AlignmentFlag.AlignRight if look.right else MIDDLE), text)
        painter.restore()

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint what is behind the cells of a row: its colour, a bar at the article on the screen, the focus ring."""
        scheme = theme().scheme
        row = QRect(0, option.rect.top(), self._view.viewport().width(), option.rect.height()).adjusted(0, 1, 0, -1)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(Qt.PenStyle.NoPen)
        if selected or index.row() == self.hovered:
            painter.setBrush(QColor(scheme.row if selected else scheme.hover))
            painter.drawRoundedRect(row, 6, 6)
        if self._model.rows.opened == self._model.id_at(index.row()):
            painter.setBrush(QColor(scheme.accent))
            painter.drawRoundedRect(QRect(row.left(), row.top() + 5, MARK, row.height() - 10), 1.5, 1.5)
        if self._view.hasFocus() and self._view.currentIndex().row() == index.row():
            draw_ring(painter, row)

    def _paint_article(self, painter: QPainter, option: QStyleOptionViewItem, line: ArticleLine) -> None:
        area = option.rect.adjusted(8, AIR, -8, -AIR)
        height = QFontMetrics(option.font).height()
        self._icons[line.progress].paint(
            painter,
            QRect(area.left(), area.top(), ICON, height),
            Qt.AlignmentFlag.AlignCenter,
            QIcon.Mode.Normal,
        )
        area.setLeft(area.left() + ICON + GAP)
        count, about = recorded_briefly(line, self.columns), imprint(line, self.columns)
        title = QFont(option.font)
        title.setWeight(QFont.Weight.Normal if line.status is Status.DONE else QFont.Weight.Medium)
        metrics = QFontMetrics(title)
        titles = self._titles + (not (count or about))
        first, rest = broken(metrics, line.title, area.width()) if titles > 1 else (line.title, "")
        painter.setFont(title)
        painter.setPen(QColor(theme().scheme.text))
        above = QRect(area.left(), area.top(), area.width(), height)
        for words in filter(None, (first, rest)):
            painter.drawText(above, MIDDLE, metrics.elidedText(words, ELIDED, area.width()))
            above.translate(0, height)
        painter.setFont(option.font)
        painter.setPen(QColor(theme().scheme.muted))
        taken = painter.fontMetrics().horizontalAdvance(count + "   ") if count else 0
        if taken and not rest and self._titles > 1:  # the line that the title leaves free
            painter.drawText(above.translated(0, height), MIDDLE, count)
            count, taken = "", 0
        painter.drawText(above, MIDDLE | Qt.AlignmentFlag.AlignRight, count)
        painter.drawText(above, MIDDLE, painter.fontMetrics().elidedText(about, ELIDED, area.width() - taken))


def broken(metrics: QFontMetrics, words: str, width: int) -> tuple[str, str]:
    """Return the first line of a text, of whole words that fit a width in pixels, and the rest.

    A first word that is too wide has the line to itself.
    """
    first, *others = words.split(" ")
    while others and metrics.horizontalAdvance(f"{first} {others[0]}") <= width:
        first = f"{first} {others.pop(0)}"
    return first, " ".join(others)
