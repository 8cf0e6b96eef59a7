"""Copy records from one article to another one that has the same words."""

from collections.abc import Iterator

from models.actions.duplicating import again
from models.correcting.found_again import FoundAgain
from models.counts import claims_and_numbers
from models.edits import Change, Edit, made
from models.entities import Claim, Number
from models.ids import Id
from models.translation import _


def copy_records(found: FoundAgain) -> Edit:
    """Record the claims and numbers that were found again, with their speakers and answers, as new ones.

    A number stays in its claim if that is copied too, or is there already. A cue or source whose words are not found is
    left out.
    """
    article = found.target.article.id
    claims = {each.id: again(each, article=article) for each in found.found if isinstance(each, Claim)}
    there = {**found.already, **{old: claim.id for old, claim in claims.items()}}
    numbers = {
        each.id: again(each, article=article, claim=there.get(each.claim) if each.claim else None)
        for each in found.found
        if isinstance(each, Number)
    }
    new: dict[Id, Claim | Number] = {**claims, **numbers}
    what = claims_and_numbers(len(claims), len(numbers))
    changes = (change for old, record in new.items() for change in _copied(found, old, record))
    return Edit(_("Copy {records}").format(records=what), tuple(changes))


def _copied(found: FoundAgain, old: Id, new: Claim | Number) -> Iterator[Change]:
    """Yield the changes that make a record with its spans and answers."""
    link = {"claim" if isinstance(new, Claim) else "number": new.id, "article": new.article}
    yield made(new)
    yield from (made(again(span, **link)) for span in found.spans_of(old))
    yield from (made(again(answer, **link)) for answer in found.source.answers_of(old))
