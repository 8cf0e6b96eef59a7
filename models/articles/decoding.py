"""Bytes become text: by their mark, as strict UTF-8, as they declare themselves, and only then by guess, which is said.

The order is the one that never gives wrong letters silently. Names of encodings are those that web pages use.
"""

import codecs
import re
from dataclasses import dataclass
from itertools import pairwise

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

GUESSED = [
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874"),
    *("iso8859_2", "iso8859_5", "iso8859_7", "koi8_r", "koi8_u", "mac_roman", "cp437", "cp850", "cp866"),
    *("cp932", "euc_jp", "gb18030", "big5", "cp949", "utf_16_le", "utf_16_be"),
]
"""The encodings that texts are found in; guessing among all that exist finds exotic ones by chance."""

WESTERN = re.compile("[àâäáãåæçéèêëíìîïñóòôöõøœúùûüýÿßÀÂÄÁÃÅÆÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØŒÚÙÛÜÝ]")
TYPOGRAPHIC = re.compile("[\x00-\x7f\u00a0‘’‚“”„–—…•€£¥§©®°·«»‹›¿¡½¼¾²³\u00ad×™´±µ]")

SIGN_IN_WORD = re.compile(r"(?<=[^\W\d_])[¹²³¼½¾¿¡±×£¤¥¦§©®°·«»¶µ¬†‡˝˛˘¨¸](?=[^\W\d_])")
"""A sign between two letters, which shows that it should have been a letter too."""

SAMPLE = 200_000
"""Bytes that a guess looks at."""


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
        or _as_declared(data)
        or _nearly_utf8(data)
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
        # Names such as "rot13" or "hex" are codecs too, but not of text.
        decoded = _strictly(data, codec, NAMES.get(codec, label))
    except (LookupError, ValueError):
        return None
    return decoded if decoded and not _is_mess(decoded.text) else None


def _nearly_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken places (a cut in the middle of a letter): kept as such, the places shown and counted."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(1 for letter in text if letter > "\x7f") - broken
    if not broken or whole < 20 * broken:
        return None
    places = "1 place" if broken == 1 else f"{broken} places"
    return Decoded(text, "utf-8", f"{places} of the file could not be read; a � stands there.")


def _by_guess(data: bytes) -> Decoded | None:
    codec = _western(data) or _detected(data)
    if codec is None:
        return None
    decoded = _strictly(data, codec, NAMES.get(codec, _spoken(codec)))
    if decoded is None:
        return None
    said = (
        f"Read as {decoded.encoding}, by guess: the file does not say how its letters are written. Check some of them."
    )
    return Decoded(decoded.text, decoded.encoding, said)


def _western(data: bytes) -> str | None:
    """Windows or old Macintosh letters, if they stand as Western writing has them."""
    for codec in ("cp1252", "mac_roman"):
        decoded = _strictly(data[:SAMPLE], codec, codec)
        if decoded and _reads_western(decoded.text):
            return codec
    return None


def _reads_western(text: str) -> bool:
    """Whether accents stand one at a time among plain letters, large ones begin words, and the rest is punctuation.

    Czech, Greek or Macintosh bytes read as cp1252 give pairs of accents, letters of no language, or "donÕt".
    """
    odd = [at for at, letter in enumerate(text) if letter > "\x7f"]
    accents = [at for at in odd if WESTERN.match(text[at])]
    if _signs_in_words(text):
        return False
    if any(not TYPOGRAPHIC.match(text[at]) and not WESTERN.match(text[at]) for at in odd):
        return False
    strange = sum(1 for one, two in pairwise(accents) if two == one + 1)
    strange += sum(
        1 for at in accents if at and text[at].isupper() and (text[at - 1].islower() or text[at - 1] in ".,!?")
    )
    return strange <= 0.1 * len(accents) and len(accents) <= 0.12 * len(text)


def _detected(data: bytes) -> str | None:
    # Imported here because few files need it.
    from charset_normalizer import from_bytes

    matches = from_bytes(data[:SAMPLE], cp_isolation=GUESSED, enable_fallback=False)
    # The first guess for Polish is often cp1252, which gives "wzrosn¹ p³ace": signs where letters must be.
    return next((match.encoding for match in matches if not _signs_in_words(str(match))), None)


def _signs_in_words(text: str) -> bool:
    """Whether words hold signs more often than by chance."""
    return len(SIGN_IN_WORD.findall(text)) > 0.02 * sum(1 for letter in text if letter > "\x7f")


def _is_mess(text: str) -> bool:
    from charset_normalizer.md import mess_ratio

    return any("\x80" <= letter <= "\x9f" for letter in text) or mess_ratio(text[:SAMPLE], 0.3) >= 0.3


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
