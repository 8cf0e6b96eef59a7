"""Texts and helpers for the tests of the article's text; every text is our own."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat

from gui.article.article_view import ArticleView

TITLE = "Ferry to return in spring, says harbour board"
FERRY = (
    "Skip to content\n\nAdvertisement\n\n"
    f"{TITLE}\n\n"
    "The harbour board said on Monday that nearly 2,000 people a day would use the ferry. "
    "“We have waited long enough 🚢,” Mrs. Oyelaran said.\n\n"
    "Sign up for our letter\n\n"
    "Half of the pier, she added, had been rebuilt for $2.3 million; the rest would follow “by May at the latest”.\n\n"
    "Share this\n\nRead more"
)
BOILERPLATE_LINES = ("Skip to content", "Advertisement", "Sign up for our letter", "Share this", "Read more")


def place(words: str, text: str = FERRY) -> tuple[int, int]:
    """Where words stand for the first time in a text."""
    start = text.index(words)
    return start, start + len(words)


BOILERPLATE = tuple(place(line) for line in BOILERPLATE_LINES)


@dataclass(frozen=True, slots=True)
class Worn:
    """A stretch (code points) with a format of its own: the colour behind it, its ink, its underline; "" for none."""

    start: int
    end: int
    ground: str
    ink: str
    line: str


def highlighted(view: ArticleView) -> list[Worn]:
    """What wears a format of its own, read back from Qt's own layouts; also where it is drawn once it is in sight."""
    view.display.page.marks.draw_between(0, len(view.display.page.lines) - 1)
    units = view.document().toRawText().encode("utf-16-le")
    found = []
    block = view.document().begin()
    while block.isValid():
        for piece in block.layout().formats():
            first = block.position() + piece.start
            start = len(units[: 2 * first].decode("utf-16-le"))
            length = len(units[2 * first : 2 * (first + piece.length)].decode("utf-16-le"))
            found.append(_worn(start, start + length, piece.format))
        block = block.next()
    return found


def _worn(start: int, end: int, worn: QTextCharFormat) -> Worn:
    has_ground = worn.background().style() != Qt.BrushStyle.NoBrush
    has_ink = worn.foreground().style() != Qt.BrushStyle.NoBrush
    line = worn.underlineStyle()
    return Worn(
        start,
        end,
        worn.background().color().name() if has_ground else "",
        worn.foreground().color().name() if has_ink else "",
        "" if line is QTextCharFormat.UnderlineStyle.NoUnderline else line.name,
    )


def grounds(view: ArticleView, colour: str | None = None) -> list[tuple[int, int]]:
    """The stretches with a colour behind them, or with that colour."""
    return [(each.start, each.end) for each in highlighted(view) if each.ground and colour in (None, each.ground)]


__all__ = ["BOILERPLATE", "FERRY", "TITLE", "Worn", "grounds", "highlighted", "place"]
