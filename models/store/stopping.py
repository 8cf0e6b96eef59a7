"""End a question to the file that takes long, as soon as its answer is no longer wanted."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from models.errors import Interrupted
from models.store.long_write import STEPS
from models.store.result_codes import code_of


@contextmanager
def stopping(connection: sqlite3.Connection, stopped: Callable[[], bool]) -> Iterator[None]:
    """Let what is asked in a block end with Interrupted as soon as it is `stopped`, also within a long question."""
    connection.set_progress_handler(stopped, STEPS)
    try:
        yield
    except sqlite3.OperationalError as error:
        if code_of(error) != sqlite3.SQLITE_INTERRUPT:
            raise
        raise Interrupted from error
    finally:
        connection.set_progress_handler(None, 0)
