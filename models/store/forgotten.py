"""Leave out of the history what a project does not have any more: rows that are gone, words that were replaced.

This is the one exception from the rule that the history is never rewritten, and it is made in a new file alone
(`compacting.py`). An edit keeps its place, its time and its coder; its body says how many changes lack something.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, get_args, get_type_hints

from models.entities import ENTITIES, Record
from models.ids import Id
from models.store.as_now import row_of
from models.store.body_writing import Kept
from models.store.edit_body import CHANGED_AT, NAMED, OWNERS, forgotten_in, read_body, said, spelt_out
from models.store.rows import BY_TABLE, COLUMNS, ENUMERATIONS, TABLES, Malformed, Row
from models.store.upcasting import Body
from models.text.folding import folded
from models.translation import _

LABEL = _("An edit that was forgotten")
"""The label of an edit whose own label has words that are forgotten."""

FEWEST = 3
"""Letters of a word that is looked for in a label; shorter ones are in every label."""

SIGNATURE = ("id", "coder", "made_at", CHANGED_AT)


def _words_of(entity: type[Record]) -> frozenset[str]:
    """Return the fields of a record that hold words: texts that are no ids, no times and no values of a list."""
    listed = {name for name, _members in ENUMERATIONS[entity]}
    texts = (name for name, hint in get_type_hints(entity).items() if str in (get_args(hint) or (hint,)))
    return frozenset(texts) - listed - {*SIGNATURE, *NAMED[entity]}


WORDS = {entity: _words_of(entity) for entity in ENTITIES}


@dataclass(slots=True)
class Gone:
    """What was found to be gone while the history was read: rows by their kind, and the edits that lack something."""

    edits: int = 0
    last: tuple[str, str, str] | None = None
    """The label, the coder and the time of the last of these edits."""
    rows: Counter[type[Record]] = field(default_factory=Counter)
    _seen: set[Id] = field(default_factory=set)

    def count(self, entity: type[Record], record: Id) -> None:
        """Count a row that is gone, once."""
        if record not in self._seen:
            self._seen.add(record)
            self.rows[entity] += 1


class Forgetting:
    """Compares edits with the rows that a file has."""

    def __init__(self, connection: sqlite3.Connection, kept: Kept) -> None:
        self._connection, self._kept = connection, kept
        self.gone = Gone()
        self._now = lru_cache(maxsize=10_000)(self._read)

    def _read(self, table: str, record: Id, owners: tuple[tuple[str, Id], ...]) -> Row | None:
        return row_of(self._connection, BY_TABLE[table], record, dict(owners))

    def without(self, text: str, label: str, coder: str, at: str) -> tuple[str, str] | None:
        """Return the body and the label of an edit without what is gone; None if nothing is. Raises Malformed."""
        body = read_body(text)
        try:
            left = [self._left(change) for change in spelt_out(body)]
        except (ValueError, TypeError, LookupError, AttributeError) as error:
            raise Malformed(f"no changes of ours: {error}") from error
        words = {word for _change, lost in left for word in lost or ()}
        lost = sum(lost is not None for _change, lost in left) + self._drop_texts(body)
        if not lost:
            return None
        self.gone.edits += 1
        self.gone.last = label, coder, at
        body["changes"] = [change for change, _lost in left if change]
        body["forgotten"] = lost + forgotten_in(text)
        body.pop("article", None)
        spoken = any(len(word) >= FEWEST and folded(word) in folded(label) for word in words)
        return json.dumps(body, ensure_ascii=False, separators=(",", ":")), LABEL if spoken else label

    def _drop_texts(self, body: Body) -> bool:
        """Leave out the hashes of texts and files that are gone; return whether there were any."""
        found = False
        for name in self._kept.keys() & body.keys():
            there = [each for each in body[name] if each in self._kept[name]]
            found |= len(there) < len(body[name])
            body[name] = there
        return found

    def _left(self, change: Body) -> tuple[Body | None, tuple[str, ...] | None]:
        """Return what is left of a change, and the words that are gone; None for these if nothing is gone."""
        _happened, entity, id_ = said(change)
        fields = {name: value for name, value in change.items() if name in COLUMNS[entity]}
        owners = {name: change[name] for name in OWNERS.get(entity, ()) if isinstance(change.get(name), str)}
        now = self._now(TABLES[entity], id_, tuple(owners.items()))
        if now is None:
            self.gone.count(entity, id_)
            return None, tuple(self._texts(entity, fields))
        kept = {name: _known(value, now[name]) for name, value in fields.items() if name in WORDS[entity]}
        lost = {name for name in kept if kept[name] != fields[name]}
        if not lost:
            return change, None
        words = tuple(self._texts(entity, {name: fields[name] for name in lost}))
        return {**change, **kept}, words

    def _texts(self, entity: type[Record], fields: Body) -> Iterator[str]:
        for name in WORDS[entity] & fields.keys():
            values = fields[name] if isinstance(fields[name], list) else [fields[name]]
            yield from (value for value in values if isinstance(value, str))


def _known(value: Any, now: Any) -> Any:
    """Return a value of a field, or the two before and after; one that the row does not have any more is absent."""
    if isinstance(value, list):
        return [_known(each, now) for each in value]
    return value if value == now else None
