"""Read a record of LexisNexis: the outlet, the date and the title, then labels, the body, and labels again."""

import re
from collections.abc import Sequence

from models.articles.databases.blocks import Block, body_of, source_of
from models.articles.databases.common_lines import COPYRIGHT
from models.articles.databases.labels import AFTER_BODY, is_capital, labelled
from models.articles.databases.record import Piece, Record, printed, said
from models.articles.databases.record_head import head_of

ALONE = re.compile(r"[^\W\d_]{4,15}:")
"""A label that has a line to itself: "BODY:"."""


def headed_record(blocks: Sequence[Block]) -> Record:
    """Return the record that some blocks are."""
    head = head_of(blocks)
    end = _end_of_body(blocks, head.at)
    tail = [piece for block in blocks[end:] for piece in said(block.text)]
    return Record(
        pieces=(*head.pieces, *_body(blocks[head.at : end]), *tail),
        source=source_of(blocks),
        title=head.title,
        outlet=head.outlet,
        byline=head.byline,
        published=head.published,
        address=head.address,
    )


def _body(blocks: Sequence[Block]) -> list[Piece]:
    """Return a body as pieces; a label above it is not part of it."""
    alone = next((at for at, block in enumerate(blocks) if not ALONE.fullmatch(block.line)), len(blocks))
    return [*(piece for block in blocks[:alone] for piece in said(block.text)), *printed(body_of(blocks[alone:]))]


def _end_of_body(blocks: Sequence[Block], start: int) -> int:
    """Return where a body ends: before a label that comes last, and before other labels and legal lines above it."""
    end = next((at for at in range(start, len(blocks)) if _comes_last(blocks[at])), len(blocks))
    while end > start and (labelled(blocks[end - 1].text) or COPYRIGHT.fullmatch(blocks[end - 1].line)):
        end -= 1
    return end


def _comes_last(block: Block) -> bool:
    found = labelled(block.text)
    return found is not None and found.role in AFTER_BODY and (found.role == "load date" or is_capital(found))
