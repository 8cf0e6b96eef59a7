"""What the history keeps of the changes of an edit, and how it is read: the body of the edit, which is JSON.

A body has a format number, the hashes of the texts and files that came with the edit, and its changes. Each change is
an object: its member `+claim` has the id of a claim that was made, `~claim` of one that was changed, `-claim` of one
that was deleted, and so for every table; the other members are fields.

* A row that was made or deleted is written whole, but for fields that are absent or as they mostly are: the entity's
  default, the role of a number's span or of a claim's words, the qualifier of an exact value (`usual`).
* Such a span that names neither claim nor number is in the one that the last change before it was about, and such a
  number in the claim of the last change of a claim (`LastOwner`): a number in no claim says so, by null, after one.
* Of a changed row only the fields that differ are written, each as a list of the value before and the value after. A
  span also has its claim or number, by which it is found, as a plain value.
* What the edit says once is not repeated: its coder and time, the `article` that all its whole rows belong to, and
  that of a claim or number for its spans, and of a claim for its numbers.
* The `at` of a whole row has its start and its end.
* A number in the place of an id is that of the row of an earlier or later change, counted from 0.

An edit of one claim has the same few ids in every row; written in full, the history was half of a file.
"""

from collections.abc import Iterable, Iterator
from dataclasses import MISSING, dataclass, field, fields
from typing import Any, Generic, TypeVar

from models.entities import ENTITIES, Claim, Content, Number, Original, Qualifier, Record, Role, Span
from models.ids import Id
from models.references import REFERENCES
from models.store.rows import BY_TABLE, COLUMNS, TABLES, Malformed, Row, read_fields
from models.store.upcasting import UPCASTERS, Body
from models.text.reading_json import read_json

T = TypeVar("T")

CHANGED_AT = "changed_at"

DEFAULTS: dict[type[Record], Row] = {
    entity: {each.name: each.default for each in fields(entity) if each.default not in (MISSING, None)}
    for entity in ENTITIES
}
"""The values that a whole row has where its change does not say another; another default needs an upcaster."""

NAMED: dict[type[Record], tuple[str, ...]] = {
    entity: tuple(name for name, refers in REFERENCES[entity].items() if refers.to not in (Content, Original))
    for entity in ENTITIES
}
"""The fields that hold the id of another record."""

FIELDS: dict[type[Record], frozenset[str]] = {entity: frozenset(COLUMNS[entity]) for entity in ENTITIES}

AT = "at"
"""Where a whole row is in its article: its start and its end."""

MADE, CHANGED, DELETED = SIGNS = ("+", "~", "-")
"""What happened to a row: the sign before the name of its table."""

OWNERS: dict[type[Record], tuple[str, ...]] = {Span: ("claim", "number"), Number: ("claim",)}
"""The fields that name the record that a row is in, whose article is that of the row."""


@dataclass(frozen=True, slots=True)
class RowChange:
    """The fields of one row before and after; None for a row that was not there. A row made or deleted is whole.

    `beside` are fields of a changed row that are the same before and after, as far as the edit names them.
    """

    entity: type[Record]
    id: Id
    before: Row | None
    after: Row | None
    beside: Row = field(default_factory=dict)


class LastOwner(Generic[T]):
    """Which claims and numbers the changes of a body were about last, as one goes through them."""

    def __init__(self) -> None:
        self._found: dict[str, T] = {}
        """The last claim and the last number, by the field that names them; the later one is at the end."""

    def take(self, entity: type[Record], named: T) -> None:
        """Go on after a change of a row."""
        if entity in (Claim, Number):
            self._found.pop(TABLES[entity], None)
            self._found[TABLES[entity]] = named

    def of(self, entity: type[Record]) -> tuple[str, T] | None:
        """Return what a row is in that names nothing, with the field that would name it; None if it is in nothing."""
        found = [each for each in self._found.items() if each[0] in OWNERS.get(entity, ())]
        return found[-1] if found else None


def said(item: Body) -> tuple[str, type[Record], Id]:
    """Return what happened in a change of a body, to a row of which kind, and its id. Raises ValueError or KeyError."""
    (name,) = [name for name in item if name[:1] in SIGNS]
    return name[0], BY_TABLE[name[1:]], item[name]


def usual(entity: type[Record], row: Row) -> Row:
    """Return the values of a whole row that are not written, by its other values."""
    usually = {**DEFAULTS[entity]}
    if entity is Span:
        usually["role"] = Role.CONTENT if row.get("number") is None else Role.NUMBER
    if entity is Number and row.get("value") is not None:
        usually["qualifier"] = Qualifier.EXACT
    return usually


def format_number() -> int:
    """Return the format of the bodies that are written now."""
    return len(UPCASTERS) + 1


def read_body(text: str) -> Body:
    """Read a body in the newest format. Raises Malformed."""
    try:
        body: Body = read_json(text)
        number = body["format"]
        if not 0 < number <= format_number():
            raise ValueError(f"an edit of format {number}")
        for upcast in UPCASTERS[number - 1 :]:
            body = upcast(body)
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        raise Malformed(f"no body of an edit: {error}") from error
    return body


def forgotten_in(text: str) -> int:
    """Return how many changes of a body lack something that was forgotten (`forgotten.py`). Raises Malformed."""
    return int(read_body(text).get("forgotten", 0)) if '"forgotten":' in text else 0


def changes_in(text: str, coder: str | None, at: str | None) -> list[RowChange]:
    """Read the changes of an edit from its body, its coder and its time. Raises Malformed."""
    body = read_body(text)
    try:
        return [*_Reader(body, signature_of(coder, at)).changes()]
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        raise Malformed(f"no changes of ours: {error}") from error


