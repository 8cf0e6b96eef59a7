"""Processes that write edits into a project, report each, and are killed."""

import signal
import sys
from multiprocessing.connection import Connection
from pathlib import Path

from models.edits import Edit, made
from models.entities import Speaker
from models.store import Store
from tests.example import signed

if sys.platform != "win32":
    import resource

ROWS = 5
"""The rows of each edit: all of them, or none, must be found."""


def write_until_killed(path: Path, first: int, acknowledge: Connection) -> None:
    """Enter speakers named "count/part"; the count is sent when its edit is saved."""
    with Store.open(path) as store:
        for count in range(first, first + 10_000):
            rows = (Speaker(name=f"{count}/{part}", note="x" * 2000) for part in range(ROWS))
            store.apply(signed(Edit("New speakers", tuple(made(row) for row in rows))))
            acknowledge.send(count)


def write_or_die(path: Path, edit: Edit, limit: int, acknowledge: Connection) -> None:
    """Write a signed edit, and send it as it was written; the system kills whoever writes beyond so many bytes of a
    file: of the journal, or after it of the project.
    """
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    with Store.open(path) as store:
        acknowledge.send(store.apply(edit))
