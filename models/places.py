"""Where something is: the one kind of place for undo, tables, checks and everything else that leads to a record."""

from dataclasses import dataclass

from models.edits import Edit
from models.entities import Answer, Claim, Dismissed, Number, Record, Role, Span, article_of
from models.ids import Id
from models.text.ranges import Range


@dataclass(frozen=True, slots=True)
class Place:
    """An article, a record in it, or a range of its text (code points, half-open).

    A speaker belongs to the whole project: its place has no article.
    """

    article: Id | None
    record: Id | None = None
    range: tuple[int, int] | None = None


def place_of(edit: Edit) -> Place | None:
    """Return where an edit can be seen: a claim or number that still exists, also if only its answers changed; the
    words of the only one that it deletes; or else its article.

    None for an edit that concerns no article, such as one of the registry alone.
    """
    for row in (change.after for change in edit.changes_of(Claim, Number, Span)):
        if isinstance(row, Claim | Number):
            return Place(row.article, row.id)
        if isinstance(row, Span):
            return Place(row.article, row.claim or row.number)
    gone = {row.id for row in edit.gone(Record)}
    for row in (change.row for change in edit.changes_of(Span, Answer)):
        if isinstance(row, Span | Answer) and (left := row.claim or row.number) and left not in gone:
            return Place(row.article, left)
    words = _words_left(edit)
    return next((Place(article, range=words) for change in edit.changes if (article := article_of(change.row))), None)


def _words_left(edit: Edit) -> Range | None:
    """Return the words of the only claim, number or dismissed suggestion that an edit deletes; None for more."""
    spans = edit.gone(Span)
    contents = [span for span in spans if span.role is Role.CONTENT]
    parts = contents or [span for span in spans if span.role is Role.NUMBER]
    if len({part.claim or part.number for part in parts}) == 1:
        return min(part.start for part in parts), max(part.end for part in parts)
    dismissed = edit.gone(Dismissed)
    return (dismissed[0].start, dismissed[0].end) if len(dismissed) == 1 and not parts else None
