"""Finding words in an article as a reader would: capitals, accents and the shape of quotes do not matter."""

import re
import unicodedata
from bisect import bisect_left
from functools import lru_cache

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′ʼ`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
    }
)
_MARK = "\u0301"
"""Every combining mark becomes this one, which a search steps over."""


class _Plain(dict[int, str]):
    """Fills itself with the plain form of each character when it is first met; always one code point for one."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        if unicodedata.combining(letter):
            plain = _MARK
        elif letter.isspace():
            plain = " "
        else:
            base = unicodedata.normalize("NFKD", letter).translate(_ALIKE)
            plain = (base[0] if len(base) == 1 or unicodedata.combining(base[1]) else letter).lower()[0]
        self[code] = plain
        return plain


_PLAIN = _Plain()


def plain(text: str) -> str:
    """The text as a search sees it; exactly as long as the text, so that its offsets are the text's."""
    return text.lower() if text.isascii() else text.translate(_PLAIN)


@lru_cache(maxsize=2)
def _remembered(text: str) -> str:
    return plain(text)


def find_all(text: str, wanted: str) -> list[tuple[int, int]]:
    """Every place where the wanted words stand, code points, half-open; blanks match any blanks, also line breaks."""
    words = unicodedata.normalize("NFC", wanted).split()
    if not words:
        return []
    pattern = r"\s+".join(_of_word(word) for word in words)
    return [match.span() for match in re.finditer(pattern, _remembered(text))]


def _of_word(word: str) -> str:
    """A pattern that lets combining marks stand after each letter, so that é matches however it is written."""
    return "".join(f"{re.escape(letter)}{_MARK}*" for letter in plain(word) if letter != _MARK)


def nearest(places: list[tuple[int, int]], offset: int) -> int:
    """The index of the first place at or after the offset, or of the first of all when there is none."""
    at = bisect_left(places, (offset, 0))
    return at if at < len(places) else 0
