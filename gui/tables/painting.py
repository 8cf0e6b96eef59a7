"""Draw plain text in a cell: on one line, or wrapped to as many as fit, cut off with an ellipsis."""

from dataclasses import dataclass
from functools import lru_cache
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

LONGEST = 2_000
"""Characters that can fit in a cell; the rest of a long claim is not measured."""
LAYOUTS_KEPT = 1_000
"""Cells whose layout is kept for when they are painted again: several times as many as a screen shows."""
ELLIPSIS = Qt.TextElideMode.ElideRight
OVERHANG = 3
"""Pixels by which a line can be wider than its letters are together: the last one may lean out of its place."""


def draw_line(painter: QPainter, rect: QRect, text: str, ink: str, *, right: bool = False) -> None:
    """Draw text on one line at the top of a rectangle, in the painter's font."""
    metrics = painter.fontMetrics()
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    shown = metrics.elidedText(text[:LONGEST], ELLIPSIS, rect.width())
    painter.setPen(QColor(ink))
    painter.drawText(rect, side | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextSingleLine, shown)


def draw_wrapped(painter: QPainter, rect: QRect, text: str, ink: str, fonts: "CellFonts") -> None:
    """Draw text in the plain font, on as many lines as the rectangle holds."""
    painter.setPen(QColor(ink))
    for layout in wrapped(text[:LONGEST], fonts, rect.width(), max(1, rect.height() // fonts.spacing)):
        layout.draw(painter, QPointF(rect.topLeft()))


@lru_cache(maxsize=LAYOUTS_KEPT)
def wrapped(text: str, fonts: "CellFonts", width: int, most: int) -> tuple[QTextLayout, ...]:
    """Lay text out on at most `most` lines of a width; if it needs more, the last one ends with an ellipsis."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(direction_of(text))
    if option.textDirection() == Qt.LayoutDirection.RightToLeft:
        option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    whole = _laid_out(text, fonts, option, width, most)
    last = whole.lineAt(whole.lineCount() - 1)
    if not last.isValid() or not utf16_from(text, last.textStart() + last.textLength()):
        return (whole,)
    rest = QFontMetricsF(fonts.plain).elidedText(utf16_from(text, last.textStart()), ELLIPSIS, width - OVERHANG)
    end = _laid_out(rest, fonts, option, width, 1)
    end.lineAt(0).setPosition(last.position())
    return _laid_out(text, fonts, option, width, most - 1), end


def _laid_out(text: str, fonts: "CellFonts", option: QTextOption, width: int, most: int) -> QTextLayout:
    """Break text into lines of a width, but into no more lines than are visible."""
    layout = QTextLayout(text, fonts.plain)
    layout.setCacheEnabled(True)
    layout.setTextOption(option)
    layout.beginLayout()
    for number in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, number * fonts.spacing))
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


@dataclass(frozen=True, slots=True, eq=False)
class CellFonts:
    """The fonts of cells with their measures in pixels, made once for each table and not for thousands of cells.

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
        if most == 1 or QFontMetricsF(self.plain).horizontalAdvance(text[:LONGEST]) <= width - OVERHANG:
            return 1
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        return _laid_out(text[:LONGEST], self, option, width, most).lineCount()
