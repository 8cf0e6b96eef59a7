"""Nexis Uni: exports of the present service, where each record ends with "End of Document"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from models.articles.databases.blocks import Block, blocks_of
from models.articles.databases.counting import MissingArticles
from models.articles.databases.database import Database, Records
from models.articles.databases.labels import labelled
from models.articles.databases.nexis_record import AFTER, BODY, is_date, nexis_record
from models.articles.databases.record import Record
from models.articles.documents.document import Document
from models.errors import UnreadableArticle
from models.text.text_lines import compared
from models.translation import _

END = re.compile(
    r"end of document|ende des dokuments?|dokumentende|fin du document|fin del documento|einde van (?:het )?document"
    r"|fine del documento|fim do documento|slut på dokumentet?|文档结束|文件结束",
    re.IGNORECASE,
)
COUNT = re.compile(
    r"(?:documents?|dokumente?|documenten|documentos?|documenti|文档|number of documents:?)"
    r" ?[(:（]? ?(?P<count>\d+) ?[)）]?",
    re.IGNORECASE,
)
PAGE = re.compile(r"(?:page|seite|página|pagina|strona) \d+ (?:of|von|de|sur|di|van|z) \d+", re.IGNORECASE)
LISTED = re.compile(r"(?P<number>\d+)\.\s+(?P<title>\S.*)", re.DOTALL)
BOOKMARK = re.compile(r"Bookmark_\d+")
ROLES = {"length", "load date", "language", "kind", "section", "byline"}


def recognise(document: Document) -> bool:
    """Return whether a document has the marks and labels of this database."""
    blocks = blocks_of(document.paragraphs, _alone)
    lines = [block.line for block in blocks]
    roles = {found.role for block in blocks if (found := labelled(block.text))} & ROLES
    ends, bodies = (any(map(pattern.fullmatch, lines)) for pattern in (END, BODY))
    return (ends and (bodies or bool(roles))) or (bodies and len(roles) > 1 and roles > {"length"})


def _alone(line: str) -> bool:
    return bool(END.fullmatch(line.strip()) or BODY.fullmatch(line.strip()) or AFTER.fullmatch(line.strip()))


def split(document: Document, named: str) -> Records:
    """Yield the record before each end of a document."""
    blocks = _without_page_marks(blocks_of(document.paragraphs, _alone))
    ends = [at for at, block in enumerate(blocks) if END.fullmatch(block.line)]
    ends = ends or [len(blocks)]
    first = _first(blocks[: ends[0]])
    titles: list[str] = []
    for start, end in zip((first, *(end + 1 for end in ends)), ends, strict=False):
        if blocks[start:end]:
            record = nexis_record(blocks[start:end])
            titles.append(record.title or "")
            yield record
    if rest := blocks[ends[-1] + 1 :]:
        yield from _unfinished(rest)
    yield from _missing(blocks[:first], titles, named)


def _without_page_marks(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks without the numbers of pages, and without the titles that are repeated after those."""
    kept: list[Block] = []
    titles: set[str] = set()
    for before, block in pairwise((Block(""), *blocks)):
        is_repeated = PAGE.fullmatch(before.line) and block.line in titles
        if not PAGE.fullmatch(block.line) and not is_repeated:
            kept.append(block)
            titles.add(block.line)
    return kept


def _unfinished(blocks: Sequence[Block]) -> Iterator[Record]:
    """Yield the record at the end of a file that was cut, if it has a body."""
    if any(BODY.fullmatch(block.line) for block in blocks):
        yield nexis_record(blocks)


def _first(blocks: Sequence[Block]) -> int:
    """Return where the first record begins, after the cover."""
    marked = [at for at, block in enumerate(blocks) if any(map(BOOKMARK.fullmatch, block.anchors))]
    if marked:
        return marked[-1]
    head = next((at for at, block in enumerate(blocks) if BODY.fullmatch(block.line)), len(blocks))
    listed = any(COUNT.fullmatch(block.line) for block in blocks)
    dated = [at for at, block in enumerate(blocks[:head]) if is_date(block)]
    return max(0, dated[-1] - 2) if listed and dated else 0


def _missing(cover: Sequence[Block], titles: Sequence[str], named: str) -> Iterator[UnreadableArticle]:
    """Yield what the cover announces but the export does not hold."""
    announced = next((int(match["count"]) for block in cover if (match := COUNT.fullmatch(block.line))), 0)
    if announced > len(titles):
        left = [compared(title) for title in titles]
        missing: list[str] = []
        for match in (found for block in cover if (found := LISTED.match(block.text))):
            title = " ".join(match["title"].split())
            if compared(title) in left:
                left.remove(compared(title))
            else:
                missing.append(f"“{title}”")
        yield MissingArticles(named, announced, len(titles), missing[: announced - len(titles)])


NEXIS = Database(_("Nexis Uni"), recognise, split)
