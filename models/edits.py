"""One thing a coder did, as data: a label and the rows before and after. Undo is the inverse edit."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from models.entities import Claim, Content, Number, Original, Record, Signed, Span, article_of
from models.ids import Id, new_id


@dataclass(frozen=True, slots=True)
class Change:
    """One row before and after; without a before it is made, without an after it is deleted."""

    before: Record | None
    after: Record | None

    def __post_init__(self) -> None:
        """Refuse a change of nothing, or from one row into another (ValueError)."""
        rows = [row for row in (self.before, self.after) if row is not None]
        if len({(type(row), row.id) for row in rows}) != 1:
            raise ValueError(f"a change needs one row, before or after: {self.before!r}, {self.after!r}")

    @property
    def row(self) -> Record:
        """The row as it is after the change, or was before it was deleted."""
        row = self.after or self.before
        assert row is not None
        return row

    @property
    def inverse(self) -> "Change":
        """The change that takes this one back."""
        return Change(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Edit:
    """A labelled set of changes that happen together or not at all; a change that changes nothing is left out.

    `undoes` names the edit this one takes back: None for what a coder did, set for undo and redo.
    `continues` names the edit before it in the same gesture, so that one undo takes back both; if something else was
    done since, it is ignored.
    `contents` are texts and files that the edit brings along; they are kept for good and are no part of undo.
    """

    label: str
    changes: tuple[Change, ...]
    contents: tuple[Content | Original, ...] = ()
    id: Id = field(default_factory=new_id)
    coder: str | None = None
    at: str | None = None
    undoes: Id | None = None
    continues: Id | None = None

    def __post_init__(self) -> None:
        """Leave out what changes nothing, such as a cell that was opened and accepted as it stood."""
        object.__setattr__(self, "changes", tuple(each for each in self.changes if each.before != each.after))

    @property
    def inverse(self) -> "Edit":
        """The edit that takes this one back; what stood last goes first."""
        return Edit(self.label, tuple(change.inverse for change in reversed(self.changes)), undoes=self.id)

    def stamped(self, coder: str, at: str) -> "Edit":
        """Sign the edit and the rows it makes or changes; an undo puts back the old rows unsigned, as they were."""
        if self.undoes:
            return replace(self, coder=coder, at=at)
        return replace(self, coder=coder, at=at, changes=tuple(_stamp(change, coder, at) for change in self.changes))


def _stamp(change: Change, coder: str, at: str) -> Change:
    if not isinstance(change.after, Signed):
        return change
    if change.before is None:
        return Change(None, replace(change.after, coder=coder, made_at=at, changed_at=at))
    return Change(change.before, replace(change.after, changed_at=at))


def made(row: Record) -> Change:
    """The change that makes a row."""
    return Change(None, row)


def deleted(row: Record) -> Change:
    """The change that deletes a row."""
    return Change(row, None)


def changed(before: Record, **fields: Any) -> Change:
    """The change that gives a row new values for some fields."""
    return Change(before, replace(before, **fields))


def as_one(edits: Sequence[Edit]) -> Edit:
    """What several edits did one after the other, as the last of them under the label of the first.

    A row that several of them changed is changed once, from what it was to what it became.
    """
    rows: dict[tuple[type[Record], Id], Change] = {}
    for change in (change for edit in edits for change in edit.changes):
        key = type(change.row), change.row.id
        known = rows.get(key)
        if known is None:
            rows[key] = change
        elif known.before is None and change.after is None:
            del rows[key]
        else:
            rows[key] = Change(known.before, change.after)
    return replace(edits[-1], label=edits[0].label, changes=tuple(rows.values()))


@dataclass(frozen=True, slots=True)
class Place:
    """Where an edit can be seen: an article and, where one is left there, a claim or number."""

    article: Id
    record: Id | None


def place_of(edit: Edit) -> Place | None:
    """Where to look after an edit; None for one that concerns no article, as of the registry alone."""
    for row in (change.after for change in edit.changes):
        if isinstance(row, Claim | Number):
            return Place(row.article, row.id)
        if isinstance(row, Span):
            return Place(row.article, row.claim or row.number)
    gone = {change.row.id for change in edit.changes if change.after is None}
    for row in (change.before for change in edit.changes):
        if isinstance(row, Span) and (left := row.claim or row.number) not in gone:
            return Place(row.article, left)
    articles = (article_of(change.row) for change in edit.changes)
    return next((Place(article, None) for article in articles if article), None)
