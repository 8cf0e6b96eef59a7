"""Draw an article in the list: its state and title, and below them where and when it appeared."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.panels.article_list_model import LINE, imprint, recorded, state_words
from gui.theme import theme
from gui.theme.focus import draw_ring
from models.entities import Status
from models.lines.article_line import ArticleLine

Index = QModelIndex | QPersistentModelIndex

ICONS = {"done": "article-done", "begun": "article-begun", "not begun": "article-open"}
ICON = 16
GAP = 5
AIR = 5
"""Pixels above and below the two lines of an article."""


class ArticleDelegate(QStyledItemDelegate):
    """An article on two lines: its title, then outlet and date; without these the title has both lines."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the size for two lines of text with some space."""
        return QSize(160, 2 * QFontMetrics(option.font).height() + 2 * AIR + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint plain text: a title is never treated as markup."""
        line: ArticleLine = index.data(LINE)
        scheme = theme().scheme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(scheme.row if selected else scheme.hover))
            painter.drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_ring(painter, option.rect.adjusted(0, 1, 0, -1))
        area = option.rect.adjusted(6, AIR + 1, -8, -AIR - 1)
        theme().icon(ICONS[state_words(line)]).paint(
            painter, QRect(area.left(), area.top(), ICON, ICON), Qt.AlignmentFlag.AlignCenter, QIcon.Mode.Normal
        )
        _paint_words(painter, option.font, area.adjusted(ICON + GAP, 0, 0, 0), line)
        painter.restore()


def _paint_words(painter: QPainter, font: QFont, area: QRect, line: ArticleLine) -> None:
    muted, count, about = QColor(theme().scheme.muted), recorded(line, short=True), imprint(line)
    painter.setFont(font)
    painter.setPen(muted)
    below = Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextSingleLine
    painter.drawText(area, below | Qt.AlignmentFlag.AlignRight, count)
    room = area.width() - (painter.fontMetrics().horizontalAdvance(count + "   ") if count else 0)
    if about:
        painter.drawText(area, below, painter.fontMetrics().elidedText(about, Qt.TextElideMode.ElideRight, room))
    title = QFont(font)
    title.setWeight(QFont.Weight.Normal if line.status is Status.DONE else QFont.Weight.Medium)
    painter.setFont(title)
    painter.setPen(QColor(theme().scheme.text))
    first, rest = (line.title, "") if about else broken(painter.fontMetrics(), line.title, area.width())
    elided = Qt.TextElideMode.ElideRight
    above = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextSingleLine
    painter.drawText(area, above, painter.fontMetrics().elidedText(first, elided, area.width()))
    painter.drawText(area, below, painter.fontMetrics().elidedText(rest, elided, room))


def broken(metrics: QFontMetrics, words: str, width: int) -> tuple[str, str]:
    """Return the first line of a text, of whole words that fit a width in pixels, and the rest.

    A first word that is too wide has the line to itself.
    """
    first, *others = words.split(" ")
    while others and metrics.horizontalAdvance(f"{first} {others[0]}") <= width:
        first = f"{first} {others.pop(0)}"
    return first, " ".join(others)
