"""Draw icons from our own SVGs: sharp at any scale, and always in the colours of the current scheme."""

import functools
from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

import resources
from gui.theme.colours import Scheme

# Icons whose colour has a meaning; all others are muted.
TINTS = {
    "article-open": "faint",
    "article-begun": "good",
    "article-done": "good",
    "number": "number",
    "speaker": "speaker",
    "cue": "cue",
    "warning": "warning",
}


def tint(name: str, scheme: Scheme, mode: QIcon.Mode, state: QIcon.State) -> str:
    """Return the colour of an icon: faint if disabled, the accent if switched on, the text colour under the pointer."""
    if mode == QIcon.Mode.Disabled:
        return scheme.faint
    if name in TINTS:
        return str(getattr(scheme, TINTS[name]))
    if state == QIcon.State.On:
        return scheme.accent
    return scheme.muted if mode == QIcon.Mode.Normal else scheme.text


def tinted(name: str, colour: str) -> bytes:
    """Return the SVG of an icon with its `currentColor` replaced."""
    return resources.icon(name).read_bytes().replace(b"currentColor", colour.encode())


@functools.lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(tinted(name, colour))


COPIES: list[QIconEngine] = []
"""Copies that Qt asked for and owns; PySide would delete one that nothing in Python holds."""


class TintedIcon(QIconEngine):
    """Asks for the scheme each time it draws, so an icon in use follows a change of scheme."""

    def __init__(self, name: str, scheme: Callable[[], Scheme]) -> None:
        super().__init__()
        self._name, self._scheme = name, scheme

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        painter.drawPixmap(rect, self.scaledPixmap(rect.size(), mode, state, painter.device().devicePixelRatioF()))

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """Draw the icon; `size` is in logical pixels, and the pixmap has one pixel for each physical one."""
        colour, pixels = tint(self._name, self._scheme(), mode, state), size * scale
        key = f"onrecord {self._name} {colour} {pixels.width()}x{pixels.height()} {scale}"
        pixmap = QPixmap()
        if not QPixmapCache.find(key, pixmap):
            pixmap = QPixmap(pixels)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            _renderer(self._name, colour).render(painter, QRectF(pixmap.rect()))
            painter.end()
            pixmap.setDevicePixelRatio(scale)
            QPixmapCache.insert(key, pixmap)
        return pixmap

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def clone(self) -> QIconEngine:
        """Return a copy, which Qt asks for and owns when an icon is changed after it was copied."""
        copy = TintedIcon(self._name, self._scheme)
        COPIES.append(copy)
        return copy
