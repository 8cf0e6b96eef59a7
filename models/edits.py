"""One thing a coder did, as data: a label and the rows before and after. Undo is the inverse edit."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any, TypeVar

from models.entities import Article, Content, Original, Record, Signed, article_of
from models.ids import Id, new_id

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Change:
    """One row before and after a change. A row without a before is made; one without an after is deleted."""

    before: Record | None
    after: Record | None

    def __post_init__(self) -> None:
        """Refuse a change of nothing, or from one row into another (ValueError)."""
        before, after = self.before, self.after
        one = before is None or after is None or (before.id == after.id and type(before) is type(after))
        if not one or before is after is None:
            raise ValueError(f"a change needs one row, before or after: {before!r}, {after!r}")

    @property
    def row(self) -> Record:
        """Return the row as it is after the change, or was before it was deleted."""
        row = self.after or self.before
        assert row is not None
        return row

    @property
    def has_effect(self) -> bool:
        """Whether the row differs after the change."""
        return self.before != self.after

    @property
    def inverse(self) -> "Change":
        """Return the change that takes this one back."""
        return Change(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Edit:
    """A labelled set of changes that happen together or not at all. Changes that change nothing are left out.

    `undoes` names the edit that this one takes back: None for what a coder did, set for undo and redo. `continues`
    names the edit before it in the same gesture, so that one undo takes back both; it is ignored if something else was
    done since. `contents` are texts and files that come with the edit; they are kept for good and are not affected by
    undo. An edit that replaces the text of an article carries the text before too. With `keeps_signatures`, rows that
    it makes and that are signed already, in another project, stay so. Once it is written, `rows` says in which row the
    file has each claim and number that it makes, by which text order is settled (`ArticleRecords.place`).
    """

    label: str
    changes: tuple[Change, ...]
    contents: tuple[Content | Original, ...] = ()
    id: Id = field(default_factory=new_id)
    coder: str | None = None
    at: str | None = None
    undoes: Id | None = None
    continues: Id | None = None
    keeps_signatures: bool = False
    rows: Mapping[Id, int] = field(default_factory=dict, repr=False, compare=False)
    kinds: frozenset[type[Record]] = field(init=False, repr=False, compare=False)
    """The kinds of rows that it changes. With `articles`, a view sees at once whether an edit concerns it."""
    articles: frozenset[Id] = field(init=False, repr=False, compare=False)
    """The articles that it changes, or in which it changes something."""
    _of_kind: Mapping[type[Record], Sequence[int]] = field(init=False, repr=False, compare=False)
    """The places of the changes of each kind: several views ask for some of them, and there may be very many others."""
    _within: Mapping[Id, tuple[Change, ...]] = field(init=False, repr=False, compare=False)
    """The changes by article, for the same reason."""
    after: Mapping[Id, Record | None] = field(init=False, repr=False, compare=False)
    """The rows that it changes, by id, as they are afterwards; None for one that it deletes."""

    def __post_init__(self) -> None:
        """Leave out what changes nothing, such as a cell that was opened and accepted as it was.

        A record that another window has deleted and restored has another row in the file, though it is as it was.
        """
        changes = tuple(each for each in self.changes if each.has_effect or each.row.id in self.rows)
        of_kind, within = defaultdict[type[Record], list[int]](list), defaultdict[Id, list[Change]](list)
        for place, each in enumerate(changes):
            of_kind[type(each.row)].append(place)
            if article := article_of(each.row):
                within[article].append(each)
        object.__setattr__(self, "changes", changes)
        object.__setattr__(self, "kinds", frozenset(of_kind))
        object.__setattr__(self, "articles", frozenset(within))
        object.__setattr__(self, "_of_kind", dict(of_kind))
        object.__setattr__(self, "_within", {article: tuple(found) for article, found in within.items()})
        object.__setattr__(self, "after", {each.row.id: each.after for each in changes})

    # What views and records in memory ask for

    def concerns(self, *kinds: type[Record]) -> bool:
        """Return whether a row of one of these kinds is made, changed or deleted."""
        return any(issubclass(kind, kinds) for kind in self.kinds)

    def changes_of(self, *kinds: type[Record]) -> tuple[Change, ...]:
        """Return the changes of rows of these kinds, in their order."""
        places = chain.from_iterable(found for kind, found in self._of_kind.items() if issubclass(kind, kinds))
        return tuple(self.changes[place] for place in sorted(places))

    def within(self, article: Id) -> tuple[Change, ...]:
        """Return the changes of an article and of what is recorded in it, in their order."""
        return self._within.get(article, ())

    def made(self, kind: type[R]) -> tuple[R, ...]:
        """Return the rows of a kind that it makes, in their order."""
        rows = (each.after for each in self.changes_of(kind) if each.before is None)
        return tuple(row for row in rows if isinstance(row, kind))

    def gone(self, kind: type[R]) -> tuple[R, ...]:
        """Return the rows of a kind that it deletes, in their order."""
        rows = (each.before for each in self.changes_of(kind) if each.after is None)
        return tuple(row for row in rows if isinstance(row, kind))

    @property
    def corrected(self) -> dict[Id, tuple[str, str]]:
        """The articles whose text it replaces, each with the hash of its text before and after."""
        both = ((each.before, each.after) for each in self.changes_of(Article))
        articles = ((old, new) for old, new in both if isinstance(old, Article) and isinstance(new, Article))
        return {new.id: (old.content, new.content) for old, new in articles if old.content != new.content}

    @property
    def inverse(self) -> "Edit":
        """Return the edit that takes this one back, with the changes in reverse order."""
        texts = {sha256 for before_and_after in self.corrected.values() for sha256 in before_and_after}
        contents = tuple(each for each in self.contents if each.sha256 in texts)
        changes = tuple(change.inverse for change in reversed(self.changes))
        return Edit(self.label, changes, contents, undoes=self.id)

    def stamped(self, coder: str, at: str) -> "Edit":
        """Sign the edit and the rows it makes or changes; an undo puts back the old rows unsigned, as they were."""
        if self.undoes:
            return replace(self, coder=coder, at=at)
        changes = tuple(_stamp(change, coder, at, self.keeps_signatures) for change in self.changes)
        return replace(self, coder=coder, at=at, changes=changes)


def _stamp(change: Change, coder: str, at: str, keep: bool) -> Change:
    row = change.after
    if not isinstance(row, Signed):
        return change
    if change.before is not None:
        return Change(change.before, replace(row, changed_at=at))
    if not keep:
        return Change(None, replace(row, coder=coder, made_at=at, changed_at=at))
    made_at = row.made_at or at
    return Change(None, replace(row, coder=row.coder or coder, made_at=made_at, changed_at=row.changed_at or made_at))


def made(row: Record) -> Change:
    """Return the change that makes a row."""
    return Change(None, row)


def deleted(row: Record) -> Change:
    """Return the change that deletes a row."""
    return Change(row, None)


def changed(before: Record, **fields: Any) -> Change:
    """Return the change that gives a row new values for some fields."""
    return Change(before, replace(before, **fields))


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """An edit as the history lists it, without what it changed; the label is that of the gesture it ends.

    `changes` is how many changes of rows the gesture is made of.
    """

    id: Id
    label: str
    coder: str
    at: str
    changes: int
