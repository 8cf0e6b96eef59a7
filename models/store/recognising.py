"""Tell whether a file has the structure of its version, and nothing else that SQLite could run."""

import sqlite3
from pathlib import Path

from models.errors import NotAProject
from models.store.opening import damaged
from models.store.structure import Structure, names, runnable, structure_of
from models.text.excerpts import quoted
from models.translation import _

MORE = {
    "trigger": _("“{file}” has triggers that Onrecord did not make: {names}."),
    "view": _("“{file}” has views that Onrecord did not make: {names}."),
    "table": _("“{file}” has tables that Onrecord did not make: {names}."),
    "index": _("“{file}” has indexes that Onrecord did not make: {names}."),
    "column": _("“{file}” has columns that Onrecord did not make: {names}."),
}
"""What is said of things in a file that are not ours, by their kind; the first in this order is named."""
OTHERWISE = {
    "trigger": _("“{file}” has triggers that are not as Onrecord made them: {names}."),
    "view": _("“{file}” has views that are not as Onrecord made them: {names}."),
    "table": _("“{file}” has tables that are not as Onrecord made them: {names}."),
    "index": _("“{file}” has indexes that are not as Onrecord made them: {names}."),
    "column": _("“{file}” has columns that are not as Onrecord made them: {names}."),
}
"""The same of things that have our names, and say something else."""
MOST = 3
"""Names that are given."""

Names = set[tuple[object, ...]]
"""Things in a file, by kind and name."""


def recognise(path: Path, connection: sqlite3.Connection, expected: Structure) -> None:
    """Refuse a file that does not have the structure of its version: a view for a table, a trigger, a missing table."""
    if more := runnable(connection) - names(expected):  # nothing that is not ours is looked at more closely
        raise _strange(path, MORE, more)
    found = structure_of(connection)
    if found == expected:
        return
    if names(expected) - names(found):
        raise damaged(path)
    if more := names(found) - names(expected):
        raise _strange(path, MORE, more)
    raise _strange(path, OTHERWISE, names(found ^ expected))


def _strange(path: Path, words: dict[str, str], things: Names) -> NotAProject:
    """Return the error for a file with things that are not ours; whatever has no words is of a table."""
    of_kind: dict[str, set[str]] = {}
    for kind, name in things:
        of_kind.setdefault(str(kind) if kind in words else "table", set()).add(str(name))
    first = next(kind for kind in words if kind in of_kind)
    listed = [quoted(name) for name in sorted(of_kind[first])]
    shown = ", ".join(listed[:MOST] + ["…"] * (len(listed) > MOST))
    return NotAProject(
        words[first].format(file=path.name, names=shown),
        _("Nothing in it was run or changed."),
        _("If another program made or changed them, undo that there, or open a copy from before."),
    )
