"""Read and write how the columns of the tables are arranged in a project, which is not part of the history."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from models.store.applying import transaction
from models.views.definition import read_layout, write_layout
from models.views.layout import Layout

KEEP = """INSERT INTO layout (shows, definition) VALUES (?, ?)
          ON CONFLICT (shows) DO UPDATE SET definition = excluded.definition"""


@dataclass(frozen=True, slots=True)
class Seen:
    """What was in the file at one time: the number of its last edit, and what is kept beside the history: the layouts
    as they are written, and how many open places have been counted in how many articles.
    """

    last_edit: int
    kept: tuple[tuple[object, ...], ...]

    def differs_in_what_is_kept(self, other: "Seen") -> bool:
        """Return whether only what is kept beside the history was changed between two times, and nothing was edited."""
        return self.last_edit == other.last_edit and self.kept != other.kept


def seen(connection: sqlite3.Connection) -> Seen:
    """Return what is in the file now."""
    (last,) = connection.execute("SELECT coalesce(max(row), 0) FROM edit").fetchone()
    layouts = connection.execute("SELECT shows, definition FROM layout ORDER BY shows")
    return Seen(
        last, (*layouts, *connection.execute("SELECT count(*), total(quotations + verbs + numbers) FROM coverage"))
    )


def layouts(connection: sqlite3.Connection) -> dict[str, Layout]:
    """Return the layout of each table that has one, by the table's name."""
    kept = {shows: read_layout(text) for shows, text in connection.execute("SELECT shows, definition FROM layout")}
    return {shows: layout for shows, layout in kept.items() if layout}


def keep(connection: sqlite3.Connection, changed: Mapping[str, Layout | None]) -> None:
    """Keep the layouts of some tables in one transaction; a table that is given None has none from now on."""
    with transaction(connection):
        for shows, layout in changed.items():
            if layout is None:
                connection.execute("DELETE FROM layout WHERE shows = ?", (shows,))
            else:
                connection.execute(KEEP, (shows, write_layout(layout)))
