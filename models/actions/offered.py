"""Record suggestions as the coder has them: some with other boundaries, or without numbers that were left out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.actions.suggestions import dismiss, record_suggestions
from models.edits import Change, Edit
from models.entities import Claim, Number, Origin, Role, Span
from models.ids import Id
from models.records import ArticleRecords
from models.registry import Registry
from models.suggestions.offered import Offered


def record_offered(records: ArticleRecords, registry: Registry, offered: Sequence[Offered]) -> Edit:
    """Record suggestions, with their speakers and numbers, in one edit.

    A record whose boundaries the coder has moved counts as changed. A number that was left out is dismissed with it, or
    it would be the next suggestion.
    """
    edit = record_suggestions(records, registry, [each.suggestion for each in offered])
    moved = {part for each in offered if each.has_own_boundaries for part in each.parts}
    changed = {id_ for span in edit.made(Span) if (id_ := _owner(span)) and (span.start, span.end) in moved}
    changes = [_as_changed(each) if each.row.id in changed else each for each in edit.changes]
    return replace(edit, changes=(*changes, *_dismissals(records, offered)))


def _owner(span: Span) -> Id | None:
    """Return the record whose words a span is; None for a cue or source."""
    return {Role.CONTENT: span.claim, Role.NUMBER: span.number}.get(span.role)


def _as_changed(change: Change) -> Change:
    row = change.after
    if change.before is not None or not isinstance(row, Claim | Number):
        return change
    return Change(None, replace(row, origin=Origin.CHANGED))


def _dismissals(records: ArticleRecords, offered: Sequence[Offered]) -> Iterator[Change]:
    for each in offered:
        for number in each.numbers:
            if number.span in each.left_out:
                yield from dismiss(records, number).changes
