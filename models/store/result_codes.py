"""SQLite's result codes (https://www.sqlite.org/rescode.html)."""

import sqlite3


def code_of(error: sqlite3.Error) -> int:
    """Return the code of an error; 0 for one of Python's own, such as for a text that is no UTF-8, which has none."""
    return int(getattr(error, "sqlite_errorcode", 0))
