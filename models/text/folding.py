"""Text as it is compared: one notion of "the same words" for every filter, search and name.

Two strengths, each for a purpose:

* `folded` is for finding: capitals, accents, ligatures, kinds of quotation mark and invisible characters do not
  matter, so that `cafe` finds "Café". `folded_words` sets punctuation aside as well, for names.
* `spelling` is for telling whether two names are the same name: accents matter, capitals and apostrophes do not.
"""

import unicodedata
from array import array
from collections.abc import Sequence
from functools import lru_cache

_ALIKE = {
    **dict.fromkeys("‘’‚‛′ʼ`´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict(zip("øđðłħŧıæœþ⁄", ("o", "d", "d", "l", "h", "t", "i", "ae", "oe", "th", "/"), strict=True)),
}
"""Characters that are treated as others although Unicode does not decompose them; in lower case."""

PIECE = 100_000
"""Code points that are folded at a time: some milliseconds."""


class _Folds(dict[int, str]):
    """Map each code point to its folded form: "" if it is invisible, "fi" for a ligature. Fills itself."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if character.isspace():
            folded = " "
        elif unicodedata.category(character) == "Cf":
            folded = ""
        else:
            kept = (_ALIKE.get(part, part) for part in _parts(character) if not unicodedata.combining(part))
            folded = unicodedata.normalize("NFC", "".join(kept))  # a Korean syllable is one character again
        self[code] = folded
        return folded


def _parts(character: str) -> str:
    """Decompose a character, in lower case."""
    small = character.casefold()
    return unicodedata.normalize("NFKD", _ALIKE.get(small, small)).casefold()


_FOLDS = _Folds()


def folded(text: str) -> str:
    """Return the text as a search compares it; it may be shorter or longer. White space becomes blanks."""
    if text.isascii():
        return text.translate(_BLANKS).lower()
    return unicodedata.normalize("NFC", text).translate(_FOLDS)


_BLANKS = str.maketrans("\t\n\v\f\r\x1c\x1d\x1e\x1f", " " * 9)


def folded_as_stored(text: str) -> str:
    """Return the folded text of `folded_with_offsets` without the offsets, which take most of its time.

    A long text is folded in pieces, between which other threads can run.
    """
    if text.isascii():
        return folded(text)
    pieces = (text[start : start + PIECE] for start in range(0, len(text), PIECE))
    return "".join(piece.translate(_FOLDS) for piece in pieces)


def folded_with_offsets(text: str) -> tuple[str, Sequence[int]]:
    """Return the folded text, and for each of its characters the offset in `text`, followed by the length of `text`.

    The text is taken as it is stored; `folded` composes Korean syllables first. A long text is folded in pieces, too.
    """
    if text.isascii():
        return folded(text), range(len(text) + 1)
    seen, offsets = list[str](), array("L")
    for start in range(0, len(text), PIECE):
        folds = [_FOLDS[ord(character)] for character in text[start : start + PIECE]]
        seen.append("".join(folds))
        offsets.extend(offset for offset, fold in enumerate(folds, start) for _ in fold)
    offsets.append(len(text))
    return "".join(seen), offsets


@lru_cache(maxsize=65_536)
def folded_words(name: str) -> str:
    """Return the folded letters and digits of a name, with single blanks: "J. Smith-Hall" is "j smith hall"."""
    return " ".join("".join(c if c.isalnum() else " " for c in folded(name)).split())


def folded_words_with_offsets(text: str) -> tuple[str, list[int]]:
    """Return the folded words of a text, and for each character the offset in `text`, followed by its length."""
    characters: list[str] = []
    offsets: list[int] = []
    for character, offset in zip(*folded_with_offsets(text), strict=False):
        word_character = character if character.isalnum() else " "
        if word_character != " " or (characters and characters[-1] != " "):
            characters.append(word_character)
            offsets.append(offset)
    return "".join(characters), [*offsets, len(text)]


def spelling(name: str) -> str:
    """Return what two spellings of one name have in common; blanks, case and the kind of apostrophe do not matter."""
    return " ".join(unicodedata.normalize("NFC", name).replace("’", "'").split()).casefold()
