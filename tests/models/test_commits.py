"""Commits of others are counted by the header of the file, which takes no lock away from anybody."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from models.store import Store
from models.store.commits import Commits
from models.store.one_moment import one_moment
from tests.example import Example, signed, typed

WRITE = "import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=0).execute('UPDATE article SET title = title')"


def test_commits_of_others_are_counted_without_ours(example: Example) -> None:
    path = example.store.path
    with closing(Commits(path)) as commits, closing(sqlite3.connect(path)) as connection:
        commits.begin()
        for turn in range(3):
            with connection:
                connection.execute("UPDATE article SET outlet = ?", (str(turn),))
        commits.add_ours()
        assert commits.of_others() == 2
        assert commits.of_others() == 0


def test_edits_explain_the_commits_of_other_stores_and_nothing_else_does(example: Example) -> None:
    path = example.store.path
    with Store.open(path) as other:
        other.apply(signed(typed(example.article, "title", "The wall")))
        example.store.apply(signed(typed(example.article, "byline", "Ada")))
        other.apply(signed(typed(example.other, "title", "The ferry")))
    found = example.store.edits_elsewhere()
    assert (found.count, found.unedited) == (2, False)
    with closing(sqlite3.connect(path)) as shell, shell:
        shell.execute("UPDATE speaker SET role = 'Harbour master'")
    example.store.apply(signed(typed(example.other, "byline", "Ida")))
    assert example.store.edits_elsewhere().unedited


def test_a_store_that_is_closed_takes_no_lock_from_another_of_the_same_process(example: Example) -> None:
    path = example.store.path
    with closing(sqlite3.connect(path, isolation_level=None)) as connection, one_moment(connection):
        connection.execute("UPDATE article SET title = title")
        Store.open_beside(path).close()
        assert _is_locked(path)


def _is_locked(path: Path) -> bool:
    """Return whether another process cannot write to a file."""
    wrote = subprocess.run([sys.executable, "-c", WRITE, path], capture_output=True, check=False, text=True)
    return "database is locked" in wrote.stderr
