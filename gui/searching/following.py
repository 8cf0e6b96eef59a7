"""Keep what a search has found in step with the project: articles come and go, and edits change what is in them."""

from collections.abc import Sequence, Set

from models.edits import Edit
from models.entities import Article, Boilerplate, Claim, Number, Span
from models.ids import Id

CHANGING = (Article, Boilerplate)
"""What changes which places are found."""
SHOWN = (*CHANGING, Claim, Number, Span)
"""What changes how they are shown."""


def to_look_at_again(edit: Edit, listed: Set[Id]) -> list[Id]:
    """Return the articles that are to be searched again after an edit, besides those that it makes or deletes."""
    if not edit.concerns(*SHOWN):
        return []
    come_or_gone = {each.id for each in (*edit.made(Article), *edit.gone(Article))}
    return [each for each in edit.articles - come_or_gone if each in listed or edit.concerns(*CHANGING)]


def come_and_gone(before: Sequence[Id], now: Sequence[Id]) -> tuple[list[Id], list[Id]] | None:
    """Return the articles that have come at the end and those that are gone; None if the others have moved."""
    there = {*now}
    kept = [each for each in before if each in there]
    if [*now[: len(kept)]] != kept:
        return None
    return [*now[len(kept) :]], [each for each in before if each not in there]
