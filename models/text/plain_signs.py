"""Reduce the kinds of blank, hyphen, digit and the like to one each, as the rules of reading expect."""

import re
import unicodedata

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\t\n\v\f\r\x85\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a", " "),
        **dict.fromkeys("\u2028\u2029\u202f\u205f\u3000", " "),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-"),
        **dict.fromkeys("\u2018\u2019\u02bc", "'"),
        **dict.fromkeys("\u223c\uff5e\u2245\u2243", "~"),
        "\u2a7e": "≥",
        "\u2a7d": "≤",
        "\u2044": "/",
        "\uff05": "%",
        "\u066a": "%",
        "\uff04": "$",
        "\uffe1": "£",
        "\uff0e": ".",
        "\uff0c": ",",
        "\u066b": ".",
        "\u066c": ",",
    }
)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_OTHER_DIGIT = re.compile(r"[^\x00-\x7f\D]")


def plain_signs(text: str) -> str:
    """Return the text with one kind of digit, blank, hyphen, apostrophe and tilde; every offset stays the same."""
    text = text.translate(_PLAIN)
    return text if text.isascii() else _OTHER_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), text)


def is_invisible(character: str) -> bool:
    """Return whether a character is not seen itself, such as a soft hyphen or a mark of direction."""
    return _INVISIBLE.match(character) is not None


def visible(text: str) -> tuple[str, list[int] | None]:
    """Return the text without invisible characters, and the offset of each character that is left; None if all are
    left.
    """
    if text.isascii() or _INVISIBLE.search(text) is None:
        return text, None
    places = [at for at, letter in enumerate(text) if not _INVISIBLE.match(letter)]
    return "".join(text[at] for at in places), [*places, len(text)]
