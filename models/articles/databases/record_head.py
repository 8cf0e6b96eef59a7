"""Read the head of a record of LexisNexis: the outlet, the date and the title in any order, then labels."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from models.articles.databases.blocks import Block
from models.articles.databases.common_lines import COPYRIGHT, NO_TITLE, without_by
from models.articles.databases.labels import AFTER_BODY, Labelled, labelled
from models.articles.databases.record import Piece, printed, said
from models.articles.dates import read_date

EDITION = re.compile(
    r".{0,40}\b(?:edition|ausgabe|édition|edición|editie|edizione|correction appended)\b.{0,20}",
    re.IGNORECASE | re.DOTALL,
)
ADDRESS = re.compile(r"https?://\S+")
LENGTH = re.compile(r"\d[\d.,]*\s+(?:words|wörter|woorden|mots|palabras|parole|palavras|ord)", re.IGNORECASE)

COMPANY = re.compile(r"\b(?:b\.?v|ltd|inc|llc|gmbh|s\.a|corp|plc|ag)\.?$", re.IGNORECASE)
"""A publisher, above the name of its newspaper."""

LONGEST_DATE = 120
LONG_NAME = 56
SHORT = 8
"""Words of a line that may be the name of an author without a label."""


@dataclass(slots=True)
class Head:
    """What was read of the head so far; `at` is the block after it."""

    outlet: str | None = None
    published: str | None = None
    title: str | None = None
    byline: str | None = None
    address: str | None = None
    pieces: list[Piece] = field(default_factory=list)
    at: int = 0


def head_of(blocks: Sequence[Block]) -> Head:
    """Return what the blocks before a body say."""
    head = Head()
    shows_centred = any(block.centred for block in blocks[:4])
    labels = False
    for at, block in enumerate(blocks):
        found = labelled(block.text)
        if found and found.role not in AFTER_BODY:
            labels = labels or not block.centred
            _add_label(head, found, block)
        elif block.is_row:
            break
        elif found or ((head.title is not None or labels) and not _is_about(block, shows_centred, head)):
            if not _is_author(head, blocks[at : at + 2]):
                break
            head.byline = block.line
            head.pieces += said(block.text)
        elif _is_about(block, shows_centred, head):
            _add_about(head, block)
        else:
            head.title = None if NO_TITLE.fullmatch(block.line) else block.line
            head.pieces += printed([block.line])
            labels = True
        head.at = at + 1
    return head


def _is_about(block: Block, shows_centred: bool, head: Head) -> bool:
    """Return whether a block of the head is the outlet, the date, an edition or a copyright, not the title."""
    if COPYRIGHT.fullmatch(block.line) or LENGTH.fullmatch(block.line) or ADDRESS.match(block.line):
        return True
    if shows_centred:
        return block.centred
    is_date = head.published is None and _date(block) is not None
    return head.outlet is None or (head.title is None and (is_date or bool(EDITION.fullmatch(block.line))))


def _date(block: Block) -> str | None:
    return read_date(block.line) if len(block.line) <= LONGEST_DATE else None


def _add_about(head: Head, block: Block) -> None:
    head.pieces += said(block.text)
    lines = [line for line in block.text.split("\n") if not COPYRIGHT.fullmatch(line.strip())]
    if ADDRESS.match(block.line):
        head.address = head.address or "".join(line.strip() for line in lines)
    elif lines and not LENGTH.fullmatch(block.line):
        dated = next((at for at, line in enumerate(lines) if read_date(line)), None)
        if head.published is None and len(block.line) <= LONGEST_DATE:
            head.published = read_date(lines[dated] if dated is not None else block.line)
        if len(lines) > 1 and COMPANY.search(lines[0].strip()) and dated != 1:
            lines, dated = lines[1:], dated and dated - 1
        if head.outlet is None and dated != 0:
            # A long name goes on in the next line.
            head.outlet = " ".join(" ".join(lines[: 2 if len(lines[0]) >= LONG_NAME else 1]).split())


def _add_label(head: Head, found: Labelled, block: Block) -> None:
    if found.role == "title" and head.title is None:
        head.title = found.value
        head.pieces += printed([found.value])
        return
    if found.role == "byline" and head.byline is None:
        head.byline = without_by(found.value)
    elif found.role == "outlet" and head.outlet is None:
        head.outlet = found.value
    elif found.role == "date" and head.published is None:
        head.published = read_date(found.value)
    elif found.role == "address":
        head.address = found.value
    head.pieces += said(block.text)


def _is_author(head: Head, blocks: Sequence[Block]) -> bool:
    """Return whether the first of two blocks is an author without a label, because a label of the head follows."""
    block, following = blocks[0], labelled(blocks[1].text) if len(blocks) > 1 else None
    return (
        head.byline is None
        and head.title is not None
        and following is not None
        and following.role not in AFTER_BODY
        and labelled(block.text) is None
        and len(block.line.split()) <= SHORT
        and not re.search(r"[.!?:;,]$", block.line)
    )
