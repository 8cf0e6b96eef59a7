"""Read a record of Factiva that has labels: "HD" before the title, "LP" and "TD" before the lead and the body."""

import re
from collections.abc import Sequence
from itertools import pairwise

from models.articles.databases.blocks import Block, source_of
from models.articles.databases.common_lines import without_by
from models.articles.databases.record import Piece, Record, printed, said
from models.articles.dates import read_date

LABEL = re.compile(
    r"(?P<label>SE|HD|HDL|BY|CR|WC|PD|ET|SN|SC|NGC|GC|ED|PG|VOL|LA|CY|LP|TD|CT|RF|CO|IN|NS|RE|IPC|IPD|CLM|DLN|PUB|AN|ART|RST)"
    r"(?:\s+(?P<value>.*))?",
    re.DOTALL,
)
LEAST = 5
"""Different labels that a record has at least."""

TEXT = {"LP", "TD"}


def is_labelled(blocks: Sequence[Block]) -> bool:
    """Return whether some lines begin with the labels of this database."""
    found = {match["label"] for block in blocks if (match := LABEL.fullmatch(block.line))}
    return len(found) >= LEAST and {"HD", "AN"} <= found


def labelled_record(blocks: Sequence[Block]) -> Record:
    """Return the record that some lines are; they begin with a label or continue what the line before says."""
    matches = [LABEL.fullmatch(block.line) for block in blocks]
    starts = [at for at, match in enumerate(matches) if match]
    pieces: list[Piece] = [piece for block in blocks[: starts[0]] for piece in said(block.text)]
    told: dict[str, str] = {}
    for start, end in pairwise((*starts, len(blocks))):
        match = matches[start]
        assert match is not None
        label, value = match["label"], match["value"] or ""
        texts = [value, *(block.text for block in blocks[start + 1 : end])]
        told.setdefault(label, " ".join(" ".join(texts).split()))
        if label in TEXT:
            pieces += printed(texts)
        elif label == "HD":
            pieces += printed([told[label]])
        else:
            pieces += said("\n".join((f"{label} {value}".strip(), *texts[1:])))
    return Record(
        pieces=tuple(pieces),
        source=source_of(blocks),
        title=told.get("HD"),
        outlet=told.get("SN"),
        byline=without_by(told.get("BY", "")),
        published=read_date(told.get("PD", "")),
    )
