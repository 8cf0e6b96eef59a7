"""A process that writes edit after edit into a project, reports each, and waits to be killed."""

from multiprocessing.connection import Connection
from pathlib import Path

from models.edits import Edit, made
from models.entities import Speaker
from models.store import Store
from tests.example import signed

ROWS = 5
"""The rows of each edit: all of them, or none, must be found."""


def write_until_killed(path: Path, first: int, acknowledge: Connection) -> None:
    """Enter speakers named "count/part"; the count is sent when its edit is saved."""
    with Store.open(path) as store:
        for count in range(first, first + 10_000):
            rows = (Speaker(name=f"{count}/{part}", note="x" * 2000) for part in range(ROWS))
            store.apply(signed(Edit("New speakers", tuple(made(row) for row in rows))))
            acknowledge.send(count)
