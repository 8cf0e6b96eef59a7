"""Write the body of an edit in the history; `edit_body` says what it consists of."""

import json
from collections.abc import Collection, Iterable, Mapping
from itertools import islice
from operator import attrgetter

from models.edits import Change, Edit
from models.entities import Claim, Content, Number, Original, Record, Span
from models.ids import Id
from models.store.edit_body import (
    AT,
    CHANGED,
    DELETED,
    MADE,
    NAMED,
    OWNERS,
    LastOwner,
    format_number,
    read_body,
    signature_of,
    usual,
)
from models.store.rows import COLUMNS, TABLES, Row, to_row
from models.store.upcasting import Body

AT_ONCE = 20
"""Changes of which json is made at once."""

_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_article = attrgetter("article")

Kept = Mapping[str, Collection[str]]
"""The hashes that a file has, by the names of the lists in a body: "contents" and "originals"."""


def body_of(edit: Edit) -> str:
    """Write the body of a signed edit, some changes at a time: other threads wait for each call of json."""
    body: Body = {"format": format_number()}
    for name, kind in (("contents", Content), ("originals", Original)):
        if brought := [each.sha256 for each in edit.contents if isinstance(each, kind)]:
            body[name] = brought
    writer = _Writer(edit)
    if writer.article is not None:
        body["article"] = writer.named(writer.article)
    packed = map(writer.packed, edit.changes)
    changes = ",".join(_json(some)[1:-1] for some in iter(lambda: [*islice(packed, AT_ONCE)], []))
    return f'{_json(body).removesuffix("}")},"changes":[{changes}]}}'


class _Writer:
    """Writes the changes of one edit, which name each other's rows and have one signature, and often one article."""

    def __init__(self, edit: Edit) -> None:
        self._signature = signature_of(edit.coder, edit.at)
        self._places: dict[Id, int] = {}
        self._last = LastOwner[Id]()
        self._articles: dict[Id, Id] = {}
        """The articles of claims and numbers that are written whole, by their ids."""
        for place, change in enumerate(edit.changes):
            row = change.row
            if row.id not in self._places and isinstance(row, Claim | Number) and _is_whole(change):
                self._articles[row.id] = row.article
            self._places.setdefault(row.id, place)
        self.article = _article_of_all(edit.changes)

    def named(self, record: Id | None) -> Id | int | None:
        """Return an id, or the place of the change that has it."""
        return self._places.get(record, record) if record is not None else None

    def packed(self, change: Change) -> Row:
        """Return a change as it is written, after those before it."""
        if change.before is not None and change.after is not None:
            written = self._changed(change.before, change.after)
        else:
            written = self._whole(change.row, MADE if change.before is None else DELETED)
        self._last.take(type(change.row), change.row.id)
        return written

    def _whole(self, record: Record, happened: str) -> Row:
        entity, row = type(record), to_row(record)
        implied = {**dict.fromkeys(row), **usual(entity, row), **self._in_last(entity, row)}
        owner = next((row[name] for name in OWNERS.get(entity, ()) if row[name] is not None), "")
        if (article := self._articles.get(owner, self.article)) is not None:
            implied["article"] = article
        if happened == MADE:
            implied |= self._signature
        kept = {name: row[name] for name in row if name != "id" and row[name] != implied[name]}
        if "start" in kept:
            kept[AT] = [kept.pop("start"), kept.pop("end")]
        return {happened + TABLES[entity]: record.id} | self._with_names(entity, kept)

    def _in_last(self, entity: type[Record], row: Row) -> Row:
        """Return the field of a row that names the record it is in, if that need not be said: it is the last one.

        A number in no claim says so after a claim; a span in another record names that instead.
        """
        last = self._last.of(entity)
        if last is None or (entity is Span and row[last[0]] != last[1]):
            return {}
        return dict([last])

    def _changed(self, before: Record, after: Record) -> Row:
        entity, old, new = type(before), to_row(before), to_row(after)
        packed: Row = {CHANGED + TABLES[entity]: after.id}
        if isinstance(after, Span):
            name = "claim" if after.claim else "number"
            packed[name] = self.named(new[name])
        for name in (name for name in old if old[name] != new[name]):
            values = {"before": old[name], "after": new[name]}
            if name in NAMED[entity]:
                values = {when: self.named(value) for when, value in values.items()}
            if new[name] == self._signature.get(name, ...):
                del values["after"]
            packed[name] = [*values.values()]
        return packed

    def _with_names(self, entity: type[Record], row: Row) -> Row:
        return row | {name: self.named(row[name]) for name in NAMED[entity] if name in row}


def _article_of_all(changes: Iterable[Change]) -> Id | None:
    """Return the article that every row that is made or deleted belongs to; None if there is no such article."""
    whole = (each.row for each in changes if _is_whole(each))
    found = {_article(row) for row in whole if "article" in COLUMNS[type(row)]}
    return found.pop() if len(found) == 1 else None


def _is_whole(change: Change) -> bool:
    """Return whether a row is made or deleted."""
    return change.before is None or change.after is None


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
