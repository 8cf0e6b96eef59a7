"""The two typefaces of the program: Inter for the interface and Source Serif for reading.

Sizes are in logical pixels, so one number is right on every system; a larger system font enlarges them all.
"""

import functools

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

import resources

INTERFACE = "Inter"
READING = "Source Serif 4"
INTERFACE_PIXELS = 13
READING_PIXELS = 18
HEADING_RATIO = 1.45
ZOOM_RATIO = 1.1
SMALLEST, LARGEST = 9, 96


@functools.cache
def load() -> None:
    """Register the fonts with Qt, once; if one cannot be read, Qt uses the system's closest font."""
    for path in resources.fonts():
        QFontDatabase.addApplicationFont(str(path))


def interface_font() -> QFont:
    """Return the font of controls."""
    return _font(INTERFACE, QFont.StyleHint.SansSerif, _interface_pixels())


def table_font() -> QFont:
    """Return the interface font with figures of equal width, so that numbers line up."""
    font = interface_font()
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def reading_font(zoom: int = 0) -> QFont:
    """Return the font of the article's text; each step of `zoom` is a tenth larger or smaller."""
    pixels = READING_PIXELS * _interface_pixels() / INTERFACE_PIXELS * ZOOM_RATIO**zoom
    return _font(READING, QFont.StyleHint.Serif, min(max(round(pixels), SMALLEST), LARGEST))


def heading_font(zoom: int = 0) -> QFont:
    """Return the font of the article's headline, at the same `zoom` as its text."""
    font = reading_font(zoom)
    font.setPixelSize(round(font.pixelSize() * HEADING_RATIO))
    font.setWeight(QFont.Weight.Bold)
    return font


def small_font() -> QFont:
    """Return the interface font one size down: second lines, hints, counts."""
    font = interface_font()
    font.setPixelSize(font.pixelSize() - 1)
    return font


@functools.cache
def _interface_pixels() -> int:
    """Return 13, or the system's size if that is larger, with a limit so that panes keep their proportions."""
    system = QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).pixelSize()
    return min(max(INTERFACE_PIXELS, system), 18)


def _font(family: str, hint: QFont.StyleHint, pixels: int) -> QFont:
    """Make a font without hinting, so that characters keep their shapes and distances at every scale of the screen."""
    font = QFont(family)
    font.setStyleHint(hint)
    font.setPixelSize(pixels)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
