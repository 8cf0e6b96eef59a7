"""The tokens of a Rich Text file: braces, control words with their numbers, bytes of text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])"
    rb"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\"
)


@dataclass(frozen=True, slots=True)
class Token:
    """One token: a `word` with its `number` or none, or bytes of text; `is_hex` for a byte that is written in hex."""

    word: str
    number: int | None = None
    text: bytes = b""
    is_hex: bool = False


def tokens_of(data: bytes) -> Iterator[Token]:
    """Yield the tokens in order; signs and braces are words too. Binary data is passed over."""
    at = 0
    while match := TOKEN.match(data, at):
        at = match.end()
        if match["text"] is not None:
            yield Token("", text=match["text"])
        elif match["hex"] is not None:
            yield Token("", text=bytes.fromhex(match["hex"].decode("ascii")), is_hex=True)
        elif match["word"] is not None:
            word, number = match["word"].decode("ascii"), match["number"]
            if word == "bin" and number is not None:
                at += max(0, int(number))
            yield Token(word, int(number) if number is not None else None)
        elif (sign := match["brace"] or match["sign"]) is not None:
            # An escaped brace is a sign, and one alone begins or ends a group.
            yield Token(sign.decode("latin-1") if match["brace"] or sign not in b"{}" else f"\\{sign.decode()}")
