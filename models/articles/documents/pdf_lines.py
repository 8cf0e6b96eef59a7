"""The lines of the pages of a PDF, with their places: what PDFium says of the characters."""

from collections.abc import Iterator
from ctypes import byref, c_int, create_string_buffer
from dataclasses import dataclass

from pypdfium2 import PdfPage, PdfTextPage
from pypdfium2.raw import FS_RECTF, FPDFText_GetFontInfo, FPDFText_GetFontWeight, FPDFText_GetLooseCharBox

BOLD_WEIGHT = 600
LONGEST_NAME = 100
BOLD_NAMES = (b"bold", b"black", b"heavy", b"demi")
DIVIDED = "\ufffe"
"""What PDFium writes for a hyphen at the end of a line, which it joins with the next."""


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line of a page: its text and place in points, from the left and the bottom of the page.

    Where words are divided, PDFium joins two lines: `top` is the base of the first, `base` that of the last. `size` is
    the height of its characters.
    """

    text: str
    page: int
    left: float
    right: float
    top: float
    base: float
    size: float
    bold: bool


def lines_of(page: PdfPage, number: int) -> list[PdfLine]:
    """Return the lines of a page that are not blank, in the order of its content."""
    text_page = page.get_textpage()
    try:
        return list(_lines(text_page, number))
    finally:
        text_page.close()


def _lines(page: PdfTextPage, number: int) -> Iterator[PdfLine]:
    at = 0
    for line in page.get_text_range().split("\n"):
        words = line.strip()
        if words:
            start = at + line.index(words)
            first, last = _box(page, start), _box(page, start + len(words) - 1)
            yield PdfLine(
                text=words,
                page=number,
                left=first.left,
                right=last.right,
                top=first.bottom,
                base=last.bottom,
                size=max(first.top - first.bottom, 0.1),
                bold=_is_bold(page, start) and _is_bold(page, start + len(words) - 1),
            )
        at += len(line) + 1


def _box(page: PdfTextPage, index: int) -> FS_RECTF:
    box = FS_RECTF()
    FPDFText_GetLooseCharBox(page, index, byref(box))
    return box


def _is_bold(page: PdfTextPage, index: int) -> bool:
    name, flags = create_string_buffer(LONGEST_NAME), c_int()
    FPDFText_GetFontInfo(page, index, name, LONGEST_NAME, byref(flags))
    is_named = any(part in name.value.lower() for part in BOLD_NAMES)
    return is_named or int(FPDFText_GetFontWeight(page, index)) >= BOLD_WEIGHT
