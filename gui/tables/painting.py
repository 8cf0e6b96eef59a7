"""Draw plain text in a cell: on one line, or wrapped to as many as fit, cut off with an ellipsis."""

from dataclasses import dataclass
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter, QTextLayout, QTextOption

LONGEST = 2_000
"""Characters that can fit in a cell; the rest of a long claim is not measured."""


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
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(direction_of(text))
    if option.textDirection() == Qt.LayoutDirection.RightToLeft:
        option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    painter.setPen(QColor(ink))
    whole = _laid_out(text, painter.font(), option, rect.width(), max(1, rect.height() // spacing))
    lines = [whole.lineAt(number) for number in range(whole.lineCount())]
    if lines and utf16_from(text, lines[-1].textStart() + lines[-1].textLength()):
        rest = utf16_from(text, lines[-1].textStart())
        shown = painter.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, rect.width())
        end = _laid_out(shown, painter.font(), option, rect.width(), 1)
        lines[-1:] = [end.lineAt(number) for number in range(end.lineCount())]
    for number, line in enumerate(lines):
        line.draw(painter, QPointF(rect.left(), rect.top() + number * spacing))


def _laid_out(text: str, font: QFont, option: QTextOption, width: int, most: int) -> QTextLayout:
    """Break text into lines of a width, but into no more lines than are visible."""
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.beginLayout()
    for _ in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
    layout.endLayout()
    return layout


def direction_of(text: str) -> Qt.LayoutDirection:
    """Return the direction of the first character that has one (the rule of Unicode's bidirectional algorithm)."""
    strong = next((kind for kind in map(bidirectional, text) if kind in ("L", "R", "AL")), "L")
    return Qt.LayoutDirection.LeftToRight if strong == "L" else Qt.LayoutDirection.RightToLeft


def utf16_from(text: str, start: int) -> str:
    """Return the text from an offset in Qt's UTF-16 units."""
    if text.isascii():
        return text[start:]
    return text.encode("utf-16-le", "surrogatepass")[2 * start :].decode("utf-16-le", "replace")


@dataclass(frozen=True, slots=True)
class CellFonts:
    """The fonts of cells with their measures in pixels, made once and not for each of thousands of cells.

    All `figures` have the same width, so that values line up; in words that width would leave gaps around hyphens.
    """

    plain: QFont
    figures: QFont
    bold_figures: QFont
    spacing: int

    @classmethod
    def of(cls, plain: QFont, figures: QFont) -> "CellFonts":
        """Return the fonts for words and for figures, and the heavier form of the latter."""
        bold = QFont(figures)
        bold.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetricsF(plain)
        return cls(plain, figures, bold, round(metrics.height()) + 1)

    def font(self, *, figures: bool, bold: bool) -> QFont:
        """Return the font of a cell."""
        if not figures:
            return self.plain
        return self.bold_figures if bold else self.figures

    def lines_needed(self, text: str, width: int, most: int) -> int:
        """Return how many lines words take at a width in pixels, counted up to `most`."""
        if most == 1 or QFontMetrics(self.plain).horizontalAdvance(text[:LONGEST]) <= width:
            return 1
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        return _laid_out(text[:LONGEST], self.plain, option, width, most).lineCount()
