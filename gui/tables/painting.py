"""Plain text in a cell: on one line or wrapped to as many as fit, cut off with an ellipsis. Never rich text."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

LONGEST = 600
"""Letters that can ever fit in a cell; the rest of a long claim is not even measured."""


def draw_line(painter: QPainter, rect: QRect, text: str, ink: str, *, right: bool = False) -> None:
    """Draw text on one line at the top of a rectangle, in the painter's font."""
    metrics = painter.fontMetrics()
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    shown = metrics.elidedText(text[:LONGEST], Qt.TextElideMode.ElideRight, rect.width())
    painter.setPen(QColor(ink))
    painter.drawText(rect, side | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextSingleLine, shown)


def draw_wrapped(painter: QPainter, rect: QRect, text: str, ink: str, spacing: int) -> None:
    """Draw text on as many lines as the rectangle holds, each `spacing` pixels below the one before."""
    text = text[:LONGEST]
    most = max(1, rect.height() // spacing)
    layout = QTextLayout(text, painter.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    count, last_start = 0, 0
    while count < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(rect.width())
        line.setPosition(QPointF(0, count * spacing))
        last_start = line.textStart()
        count += 1
    layout.endLayout()
    painter.setPen(QColor(ink))
    for number in range(layout.lineCount() - 1):
        layout.lineAt(number).draw(painter, QPointF(rect.topLeft()))
    if layout.lineCount():
        rest = utf16_from(text, last_start)
        metrics = QFontMetricsF(painter.font())
        shown = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, rect.width())
        bottom = QRect(rect.left(), rect.top() + (count - 1) * spacing, rect.width(), spacing)
        painter.drawText(bottom, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, shown)


def utf16_from(text: str, start: int) -> str:
    """The text from an offset that Qt counted in UTF-16 units, as it does everywhere."""
    if text.isascii():
        return text[start:]
    return text.encode("utf-16-le", "surrogatepass")[2 * start :].decode("utf-16-le", "replace")


@dataclass(frozen=True, slots=True)
class CellFonts:
    """The fonts of cells with their measures in pixels, taken once and not for each of thousands of cells.

    `figures` have one width each, so that values stand in columns; in words that width would tear hyphens apart.
    """

    plain: QFont
    figures: QFont
    bold_figures: QFont
    spacing: int
    letter: float

    @classmethod
    def of(cls, plain: QFont, figures: QFont) -> "CellFonts":
        """The fonts for words and for figures, and the heavier form of the latter."""
        bold = QFont(figures)
        bold.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetricsF(plain)
        return cls(plain, figures, bold, round(metrics.height()) + 1, metrics.averageCharWidth())

    def font(self, *, figures: bool, bold: bool) -> QFont:
        """The font of a cell."""
        if not figures:
            return self.plain
        return self.bold_figures if bold else self.figures

    def lines_needed(self, letters: int, width: int) -> int:
        """About how many lines so many letters take at a width: reckoned, not measured."""
        per_line = max(1.0, width / self.letter)
        return max(1, -int(-letters * 1.04 // per_line))
