"""Deleting several records at once."""

from collections.abc import Iterable, Sequence

from models.actions.claims import delete_claim
from models.actions.numbers import delete_number
from models.actions.speakers import delete_speaker
from models.edits import Change, Edit
from models.entities import Claim, Number, Record, Speaker
from models.ids import Id
from models.records import ArticleRecords
from models.registry import Registry
from models.words import plural


def delete_records(found: Sequence[tuple[ArticleRecords, Claim | Number]]) -> Edit:
    """Delete claims, with their numbers, and numbers; each is given with the records of its article."""
    edits = [
        delete_claim(records, record) if isinstance(record, Claim) else delete_number(records, record)
        for records, record in found
    ]
    changes = _each_once(change for edit in edits for change in edit.changes)
    if len(edits) == 1:
        return edits[0]
    counts = [(_count(changes, Claim), "claim"), (_count(changes, Number), "number")]
    return Edit(f"Delete {' and '.join(plural(count, noun) for count, noun in counts if count)}", changes)


def delete_speakers(registry: Registry, speakers: Sequence[tuple[Speaker, Sequence[Claim]]]) -> Edit:
    """Delete speakers, each given with all claims of theirs; the claims stay, without a speaker."""
    edits = [delete_speaker(registry, speaker, list(claims)) for speaker, claims in speakers]
    if len(edits) == 1:
        return edits[0]
    claims = sum(len(of_one) for _, of_one in speakers)
    label = f"Delete {plural(len(speakers), 'speaker')}" + (f" of {plural(claims, 'claim')}" if claims else "")
    return Edit(label, tuple(change for edit in edits for change in edit.changes))


def _each_once(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Leave out what is deleted a second time: a number that was chosen together with its claim."""
    rows: dict[Id, Change] = {}
    for change in changes:
        rows.setdefault(change.row.id, change)
    return tuple(rows.values())


def _count(changes: Sequence[Change], kind: type[Record]) -> int:
    return sum(isinstance(change.row, kind) for change in changes)
