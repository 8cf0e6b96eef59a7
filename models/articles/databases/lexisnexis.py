"""LexisNexis: exports of the older service as text or pages, where each record begins with "3 of 25 DOCUMENTS"."""

import re
from collections.abc import Iterator, Sequence

from models.articles.databases.blocks import Block, blocks_of
from models.articles.databases.counting import MissingArticles, missing_numbers
from models.articles.databases.database import Database, Records
from models.articles.databases.headed_record import headed_record
from models.articles.databases.labels import is_capital, labelled
from models.articles.documents.document import Document
from models.errors import UnreadableArticle
from models.translation import _

MARKER = re.compile(
    r"\s*(?:focus ?- ?)?(?:(?P<one>\d[\d.,]*) (?:of|von|de|sur|van|di|af|av) (?P<all>\d[\d.,]*)"
    r" (?:documents?|dokumenten?|documenten|documentos?|documenti|documento)"
    r"|(?:document|dokument|documento) (?P<number>\d+) (?:of|von|de|sur|van|di|af|av) (?P<of>\d+))\s*",
    re.IGNORECASE,
)
COVER = re.compile(
    r"(?:download request|printopdracht|druckauftrag|demande de téléchargement|downloadauftrag|solicitud de descarga)"
    r".*?(?P<first>\d+) ?- ?(?P<last>\d+)",
    re.IGNORECASE,
)
ERROR = re.compile(r".*there is an error in this document and it is not possible to display it.*", re.I | re.S)
ROLES = {"length", "load date", "language", "kind", "section", "byline"}
LEAST, LEAST_ALONE = 2, 3
"""Different labels that an export has at least; a single article may have lost its marker."""


def recognise(document: Document) -> bool:
    """Return whether a document has the markers and labels of this database."""
    blocks = blocks_of(document.paragraphs, MARKER.fullmatch)
    return len(_roles(blocks)) >= (LEAST if any(MARKER.fullmatch(block.text) for block in blocks) else LEAST_ALONE)


def _roles(blocks: Sequence[Block]) -> set[str]:
    """Return what the labels in capitals say."""
    known = (found for block in blocks if (found := labelled(block.text)) and is_capital(found))
    return {found.role for found in known} & ROLES


def split(document: Document, named: str) -> Records:
    """Yield the record after each marker."""
    blocks = blocks_of(document.paragraphs, MARKER.fullmatch)
    marks = [at for at, block in enumerate(blocks) if MARKER.fullmatch(block.text)]
    if not marks:
        yield headed_record(blocks)
        return
    for start, end in zip(marks, (*marks[1:], len(blocks)), strict=True):
        record = blocks[start + 1 : end]
        failed = next((at for at, block in enumerate(record) if ERROR.fullmatch(block.line)), len(record))
        if record[:failed]:
            yield headed_record(record[:failed])
        if failed < len(record):
            what = _("{name} has a notice of the database that it could not show an article, after “{mark}”.")
            yield UnreadableArticle(what.format(name=named, mark=blocks[start].line), _("The others were read."))
    yield from _missing(blocks, marks, named)


def _missing(blocks: Sequence[Block], marks: Sequence[int], named: str) -> Iterator[UnreadableArticle]:
    """Yield what is missing: gaps in the numbers, or more articles on the cover than there are."""
    numbers = [tuple(map(_number, _parts(blocks[at].text))) for at in marks]
    if len({of for _number, of in numbers}) > 1:
        return  # several exports that were put together
    cover = next((match for block in blocks[: marks[0]] if (match := COVER.search(block.line))), None)
    here = {number for number, _of in numbers}
    last = int(cover["last"]) if cover else numbers[0][1] if 1 in here else None
    announced = int(cover["last"]) - int(cover["first"]) + 1 if cover else max(last or 0, *here) - min(here) + 1
    if announced > len(marks):
        yield MissingArticles(named, announced, len(marks), missing_numbers(here, last))


def _parts(marker: str) -> tuple[str, str]:
    match = MARKER.fullmatch(marker)
    assert match is not None
    return match["one"] or match["number"], match["all"] or match["of"]


def _number(digits: str) -> int:
    return int(re.sub(r"\D", "", digits))


LEXISNEXIS = Database(_("LexisNexis"), recognise, split)
