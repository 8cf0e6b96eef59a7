"""Turn functions that read a file through a connection into methods of whatever has the connection."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

T = TypeVar("T")
P = ParamSpec("P")


class Asked(Protocol):
    """Lets its connection be asked in a block, and explains SQLite's errors to people."""

    def _asking(self) -> AbstractContextManager[sqlite3.Connection]: ...


def as_method(question: Callable[Concatenate[sqlite3.Connection, P], T]) -> Callable[Concatenate[Asked, P], T]:
    """Turn a function that reads the file into a method."""

    @wraps(question)
    def ask(file: Asked, /, *asked: P.args, **named: P.kwargs) -> T:
        with file._asking() as connection:
            return question(connection, *asked, **named)

    return ask


def piece_by_piece(question: Callable[[sqlite3.Connection], Iterator[T]]) -> Callable[[Asked], Iterator[T]]:
    """Do the same with a function that yields what it reads: others can write between two pieces."""

    @wraps(question)
    def ask(file: Asked) -> Iterator[T]:
        with file._asking() as connection:
            yield from question(connection)

    return ask
