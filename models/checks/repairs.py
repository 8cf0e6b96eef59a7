"""The repair of each kind of finding that an edit can repair."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from models.actions.repairing_answers import (
    delete_needless_aliases,
    keep_newest_answers,
    needless_aliases,
    read_answer_again,
)
from models.actions.repairing_places import close_quotations, join_parts, trim_lines, trim_spans, uncover
from models.actions.repairing_records import (
    delete_copies,
    empty_date,
    give_to_claims_around,
    order_values,
    read_values,
    write_units,
)
from models.actions.speakers import delete_speakers, merge_speakers
from models.checks import faults
from models.checks.of_speakers import of_one_id, of_one_name
from models.codebook.codebook import Codebook
from models.codebook.kinds.answer_kind import Unfit
from models.codebook.variables import attributes_in
from models.edits import Change, Edit
from models.entities import Alias, Answer, Claim, Record, Speaker
from models.errors import OnrecordError
from models.ids import Id
from models.known import Known
from models.records import ArticleRecords
from models.registry import Registry
from models.store import Store
from models.text.folding import spelling
from models.translation import _


@dataclass(frozen=True, slots=True)
class Asked:
    """The project that is repaired, with what is asked of it again and again."""

    store: Store
    registry: Registry
    codebook: Codebook

    @classmethod
    def of(cls, store: Store) -> "Asked":
        """Read the speakers and the codebook of a project."""
        return cls(store, store.registry(), store.codebook())

    def referring(self, speakers: Sequence[Speaker]) -> list[Claim | Answer]:
        """Return the claims of some speakers, and the answers that name them."""
        return [row for each in speakers for row in self.store.referring_to(each.id)]


InArticle = Callable[[Asked, ArticleRecords, Sequence[Id]], Edit]
"""Returns the edit that repairs some claims and numbers of an article, or the article itself if there are none."""

OfSpeakers = Callable[[Asked, Sequence[Id]], Iterator[Edit]]
"""Yields the edits that repair some speakers."""


def _of_records(mend: Callable[[ArticleRecords, Sequence[Id]], Edit]) -> InArticle:
    return lambda _asked, records, wanted: mend(records, wanted)


def _of_answers(mend: Callable[[Record, Known, Codebook], Sequence[Change]]) -> InArticle:
    def mend_all(asked: Asked, records: ArticleRecords, wanted: Sequence[Id]) -> Edit:
        known = Known(asked.registry, records.answers_of)
        about: list[Record] = [records.claims.get(each) or records.numbers[each] for each in wanted]
        changes = (change for each in about or [records.article] for change in mend(each, known, asked.codebook))
        return Edit(_("Answers"), tuple(changes))

    return mend_all


def _keep_newest(record: Record, known: Known, codebook: Codebook) -> Sequence[Change]:
    return keep_newest_answers(known.answers_of(record.id), codebook).changes


def _read_again(record: Record, known: Known, codebook: Codebook) -> Sequence[Change]:
    """Return the changes of the answers that fit if they are read again; those that do not fit stay."""
    changes = list[Change]()
    for each in attributes_in(codebook, type(record)):
        if isinstance(each.read(record, known), Unfit):
            try:
                changes += read_answer_again(record, each, known).changes
            except OnrecordError:
                continue
    return changes


IN_ARTICLES: dict[str, InArticle] = {
    faults.OUTSIDE.name: _of_records(trim_spans),
    faults.LINES_OUTSIDE.name: lambda _asked, records, _wanted: trim_lines(records),
    faults.NOT_A_DATE.name: lambda _asked, records, _wanted: empty_date(records.article),
    faults.COVERED.name: _of_records(uncover),
    faults.OVERLAPPING.name: _of_records(join_parts),
    faults.UNCLOSED.name: _of_records(close_quotations),
    faults.TWICE.name: _of_records(delete_copies),
    faults.NO_VALUE.name: _of_records(read_values),
    faults.OTHER_VALUE.name: _of_records(read_values),
    faults.UPPER_BELOW.name: _of_records(order_values),
    faults.UNKNOWN_UNIT.name: _of_records(write_units),
    faults.OTHER_CLAIM.name: _of_records(give_to_claims_around),
    faults.UNFIT.name: _of_answers(_read_again),
    faults.CONTRADICTORY.name: _of_answers(_keep_newest),
}
"""The repair of findings in articles, by the name of their kind."""


def _merging(groups: Callable[[Registry], list[list[Speaker]]]) -> OfSpeakers:
    """Return the repair that merges speakers with the first of the group they are in."""

    def merge(asked: Asked, wanted: Sequence[Id]) -> Iterator[Edit]:
        ids = {*wanted}
        for kept, *others in groups(asked.registry):
            if gone := [each for each in others if each.id in ids]:
                edit = merge_speakers(asked.registry, gone, kept, asked.referring(gone))
                yield replace(edit, changes=tuple(each for each in edit.changes if not _is_same_name(each, kept)))

    return merge


def _is_same_name(change: Change, kept: Speaker) -> bool:
    """Return whether a change makes an alias that differs from the speaker's name only in capitals and the like."""
    alias = change.after if change.before is None else None
    return isinstance(alias, Alias) and spelling(alias.name) == spelling(kept.name)


def _delete_aliases(asked: Asked, wanted: Sequence[Id]) -> Iterator[Edit]:
    ids = {*wanted}
    yield delete_needless_aliases([each for each in needless_aliases(asked.registry) if each.speaker in ids])


def _delete(asked: Asked, wanted: Sequence[Id]) -> Iterator[Edit]:
    """Delete speakers who have no claim and are not named, as they are now."""
    speakers = (asked.registry.speakers[each] for each in wanted if each in asked.registry.speakers)
    unused = [each for each in speakers if not asked.referring([each])]
    yield delete_speakers(asked.registry, unused, [])


def _of_their_answers(mend: Callable[[Record, Known, Codebook], Sequence[Change]]) -> OfSpeakers:
    def mend_all(asked: Asked, wanted: Sequence[Id]) -> Iterator[Edit]:
        known = Known(asked.registry, lambda _record: ())
        for each in wanted:
            if speaker := asked.registry.speakers.get(each):
                yield Edit(_("Answers"), tuple(mend(speaker, known, asked.codebook)))

    return mend_all


OF_SPEAKERS: dict[str, OfSpeakers] = {
    faults.SAME_NAME.name: _merging(of_one_name),
    faults.SAME_ID.name: _merging(of_one_id),
    faults.NEEDLESS_ALIAS.name: _delete_aliases,
    faults.NO_CLAIM.name: _delete,
    faults.UNFIT.name: _of_their_answers(_read_again),
    faults.CONTRADICTORY.name: _of_their_answers(_keep_newest),
}
"""The repair of findings about speakers, by the name of their kind."""
