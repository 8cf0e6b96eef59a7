"""Paint the header of an article: its details, and its title unless the text contains it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from gui.article.look import PADDING, Look

_ABOVE, _BETWEEN, _BELOW = 26, 8, 18
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft


class PageHeader:
    """Painted into the margin above the text, and scrolled with it; always plain text. Sizes are in pixels."""

    def __init__(self, details: str = "", title: str = "") -> None:
        self.details, self.title = details, title

    def height(self, look: Look, width: int) -> int:
        """Return the height that the header needs at a width of the text."""
        height = _ABOVE
        if self.details:
            height += self._details_height(look, width) + _BELOW
        if self.title:
            height += self._title_height(look, width) + _BELOW
        return height

    def paint(self, painter: QPainter, look: Look, top: int, width: int) -> None:
        """Paint the header with its upper edge at `top` of the viewport."""
        at = top + _ABOVE
        if self.details:
            height = self._details_height(look, width)
            painter.setFont(look.small)
            painter.setPen(QColor(look.scheme.muted))
            painter.drawText(QRect(PADDING, at, width, height), _WRAPPED.value, self.details)
            at += height + _BETWEEN
        if self.title:
            painter.setFont(look.heading)
            painter.setPen(QColor(look.scheme.text))
            painter.drawText(QRect(PADDING, at, width, self._title_height(look, width)), _WRAPPED.value, self.title)

    def _details_height(self, look: Look, width: int) -> int:
        return QFontMetrics(look.small).boundingRect(0, 0, width, 9999, _WRAPPED.value, self.details).height()

    def _title_height(self, look: Look, width: int) -> int:
        return QFontMetrics(look.heading).boundingRect(0, 0, width, 9999, _WRAPPED.value, self.title).height()
