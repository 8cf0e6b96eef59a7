"""Where something is: the one kind of place for undo, tables, checks and everything else that leads to a record."""

from dataclasses import dataclass

from models.edits import Edit
from models.entities import Answer, Claim, Number, Record, Span, article_of
from models.ids import Id


@dataclass(frozen=True, slots=True)
class Place:
    """An article, a record in it, or a range of its text (code points, half-open).

    A speaker belongs to the whole project: its place has no article.
    """

    article: Id | None
    record: Id | None = None
    range: tuple[int, int] | None = None


def place_of(edit: Edit) -> Place | None:
    """Return where an edit can be seen: a claim or number that still exists, also if only its answers changed, or else
    its article.

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
    return next((Place(article) for change in edit.changes if (article := article_of(change.row))), None)
