"""The encoding of a file that is too large to be decoded as a whole, and its lines as text."""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from io import TextIOWrapper

from models.articles.decoding import Decoded, codec_of
from models.articles.input_file import InputFile
from models.articles.refusals import refuse
from models.translation import _

SAMPLE = 2**20
"""Bytes from which an encoding other than UTF-8 is recognised."""

PIECE = 2**20


@dataclass(frozen=True, slots=True)
class Encoded:
    """How the bytes of a file are text: a codec of Python, and a sentence for people if that is not certain."""

    codec: str
    warning: str | None = None


def encoding_of(file: InputFile) -> Encoded:
    """Return the encoding of a file. Raises UnreadableArticle if it is no text."""
    sample = next(file.pieces(SAMPLE), b"")
    if file.how.encoding:
        file.decoded(sample)  # refuses what is no text
        return Encoded(codec_of(file.how.encoding) or "utf-8")
    found = file.decoded(_whole_lines(sample))
    if found.encoding != "utf-8":
        return _encoded(found)
    broken = _first_broken(file)
    if broken is None:
        return Encoded("utf-8-sig")
    around = file.decoded(_whole_lines(_from(file, max(0, broken - SAMPLE // 2))))
    return _encoded(around)


def _encoded(found: Decoded) -> Encoded:
    if found.encoding.startswith(("utf-16", "utf-32")):
        return Encoded(found.encoding)
    codec = codec_of(found.encoding)
    if found.encoding == "utf-8" or codec is None:  # with marks where bytes are broken, which each row tells itself
        return Encoded("utf-8-sig")
    return Encoded(codec, found.warning)


def _whole_lines(data: bytes) -> bytes:
    """Return bytes without the last line, which may be cut in a character."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in data[:64]:
        return data[: len(data) - len(data) % 4]
    return data[: data.rfind(b"\n") + 1] or data if len(data) == SAMPLE else data


def _first_broken(file: InputFile) -> int | None:
    """Return where a file is not UTF-8, in bytes; None if all of it is."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    at = 0
    for piece in file.pieces(PIECE):
        file.pause()
        try:
            decoder.decode(piece)
        except UnicodeDecodeError as error:
            return at + error.start
        at += len(piece)
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return max(0, at - 4)
    return None


def _from(file: InputFile, start: int) -> bytes:
    """Return a piece of a file from the first line on that begins after a place in bytes."""
    with file.explained(), file.opened() as opened:
        opened.seek(start)
        if start:
            opened.readline(SAMPLE)
        return opened.read(SAMPLE)


def text_lines(file: InputFile, encoded: Encoded, most: int) -> Iterator[str]:
    """Yield the lines of a file with their ends as they are. Raises UnreadableArticle for one of more than `most`."""
    with file.explained(), TextIOWrapper(file.opened(), encoded.codec, errors="replace", newline="") as text:
        while line := text.readline(most + 1):
            if len(line) > most:
                what = _("A line of “{name}” has more than {millions} million characters, too many for an article.")
                raise refuse(file.path, what, _("Save the table again."), millions=most >> 20)
            yield line
