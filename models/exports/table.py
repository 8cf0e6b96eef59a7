"""What a table to publish is: its columns, in groups that describe one record each, and where its rows come from."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from models.exports.columns import Column
from models.ids import Id
from models.records import ArticleRecords
from models.registry import Registry
from models.store.snapshot import Counts, SpeakerCounts

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a project holds: its speakers with their counts, and its articles in the order of import (read once)."""

    registry: Registry
    counts: Mapping[Id, SpeakerCounts]
    articles: Iterator[ArticleRecords]


@dataclass(frozen=True, slots=True)
class Group(Generic[T]):
    """Neighbouring columns that describe one record `of` a row: its article, its claim. A row can be without one."""

    of: Callable[[T], Any]
    columns: tuple[Column[Any], ...]


@dataclass(frozen=True, slots=True)
class Table(Generic[T]):
    """A table to publish: its name, what a row is, the names of the columns of its key, and its columns.

    Its rows are those of each article or, where they belong to none, those of the whole project. `counted` tells how
    many there must be.
    """

    name: str
    description: str
    key: tuple[str, ...]
    groups: tuple[Group[T], ...]
    counted: Callable[[Counts], int]
    of_article: Callable[[ArticleRecords, Registry], Iterable[T]] = lambda _records, _registry: ()
    of_project: Callable[[Recorded], Iterable[T]] = lambda _recorded: ()

    @property
    def columns(self) -> tuple[Column[Any], ...]:
        """Return every column, in order."""
        return tuple(column for group in self.groups for column in group.columns)
