"""Europresse: exports as pages, where each record begins with the name of its publication."""

import re
from collections.abc import Sequence
from dataclasses import replace

from models.articles.databases.blocks import Block, blocks_of, source_of
from models.articles.databases.common_lines import without_by
from models.articles.databases.database import Database, Records
from models.articles.databases.record import Piece, Record, printed, said
from models.articles.dates import read_date
from models.articles.documents.document import Document
from models.translation import _

OUTLET, TITLE, BODY = "DocPublicationName", re.compile(r"titreArticle", re.IGNORECASE), "docOcurrContainer"
AUTHORS = re.compile(r"docAuthors|sm-margin-bottomNews|sm-margin-bottom", re.IGNORECASE)
END = re.compile(
    r"©.*|(?:numéro de document|document number|número de documento)\s*:?.*|news[·.]\d{8}[·.].*"
    r"|(?:ce certificat|certificat|this certificate|this document is protected|le présent document).*",
    re.IGNORECASE | re.DOTALL,
)
NAMES = re.compile(r"(?:par |by )?[^\W\d_][\w’'.-]*(?:[ ,;&]+(?:et |and )?[^\W\d_][\w’'.-]*){1,7}", re.IGNORECASE)


def recognise(document: Document) -> bool:
    """Return whether a page has the names of publications as this database marks them."""
    return any(OUTLET in paragraph.styles for paragraph in document.paragraphs)


def split(document: Document, _named: str) -> Records:
    """Yield the record that begins with each name of a publication."""
    blocks = blocks_of(document.paragraphs)
    heads = [at for at, block in enumerate(blocks) if OUTLET in block.styles]
    for start, end in zip(heads, (*heads[1:], len(blocks)), strict=True):
        yield _record(blocks[start:end])


def _record(blocks: Sequence[Block]) -> Record:
    head = blocks[0].text.split("\n")
    title = next((at for at, block in enumerate(blocks) if any(map(TITLE.search, block.styles))), None)
    if title is None and len(blocks) > 1:
        # A subtitle above the title begins its paragraph.
        above, _, words = blocks[1].text.rpartition("\n")
        blocks = [
            blocks[0],
            *([replace(blocks[1], text=above)] if above else []),
            replace(blocks[1], text=words),
            *blocks[2:],
        ]
        title = 2 if above else 1
    begin = 1 if title is None else title + 1
    marked = [at for at, block in enumerate(blocks) if BODY in block.styles]
    author = _author(blocks, begin, marked)
    begin = marked[0] if marked else begin if author is None else author + 1
    end = marked[-1] + 1 if marked else len(blocks)
    end = next((at for at in range(begin, end) if END.fullmatch(blocks[at].line)), end)
    pieces: list[Piece] = []
    for at, block in enumerate(blocks):
        is_article = (
            title is not None and (at == title or (0 < at < title and _is_heading(block)))
        ) or begin <= at < end
        pieces += printed([block.line if at == title else block.text]) if is_article else said(block.text)
    about = [block.line for block in blocks[: begin if title is None else title]]
    return Record(
        pieces=tuple(pieces),
        source=source_of(blocks),
        title=blocks[title].line if title is not None else None,
        outlet=" ".join(head[0].split()),
        byline=without_by(blocks[author].line) if author is not None else None,
        published=next((day for line in (*head[1:], *about) if (day := read_date(line))), None),
    )


def _is_heading(block: Block) -> bool:
    """Return whether a line above the title is part of it, not about the publication."""
    return (
        "DocHeader" not in block.styles
        and read_date(block.line) is None
        and any(style.lower().startswith(("soustitre", "titre", "surtitre")) for style in block.styles)
    )


def _author(blocks: Sequence[Block], begin: int, marked: Sequence[int]) -> int | None:
    """Return which line names the author: the one that is marked so, or a name right below the title."""
    last = marked[0] if marked else min(begin + 1, len(blocks))
    for at in range(begin, last):
        line = blocks[at].line
        if NAMES.fullmatch(line) and (any(map(AUTHORS.search, blocks[at].styles)) or _is_name(line)):
            return at
    return None


def _is_name(line: str) -> bool:
    return len(line.split()) <= 5 and all(word[:1].isupper() for word in line.split() if len(word) > 3)


EUROPRESSE = Database(_("Europresse"), recognise, split)
