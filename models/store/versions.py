"""The versions of the project file, and the numbered steps from one version to the next.

The only record of a file's version is `PRAGMA user_version`. A released version is never changed: what a feature needs
comes with a new step at the end of `UPGRADES`. A program reads files of newer versions as long as the tables that it
knows are as they were (`newer_files.py`), so what gets another meaning has to get another name or check as well. A step
that changes rows also rebuilds the derived tables, and one that changes the columns of a table also adds an upcaster
for older edits (`upcasting.UPCASTERS`), except for new columns, which take the defaults of the entity there.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cache

from models.store.absence_indexes import bring_absence_indexes
from models.store.active_time_table import bring_active_time
from models.store.codebook_tables import bring_codebook
from models.store.covering_indexes import bring_covering_indexes
from models.store.data_views import bring_data_views
from models.store.database_tools import Database
from models.store.fewer_indexes import bring_fewer_indexes
from models.store.reading_tables import bring_reading
from models.store.schema import APPLICATION_ID, VERSION_1, statements
from models.store.smaller_tables import bring_smaller_tables
from models.store.structure import Definitions, Structure, definitions_of, structure_of
from models.store.suggestion_tables import bring_suggestions
from models.store.view_tables import bring_views
from models.translation import _


@dataclass(frozen=True, slots=True)
class Upgrade:
    """One step: the version that it leads to, what it brings in words for people, and the function that does it.

    The function runs in a transaction, without foreign keys, and must not end that transaction.
    """

    version: int
    what: str
    run: Callable[[Database], object]


@dataclass(frozen=True, slots=True)
class Versions:
    """Version 1 and the steps that follow, without a gap."""

    steps: tuple[Upgrade, ...] = ()

    def __post_init__(self) -> None:
        """Refuse steps that leave out a version or come in another order (ValueError)."""
        numbers = [step.version for step in self.steps]
        if numbers != list(range(2, len(numbers) + 2)):
            raise ValueError(f"the steps after version 1 lead to {numbers}")

    @property
    def newest(self) -> int:
        """Return the number of the newest version."""
        return len(self.steps) + 1

    def after(self, version: int) -> tuple[Upgrade, ...]:
        """Return the steps from a version to the newest."""
        return self.steps[version - 1 :]

    def make(self, connection: sqlite3.Connection, version: int | None = None) -> None:
        """Create the tables of a version, by default the newest, in an empty file."""
        connection.execute("BEGIN")
        for statement in statements(VERSION_1):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 1")
        run(connection, self.steps[: (version or self.newest) - 1])
        connection.execute("COMMIT")


def _bring_version_7(database: Database) -> None:
    bring_smaller_tables(database)
    bring_active_time(database)


UPGRADES: tuple[Upgrade, ...] = (
    Upgrade(2, _("a codebook, with variables of the study's own"), bring_codebook),
    Upgrade(3, _("records to discuss, and views of the tables"), bring_views),
    Upgrade(4, _("exports with a name, and views for other programs"), bring_data_views),
    Upgrade(5, _("samples of articles, dates as they are printed, and lines that a site repeats"), bring_reading),
    Upgrade(
        6,
        _("how records began, suggestions that were dismissed, and words of the project's own"),
        bring_suggestions,
    ),
    Upgrade(7, _("a smaller file, and how long coders were at work on each article"), _bring_version_7),
    Upgrade(8, _("fewer indexes, so that the file is smaller and less is written for each edit"), bring_fewer_indexes),
    Upgrade(9, _("titles sorted by the numbers in them, and a smaller history"), bring_absence_indexes),
    Upgrade(10, _("indexes by which large projects are filtered and grouped in less time"), bring_covering_indexes),
)
"""Every step after version 1. A step that is released is never changed."""

VERSIONS = Versions(UPGRADES)


def run(connection: sqlite3.Connection, steps: tuple[Upgrade, ...]) -> None:
    """Run some steps, one after the other, within a transaction."""
    database = Database(connection, execute_plugins=False)
    for step in steps:
        step.run(database)
        connection.execute(f"PRAGMA user_version = {step.version}")


def version_of(connection: sqlite3.Connection) -> int:
    """Return the version of a file."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


@cache
def definitions(versions: Versions, version: int) -> Definitions:
    """Return the words that this program makes a file of a version with."""
    with made(versions, version) as connection:
        return definitions_of(connection)


@cache
def structure(versions: Versions, version: int) -> Structure:
    """Return the structure of a file of a version."""
    with made(versions, version) as connection:
        return structure_of(connection)


@contextmanager
def made(versions: Versions, version: int) -> Iterator[sqlite3.Connection]:
    """Make a file of a version in memory, for a block."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        versions.make(connection, version)
        yield connection
