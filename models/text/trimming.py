"""Adjust a selection by hand to a range worth recording: whole words without blanks at the ends.

Both functions examine only the surroundings of the two ends, so they take no longer in a long article.
"""

import unicodedata

from models.text.plain_signs import is_invisible

INVISIBLE = (
    "\u200b\u2060\ufeff\u200e\u200f\u2061\u2062\u2063\u2064\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
"""Characters without width that Python does not count as blanks: they are left out at the ends, and kept in a word."""

APOSTROPHES_HYPHENS = "'’ʼ-‐‑"
BETWEEN_DIGITS = ".,:/٫٬'’\u00a0\u202f\u2009"
SIGNS_AFTER = "%‰°"
"""Signs, such as those of currencies, that form one word with the figure next to them: 32 without its % is another
number.
"""
UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN", "BOPOMOFO", "YI ")
"""Scripts that do not separate words by blanks: in these, a character is the smallest unit to select."""

LONGEST_WORD = 128
"""Code points. Anything longer, such as an address or an encoded picture, is not a word and is left as selected."""


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Remove the blanks at both ends of a range; a range of blanks becomes an empty one at its start."""
    first, last = start, end
    while first < last and _is_blank(text[first]) and not (first + 1 < last and _extends(text[first + 1])):
        first += 1
    while last > first and _is_blank(text[last - 1]):
        last -= 1
    return (first, last) if first < last else (start, start)


def snap(text: str, start: int, end: int) -> tuple[int, int]:
    """Trim a range and extend it until it cuts no word and no character made of several code points.

    Punctuation marks stay if they were selected, and are not added otherwise; the sign of a figure is added.
    """
    start, end = trim(text, start, end)
    if start == end:
        return start, end
    while (grown := (_word_start(text, _letter_start(text, start)), _word_end(text, _letter_end(text, end)))) != (
        start,
        end,
    ):
        start, end = grown
    return trim(text, start, end)


def _is_blank(letter: str) -> bool:
    return letter.isspace() or letter in INVISIBLE


def _extends(letter: str) -> bool:
    """Return whether a code point belongs to the one before it on the screen (a mark, a joiner, a skin tone)."""
    return letter > "\x7f" and (
        unicodedata.category(letter) in ("Mn", "Me", "Mc") or letter in "\u200c\u200d" or "🏻" <= letter <= "🏿"
    )


def _word_start(text: str, at: int) -> int:
    """Return where the word around `at` begins, or `at` itself if no word is cut there."""
    place = at
    while _inside_word(text, place):
        place -= 1
        if at - place > LONGEST_WORD:
            return at
    return place


def _word_end(text: str, at: int) -> int:
    place = at
    while _inside_word(text, place):
        place += 1
        if place - at > LONGEST_WORD:
            return at
    return place


def _inside_word(text: str, at: int) -> bool:
    """Return whether a cut before text[at] would split a word."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if before.isdigit() and (after in SIGNS_AFTER or _is_currency(after)):
        return True
    if _is_currency(before) and after.isdigit():
        return True
    if before.isalpha() and _is_currency(after) and text[at + 1 : at + 2].isdigit():  # US$40
        return True
    if _in_word(before) and _in_word(after):
        return not (_stands_alone(before) or _stands_alone(after))
    return _joined(text, at) or _joined(text, at - 1)


def _joined(text: str, at: int) -> bool:
    """Return whether text[at] joins both sides into one word: don't, mine-resistant, 2,000, U.S, R&D."""
    if not 0 < at < len(text) - 1:
        return False
    mark, left, right = text[at], text[at - 1], text[at + 1]
    if left.isdigit() and right.isdigit() and mark in BETWEEN_DIGITS:
        return not mark.isspace() or text[at + 1 : at + 4].isdigit()
    if not (_in_word(left) and _in_word(right)) or _stands_alone(left) or _stands_alone(right):
        return False
    if mark == ".":
        return left.isupper() and right.isalpha() and (at < 2 or not _in_word(text[at - 2]))
    return mark in APOSTROPHES_HYPHENS or mark == "&"


def _is_currency(letter: str) -> bool:
    return not letter.isalnum() and unicodedata.category(letter) == "Sc"


def _in_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_" or (letter > "\x7f" and (_extends(letter) or is_invisible(letter)))


def _stands_alone(letter: str) -> bool:
    return letter > "\u0dff" and unicodedata.name(letter, "").startswith(UNSPACED)


def _letter_start(text: str, at: int) -> int:
    return _letter_around(text, at)[0]


def _letter_end(text: str, at: int) -> int:
    return _letter_around(text, at)[1]


def _letter_around(text: str, at: int) -> tuple[int, int]:
    """Return the bounds of the grapheme cluster that a cut before text[at] would split, or (at, at)."""
    if not 0 < at < len(text) or (text[at] < "\u0300" and text[at - 1] < "\u0300"):
        return at, at
    first = next((place for place in range(at - 1, max(-1, at - LONGEST_WORD), -1) if _begins_letter(text[place])), 0)
    if at - first >= LONGEST_WORD:
        return at, at

    from models.text.expressions import clusters

    for start, end in clusters(text, first, at + LONGEST_WORD):
        if end >= at:
            return (start, end) if end > at else (at, at)
    return at, at


def _begins_letter(letter: str) -> bool:
    """Return whether a grapheme cluster certainly begins with this code point, so that splitting may begin there."""
    return letter < "\u0300" or "\u3040" <= letter <= "\u9fff"
