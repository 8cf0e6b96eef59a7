"""What a table to publish is: its columns, in groups that describe one record each, and where its rows come from."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from models.exports.columns import Column
from models.store.full import FullArticle
from models.store.lines import Speakers
from models.store.snapshot import Counts

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Group(Generic[T]):
    """Neighbouring columns that describe one record `of` a row: its article, its claim."""

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
    of_article: Callable[[FullArticle, Speakers], Iterable[T]] = lambda _article, _speakers: ()
    of_project: Callable[[Speakers], Iterable[T]] = lambda _speakers: ()

    @property
    def columns(self) -> tuple[Column[Any], ...]:
        """Every column, in order."""
        return tuple(column for group in self.groups for column in group.columns)
