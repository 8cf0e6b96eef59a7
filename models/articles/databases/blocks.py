"""The paragraphs of a document that are not blank; in a plain text, where each line is one, lines are put together."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from models.articles.databases.labels import is_capital, labelled
from models.articles.documents.document import REPEATED, Paragraph
from models.articles.hard_wrapping import unwrapped

INDENT = 8
"""Blanks before a line of a plain text that is centred."""

WIDTH = 80
"""Code points of a line that older exports centre in."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, with the lines that a plain text breaks it into."""

    text: str
    centred: bool = False
    bold: bool = False
    level: int = 0
    styles: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    is_row: bool = False

    @property
    def line(self) -> str:
        """Return its words on one line."""
        return " ".join(self.text.split())


def is_plain(paragraphs: Sequence[Paragraph]) -> bool:
    """Return whether a document is plain text: it has blank lines, and nothing in it has a look."""
    return any(not each.text.strip() for each in paragraphs) and not any(
        each.styles or each.cells or each.bold or each.centred or each.level or each.anchors for each in paragraphs
    )


def blocks_of(paragraphs: Sequence[Paragraph], alone: Callable[[str], object] = lambda _line: False) -> list[Block]:
    """Return the paragraphs that are not blank. `alone` says which lines of a plain text are never part of another."""
    if is_plain(paragraphs):
        return [_block(lines) for lines in _grouped(paragraphs, alone)]
    return [
        Block(each.text, each.centred, each.bold, each.level, each.styles, each.anchors, bool(each.cells))
        for each in paragraphs
        if each.text.strip() and REPEATED not in each.styles
    ]


def _grouped(paragraphs: Iterable[Paragraph], alone: Callable[[str], object]) -> Iterator[list[str]]:
    lines: list[str] = []
    for line in (line for paragraph in paragraphs for line in paragraph.text.split("\n")):
        if lines and (not line.strip() or alone(line) or alone(lines[-1]) or _begins(line, lines[0])):
            yield lines
            lines = []
        if line.strip():
            lines.append(line.rstrip())
    if lines:
        yield lines


def _begins(line: str, first: str) -> bool:
    """Return whether a line begins another block because of its label."""
    found = labelled(line)
    return found is not None and (is_capital(found) or labelled(first) is not None)


def _block(lines: list[str]) -> Block:
    indents = [len(line) - len(line.lstrip()) for line in lines]
    centred = max(indents) >= INDENT and all(
        indent >= INDENT or abs(indent - (WIDTH - len(line.strip())) / 2) <= 2
        for indent, line in zip(indents, lines, strict=True)
    )
    return Block("\n".join(line.strip() for line in lines) if centred else "\n".join(lines), centred)


def body_of(blocks: Sequence[Block]) -> list[str]:
    """Return the paragraphs of a body; those that were broken into lines of one width are joined."""
    return unwrapped("\n\n".join(block.text for block in blocks)).split("\n\n")


def source_of(blocks: Sequence[Block]) -> str:
    """Return the part of a file that is a record, as text."""
    return "\n\n".join(block.text for block in blocks)
