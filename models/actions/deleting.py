"""Delete several records at once."""

from collections.abc import Sequence

from models.actions.claims import delete_claim
from models.actions.numbers import delete_number
from models.actions.speakers import delete_speaker
from models.counts import claims_and_numbers, count_of
from models.edits import Edit
from models.entities import Claim, Number, Record, Speaker
from models.ids import Id
from models.records import ArticleRecords
from models.references import deletion
from models.registry import Registry
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


def delete_speakers(registry: Registry, speakers: Sequence[tuple[Speaker, Sequence[Claim]]]) -> Edit:
    """Delete speakers, each given with all their claims; the claims stay, without a speaker."""
    edits = [delete_speaker(registry, speaker, list(claims)) for speaker, claims in speakers]
    if len(edits) == 1:
        return edits[0]
    who = count_of(Speaker, len(speakers))
    claims = sum(len(of_one) for _speaker, of_one in speakers)
    of_claims = _("Delete {speakers} of {claims}").format(speakers=who, claims=count_of(Claim, claims))
    label = of_claims if claims else _("Delete {speakers}").format(speakers=who)
    return Edit(label, tuple(change for edit in edits for change in edit.changes))
