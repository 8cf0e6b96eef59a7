"""Finding words in an article as a reader would: capitals, accents, ligatures and signs without width do not matter."""

import re
import unicodedata
from array import array
from bisect import bisect_left
from functools import lru_cache

_ALIKE = {
    **dict.fromkeys("‘’‚‛′ʼ`´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict(zip("øđðłħŧıæœþ⁄", ("o", "d", "d", "l", "h", "t", "i", "ae", "oe", "th", "/"), strict=True)),
}
"""What is written alike although no decomposition says so; in small letters."""


class _Folds(dict[int, str]):
    """Fills itself with what each character is searched as: nothing for what cannot be seen, "fi" for a ligature."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        if letter.isspace():
            folded = " "
        elif unicodedata.category(letter) == "Cf":
            folded = ""
        else:
            folded = "".join(_ALIKE.get(part, part) for part in _parts(letter) if not unicodedata.combining(part))
        self[code] = folded
        return folded


def _parts(letter: str) -> str:
    """The parts of a character in small letters; a Korean syllable is one, since others may begin like it."""
    small = letter.casefold()
    return small if "가" <= letter <= "힣" else unicodedata.normalize("NFKD", _ALIKE.get(small, small))


_FOLDS = _Folds()


def folded(words: str) -> str:
    """Words as a search sees them."""
    return words.lower() if words.isascii() else "".join([_FOLDS[ord(letter)] for letter in words])


@lru_cache(maxsize=2)
def _remembered(text: str) -> tuple[str, "array[int] | None"]:
    """A text as a search sees it, with the place in the text of each of its characters; None where nothing moved."""
    if text.isascii():
        return folded(text), None
    pieces = [_FOLDS[ord(letter)] for letter in text]
    return "".join(pieces), array("L", (place for place, piece in enumerate(pieces) for _ in piece))


def find_all(text: str, wanted: str) -> list[tuple[int, int]]:
    """Every place where the wanted words stand, code points, half-open; blanks match any blanks, also line breaks."""
    words = [word for word in folded(wanted).split() if word]
    if not words:
        return []
    seen, origins = _remembered(text)
    found = (match.span() for match in re.finditer(r"\s+".join(map(re.escape, words)), seen))
    if origins is None:
        return list(found)
    # Two halves of one ligature are one place.
    return list(dict.fromkeys((origins[start], _letter_end(text, origins[end - 1])) for start, end in found))


def _letter_end(text: str, at: int) -> int:
    """Where the letter at an offset ends, with the marks over it."""
    end = at + 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end


def nearest(places: list[tuple[int, int]], offset: int) -> int:
    """The index of the first place at or after the offset, or of the first of all when there is none."""
    at = bisect_left(places, (offset, 0))
    return at if at < len(places) else 0
