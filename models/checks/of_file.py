"""Check the file itself: its pages, its history, what is derived from its records, and rows that no edit explains."""

from collections.abc import Iterable, Iterator

from models.attributes.built_in import attributes_of
from models.checks import faults
from models.checks.faults import Fault
from models.checks.finding import Finding
from models.counts import count_of
from models.edits import Change
from models.entities import Article, Claim, Number, Record, Span, Speaker, article_of
from models.places import Place
from models.store import Store
from models.store.checking import Problem, ProblemKind
from models.store.replaying import Unexplained
from models.store.rows import COLUMNS, TABLES
from models.text.excerpts import quoted
from models.text.name_lists import join_names
from models.translation import _, ngettext

FAULT_OF: dict[ProblemKind, Fault] = {
    ProblemKind.PAGES: faults.PAGES,
    ProblemKind.INDEXES: faults.INDEXES,
    ProblemKind.REFERENCE: faults.REFERENCE,
    ProblemKind.LEFT_OVER: faults.LEFT_OVER,
    ProblemKind.GAP: faults.GAP,
    ProblemKind.UNREADABLE: faults.UNREADABLE_EDIT,
    ProblemKind.LOST: faults.LOST_TEXT,
    ProblemKind.SPANS: faults.SPANS,
    ProblemKind.LISTS: faults.LISTS,
}


def of_newer() -> Finding:
    """Return what of the file of a newer version is not checked."""
    words = _("In the file: it was made by a newer version of Onrecord, so its history and lists were not checked.")
    return Finding(words, faults.NEWER)


def of_file(problems: Iterable[Problem]) -> Iterator[Finding]:
    """Yield what is wrong with the file itself; of a missing text its article says more."""
    for problem in problems:
        if problem.kind is ProblemKind.TEXT:
            continue
        sentence = _("In the file: {problem}.").format(problem=problem.clause)
        yield Finding(sentence, FAULT_OF[problem.kind])


def of_originals(store: Store) -> Iterator[Finding]:
    """Yield the articles of which the copy of the imported file is damaged."""
    for title, article in store.altered_originals():
        words = _("{named}: the copy of the file that it came from is damaged.")
        yield Finding(words.format(named=quoted(title)), faults.ALTERED_FILE, Place(article))


def of_rows(rows: Iterable[Unexplained]) -> Iterator[Finding]:
    """Yield the rows that are not what the history says."""
    for each in rows:
        if each.change:
            yield Finding(_in_words(each.change), faults.UNEXPLAINED, _place(each.change.row), each.change)
        elif each.unknown:
            words = ngettext(
                "{records} was added without an edit.", "{records} were added without an edit.", each.count
            )
            yield Finding(words.format(records=count_of(each.unknown, each.count)), faults.ADDED)


def _in_words(change: Change) -> str:
    """Return what a row has become without an edit, as a sentence."""
    before, after, named = change.before, change.after, _named(change.row)
    if before is None or after is None:
        return _("{row} is missing, although no edit deleted it.").format(row=named)
    labels = {each.name: each.label for each in attributes_of(type(before))}
    differing = (name for name in COLUMNS[type(before)] if getattr(before, name) != getattr(after, name))
    names = join_names(labels.get(name, name) for name in differing)
    return _("{row} was changed without an edit: {fields}.").format(row=named, fields=names)


def _named(row: Record) -> str:
    match row:
        case Article():
            return _("The article {title}").format(title=quoted(row.title))
        case Speaker():
            return _("The speaker {name}").format(name=quoted(row.name))
        case Claim():
            return _("A claim")
        case Number():
            return _("A number")
        case Span():
            return _("The place of a claim") if row.claim else _("The place of a number")
    return _("A row of {table}").format(table=TABLES[type(row)])


def _place(row: Record) -> Place | None:
    """Return where a row is seen that is still there."""
    match row:
        case Claim() | Number():
            return Place(row.article, row.id)
        case Span():
            return Place(row.article, row.claim or row.number)
        case Speaker():
            return Place(None, row.id)
    article = article_of(row)
    return Place(article) if article else None
