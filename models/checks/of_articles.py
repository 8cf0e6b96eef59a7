"""Check an article: its text, its date, its lines, and each claim and number in it."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from models.actions.repairing_places import covered, misplaced
from models.actions.repairing_records import recorded_twice
from models.checks import faults
from models.checks.faults import Fault
from models.checks.finding import Finding
from models.checks.of_records import faults_of_claim, faults_of_number
from models.entities import Article, Boilerplate, Dismissed, Status
from models.places import Place
from models.records import ArticleRecords
from models.text.excerpts import quoted
from models.translation import _


def of_article(records: ArticleRecords, today: date) -> Iterator[Finding]:
    """Yield what is wrong, doubtful or missing in an article, first of the article and then of its records in order."""
    here, named = Place(records.article.id), quoted(records.article.title)
    if records.lacks_text:  # without it, nothing can be said of what is recorded in it
        yield Finding(_("{named}: its text is missing from the file.").format(named=named), faults.MISSING_TEXT, here)
        return
    for fault, sentence in _of_itself(records, named, today):
        yield Finding(sentence, fault, here)
    for record in (*records.in_text_order(records.claims), *records.in_text_order(records.numbers)):
        claim = records.claims.get(record)
        found = faults_of_claim(claim, records) if claim else faults_of_number(records.numbers[record], records)
        for fault, sentence in found:
            yield Finding(f"{named}: {sentence}", fault, Place(records.article.id, record))
    yield from _of_covered(records, named)
    twice = _("{named}: {words} is recorded twice.")
    for again in recorded_twice(records):
        sentence = twice.format(named=named, words=quoted(records.words(again)))
        yield Finding(sentence, faults.TWICE, Place(records.article.id, again))


def _of_itself(records: ArticleRecords, named: str, today: date) -> Iterator[tuple[Fault, str]]:
    article = records.article
    if records.altered:
        yield faults.ALTERED, _("{named}: its text is not the one that was imported.").format(named=named)
    if _outside(records, records.boilerplate.values()):
        yield faults.LINES_OUTSIDE, _("{named}: boilerplate is outside its text.").format(named=named)
    if _outside(records, records.dismissed.values()):
        yield faults.LINES_OUTSIDE, _("{named}: what was dismissed is outside its text.").format(named=named)
    yield from _of_date(article, named, today)
    if article.status is Status.DONE and not (records.claims or records.numbers):
        yield faults.DONE_EMPTY, _("{named} is marked as done, but nothing is recorded in it.").format(named=named)
    if misplaced(records):
        words = _("{named}: a span in it belongs to a record of another article.")
        yield faults.ELSEWHERE, words.format(named=named)


def _of_date(article: Article, named: str, today: date) -> Iterator[tuple[Fault, str]]:
    """Yield a date that is none, or that is later than tomorrow: it is tomorrow already somewhere."""
    if not article.published:
        return
    day = as_date(article.published)
    if day is None:
        not_a_date = _("{named}: its date “{date}” is not a date.")
        yield faults.NOT_A_DATE, not_a_date.format(named=named, date=article.published)
    elif day > today + timedelta(days=1):
        future = _("{named}: its date {date} is in the future.")
        yield faults.FUTURE, future.format(named=named, date=article.published)


def as_date(published: str) -> date | None:
    """Return the day of a date of ours; None if it is none."""
    try:
        return datetime.fromisoformat(published).date()
    except ValueError:
        return None


def _of_covered(records: ArticleRecords, named: str) -> Iterator[Finding]:
    for record in records.in_text_order(covered(records)):
        words = _("{named}: {words} is recorded in boilerplate, which exports leave out of the text.")
        sentence = words.format(named=named, words=quoted(records.words(record)))
        yield Finding(sentence, faults.COVERED, Place(records.article.id, record))


def _outside(records: ArticleRecords, rows: Iterable[Boilerplate | Dismissed]) -> bool:
    return any(row.end > len(records.text) for row in rows)
