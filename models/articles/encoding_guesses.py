"""Guess the encoding of bytes that do not declare it, from the order of characters in real writing."""

import re
from itertools import pairwise

from charset_normalizer import from_bytes
from charset_normalizer.md import mess_ratio

GUESSED = [
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874"),
    *("iso8859_2", "iso8859_5", "iso8859_7", "koi8_r", "koi8_u", "mac_roman", "cp437", "cp850", "cp866"),
    *("cp932", "euc_jp", "gb18030", "big5", "cp949", "utf_16_le", "utf_16_be"),
]
"""The encodings in which texts are found; a guess among all that exist finds exotic ones by chance."""

WESTERN = re.compile("[àâäáãåæçéèêëíìîïñóòôöõøœúùûüýÿßÀÂÄÁÃÅÆÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØŒÚÙÛÜÝ]")
TYPOGRAPHIC = re.compile("[\x00-\x7f\u00a0‘’‚“”„–—…•€£¥§©®°·«»‹›¿¡½¼¾²³\u00ad×™´±µ]")

SIGN_IN_WORD = re.compile(
    r"(?<=[^\W\d_])[‚„”“•‰‹›ˆ™¹²³¼½¾¿¡±×£¤¥¦§©®°·«»¶µ¬†‡˝˛˘¨¸](?=[^\W\d_])|(?<=[^\W\d_])[‚„](?=\s)|œ(?=\d)"
)
"""A sign between two letters that should be a letter too; é and £ of DOS are ‚ and œ in windows-1252."""

SAMPLE = 200_000
"""Bytes that a guess is based on."""


def guess(data: bytes) -> str | None:
    """Return the codec in which bytes are most likely written, or None if they are not text in any."""
    # Windows and old Macintosh encodings come first: most news is in them, and short texts show little else.
    for codec in ("cp1252", "mac_roman"):
        try:
            if reads_western(data[:SAMPLE].decode(codec)):
                return codec
        except UnicodeDecodeError:
            continue
    return _detected(data)


def reads_western(text: str) -> bool:
    """Return whether accents are single among plain letters, capitals begin words, and the rest is punctuation.

    Czech, Greek or Macintosh bytes read as windows-1252 give pairs of accents, letters of no language, or "donÕt".
    """
    odd = [at for at, letter in enumerate(text) if letter > "\x7f"]
    accents = [at for at in odd if WESTERN.match(text[at])]
    if _signs_in_words(text):
        return False
    if any(not TYPOGRAPHIC.match(text[at]) and not WESTERN.match(text[at]) for at in odd):
        return False
    # The same one twice is Dutch: "één".
    strange = sum(1 for one, two in pairwise(accents) if two == one + 1 and text[one].lower() != text[two].lower())
    strange += sum(
        1 for at in accents if at and text[at].isupper() and (text[at - 1].islower() or text[at - 1] in ".,!?")
    )
    return strange <= 0.1 * len(accents) and len(accents) <= 0.2 * len(text)


def _detected(data: bytes) -> str | None:
    # The encoding that the bytes declare has been tried already and has no preference here.
    matches = from_bytes(data[:SAMPLE], cp_isolation=GUESSED, enable_fallback=False, preemptive_behaviour=False)
    # The first guess for Polish is often cp1252, which gives "wzrosn¹ p³ace": signs in place of letters.
    fitting = (match for match in matches if not _signs_in_words(str(match)))
    best = next(fitting, None) or matches.best()
    return best.encoding if best else None


def _signs_in_words(text: str) -> bool:
    """Return whether words contain signs more often than by chance."""
    return len(SIGN_IN_WORD.findall(text)) > 0.02 * sum(1 for letter in text if letter > "\x7f")


def is_mess(text: str) -> bool:
    """Return whether decoded characters are not writing in any language."""
    return any("\x80" <= letter <= "\x9f" for letter in text) or mess_ratio(text[:SAMPLE], 0.3) >= 0.3
