"""Make a table of JSON objects, each of which is an article: their fields are its columns."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from models.articles.tables.table import LONGEST_NAME, SAMPLE, Row, Table
from models.errors import UnreadableArticle

DEEPEST = 4
"""Objects inside one another whose fields become columns: "source.name"."""

MOST_COLUMNS = 500


@dataclass(frozen=True, slots=True)
class JsonObject:
    """An object: the number of its line or its place in an array, from 1, its JSON, and its fields as texts."""

    number: int
    source: str
    fields: tuple[tuple[str, str], ...]


def object_of(number: int, source: str, fields: Mapping[str, Any]) -> JsonObject:
    """Return an object with its fields, also those of objects inside it."""
    return JsonObject(number, source, tuple(_fields(fields)))


def _fields(fields: Mapping[str, Any], before: str = "", depth: int = 0) -> Iterator[tuple[str, str]]:
    for field, value in fields.items():
        name = f"{before}{' '.join(field.split())}"
        if isinstance(value, dict) and depth < DEEPEST:
            yield from _fields(value, f"{name}.", depth + 1)
        elif name and len(name) <= LONGEST_NAME:
            yield name, _text(value)


def _text(value: object) -> str:
    """Return a value as a text; a list of texts is written with commas."""
    match value:
        case None:
            return ""
        case str():
            return value
        case list() if all(isinstance(each, str) for each in value):
            return ", ".join(value)
        case _:
            return json.dumps(value, ensure_ascii=False)


def table_of_objects(objects: Iterable[JsonObject | UnreadableArticle]) -> Table | None:
    """Return the table of some objects, whose columns are the fields of the first ones; None if there are none."""
    rows = iter(objects)
    beginning = list(islice(rows, SAMPLE))
    known = dict.fromkeys(name for each in beginning if isinstance(each, JsonObject) for name, _value in each.fields)
    names = tuple(islice(known, MOST_COLUMNS))
    whole = (_row(each, names) for each in chain(beginning, rows))
    sample = list(islice(whole, SAMPLE))
    return Table(names, tuple(row for row in sample if isinstance(row, Row)), chain(sample, whole)) if names else None


def _row(each: JsonObject | UnreadableArticle, names: tuple[str, ...]) -> Row | UnreadableArticle:
    if isinstance(each, UnreadableArticle):
        return each
    told = dict(each.fields)
    return Row(each.number, tuple(told.get(name, "") for name in names), each.source)
