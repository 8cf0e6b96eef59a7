"""Delete several records at once."""

from collections.abc import Sequence

from models.actions.claims import delete_claim
from models.actions.numbers import delete_number
from models.counts import claims_and_numbers
from models.edits import Edit
from models.entities import Claim, Number, Record
from models.ids import Id
from models.records import ArticleRecords
from models.references import deletion
from models.translation import _


def delete_records(found: Sequence[tuple[ArticleRecords, Claim | Number]]) -> Edit:
    """Delete claims with their numbers, and single numbers; each is given with the records of its article."""
    if len(found) == 1:
        ((records, record),) = found
        return delete_claim(records, record) if isinstance(record, Claim) else delete_number(records, record)
    by_article: dict[Id, tuple[ArticleRecords, list[Record]]] = {}
    for records, record in found:
        by_article.setdefault(records.article.id, (records, []))[1].append(record)
    changes = tuple(change for records, rows in by_article.values() for change in deletion(rows, records.rows()))
    gone = claims_and_numbers(*(sum(isinstance(change.row, kind) for change in changes) for kind in (Claim, Number)))
    return Edit(_("Delete {records}").format(records=gone), changes)
