"""The articles of both: pages of our own making, and where highlights are in the long one."""

from pathlib import Path

SENTENCE = "Speaker {number} said that {number} berths and 31 permits were lost in the old harbour."
PARAGRAPHS = 12


def article(number: int, sentences: int = 70) -> list[str]:
    """Return the paragraphs of an article; 70 sentences are about 6 kB."""
    lines = [SENTENCE.format(number=1000 + number * 7 + each) for each in range(sentences)]
    size = max(len(lines) // PARAGRAPHS, 1)
    return [f"Harbour {number}", *(" ".join(lines[at : at + size]) for at in range(0, len(lines), size))]


def write_page(folder: Path, number: int, sentences: int = 70) -> Path:
    """Write an article as a page and return its path."""
    title, *paragraphs = article(number, sentences)
    body = "".join(f"<p>{each}</p>\n" for each in paragraphs)
    path = folder / f"harbour-{number}.html"
    page = f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>\n{body}</article></body></html>"
    path.write_text(page, encoding="utf-8")
    return path


def highlights(text: str, count: int) -> list[tuple[int, int]]:
    """Return a range for each of so many sentences of a text that begin with "Speaker": its words after "that"."""
    found, at = list[tuple[int, int]](), 0
    while len(found) < count:
        start = text.index(" said that ", at) + len(" said that ")
        at = text.index(".", start)
        found.append((start, at))
    return found
