"""Convert offsets in a text from code points to Qt's positions and back: the only module where the two meet.

Qt counts UTF-16 units: a character beyond U+FFFF (most emoji) is two of them and one code point.
"""

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Positions:
    """Converts offsets in one text, in the logarithm of its number of characters beyond U+FFFF."""

    def __init__(self, text: str) -> None:
        self._offsets = [] if text.isascii() else [match.start() for match in _ASTRAL.finditer(text)]
        self._positions = [offset + before for before, offset in enumerate(self._offsets)]

    def to_qt(self, offset: int) -> int:
        """Return the Qt position of a code point offset."""
        return offset + bisect_left(self._offsets, offset)

    def to_text(self, position: int) -> int:
        """Return the code point offset of a Qt position; one inside a character counts as the beginning of it."""
        return position - bisect_left(self._positions, position)
