"""Words and phrases as regular expressions over levelled text, the common ground of all rules of reading."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property

_ALIKE = str.maketrans(
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


def levelled(text: str) -> str:
    """Return the text with one sort of digit, blank, hyphen, apostrophe and tilde; offsets stay as they are."""
    text = text.translate(_ALIKE)
    return text if text.isascii() else _OTHER_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), text)


def visible(text: str) -> tuple[str, list[int] | None]:
    """Return the text without invisible signs, and where each letter was; None where nothing was left out."""
    if text.isascii() or _INVISIBLE.search(text) is None:
        return text, None
    places = [at for at, letter in enumerate(text) if not _INVISIBLE.match(letter)]
    return "".join(text[at] for at in places), [*places, len(text)]


def any_of(phrases: Iterable[str]) -> str:
    """Return an expression for the longest of these phrases; one blank in a phrase stands for any blanks."""
    longest_first = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(re.escape(phrase).replace(r"\ ", " +") for phrase in longest_first) + ")"


def whole(expression: str) -> str:
    """Return the expression with no letter or digit directly before or after it."""
    return rf"(?<!\w){expression}(?!\w)"


class Rule:
    """A regular expression that is compiled when it is first used, so that opening the window waits for none."""

    def __init__(self, source: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self.source, self.flags = source, flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.source, self.flags)

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Match at exactly this offset; `end` ends the text for the rule."""
        return self._compiled.match(text, start, len(text) if end is None else end)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Find the first match between two offsets; `end` ends the text for the rule."""
        return self._compiled.search(text, start, len(text) if end is None else end)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Find all matches between two offsets, in order."""
        return self._compiled.finditer(text, start, len(text) if end is None else end)

    def findall(self, text: str, start: int, end: int) -> list[str]:
        """Return the letters of all matches between two offsets, in order."""
        return self._compiled.findall(text, start, end)

    def sub(self, replacement: str, text: str) -> str:
        """Replace every match."""
        return self._compiled.sub(replacement, text)
