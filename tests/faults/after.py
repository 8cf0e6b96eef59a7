"""What must hold of a project after the program was ended by a fault, whatever moment it was."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from models.checks import check
from models.edits import HistoryLine
from models.errors import OnrecordError
from models.store import Store
from tests.snapshots import faults_of, rows_of

UNDONE = 30
"""Edits that are taken back and done again: their history must fit the records."""


def edits_in(path: Path) -> list[str]:
    """Return the edits of a project, from the first to the last, as the program reads them."""
    with Store.open(path) as store, store.snapshot() as snapshot:
        return [each.id for each in snapshot.edits()]


def wrong_with(path: Path, acknowledged: Sequence[str], coder: str) -> list[str]:
    """Open a project as the program does, and return what is wrong with it: edits that are gone, damage."""
    try:
        kept = set(edits_in(path))
        found = [f"{fault}" for fault in faults_of(path)]
        found += [f"the acknowledged edit {each} is gone" for each in acknowledged if each not in kept]
        with Store.open(path) as store:
            found += [finding.sentence for finding in check(store) if finding.wrong]
            found += _wrong_with_history(store, coder)
    except (OnrecordError, sqlite3.DatabaseError) as error:
        return [f"it cannot be read: {error}"]
    return found


def _wrong_with_history(store: Store, coder: str) -> list[str]:
    """Undo some edits and do them again: there must be the same records as before."""
    before, undone = rows_of(store.path), 0
    while undone < UNDONE and (line := store.undoable(coder)):
        _take_back(store, line, coder)
        undone += 1
    for _ in range(undone):
        if line := store.redoable(coder):
            _take_back(store, line, coder)
    return [] if rows_of(store.path) == before else ["the records are not those of the history"]


def _take_back(store: Store, line: HistoryLine, coder: str) -> None:
    store.apply(store.edit(line).inverse.stamped(coder, "2026-03-03T09:00:00.000+00:00"))


def wrong_with_backups(folder: Path) -> list[str]:
    """Return which backups are not whole projects; what was still being written has a name of another kind."""
    found = []
    for backup in folder.rglob("*Z.onrecord"):
        try:
            Store.open(backup, read_only=True).close()
            found += [f"{backup.name}: {fault}" for fault in faults_of(backup)]
        except (OnrecordError, sqlite3.DatabaseError) as error:
            found.append(f"{backup.name}: {error}")
    return found
