"""Work out what the repair of some findings of one kind changes: one edit, with each change in words.

Nothing is written here: the edit is shown, then done like any other, and undone like any other. What is only derived
from the records is no part of an edit; `REBUILT` says what is made again for it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from models.actions.cells import Cell, Refusal, Rewritten, Written
from models.actions.repairing_answers import put_back
from models.checks import faults
from models.checks.finding import Finding
from models.checks.repairs import IN_ARTICLES, OF_SPEAKERS, Asked
from models.checks.settling_references import settle
from models.checks.shown_changes import shown
from models.edits import Change, Edit
from models.entities import Alias, Answer, Boilerplate, Span, article_of
from models.ids import Id
from models.known import Known
from models.records import ArticleRecords
from models.store import Store
from models.store.rebuilding import Derived
from models.store.rows import TABLES
from models.text.excerpts import quoted
from models.translation import _

REBUILT: dict[str, Derived] = {
    faults.INDEXES.name: Derived.INDEXES,
    faults.LISTS.name: Derived.LISTS,
    faults.LEFT_OVER.name: Derived.LEFT_OVER,
}
"""What is made again by the repair of a kind of finding, by its name."""

UNSURE = _("The program cannot tell what is right here.")

Advanced = Callable[[int, int], object]


def repair(store: Store, found: Sequence[Finding], advanced: Advanced = lambda _done, _of: None) -> Written:
    """Return the edit that repairs some findings of one kind, and what cannot be repaired, with the reason.

    The project is read as it is now: what was repaired in between changes nothing. Raises as reading a store does.
    """
    steps = [*_steps(Asked.of(store), found, advanced)]
    changes = tuple(change for edit, *_ in steps for change in edit.changes)
    lines = [line for _edit, written, _refused in steps for line in written]
    label = found[0].fault.repair if found else ""
    return Written.of(Edit(label, changes), _numbered(lines), [each for *_, refused in steps for each in refused])


def _numbered(lines: Iterable[Rewritten]) -> Iterator[Rewritten]:
    """Yield lines with their places as rows, by which lists sort them."""
    for row, line in enumerate(lines):
        yield replace(line, cell=replace(line.cell, row=row))


Step = tuple[Edit, list[Rewritten], list[Refusal]]


def _steps(asked: Asked, found: Sequence[Finding], advanced: Advanced) -> Iterator[Step]:
    fault = found[0].fault.name if found else ""
    if fault == faults.UNEXPLAINED.name:
        changes = [each.change for each in found if each.change]
        yield put_back(changes), _row_lines(asked, changes), []
        return
    if fault == faults.REFERENCE.name:
        settled = settle(asked.store.dangling(), (each.change for each in asked.store.unexplained() if each.change))
        refused = [_refusal(TABLES[type(each)], "") for each in settled.left]
        yield Edit(found[0].fault.repair, settled.changes), _row_lines(asked, settled.changes), refused
        return
    by_article: dict[Id | None, list[Finding]] = {}
    for each in (each for each in found if each.place):
        by_article.setdefault(each.place.article if each.place else None, []).append(each)
    for done, (article, here) in enumerate(by_article.items(), 1):
        if article is None:
            yield from _of_speakers(asked, here)
        else:
            yield _of_article(asked, asked.store.article_records(article), here)
        advanced(done, len(by_article))


def _row_lines(asked: Asked, found: Iterable[Change]) -> list[Rewritten]:
    """Return what becomes of rows of any kind, article by article."""
    by_article: dict[Id | None, list[Change]] = {}
    for change in found:
        by_article.setdefault(article_of(change.row), []).append(change)
    there = {line.id for line in asked.store.articles()}
    lines = list[Rewritten]()
    for article, changes in by_article.items():
        records = asked.store.article_records(article) if article in there and article else None
        lines += shown(changes, _nothing_more(asked), records)
    return lines


def _nothing_more(asked: Asked) -> Known:
    return Known(asked.registry, lambda _record: ())


def _records(found: Iterable[Finding]) -> list[Id]:
    """Return the records that some findings are about, each once."""
    return [*dict.fromkeys(each.place.record for each in found if each.place and each.place.record)]


def _of_article(asked: Asked, records: ArticleRecords, found: Sequence[Finding]) -> Step:
    wanted = [each for each in _records(found) if each in records]
    edit = IN_ARTICLES[found[0].fault.name](asked, records, wanted)
    lines = shown(edit.changes, Known(asked.registry, records.answers_of), records)
    left = [each for each in wanted if each not in _touched(edit.changes)]
    if edit.concerns(Boilerplate) or not wanted:
        left = []
    refused = [_refusal(quoted(records.words(each)), records.article.title) for each in left]
    if not wanted and not edit.changes:
        refused = [_refusal(quoted(records.article.title), records.article.title)]
    return edit, lines, refused


def _touched(changes: Iterable[Change]) -> set[Id | None]:
    """Return the rows that some changes are of, and the claims and numbers that these belong to."""
    rows = [each.row for each in changes]
    spans = (row for row in rows if isinstance(row, Span | Answer))
    return {*(row.id for row in rows), *(owner for row in spans for owner in (row.claim, row.number))}


def _of_speakers(asked: Asked, found: Sequence[Finding]) -> Iterator[Step]:
    """Yield the repairs of speakers. One that changes a row which another changes already has to wait for it."""
    changed, done = set[Id](), set[Id]()
    for edit in OF_SPEAKERS[found[0].fault.name](asked, _records(found)):
        rows = {each.row.id for each in edit.changes}
        if rows.isdisjoint(changed):
            done |= {row.subject if isinstance(row := each.row, Answer) else row.id for each in edit.changes}
            done |= {each.row.speaker for each in edit.changes_of(Alias) if isinstance(each.row, Alias)}
            yield edit, shown(edit.changes, _nothing_more(asked), None), []
        changed |= rows
    names = asked.registry.speakers
    left = [names[each].name for each in _records(found) if each not in done and each in names]
    yield Edit("", ()), [], [_refusal(quoted(each), "") for each in left]


def _refusal(about: str, article: str) -> Refusal:
    return Refusal(Cell(0, _("Record"), "", about=about, article=article), "", UNSURE)
