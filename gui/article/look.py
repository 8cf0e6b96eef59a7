"""How the article's parts are set: fonts, distances and the few character formats that all runs share."""

from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QTextBlockFormat, QTextCharFormat

from gui.article.marks import Ground, Style
from gui.theme import theme

COLUMN_LETTERS = 68
"""Letters a line: within the 60 to 75 that books keep to, because the eye finds the next line by itself."""

PADDING = 30
LINE_RATIO, HEADLINE_RATIO = 1.58, 1.28
"""From line to line, in sizes of the font; fonts differ in the leading of their own, so it is not counted on."""

_SAMPLE = "the quick reporting of what somebody said, and of how many there were, in a town by the sea"


class Look:
    """The look at one zoom in the scheme of the moment; made anew when either changes. Distances are in pixels."""

    def __init__(self, zoom: int = 0) -> None:
        self.scheme = theme().scheme
        self.reading = _unkerned(theme().reading_font(zoom))
        self.heading = _unkerned(theme().heading_font(zoom))
        self.small = theme().small_font()
        metrics = QFontMetricsF(self.reading)
        self.line = self.reading.pixelSize() * LINE_RATIO
        self.column = round(metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE) * COLUMN_LETTERS)
        self.fold = round(QFontMetricsF(self.small).height() * 2.2)
        self.body_block = _block(self.reading, LINE_RATIO, self.line * 0.2)
        self.headline_block = _block(self.heading, HEADLINE_RATIO, self.line * 0.1)
        self.blank_block = QTextBlockFormat()
        self.blank_block.setLineHeight(self.line * 0.6, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        self.headline = QTextCharFormat()
        self.headline.setFont(self.heading)
        self._formats: dict[Style, QTextCharFormat] = {}

    def format(self, style: Style) -> QTextCharFormat:
        """The format of a run; equal styles share one."""
        made = self._formats.get(style)
        if made is None:
            made = self._formats[style] = self._make(style)
        return made

    def _make(self, style: Style) -> QTextCharFormat:
        """Colours and kinds of underline only: bold or slanted letters would move the text."""
        made = QTextCharFormat()
        if style.dim:
            made.setForeground(QColor(self.scheme.faint))
        if style.ground:
            made.setBackground(self._ground(style.ground))
        lines = QTextCharFormat.UnderlineStyle
        if style.cue:
            _underline(made, lines.DotLine, self.scheme.cue)
        if style.source:
            _underline(made, lines.SingleUnderline, self.scheme.speaker)
        if style.number:
            _underline(made, lines.DashUnderline, self.scheme.number)
        return made

    def _ground(self, ground: Ground) -> QBrush:
        """Overlapping claims lie between the two tints, and so do what belongs to the chosen claim."""
        claim, chosen = QColor(self.scheme.claim), QColor(self.scheme.claim_chosen)
        match ground:
            case Ground.CHOSEN:
                return QBrush(chosen)
            case Ground.OVERLAP:
                return QBrush(_between(claim, chosen))
            case _:
                return QBrush(claim)


def with_room_above(block: QTextBlockFormat, room: float) -> QTextBlockFormat:
    """The same block format with so many pixels more above it."""
    roomy = QTextBlockFormat(block)
    roomy.setTopMargin(block.topMargin() + room)
    return roomy


def _unkerned(font: QFont) -> QFont:
    """The font without kerning, which Qt does not apply across the end of a mark: a comma there would move."""
    font.setKerning(False)
    return font


def _underline(made: QTextCharFormat, line: QTextCharFormat.UnderlineStyle, ink: str) -> None:
    made.setUnderlineStyle(line)
    made.setUnderlineColor(QColor(ink))
    made.setForeground(QColor(ink))


def _block(font: QFont, ratio: float, below: float) -> QTextBlockFormat:
    made = QTextBlockFormat()
    percent = 100 * font.pixelSize() * ratio / QFontMetricsF(font).height()
    made.setLineHeight(percent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    made.setBottomMargin(below)
    return made


def _between(one: QColor, other: QColor) -> QColor:
    red, green, blue = (one.red() + other.red(), one.green() + other.green(), one.blue() + other.blue())
    return QColor(red // 2, green // 2, blue // 2)
