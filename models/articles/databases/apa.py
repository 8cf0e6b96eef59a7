"""APA and DeFacto, the archives of the Austrian press agency: each record begins with its outlet in quotation marks."""

import re
from collections.abc import Sequence

from models.articles.databases.blocks import Block, blocks_of, body_of, source_of
from models.articles.databases.database import Database, Records
from models.articles.databases.record import Piece, Record, printed, said
from models.articles.dates import read_date
from models.articles.documents.document import Document
from models.translation import _

DATE = r"\d{1,2}\. ?(?:\d{1,2}\.|[^\W\d]{3,9}\.?) ?(?:19|20)\d{2}(?:,? \d{1,2}[:.]\d{2})?"
HEAD = re.compile(
    r"\s*[\"„“»](?P<outlet>[^\"“”«\n]{2,60})[\"“”«](?P<issue>[^\n]{0,60}?)\s(?:vom|gefunden am) "
    rf"(?P<date>{DATE})(?P<rest>[^\n]{{0,60}})(?P<more>\n.*)?",
    re.DOTALL,
)
RULE = re.compile(r"[_=*-]{10,}")
BYLINE = re.compile(r"Von (?P<names>[A-ZÄÖÜ][^.!?:]{3,60})")
ABOUT = re.compile(r"(?:ressort|seite|kategorie|schlagw[oö]rte?r?|autor)\b ?:?.{0,80}", re.IGNORECASE)
LEGAL = re.compile(r"gespeicherte[rn]? anh[aä]nge?:?.*|der gegenständliche text ist eine abschrift.*", re.IGNORECASE)
"""What follows the words of an article in some exports."""

ABOVE_TITLE = 6
"""Paragraphs above a title in bold."""


def recognise(document: Document) -> bool:
    """Return whether a document begins with such a head, or has several."""
    blocks = blocks_of(document.paragraphs, HEAD.fullmatch)
    heads = [at for at, block in enumerate(blocks) if HEAD.fullmatch(block.text)]
    return bool(heads) and (heads[0] <= 2 or len(heads) > 2)


def split(document: Document, _named: str) -> Records:
    """Yield the record after each head."""
    blocks = blocks_of(document.paragraphs, lambda line: HEAD.fullmatch(line) or RULE.fullmatch(line.strip()))
    heads = [at for at, block in enumerate(blocks) if HEAD.fullmatch(block.text)]
    for start, end in zip(heads, (*heads[1:], len(blocks)), strict=True):
        yield _record([block for block in blocks[start:end] if not RULE.fullmatch(block.line)])


def _record(blocks: Sequence[Block]) -> Record:
    head = HEAD.fullmatch(blocks[0].text)
    assert head is not None
    rest = _joined(blocks[1:])
    end = next((at for at, block in enumerate(rest) if LEGAL.fullmatch(block.line)), len(rest))
    title = _title(rest[:end])
    named = next((match for block in rest[:ABOVE_TITLE] if (match := BYLINE.fullmatch(block.line))), None)
    pieces: list[Piece] = said(blocks[0].text)
    for at, block in enumerate(rest[: title + 1]):
        is_about = at != title and ABOUT.fullmatch(block.line)
        pieces += said(block.text) if is_about else printed([block.line if at == title else block.text])
    return Record(
        pieces=(
            *pieces,
            *printed(body_of(rest[title + 1 : end])),
            *(piece for block in rest[end:] for piece in said(block.text)),
        ),
        source=source_of(blocks),
        title=rest[title].line if rest[:end] else None,
        outlet=head["outlet"].strip(),
        byline=named["names"] if named else None,
        published=read_date(head["date"]),
    )


def _joined(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with a title in one, if it has several lines in bold."""
    first = next((at for at, block in enumerate(blocks[:ABOVE_TITLE]) if block.bold), None)
    if first is None or any(block.level for block in blocks):
        return list(blocks)
    last = next((at for at in range(first, len(blocks)) if not blocks[at].bold), len(blocks))
    return [*blocks[:first], Block(source_of(blocks[first:last]), bold=True), *blocks[last:]]


def _title(blocks: Sequence[Block]) -> int:
    """Return which block is the title: the first heading, or in bold near the beginning, or the first of all."""
    heading = next((at for at, block in enumerate(blocks) if block.level), None)
    if heading is not None:
        return heading
    bold = (at for at, block in enumerate(blocks[:ABOVE_TITLE]) if block.bold)
    return next(bold, next((at for at, block in enumerate(blocks) if not ABOUT.fullmatch(block.line)), 0))


APA = Database(_("APA"), recognise, split)
