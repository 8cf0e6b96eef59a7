"""Apply character formats to one block of a document without laying out the blocks below it.

Qt forgets the layout of a block whose formats are set, and would walk through all blocks below to move them. Marks are
colours and underlines, so nothing moves: the block is laid out again here, in the lines that it had. Only a mark that
cuts through joined characters (a ligature, Arabic) can need other lines; then Qt has to lay out the rest.
"""

from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextBlock, QTextLayout


class _Line(NamedTuple):
    """The place and size of a line; pixels within its block."""

    place: QPointF
    width: float
    height: float


def set_block_formats(block: QTextBlock, formats: list[QTextLayout.FormatRange]) -> bool:
    """Set the formats of a block; return whether Qt must lay out everything from here on."""
    layout = block.layout()
    before = [_measured(layout, number) for number in range(layout.lineCount())]
    layout.setFormats(formats)
    if not before:
        return False  # never shown yet: Qt will lay it out when it is shown
    return not _break_as_before(layout, before)


def _measured(layout: QTextLayout, number: int) -> _Line:
    line = layout.lineAt(number)
    return _Line(line.position(), line.width(), line.height())


def _break_as_before(layout: QTextLayout, before: list[_Line]) -> bool:
    """Break the text into lines of the same width at the same places; return whether it fits them."""
    fits = True
    layout.beginLayout()
    for place, width, height in before:
        line = layout.createLine()
        if not line.isValid():
            fits = False
            break
        line.setLeadingIncluded(True)
        line.setLineWidth(width)
        line.setPosition(place)
        fits = fits and line.height() == height
    fits = fits and not layout.createLine().isValid()
    layout.endLayout()
    return fits
