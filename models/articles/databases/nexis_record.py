"""Read a record of Nexis Uni: the title, the outlet and the date, then labels, the body, and labels again."""

import re
from collections.abc import Sequence
from dataclasses import replace

from models.articles.databases.blocks import Block, body_of, source_of
from models.articles.databases.common_lines import COPYRIGHT, NO_TITLE, without_by
from models.articles.databases.labels import AFTER_BODY, labelled
from models.articles.databases.record import Record, printed, said
from models.articles.dates import read_date

BODY = re.compile(
    r"body|text|haupttext|inhalt|corps|corps de l.article|cuerpo|texto|testo|tekst|corpo|brødtext|正文", re.I
)
AFTER = re.compile(
    r"classification|klassifizierung|clasificación|classificatie|classificazione|classificação|graphic|graphique"
    r"|grafik|gráficos?|grafico|notes|correction|分类",
    re.IGNORECASE,
)


def is_date(block: Block) -> bool:
    """Return whether a block of a head is its date."""
    return (
        len(block.line) <= 80
        and not labelled(block.text)
        and not COPYRIGHT.fullmatch(block.line)
        and (read_date(block.line) is not None)
    )


def nexis_record(blocks: Sequence[Block]) -> Record:
    """Return the record that some blocks are: title, outlet and date, labels, the body, and labels again."""
    at, body = _body_from(blocks)
    end = next((at for at in range(body, len(blocks)) if _is_tail(blocks[at])), len(blocks))
    head = _head_of(blocks[:at])
    return replace(
        head,
        pieces=(
            *head.pieces,
            *(piece for block in blocks[at:body] for piece in said(block.text)),
            *printed(body_of(blocks[body:end])),
            *(piece for block in blocks[end:] for piece in said(block.text)),
        ),
        source=source_of(blocks),
    )


def _body_from(blocks: Sequence[Block]) -> tuple[int, int]:
    """Return where the head ends and where the body begins: at its heading, or else after the labels of the head."""
    heading = next((at for at, block in enumerate(blocks) if BODY.fullmatch(block.line)), None)
    if heading is not None:
        return heading, heading + 1
    known = [labelled(block.text) for block in blocks]
    first = next((at for at, found in enumerate(known) if found and found.role not in AFTER_BODY), len(blocks))
    after = next((at for at in range(first, len(blocks)) if not known[at]), len(blocks))
    return after, after


def _is_tail(block: Block) -> bool:
    """Return whether a body ends before a block."""
    found = labelled(block.text)
    return bool(AFTER.fullmatch(block.line)) or (found is not None and found.role == "load date")


def _head_of(blocks: Sequence[Block]) -> Record:
    """Return what comes before a body; the title, the outlet and the date are above everything else."""
    labels = [labelled(block.text) for block in blocks]
    top = next(
        (at for at, block in enumerate(blocks) if labels[at] or COPYRIGHT.fullmatch(block.line)),
        len(blocks),
    )
    dated = next((at for at in range(1, top) if is_date(blocks[at])), None)
    outlet = (dated if dated is not None else min(2, top)) - 1
    title = " ".join(block.line for block in blocks[: max(outlet, 1)])
    byline = next((found.value for found in labels if found and found.role == "byline"), "")
    return Record(
        pieces=(
            *printed([title]),
            *(piece for block in blocks[max(outlet, 1) :] for piece in said(block.text)),
        ),
        source="",
        title=None if NO_TITLE.fullmatch(title) else title or None,
        outlet=blocks[outlet].line if outlet >= 1 else None,
        byline=without_by(byline),
        published=read_date(blocks[dated].line) if dated is not None else None,
    )
