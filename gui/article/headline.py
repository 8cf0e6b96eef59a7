"""Find an article's title in its text."""

from collections.abc import Container

from gui.article.line_index import LineIndex


def headline_of(text: str, lines: LineIndex, title: str, skipped: Container[int]) -> int | None:
    """Return the number of the first line that is the title, or None; lines whose numbers are skipped do not count."""
    at = text.find(title) if title else -1
    while at >= 0:
        number = lines.at(at)
        start, end = lines.bounds(number)
        if number not in skipped and text[start:end].strip() == title:
            return number
        at = text.find(title, end)
    return None


def begins_shortened(text: str, title: str) -> bool:
    """Return whether a title that ends with "…" is the beginning of words in the text."""
    shortened = title.removesuffix(" …")
    return shortened != title and shortened in text
