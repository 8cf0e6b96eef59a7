"""Projects that another program has switched over to a write-ahead log, which lies beside the file."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest


def switch_over(path: Path) -> None:
    """Let a file keep its changes in a log, as another program can; none are left in one."""
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode = WAL")


def leave_log(path: Path) -> None:
    """Leave a log with a change beside a file, as a program does that is killed."""
    switch_over(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("UPDATE article SET note = 'from elsewhere'")
        log = Path(f"{path}-wal").read_bytes()
        content = path.read_bytes()
    path.write_bytes(content)
    Path(f"{path}-wal").write_bytes(log)
    Path(f"{path}-shm").unlink(missing_ok=True)


@contextmanager
def read_only_folder(path: Path) -> Iterator[None]:
    """Let SQLite make nothing beside a file; the tests may run as somebody who may write everywhere."""
    shared = Path(f"{path}-shm")
    shared.symlink_to(shared)  # which nobody can open
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("os.access", lambda *_asked: False)
        yield
    shared.unlink()
