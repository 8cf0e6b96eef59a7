"""Overwrite chosen pages of a project: those of some tables."""

import sqlite3
from contextlib import closing
from pathlib import Path

from models.damaged.cells import kind_of
from models.damaged.pages import INTERIOR, Pages
from models.damaged.trees import Walk
from tests.damaging.ways import PAGE


def overwrite(study: Path, *pages: int, by: bytes = b"\x07" * PAGE) -> None:
    """Overwrite some pages, which are numbered from 1."""
    content = bytearray(study.read_bytes())
    for page in pages:
        content[(page - 1) * PAGE : page * PAGE] = by
    study.write_bytes(content)


def pages_of(study: Path, *tables: str) -> list[int]:
    """Return every page of some tables, with those that their rows go on in."""
    with closing(sqlite3.connect(study)) as connection, study.open("rb") as file:
        pages = Pages(file, study.stat().st_size)
        walk = Walk(pages)
        for table in tables:
            (root,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
            assert [*walk.table(root)]
        return sorted(walk.used)


def branches_of(study: Path, *tables: str) -> list[int]:
    """Return the pages of some tables from which others branch off."""
    with study.open("rb") as file:
        pages = Pages(file, study.stat().st_size)
        return [page for page in pages_of(study, *tables) if kind_of(pages, page) == INTERIOR]
