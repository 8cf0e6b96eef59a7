"""APA and DeFacto, the archives of the Austrian press agency: each record begins with its outlet in quotation marks."""

import re
from collections.abc import Sequence

from models.articles.databases.blocks import Block, blocks_of, body_of, source_of
from models.articles.databases.database import Database, Records
from models.articles.databases.record import Piece, Record, printed, said
from models.articles.dates import read_date
from models.articles.documents.document import Document
from models.translation import _

HEAD = re.compile(
    r"\s*[\"„“»](?P<outlet>[^\"“”«\n]{2,60})[\"“”«](?P<issue>[^\n]{0,40}?)\s(?:vom|gefunden am) "
    r"(?P<date>\d{1,2}\.\d{1,2}\.(?:19|20)\d{2}(?:,? \d{1,2}[:.]\d{2})?)(?P<rest>[^\n]{0,60})(?P<more>\n.*)?",
    re.DOTALL,
)
RULE = re.compile(r"[_=*-]{10,}")
BYLINE = re.compile(r"Von (?P<names>[A-ZÄÖÜ][^.!?:]{3,60})")


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
    rest = blocks[1:]
    title = next((at for at, block in enumerate(rest) if block.level), None)
    if title is None:
        title = next((at for at, block in enumerate(rest[:3]) if block.bold), 0)
    named = next((match for block in rest[:4] if (match := BYLINE.fullmatch(block.line))), None)
    body = rest[title + 1 :]
    pieces: list[Piece] = said(blocks[0].text)
    for at, block in enumerate(rest[: title + 1]):
        pieces += printed([block.line if at == title else block.text])
    return Record(
        pieces=(*pieces, *printed(body_of(body))),
        source=source_of(blocks),
        title=rest[title].line if rest else None,
        outlet=head["outlet"].strip(),
        byline=named["names"] if named else None,
        published=read_date(head["date"]),
    )


APA = Database(_("APA"), recognise, split)
