"""What the history keeps of the changes of an edit, and how it is read: the body of the edit, which is JSON.

A body has a format number, the hashes of the texts and files that came with the edit, and its changes. Each change is
an object: `made`, `changed` or `deleted` names the table and `id` the row, and the other members are fields.

* A row that was made or deleted is written whole, but for fields that are absent or have the entity's default.
* Of a changed row only the fields that differ are written, each as a list of the value before and the value after.
* What the edit says once is not repeated: its coder and time, and the `article` that all its whole rows belong to.
* A number in the place of an id is that of the row of an earlier or later change, counted from 0.

An edit of one claim has the same few ids in every row; written in full, the history was half of a file.
"""

from collections.abc import Iterable, Iterator
from dataclasses import MISSING, dataclass, fields

from models.entities import ENTITIES, Content, Original, Record
from models.ids import Id
from models.references import REFERENCES
from models.store.rows import BY_TABLE, COLUMNS, Malformed, Row, read_fields
from models.store.upcasting import UPCASTERS, Body
from models.text.reading_json import read_json

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

SAID = ("made", "changed", "deleted")
"""What can happen to a row, the first member of each change."""


@dataclass(frozen=True, slots=True)
class RowChange:
    """The fields of one row before and after; None for a row that was not there. A row made or deleted is whole."""

    entity: type[Record]
    id: Id
    before: Row | None
    after: Row | None


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


class _Reader:
    """Reads the changes of a body."""

    def __init__(self, body: Body, signature: Row) -> None:
        self._changes: list[Row] = body["changes"]
        self._signature = signature
        self._article = self._id(body.get("article"))

    def changes(self) -> Iterator[RowChange]:
        """Yield each change."""
        for item in self._changes:
            ((happened, table),) = [(name, item[name]) for name in SAID if name in item]
            entity = BY_TABLE[table]
            given = {name: value for name, value in item.items() if name not in (happened, "id")}
            if not given.keys() <= {*COLUMNS[entity]}:
                raise ValueError(f"no row of {table}: {given}")
            yield (
                self._changed(entity, item["id"], given)
                if happened == "changed"
                else self._whole(entity, item["id"], given, happened)
            )

    def _whole(self, entity: type[Record], record: Id, given: Row, happened: str) -> RowChange:
        names = COLUMNS[entity]
        implied = {**DEFAULTS[entity]}
        if self._article is not None and "article" in names:
            implied["article"] = self._article
        if happened == "made":
            implied |= {name: value for name, value in self._signature.items() if name in names}
        row = read_fields(entity, self._with_ids(entity, {**implied, **given}))
        return RowChange(entity, record, None, row) if happened == "made" else RowChange(entity, record, row, None)

    def _changed(self, entity: type[Record], record: Id, given: Row) -> RowChange:
        before = {name: values[0] for name, values in given.items()}
        after = {name: values[1] if len(values) > 1 else self._signature[name] for name, values in given.items()}
        rows = (read_fields(entity, self._with_ids(entity, row)) for row in (before, after))
        return RowChange(entity, record, *rows)

    def _with_ids(self, entity: type[Record], row: Row) -> Row:
        return row | {name: self._id(row[name]) for name in NAMED[entity] if name in row}

    def _id(self, named: Id | int | None) -> Id | None:
        """Return the id that an id or the place of a change stands for."""
        return self._changes[named]["id"] if isinstance(named, int) else named


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
    return RowChange(first.entity, first.id, before, after)


def signature_of(coder: str | None, at: str | None) -> Row:
    """Return the fields that a row has from the edit that makes it."""
    return {"coder": coder, "made_at": at, CHANGED_AT: at}
