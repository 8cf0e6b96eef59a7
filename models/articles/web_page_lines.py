"""The lines of an article as trafilatura extracts it from a page; tabs separate the cells of a table."""

import re
from collections.abc import Iterator

from lxml.etree import _Element

BLOCKS = {"p", "head", "item", "list", "quote", "table", "div", "lb"}
BLANKS = re.compile(r"[ \t\n\r\f]+")


def extracted_lines(body: _Element) -> list[str]:
    """Return every paragraph, heading, item and row as a line, in order, without blank ones."""
    lines = [body.text or ""]
    for piece in (piece for child in body for piece in (None, *_pieces(child), None, _plain(child.tail))):
        if piece is None:
            lines.append("")
        else:
            lines[-1] += piece
    stripped = (re.sub(r" ?\t ?", "\t", line).strip(" \t") for line in lines)
    return [line for line in stripped if line.strip()]


def _pieces(element: _Element) -> Iterator[str | None]:
    """Return the words of an element, with None where a line ends."""
    if element.tag == "row":
        yield None
        yield "\t".join(BLANKS.sub(" ", " ".join(cell.itertext())).strip() for cell in element)
        yield None
        return
    if element.tag in BLOCKS:
        yield None
    yield _plain(element.text)
    for child in element:
        yield from _pieces(child)
        yield _plain(child.tail)
    if element.tag in BLOCKS:
        yield None


def _plain(words: str | None) -> str:
    return BLANKS.sub(" ", words or "")
