"""Draw what a search has found: an article as a heading, and its places with their words one below the other."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.panels.article_words import short_date
from gui.searching.hits_model import HIT, Hit
from gui.tables.painting import direction_of
from gui.theme import theme
from gui.theme.focus import draw_ring
from models.lines.found_place import FoundPlace

Index = QModelIndex | QPersistentModelIndex

AIR = 5
"""Pixels above and below the words of a row."""
EDGE, GAP = 10, 14
BEFORE, WIDEST_BEFORE = 0.4, 460
"""The share of a row, and the most pixels, for what is before the words."""
LONGEST = 0.5
"""The share of the rest that the words themselves may fill."""
ROUND = 3
LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine
RIGHT = LINE | Qt.AlignmentFlag.AlignRight
AT_END, AT_BEGINNING = Qt.TextElideMode.ElideRight, Qt.TextElideMode.ElideLeft


class HitsDelegate(QStyledItemDelegate):
    """All rows are equally high. Where a text is written from right to left, what is before its words is at their
    right.
    """

    hovered = -1
    """The row under the pointer; -1 for none."""

    @staticmethod
    def row_height(metrics: QFontMetrics) -> int:
        """Return the height of a row in pixels."""
        return metrics.height() + 2 * AIR

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint plain text: a title is never treated as markup."""
        hit: Hit = index.data(HIT)
        painter.save()
        painter.setClipRect(option.rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_row(painter, option, index)
        area = option.rect.adjusted(EDGE, 0, -EDGE, 0)
        if hit.found is None:
            _paint_article(painter, option, area, hit)
        else:
            begins = area.left() + min(round(area.width() * BEFORE), WIDEST_BEFORE)
            area.setRight(area.right() - _paint_right(painter, option, area, hit.recorded))
            _paint_place(painter, option, area, hit.found, begins)
        painter.restore()

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        scheme, row = theme().scheme, option.rect.adjusted(2, 1, -2, -1)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(Qt.PenStyle.NoPen)
        if selected or index.row() == self.hovered:
            painter.setBrush(QColor(scheme.row if selected else scheme.hover))
            painter.drawRoundedRect(row, 6, 6)
        if selected and option.state & QStyle.StateFlag.State_HasFocus:
            draw_ring(painter, row)


def _paint_right(painter: QPainter, option: QStyleOptionViewItem, area: QRect, words: str) -> int:
    """Paint words at the right of a row, and return how many pixels they take."""
    if not words:
        return 0
    painter.setFont(option.font)
    painter.setPen(QColor(theme().scheme.muted))
    painter.drawText(area, RIGHT, words)
    return painter.fontMetrics().horizontalAdvance(words) + GAP


def _paint_article(painter: QPainter, option: QStyleOptionViewItem, area: QRect, hit: Hit) -> None:
    """Paint the title, where and when the article appeared, and how many places it has."""
    area.setRight(area.right() - _paint_right(painter, option, area, hit.count))
    about = " · ".join(filter(None, (hit.article.outlet, short_date(hit.article.published))))
    taken = QFontMetrics(option.font).horizontalAdvance(about) + GAP if about else 0
    font = QFont(option.font)
    font.setWeight(QFont.Weight.DemiBold)
    metrics = QFontMetrics(font)
    title = metrics.elidedText(
        " ".join(hit.article.title.split()), AT_END, max(area.width() - taken, area.width() // 2)
    )
    painter.setFont(font)
    painter.setPen(QColor(theme().scheme.text))
    painter.drawText(area, LINE, title)
    area.setLeft(area.left() + metrics.horizontalAdvance(title) + GAP)
    painter.setFont(option.font)
    painter.setPen(QColor(theme().scheme.muted))
    painter.drawText(area, LINE, painter.fontMetrics().elidedText(about, AT_END, area.width()))


def _paint_place(painter: QPainter, option: QStyleOptionViewItem, area: QRect, found: FoundPlace, begins: int) -> None:
    """Paint words, marked, from the pixel on at which those of all places begin, and what is beside them."""
    scheme, metrics = theme().scheme, QFontMetrics(option.font)
    direction = direction_of(found.before + found.words + found.after)
    reversed_ = direction == Qt.LayoutDirection.RightToLeft
    left, right = (found.after, found.before) if reversed_ else (found.before, found.after)
    painter.setLayoutDirection(direction)  # by which Qt places punctuation
    before, rest = QRect(area), QRect(area)
    before.setRight(begins - 1)
    rest.setLeft(begins)
    words = metrics.elidedText(found.words, AT_END, round(rest.width() * LONGEST))
    mark = QRect(rest.left(), rest.top() + AIR - 2, metrics.horizontalAdvance(words), metrics.height() + 4)
    painter.setFont(option.font)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(scheme.found))
    painter.drawRoundedRect(mark.adjusted(-2, 0, 2, 0), ROUND, ROUND)
    painter.setPen(QColor(scheme.text))
    painter.drawText(mark, LINE | Qt.TextFlag.TextDontClip, words)
    _paint_beside(painter, before, left, at_right=True, cut=AT_END if reversed_ else AT_BEGINNING)
    rest.setLeft(mark.right() + 1)
    _paint_beside(painter, rest, right, at_right=False, cut=AT_BEGINNING if reversed_ else AT_END)


def _paint_beside(painter: QPainter, area: QRect, words: str, *, at_right: bool, cut: Qt.TextElideMode) -> None:
    """Paint what is beside the words, with the blank between them, which Qt would leave out at an edge."""
    metrics, shown = painter.fontMetrics(), words.strip()
    blank = metrics.horizontalAdvance(" ") if words[-1 if (cut == AT_BEGINNING) else 0 :][:1].isspace() else 0
    area = area.adjusted(0, 0, -blank, 0) if at_right else area.adjusted(blank, 0, 0, 0)
    painter.drawText(area, RIGHT if at_right else LINE, _fitting(metrics, shown, cut, area.width()))


def _fitting(metrics: QFontMetrics, words: str, cut: Qt.TextElideMode, width: int) -> str:
    """Return as many whole words as a width in pixels has room for."""
    fitting = metrics.elidedText(words, cut, width)
    if fitting == words or " " not in fitting:
        return fitting
    return f"… {fitting.partition(' ')[2]}" if cut == AT_BEGINNING else f"{fitting.rpartition(' ')[0]} …"
