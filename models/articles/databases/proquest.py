"""ProQuest: exports as text or pages, where labels come before everything: "Full text:", "Publication title:"."""

import re
from collections.abc import Iterator, Sequence

from models.articles.databases.blocks import Block, blocks_of, source_of
from models.articles.databases.counting import MissingArticles, missing_numbers
from models.articles.databases.database import Database, Records
from models.articles.databases.proquest_labels import Field, field_of
from models.articles.databases.record import Piece, Record, printed, said
from models.articles.dates import read_date
from models.articles.documents.document import Document
from models.errors import UnreadableArticle
from models.translation import _

MARKER = re.compile(
    r"\s*(?:document|dokument|documento|文档) (?P<number>\d+) (?:of|von|de|sur|di|van|/|共) ?(?P<of>\d+)\s*",
    re.IGNORECASE,
)
RULE = re.compile(r"[_=-]{10,}")
IDENTIFIER = re.compile(r"[^:：\n]*ProQuest[^:：\n]*[:：]\s*\d{5,}\s*", re.IGNORECASE)
ANCHOR = re.compile(r"DocID_\S+")
ADDRESS = re.compile(r"https?://\S+")


def recognise(document: Document) -> bool:
    """Return whether a document has numbers that this database gives."""
    return any(IDENTIFIER.fullmatch(line) for each in document.paragraphs for line in each.text.split("\n"))


def split(document: Document, named: str) -> Records:
    """Yield the records."""
    blocks = blocks_of(document.paragraphs, lambda line: MARKER.fullmatch(line) or RULE.fullmatch(line.strip()))
    marks = [at for at, block in enumerate(blocks) if MARKER.fullmatch(block.text)]
    starts = marks or _starts(blocks)
    for start, end in zip(starts, (*starts[1:], len(blocks)), strict=True):
        if any(IDENTIFIER.fullmatch(block.line) for block in blocks[start:end]):
            yield _record(blocks[start:end])
    yield from _missing(blocks, marks, named)


def _starts(blocks: Sequence[Block]) -> list[int]:
    """Return where records without a marker begin: at an anchor of a page, or after a line that is drawn."""
    anchored = [at for at, block in enumerate(blocks) if any(map(ANCHOR.fullmatch, block.anchors))]
    return anchored or [0, *(at for at, block in enumerate(blocks) if at and RULE.fullmatch(block.line))]


def _missing(blocks: Sequence[Block], marks: Sequence[int], named: str) -> Iterator[UnreadableArticle]:
    matches = [match for at in marks if (match := MARKER.fullmatch(blocks[at].text))]
    announced = max((int(match["of"]) for match in matches), default=0)
    if announced > len(matches):
        here = {int(match["number"]) for match in matches}
        yield MissingArticles(named, announced, len(matches), missing_numbers(here, announced if 1 in here else None))


def _record(blocks: Sequence[Block]) -> Record:
    """Return the record that some lines are: each begins with a label, or goes on with the field before it."""
    fields = list(_fields(blocks))
    told: dict[str, str] = {}
    for one in fields:
        told.setdefault(one.role, one.value)
    has_text = any(one.role == "text" and any(map(str.strip, one.lines)) for one in fields)
    shown = "text" if has_text else "abstract"
    title = told.get("title") or next((one.value for one in fields if one.role == "" and one.value), None)
    pieces: list[Piece] = printed([title]) if title else []
    for one in fields:
        if one.role == shown and not _is_nothing(one):
            pieces += printed(one.lines)
        elif one.value != title:
            pieces += said("\n".join(one.printed))
    address = ADDRESS.search(told.get("address", ""))
    return Record(
        pieces=tuple(pieces),
        source=source_of(blocks),
        title=title,
        outlet=told.get("outlet"),
        byline=told.get("byline"),
        published=read_date(told.get("date", "")),
        address=address[0] if address else None,
    )


def _is_nothing(one: Field) -> bool:
    """Return whether an abstract says that there is none."""
    return one.role == "abstract" and len(one.value.split()) <= 3


def _fields(blocks: Sequence[Block]) -> Iterator[Field]:
    """Yield the fields of a record; the lines before the first label are fields without a role."""
    waiting: Field | None = None
    for block in blocks:
        if MARKER.fullmatch(block.text) or RULE.fullmatch(block.line):
            continue
        found = field_of(block.text)
        if found is None and waiting is not None:
            waiting = waiting.with_lines(block.text)
            continue
        if waiting is not None:
            yield waiting
        waiting = found
        if found is None:
            yield Field("", (block.line,), (block.text,))
    if waiting is not None:
        yield waiting


PROQUEST = Database(_("ProQuest"), recognise, split)
