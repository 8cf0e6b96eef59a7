"""Bytes become text: by their mark, as strict UTF-8, as they declare themselves, and only then by guess, which is said.

The order is the one that never gives wrong letters silently. Names of encodings are those that web pages use.
"""

import codecs
import re
from dataclasses import dataclass

from models.articles.guessing import SAMPLE, guess, is_mess, reads_western

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
"""The mark, the codec that takes it off, the name. UTF-32 before UTF-16, whose mark is the beginning of its own."""

DECLARATION = re.compile(
    rb"""<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.:-]+)|<meta[^>]{0,500}?charset\s*=\s*["']?\s*([\w.:-]+)""",
    re.IGNORECASE,
)

MEANT = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "windows-1252": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "windows-949": "cp949",
    "big5": "big5hkscs",
}
"""What pages mean by a name, where that is more than the name says (WHATWG Encoding Standard)."""

NAMES = {"cp932": "shift_jis", "cp949": "euc-kr", "big5hkscs": "big5", "cp874": "windows-874"}

NO_DECLARATION = ("utf", "unicode", "raw_unicode", "idna", "punycode", "undefined", "mbcs", "oem")
"""Codecs that a page cannot mean: it was no UTF-8, UTF-16 shows by its zeros, the rest are not for text at all."""

WESTERN_CODECS = ("cp1252", "iso8859-1", "iso8859-15", "mac-roman")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the encoding it was read by; `warning` is a sentence for a person where that is not certain."""

    text: str
    encoding: str
    warning: str | None = None


def decode(data: bytes) -> Decoded | None:
    """Read bytes as text; None when no encoding makes text of them."""
    return (
        _by_mark(data)
        or _by_pattern(data)
        or _as_utf8(data)
        or _as_utf8_in_halves(data)
        or _nearly_utf8(data)
        or _as_declared(data)
        or _by_guess(data)
    )


def _by_mark(data: bytes) -> Decoded | None:
    for mark, codec, name in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            # A mark that lies is no mark: a file may begin with these bytes by chance.
            return _strictly(data, codec, name)
    return None


def _by_pattern(data: bytes) -> Decoded | None:
    """UTF-16 without a mark shows by zeros in every other byte, ISO-2022-JP by its escapes; both pass for UTF-8."""
    if b"\x1b$" in data:
        return _strictly(data, "iso2022_jp", "iso-2022-jp")
    head = data[:SAMPLE]
    for codec, zeros, letters in (("utf-16-le", head[1::2], head[::2]), ("utf-16-be", head[::2], head[1::2])):
        if zeros.count(0) > 0.4 * len(zeros) and letters.count(0) < 0.05 * len(letters) + 1:
            return _strictly(data, codec, codec)
    return None


def _as_utf8(data: bytes) -> Decoded | None:
    return _strictly(data, "utf-8", "utf-8")


def _as_declared(data: bytes) -> Decoded | None:
    """What the page says of itself, unless the letters that come of it are no writing."""
    match = DECLARATION.search(data[:4096])
    if not match:
        return None
    label = (match[1] or match[2]).decode("ascii", "ignore").lower()
    try:
        codec = codecs.lookup(MEANT.get(label, label)).name
    except (LookupError, ValueError):
        return None
    if codec.startswith(NO_DECLARATION):
        return None
    try:
        decoded = _strictly(data, codec, NAMES.get(codec, label))
    except LookupError:
        # "rot13" and "hex" are codecs too, but not of text.
        return None
    # Western encodings make letters of any bytes: whether these are Western letters is seen by where they stand.
    lies = decoded and (is_mess(decoded.text) or (codec in WESTERN_CODECS and not reads_western(decoded.text)))
    return None if lies else decoded


def _as_utf8_in_halves(data: bytes) -> Decoded | None:
    """UTF-8 as some databases write it (CESU-8): an emoji in two halves, each written like a letter."""
    if b"\xed" not in data:
        return None
    try:
        halves = data.decode("utf-8", "surrogatepass")
        return Decoded(halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le"), "cesu-8")
    except UnicodeDecodeError:
        return None


def _nearly_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken places (a stray byte, a cut in a letter): kept as such, the places shown and counted.

    Letters of several bytes hardly ever come right by chance, so a few of them tell more than a broken one.
    """
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(1 for letter in text if letter > "\x7f") - broken
    if not broken or whole < (1 if text.endswith("\ufffd") else 3) * broken:
        return None
    places = "1 place" if broken == 1 else f"{broken} places"
    return Decoded(text, "utf-8", f"{places} of the file could not be read; each is shown as �.")


def _by_guess(data: bytes) -> Decoded | None:
    codec = guess(data)
    if codec is None:
        return None
    decoded = _strictly(data, codec, NAMES.get(codec, _spoken(codec)))
    if decoded is None:
        return None
    guessed = f"Read as {decoded.encoding}, a guess: the file does not name its encoding. Check accented letters."
    return Decoded(decoded.text, decoded.encoding, guessed)


def _strictly(data: bytes, codec: str, name: str) -> Decoded | None:
    try:
        return Decoded(data.decode(codec), name)
    except UnicodeDecodeError:
        return None


def _spoken(codec: str) -> str:
    """The name of a codec as pages write it: windows-1250, iso-8859-2, koi8-r."""
    if match := re.fullmatch(r"cp(125\d)", codec):
        return f"windows-{match[1]}"
    return codec.replace("iso8859", "iso-8859").replace("_", "-")
