"""Do something in a process that is killed at a moment: before a call that changes a folder, or before a statement."""

import multiprocessing
import os
import signal
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from threading import get_ident
from typing import Any

CALLS = {"open", "os.mkdir", "os.link", "os.rename", "os.remove", "os.rmdir"}
"""The audit events of calls that change a file system."""

Do = Callable[[], object]


class _Moments:
    """Counts the moments of a process, and kills it at one of them."""

    def __init__(self, folder: Path, last: int | None) -> None:
        self._folder, self._last, self.count = str(folder), last, 0
        self._thread = get_ident()
        self._connect = sqlite3.connect
        sqlite3.connect = self._traced  # type: ignore[assignment]  # this process is there for nothing else
        sys.addaudithook(self._hear)

    def _traced(self, *given: Any, **named: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = self._connect(*given, **named)
        if given[0] != ":memory:":  # in which the tables of a version are made once
            connection.set_trace_callback(lambda _statement: self._come())
        return connection

    def _hear(self, event: str, arguments: tuple[object, ...]) -> None:
        if event in CALLS and str(arguments[0]).startswith(self._folder):
            self._come()

    def _come(self) -> None:
        if get_ident() != self._thread:  # the file is checked for damage beside this, now sooner, now later
            return
        if self.count == self._last:
            os.kill(os.getpid(), signal.SIGKILL)
        self.count += 1


def moments_of(do: Do, folder: Path) -> int:
    """Do it in another process, and return how many moments there were: statements, and calls that change a folder."""
    hear, say = multiprocessing.Pipe(duplex=False)

    def count() -> None:
        moments = _Moments(folder, None)
        do()
        say.send(moments.count)

    process = multiprocessing.get_context("fork").Process(target=count)
    process.start()
    say.close()
    found = hear.recv()
    process.join()
    return int(found)


def kill_at(moment: int, do: Do, folder: Path) -> None:
    """Do it in another process, which is killed just before a moment (from 0)."""

    def die() -> None:
        _Moments(folder, moment)
        do()

    process = multiprocessing.get_context("fork").Process(target=die)
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL, moment
