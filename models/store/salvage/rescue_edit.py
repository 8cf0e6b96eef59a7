"""Write into the history what the rescue of a damaged file has changed, so that it explains every row again."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from models.coder import default_coder
from models.edits import Change, Edit, made
from models.entities import ENTITIES, Record
from models.store.history import record_edit
from models.store.rows import select
from models.store.salvage.states import States, differing
from models.translation import _

LABEL = _("Rescue from a damaged file")


def write_rescue(connection: sqlite3.Connection, states: States) -> None:
    """Append an edit that leads from what the history says to the records that are there, unless they are the same."""
    changes = tuple(_changes(connection, states))
    edit = Edit(LABEL, changes)
    if edit.changes:
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        record_edit(connection, replace(edit, coder=default_coder(), at=at))


def _changes(connection: sqlite3.Connection, states: States) -> Iterator[Change]:
    there = set[tuple[type[Record], str]]()
    for kind in ENTITIES:
        for record in select(connection, kind, ""):
            there.add((kind, record.id))
            known = states.record((kind, record.id))
            if known is None:
                yield made(record)
            elif differing(known, record):
                yield Change(known, record)
    for key in reversed(states.alive()):
        if key not in there and (known := states.record(key)):
            yield Change(known, None)
