"""Cut the text of an article into pieces, each of which has the same marks from its beginning to its end."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from models.entities import Role, Span
from models.records import ArticleRecords
from models.text.ranges import Range


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters with the roles that they play, and how many claims they are the content of.

    `ends` are the spans of words that end with the piece.
    """

    text: str
    roles: frozenset[Role]
    claims: int
    ends: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of an article that is not blank; `boilerplate` says that it belongs to the page and not to the article."""

    pieces: tuple[Piece, ...]
    boilerplate: bool

    @property
    def marked(self) -> bool:
        """Return whether any of its characters have a mark."""
        return any(piece.roles for piece in self.pieces)


def paragraphs(records: ArticleRecords, spans: Sequence[Span]) -> Iterator[Paragraph]:
    """Yield the lines of an article that are not blank, with the marks of some spans."""
    boilerplate = [(each.start, each.end) for each in records.boilerplate.values()]
    for start, end in _lines(records.text):
        here = [span for span in spans if span.start < end and span.end > start]
        yield Paragraph(
            tuple(_pieces(records.text, (start, end), here)),
            any(first < end and start < last for first, last in boilerplate),
        )


def _lines(text: str) -> Iterator[Range]:
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            yield start, end
        start = end + 1


def _pieces(text: str, within: Range, spans: Iterable[Span]) -> Iterator[Piece]:
    """Yield the pieces of a line, given the spans that are in it at least in part."""
    known = list(spans)
    first, last = within
    cuts = {first, last, *(at for span in known for at in (span.start, span.end) if first < at < last)}
    ordered = sorted(cuts)
    for start, end in pairwise(ordered):
        here = [span for span in known if span.start <= start and end <= span.end]
        yield Piece(
            text[start:end],
            frozenset(span.role for span in here),
            len({span.claim for span in here if span.role is Role.CONTENT}),
            tuple(span for span in here if span.end == end),
        )
