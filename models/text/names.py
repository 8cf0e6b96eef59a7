"""Names compared as people compare them: without regard to case, accents and the dots of initials."""

import unicodedata
from functools import lru_cache

from models.text.phrases import Rule

_NO_WORD = Rule(r"[\W_]+")


@lru_cache(maxsize=65_536)
def folded(name: str) -> str:
    """Return the name in lower case without accents, with one blank between words."""
    return _NO_WORD.sub(" ", _bare(name)).strip()


def _bare(text: str) -> str:
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def folded_with_offsets(text: str) -> tuple[str, list[int]]:
    """Return the text folded letter by letter, and for each letter of it the offset in the text it came from.

    Every run of what is no letter or digit becomes one blank; the offsets have one more entry, the end of the text.
    """
    letters: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        for part in _bare(character):
            letter = part if part.isalnum() else " "
            if letter != " " or (letters and letters[-1] != " "):
                letters.append(letter)
                offsets.append(offset)
    return "".join(letters), [*offsets, len(text)]
