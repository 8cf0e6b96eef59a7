"""The fonts, distances and character formats of an article's text."""

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextBlockFormat, QTextCharFormat

from gui.article.mark_looks import Style
from gui.theme import fonts, theme

COLUMN_CHARACTERS = 68
"""Characters in a line: books have 60 to 75, because the eye then finds the next line by itself."""

PADDING = 30
LINE_RATIO, HEADLINE_RATIO = 1.58, 1.28
"""Distance from line to line in sizes of the font, so that it does not depend on the leading of each font."""

_SAMPLE = "the quick reporting of what somebody said, and of how many there were, in a town by the sea"


class Look:
    """The look at one zoom and in the present scheme; replaced when either changes. Distances are in pixels."""

    def __init__(self, zoom: int = 0) -> None:
        self.scheme = theme().scheme
        self.reading = _unkerned(fonts.reading_font(zoom))
        self.heading = _unkerned(fonts.heading_font(zoom))
        self.small = fonts.small_font()
        metrics = QFontMetricsF(self.reading)
        self.line = self.reading.pixelSize() * LINE_RATIO
        self.column = round(metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE) * COLUMN_CHARACTERS)
        self.fold = round(QFontMetricsF(self.small).height() * 2.2)
        self.body_block = _block(self.reading, LINE_RATIO, self.line * 0.2)
        self.headline_block = _block(self.heading, HEADLINE_RATIO, self.line * 0.1)
        self.blank_block = QTextBlockFormat()
        self.blank_block.setLineHeight(self.line * 0.6, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        self.headline = QTextCharFormat()
        self.headline.setFont(self.heading)
        self._formats: dict[Style, QTextCharFormat] = {}

    def format(self, style: Style) -> QTextCharFormat:
        """Return the format of a run; equal styles share one."""
        made = self._formats.get(style)
        if made is None:
            made = self._formats[style] = self._make_format(style)
        return made

    def _make_format(self, style: Style) -> QTextCharFormat:
        made = QTextCharFormat()
        if style.ground:
            made.setBackground(self.colour(style.ground))
        if style.ink:
            made.setForeground(self.colour(style.ink))
        if style.underline:
            made.setUnderlineStyle(style.underline)
            made.setUnderlineColor(self.colour(style.line) if style.line else made.foreground().color())
        return made

    def colour(self, name: str) -> QColor:
        """Return a colour of the scheme by its name there."""
        return QColor(getattr(self.scheme, name))


def with_room_above(block: QTextBlockFormat, room: float) -> QTextBlockFormat:
    """Return the block format with this many more pixels above it."""
    roomy = QTextBlockFormat(block)
    roomy.setTopMargin(block.topMargin() + room)
    return roomy


def _unkerned(font: QFont) -> QFont:
    """Turn off kerning: Qt does not apply it across the end of a mark, so that a comma there would move."""
    font.setKerning(False)
    return font


def _block(font: QFont, ratio: float, below: float) -> QTextBlockFormat:
    made = QTextBlockFormat()
    percent = 100 * font.pixelSize() * ratio / QFontMetricsF(font).height()
    made.setLineHeight(percent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    made.setBottomMargin(below)
    return made
