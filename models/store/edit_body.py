"""Write and read the body of an edit in the history: JSON with a format number, hashes of texts and files, and changes.

A row that was made or deleted is stored whole, without absent fields. Of a changed row only the fields that differ are
stored. The coder and the time of the edit are not repeated in its rows.
"""

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from models.edits import Change, Edit
from models.entities import Content, Original, Record
from models.ids import Id
from models.store.rows import BY_TABLE, COLUMNS, TABLES, Malformed, Row, read_fields, to_row

Body = dict[str, Any]

Kept = Mapping[str, Collection[str]]
"""The hashes that a file has, by the names of the lists in a body: "contents" and "originals"."""

UPCASTERS: tuple[Callable[[Body], Body], ...] = ()
"""Functions that convert the body of an older edit to the next format: the first from 1 to 2, the next from 2 to 3 …

The history is never rewritten, so an upgrade of the file that changes what a row is adds a function here.
"""

CHANGED_AT = "changed_at"


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


def body_of(edit: Edit) -> str:
    """Write the body of a signed edit, change by change: other threads wait for each call of json."""
    body: Body = {"format": format_number()}
    for name, kind in (("contents", Content), ("originals", Original)):
        if brought := [each.sha256 for each in edit.contents if isinstance(each, kind)]:
            body[name] = brought
    signature = _signature(edit.coder, edit.at)
    changes = ",".join(_json(_packed(change, signature)) for change in edit.changes)
    return f'{_json(body).removesuffix("}")},"changes":[{changes}]}}'


def _json(value: Body) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def read_body(text: str) -> Body:
    """Read a body in the newest format. Raises Malformed."""
    try:
        body: Body = json.loads(text)
        for upcast in UPCASTERS[body["format"] - 1 :]:
            body = upcast(body)
    except (ValueError, TypeError, LookupError) as error:
        raise Malformed(f"no body of an edit: {error}") from error
    if not 0 < body["format"] <= format_number():
        raise Malformed(f"an edit of format {body['format']}")
    return body


def without_lost(text: str, kept: Kept) -> str:
    """Return a body that names only texts and files that are still there. Raises Malformed."""
    body = read_body(text)
    lost = {name: [each for each in body[name] if each not in there] for name, there in kept.items() if name in body}
    if not any(lost.values()):
        return text
    return _json(
        {
            name: [each for each in value if each not in lost.get(name, ())] if name in lost else value
            for name, value in body.items()
        }
    )


def changes_in(text: str, coder: str | None, at: str | None) -> list[RowChange]:
    """Read the changes of an edit from its body, its coder and its time. Raises Malformed."""
    try:
        return [_unpacked(item, _signature(coder, at)) for item in read_body(text)["changes"]]
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        raise Malformed(f"no changes of ours: {error}") from error


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


def _signature(coder: str | None, at: str | None) -> Row:
    return {"coder": coder, "made_at": at, CHANGED_AT: at}


def _packed(change: Change, signature: Row) -> Row:
    packed: Row = {"table": TABLES[type(change.row)], "id": change.row.id}
    before = to_row(change.before) if change.before else {}
    after = to_row(change.after) if change.after else {}
    names = [name for name in before or after if name != "id" and before.get(name) != after.get(name)]
    if change.before:
        packed["before"] = {name: before[name] for name in names}
    if change.after:
        packed["after"] = {name: after[name] for name in names if after[name] != signature.get(name, ())}
    return packed


def _unpacked(item: Row, signature: Row) -> RowChange:
    entity = BY_TABLE[item["table"]]
    before, after = item.get("before"), item.get("after")
    if after is not None:
        implied = COLUMNS[entity] if before is None else before
        after = {**{name: value for name, value in signature.items() if name in implied}, **after}
    if before is None and after is None:
        raise ValueError("a change of nothing")
    for row in (before, after):
        if row is not None and not row.keys() <= set(COLUMNS[entity]):
            raise ValueError(f"no row of {item['table']}: {row}")
    return RowChange(
        entity,
        item["id"],
        read_fields(entity, before) if before is not None else None,
        read_fields(entity, after) if after is not None else None,
    )
