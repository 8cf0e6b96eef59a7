"""Mediargus (GoPress): a numbered list of articles with their outlets, and then their texts in the same order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from models.articles.databases.blocks import Block, blocks_of, body_of, source_of
from models.articles.databases.counting import MissingArticles
from models.articles.databases.database import Database, Records
from models.articles.databases.record import Record, printed, said
from models.articles.dates import read_date
from models.articles.documents.document import Document
from models.text.text_lines import compared
from models.translation import _

LISTED = re.compile(r"(?:.{0,2}?)(?P<number>\d+)\.(?: +(?P<title>\S.*))?", re.DOTALL)
ABOUT = re.compile(r"(?P<outlet>[^,]+), (?P<date>\w+ \d{1,2} \w+ \d{4}), (?:p|blz|pag)\. ?\S.*?, ?\d+ ?w\.", re.DOTALL)
HEAD = re.compile(r"\d{2}-\d{2}-\d{4}, ?(?:p|blz|pag)\. ?\S+")
LEGAL = re.compile(r"©.*|copyright .*", re.IGNORECASE | re.DOTALL)
NO_TITLE = re.compile(r"artikel zonder titel|article sans titre", re.IGNORECASE)
ABOVE_TITLE, SHORT = 3, 8
"""Lines above a title that name editions, and words of such a line."""


@dataclass(frozen=True, slots=True)
class _Listed:
    title: str
    outlet: str
    published: str | None


def recognise(document: Document) -> bool:
    """Return whether a document has both the list and the texts."""
    lines = [block.line for block in _blocks(document)]
    return any(map(ABOUT.fullmatch, lines)) and any(map(HEAD.fullmatch, lines))


def _blocks(document: Document) -> list[Block]:
    return blocks_of(document.paragraphs, lambda _line: True)


def split(document: Document, named: str) -> Records:
    """Yield the record after each date, with the outlet that the list has at its place."""
    blocks = _blocks(document)
    heads = [at for at, block in enumerate(blocks) if HEAD.fullmatch(block.line)]
    listed = [
        _Listed(" ".join((first["title"] or "").split()), about["outlet"].strip(), read_date(about["date"]))
        for one, two in pairwise(blocks[: heads[0]])
        if (first := LISTED.fullmatch(one.text)) and (about := ABOUT.fullmatch(two.line))
    ]
    is_whole = len(listed) == len(heads)
    left = list(listed)
    for place, (start, end) in enumerate(pairwise((*heads, len(blocks)))):
        entry = listed[place] if is_whole else _named_in(blocks[start + 1 : end], left)
        if entry in left:
            left.remove(entry)
        yield _record(blocks[start:end], entry)
    if len(listed) > len(heads):
        yield MissingArticles(named, len(listed), len(heads), [f"“{each.title}”" for each in left])


def _named_in(blocks: Sequence[Block], listed: Sequence[_Listed]) -> _Listed | None:
    """Return the entry of the list whose title is above a text."""
    lines = {compared(block.line) for block in blocks[:ABOVE_TITLE]}
    return next((each for each in listed if compared(each.title) in lines), None)


def _record(blocks: Sequence[Block], about: _Listed | None) -> Record:
    rest = blocks[1:]
    title = _title(rest, about)
    body = _without_title(rest) if title is None else title + 1
    end = next((at for at in range(body, len(rest)) if LEGAL.fullmatch(rest[at].line)), len(rest))
    above = rest[: body if title is None else title]
    return Record(
        pieces=(
            *(piece for block in (*blocks[:1], *above) for piece in said(block.text)),
            *printed([] if title is None else [rest[title].line]),
            *printed(body_of(rest[body:end])),
            *(piece for block in rest[end:] for piece in said(block.text)),
        ),
        source=source_of(blocks),
        title=None if title is None else rest[title].line,
        outlet=about.outlet if about else None,
        published=about.published if about else read_date(blocks[0].line),
    )


def _title(blocks: Sequence[Block], about: _Listed | None) -> int | None:
    """Return which line is the title: the one that the list has, or else the first; None if the list has none."""
    if not blocks or (about is not None and (not about.title or NO_TITLE.fullmatch(about.title))):
        return None
    same = (
        at for at, block in enumerate(blocks[:ABOVE_TITLE]) if about and compared(block.line) == compared(about.title)
    )
    return next(same, 0)


def _without_title(blocks: Sequence[Block]) -> int:
    """Return where the body of an article without a title begins: after a line that names an edition."""
    return 1 if len(blocks) > 1 and len(blocks[0].line.split()) <= SHORT else 0


MEDIARGUS = Database(_("Mediargus"), recognise, split)
