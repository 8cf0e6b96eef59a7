"""Places in a text, from code points to Qt's positions and back; the only place where the two meet.

Qt counts UTF-16 units: a character beyond U+FFFF (most emoji) is two of them and one code point.
"""

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Positions:
    """Converts places in one text, in either direction, in the logarithm of its number of astral characters."""

    def __init__(self, text: str) -> None:
        self._offsets = [] if text.isascii() else [match.start() for match in _ASTRAL.finditer(text)]
        self._positions = [offset + before for before, offset in enumerate(self._offsets)]

    def to_qt(self, offset: int) -> int:
        """The Qt position of a code point offset."""
        return offset + bisect_left(self._offsets, offset)

    def to_text(self, position: int) -> int:
        """The code point offset of a Qt position; one inside a character counts as that character's beginning."""
        return position - bisect_left(self._positions, position)
