"""Record again what is recorded already, with its answers."""

from dataclasses import fields
from typing import TypeVar

from models.edits import Change, Edit, made
from models.entities import Claim, Number, Record, Signed
from models.ids import Id
from models.records import ArticleRecords
from models.translation import _

R = TypeVar("R", bound=Record)

NOT_COPIED = {*(field.name for field in fields(Signed)), "origin", "rule"}
"""The id of a record, who made it and when, and how it began: a copy is made by hand."""


def duplicate_record(records: ArticleRecords, record: Claim | Number) -> Edit:
    """Record a claim or number once more at the same place, with its answers; the numbers of a claim stay with it.

    The new one is the first that the edit makes.
    """
    new = again(record)
    link = _link(new)
    spans = (made(again(span, **link)) for span in records.spans_of(record.id))
    label = _("Duplicate claim") if isinstance(record, Claim) else _("Duplicate number")
    return Edit(label, (made(new), *spans, *answers_again(records, record, new)))


def answers_again(records: ArticleRecords, of: Claim | Number, new: Claim | Number) -> tuple[Change, ...]:
    """Return the changes that give a new record of the same article the answers of another one."""
    link = _link(new)
    return tuple(made(again(answer, **link)) for answer in records.answers_of(of.id))


def again(record: R, **differences: Id | None) -> R:
    """Return a new record with the contents of another one, apart from some differences."""
    kept = {field.name: getattr(record, field.name) for field in fields(record) if field.name not in NOT_COPIED}
    return type(record)(**kept | differences)


def _link(record: Claim | Number) -> dict[str, Id]:
    """Return the field that refers to a record, with its id."""
    return {"claim" if isinstance(record, Claim) else "number": record.id}