def spelt_out(body: Body) -> Iterator[Body]:
    """Yield the changes of a body with the ids and articles of all rows, so that some of them can be left out."""
    return _Reader(body, {}).spelt_out()


class _Reader:
    """Reads the changes of a body."""

    def __init__(self, body: Body, signature: Row) -> None:
        self._said = [said(item) for item in body["changes"]]
        self._changes: list[Row] = [*self._with_owners(body["changes"])]
        self._signature = signature
        self._article = self._id(body.get("article"))

    def _with_owners(self, items: Iterable[Row]) -> Iterator[Row]:
        """Yield changes, whole rows with the place of the change of what they are in."""
        first, last = dict[Id, int](), LastOwner[int]()
        for place, ((happened, entity, id_), item) in enumerate(zip(self._said, items, strict=True)):
            owner = last.of(entity) if happened != CHANGED and item.keys().isdisjoint(OWNERS.get(entity, ())) else None
            yield _with_place(item) | dict([owner] if owner else ())
            last.take(entity, first.setdefault(id_, place))

    def changes(self) -> Iterator[RowChange]:
        """Yield each change."""
        for (happened, entity, id_), item in zip(self._said, self._changes, strict=True):
            given = _given(item)
            if not given.keys() <= FIELDS[entity]:
                raise ValueError(f"no row of {TABLES[entity]}: {given}")
            if happened == CHANGED:
                yield self._changed(entity, id_, given)
            else:
                row = self._whole(entity, given, happened)
                yield RowChange(entity, id_, *((None, row) if happened == MADE else (row, None)))

    def spelt_out(self) -> Iterator[Body]:
        """Yield each change as it is written, but with all ids."""
        for (happened, entity, _id), item in zip(self._said, self._changes, strict=True):
            ids = {name: self._ids_in(value) for name, value in item.items() if name in NAMED[entity]}
            article = self._article_of(entity, _given(item)) if happened != CHANGED else None
            yield item | ({"article": article} if article else {}) | ids

    def _whole(self, entity: type[Record], given: Row, happened: str) -> Row:
        row = usual(entity, given)
        if (article := self._article_of(entity, given)) is not None:
            row["article"] = article
        if happened == MADE:
            row.update((name, value) for name, value in self._signature.items() if name in FIELDS[entity])
        row.update(given)
        return read_fields(entity, self._with_ids(entity, row))

    def _article_of(self, entity: type[Record], given: Row) -> Id | None:
        """Return the article of a whole row: its own, that of the record that it is in, or that of all rows."""
        if "article" in given or "article" not in FIELDS[entity]:
            return self._id(given.get("article"))
        owner = next((given[name] for name in OWNERS.get(entity, ()) if given.get(name) is not None), None)
        if isinstance(owner, int):
            happened, kind, _id = self._said[owner]
            if happened != CHANGED and kind in (Claim, Number):
                return self._article_of(kind, _given(self._changes[owner]))
        return self._article

    def _changed(self, entity: type[Record], record: Id, given: Row) -> RowChange:
        both = {name: values for name, values in given.items() if isinstance(values, list)}
        beside = {name: value for name, value in given.items() if name not in both}
        if not beside.keys() <= {*(OWNERS[entity] if entity is Span else ())}:
            raise ValueError(f"no values before and after: {beside}")
        before = {name: values[0] for name, values in both.items()}
        after = {name: values[1] if len(values) > 1 else self._signature[name] for name, values in both.items()}
        rows = (read_fields(entity, self._with_ids(entity, row)) for row in (before, after, beside))
        return RowChange(entity, record, *rows)

    def _with_ids(self, entity: type[Record], row: Row) -> Row:
        """Replace the places of changes by the ids that they stand for, in the row itself."""
        for name in NAMED[entity]:
            if isinstance(row.get(name), int):
                row[name] = self._id(row[name])
        return row

    def _ids_in(self, value: Any) -> Any:
        """Return the id that a value stands for, or those of the values before and after."""
        return [self._id(each) for each in value] if isinstance(value, list) else self._id(value)

    def _id(self, named: Id | int | None) -> Id | None:
        """Return the id that an id or the place of a change stands for."""
        return self._said[named][-1] if isinstance(named, int) else named


def _with_place(item: Row) -> Row:
    """Return a change with the start and the end of a row that is written whole."""
    if AT not in item:
        return item
    start, end = item[AT]
    return {name: value for name, value in item.items() if name != AT} | {"start": start, "end": end}


def _given(item: Row) -> Row:
    """Return the fields of a change."""
    return {name: value for name, value in item.items() if name[:1] not in SIGNS}


def composed(changes: Iterable[RowChange]) -> list[RowChange]:
    """Combine the successive changes of each row into one; a row that was made and deleted is left out."""
    found: dict[tuple[type[Record], Id], RowChange] = {}
    for change in changes:
        key = change.entity, change.id
        first = found.get(key)
        found[key] = _both(first, change) if first else change
    return [change for change in found.values() if change.before is not None or change.after is not None]


def _both(first: RowChange, then: RowChange) -> RowChange:
    before = None if first.before is None else {**(then.before or {}), **first.before}
    after = None if then.after is None else {**(first.after or {}), **then.after}
    return RowChange(first.entity, first.id, before, after, {**first.beside, **then.beside})


def signature_of(coder: str | None, at: str | None) -> Row:
    """Return the fields that a row has from the edit that makes it."""
    return {"coder": coder, "made_at": at, CHANGED_AT: at}
