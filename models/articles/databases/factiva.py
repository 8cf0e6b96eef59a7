"""Factiva: exports as pages or text, with labels ("HD", "SN", "TD") or without; each record ends with its number."""

import re
from collections.abc import Sequence

from models.articles.databases.blocks import Block, blocks_of, source_of
from models.articles.databases.common_lines import without_by
from models.articles.databases.database import Database, Records
from models.articles.databases.factiva_labels import is_labelled, labelled_record
from models.articles.databases.record import Piece, Record, printed, said
from models.articles.dates import read_date
from models.articles.documents.document import Document
from models.translation import _

NUMBER = re.compile(r"(?:AN\s+)?(?:\S{1,12}\s+)?[A-Za-z0-9_]{7,9}(?:19|20)\d{6}[a-z0-9]{8,10}")
"""The number of a record, after "Document" in the language of the interface."""

WORDS = re.compile(r"\d[\d.,’' ]*\s?[^\W\d]+\.?")
"""How long an article is, in the language of the interface: "877 words"."""

COPYRIGHT = re.compile(r"(?:\(c\)|©|copyright|\(C\)).*|.*\ball rights reserved.*", re.IGNORECASE | re.DOTALL)
TIME = re.compile(r"\d{1,2}:\d{2}.{0,12}")
CODE = re.compile(r"[A-Z0-9]{3,8}")
SHORT_BYLINE = 12
"""Words of a line that may name the author."""


def recognise(document: Document) -> bool:
    """Return whether a document has numbers as this database gives them, after its labels or a number of words."""
    blocks = _blocks(document)
    lines = [block.line for block in blocks]
    return any(map(NUMBER.fullmatch, lines)) and (is_labelled(blocks) or any(map(WORDS.fullmatch, lines)))


def _blocks(document: Document) -> list[Block]:
    return [
        Block(line, block.centred, block.bold, block.level, block.styles)
        for block in blocks_of(document.paragraphs, lambda _line: True)
        for line in block.text.split("\n")
        if line.strip()
    ]


def split(document: Document, _named: str) -> Records:
    """Yield the record before each number."""
    blocks = _blocks(document)
    marked = any("article" in block.styles for block in blocks)
    inside = [block for block in blocks if "article" in block.styles] if marked else blocks
    ends = [at for at, block in enumerate(inside) if NUMBER.fullmatch(block.line)]
    for start, end in zip((0, *(end + 1 for end in ends)), ends, strict=False):
        record = inside[start : end + 1]
        yield labelled_record(record) if is_labelled(record) else _record(record)


def _record(blocks: Sequence[Block]) -> Record:
    """Return the record that some lines are: title and author, the number of words, date, outlet, and the body."""
    length = next((at for at in range(len(blocks) - 1) if _is_length(blocks, at)), None)
    if length is None:
        return Record(pieces=tuple(printed(block.text for block in blocks[:-1])), source=source_of(blocks))
    begin = _body_from(blocks, length)
    title, author = _title(blocks[:length])
    outlet = next(
        (at for at in range(length + 2, begin) if not TIME.fullmatch(blocks[at].line)),
        None,
    )
    end = _body_to(blocks, begin)
    return Record(
        pieces=(
            *(piece for at in range(length) for piece in _head(blocks[at], is_title=at == title)),
            *(piece for block in blocks[length:begin] for piece in said(block.text)),
            *printed(block.text for block in blocks[begin:end]),
            *(piece for block in blocks[end:] for piece in said(block.text)),
        ),
        source=source_of(blocks),
        title=blocks[title].line if title is not None else None,
        outlet=blocks[outlet].line if outlet is not None else None,
        byline=without_by(blocks[author].line) if author is not None else None,
        published=read_date(blocks[length + 1].line),
    )


def _head(block: Block, *, is_title: bool) -> list[Piece]:
    return printed([block.text]) if is_title else said(block.text)


def _is_length(blocks: Sequence[Block], at: int) -> bool:
    """Return whether a line says how long the article is: the date is in the line after it."""
    return bool(WORDS.fullmatch(blocks[at].line)) and read_date(blocks[at + 1].line) is not None


def _body_from(blocks: Sequence[Block], length: int) -> int:
    """Return where the body begins: at its first paragraph on a page, or else after the copyright."""
    styled = next((at for at in range(length, len(blocks)) if _is_body(blocks[at])), None)
    if styled is not None:
        return styled
    legal = next(
        (at for at in range(length, min(length + 14, len(blocks))) if COPYRIGHT.fullmatch(blocks[at].line)), None
    )
    return min(length + 4, len(blocks) - 1) if legal is None else legal + 1


def _is_body(block: Block) -> bool:
    return "articleParagraph" in block.styles


def _body_to(blocks: Sequence[Block], begin: int) -> int:
    """Return where the body ends: after its last paragraph on a page, or else before the number."""
    last = next((at for at in range(len(blocks) - 1, begin - 1, -1) if _is_body(blocks[at])), len(blocks) - 2)
    return last + 1


def _title(blocks: Sequence[Block]) -> tuple[int | None, int | None]:
    """Return which lines before the number of words are the title and the author."""
    if not blocks:
        return None, None
    title = next((at for at, block in enumerate(blocks) if _is_headline(block)), None)
    if title is None:
        is_author = len(blocks) > 1 and _may_be_author(blocks[-1])
        title = len(blocks) - (2 if is_author else 1)
    author = next((at for at in range(title + 1, len(blocks)) if "author" in blocks[at].styles), None)
    if author is None and title + 1 < len(blocks) and _may_be_author(blocks[title + 1]):
        author = title + 1
    return title, author


def _is_headline(block: Block) -> bool:
    return block.bold or any(style.endswith("Headline") for style in block.styles)


def _may_be_author(block: Block) -> bool:
    return len(block.line.split()) <= SHORT_BYLINE and not re.search(r"[.!?:;]$", block.line)


FACTIVA = Database(_("Factiva"), recognise, split)
