"""Decode bytes into text: by their byte order mark, as strict UTF-8, by the encoding they declare, and last by a guess.

In this order no character is ever wrong without a warning. Encodings have the names of the WHATWG Encoding Standard.
"""

import codecs
import re
from dataclasses import dataclass

from webencodings import LABELS, lookup

from models.articles.encoding_guesses import SAMPLE, guess, is_mess, reads_western
from models.translation import _, counted

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
"""The mark, the codec that removes it, and the name. UTF-32 comes before UTF-16, whose mark begins
like that of UTF-32.
"""

DECLARATION = re.compile(
    rb"""<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.:-]+)|<meta[^>]{0,500}?charset\s*=\s*["']?\s*([\w.:-]+)""",
    re.IGNORECASE,
)

NAMES = {codec.name: name for name in LABELS.values() if (codec := lookup(name).codec_info)}
"""The name of an encoding by the Python codec that decodes it; encodings that a page cannot declare are missing."""

WESTERN = {"windows-1252", "iso-8859-15", "macintosh"}


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the name of its encoding; `warning` is a sentence for people if the encoding is not certain."""

    text: str
    encoding: str
    warning: str | None = None


def decode(data: bytes) -> Decoded | None:
    """Return bytes as text, or None if they are not text in any encoding."""
    return (
        _by_mark(data)
        or _by_pattern(data)
        or _as_utf8(data)
        or _as_cesu8(data)
        or _nearly_utf8(data)
        or _as_declared(data)
        or _by_guess(data)
    )


def decode_as(data: bytes, encoding: str) -> Decoded | None:
    """Return bytes as text in an encoding that the coder chose, or None if there is no such encoding.

    Bytes that are not in it are shown as � and counted in the warning.
    """
    found, codec = lookup(encoding), codec_of(encoding)
    if found is None or codec is None:
        return None
    text = data.decode(codec, "replace").removeprefix("\ufeff")
    broken = text.count("\ufffd")
    return Decoded(text, found.name, _broken(broken) if broken else None)


def codec_of(encoding: str) -> str | None:
    """Return the codec of Python for an encoding that pages can declare, or None if there is none."""
    found = lookup(encoding)
    # The standard decodes GBK as the larger GB 18030.
    return None if found is None else "gb18030" if found.name == "gbk" else str(found.codec_info.name)


def _broken(count: int) -> str:
    return counted(
        "{count:,} place in the file could not be read; it is shown as �.",
        "{count:,} places in the file could not be read; each is shown as �.",
        count,
    )


def _by_mark(data: bytes) -> Decoded | None:
    for mark, codec, name in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            # None if the rest does not fit: a file may begin with these bytes by chance.
            return _strictly(data, codec, name)
    return None


def _by_pattern(data: bytes) -> Decoded | None:
    """Recognise UTF-16 by zeros in every other byte and ISO-2022-JP by its escapes; both are valid UTF-8 too."""
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
    """Read a page in the encoding that it declares, unless the result is not writing."""
    match = DECLARATION.search(data[:4096])
    encoding = lookup((match[1] or match[2]).decode("ascii")) if match else None
    # These bytes are not UTF-8, and UTF-16 has already been recognised by its zeros.
    if encoding is None or encoding.name.startswith("utf"):
        return None
    # The standard decodes GBK as the larger GB 18030.
    codec = "gb18030" if encoding.name == "gbk" else encoding.codec_info.name
    decoded = _strictly(data, codec, encoding.name)
    # Western encodings accept any bytes; the order of the accents shows whether the characters are right.
    is_wrong = decoded and (is_mess(decoded.text) or (encoding.name in WESTERN and not reads_western(decoded.text)))
    return None if is_wrong else decoded


def _as_cesu8(data: bytes) -> Decoded | None:
    """Read UTF-8 as some databases write it: an emoji as two surrogates, each encoded like a character."""
    if b"\xed" not in data:
        return None
    try:
        halves = data.decode("utf-8", "surrogatepass")
        return Decoded(halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le"), "cesu-8")
    except UnicodeDecodeError:
        return None


def _nearly_utf8(data: bytes) -> Decoded | None:
    """Read UTF-8 with a few broken places, such as a stray byte; these are shown as � and counted.

    Characters of several bytes are hardly ever valid by chance, so a few of them outweigh a broken one.
    """
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(1 for character in text if character > "\x7f") - broken
    if not broken or whole < (1 if text.endswith("\ufffd") else 3) * broken:
        return None
    return Decoded(text, "utf-8", _broken(broken))


def _by_guess(data: bytes) -> Decoded | None:
    codec = guess(data)
    if codec is None:
        return None
    name = NAMES.get(codecs.lookup(codec).name, codec)
    decoded = _strictly(data, codec, name)
    if decoded is None:
        return None
    return Decoded(decoded.text, name, guess_warning(name))


def guess_warning(encoding: str) -> str:
    """Return the warning that an encoding is a guess."""
    return _(
        "Read as {encoding}. That is a guess, since the file does not name its encoding: check accented letters."
    ).format(encoding=encoding)


def _strictly(data: bytes, codec: str, name: str) -> Decoded | None:
    try:
        return Decoded(data.decode(codec), name)
    except UnicodeDecodeError:
        return None
