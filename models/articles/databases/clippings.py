"""Press cuttings of a clipping service, whose page marks the title, source, date and introduction of each article."""

from collections.abc import Iterator, Sequence

from models.articles.databases.cuttings import DATED, published_near
from models.articles.databases.database import Database, Records
from models.articles.databases.record import Piece, Record, printed, said
from models.articles.dates import read_date
from models.articles.documents.document import Document, Paragraph
from models.translation import _

TITLE, SOURCE, DATE, TEXT = MARKS = ("articleTitle", "sourceTitle", "articleDate", "articleIntro")


def recognise(document: Document) -> bool:
    """Return whether a page marks titles and sources as this service does."""
    marked = {anchor for each in document.paragraphs for anchor in each.anchors}
    return {TITLE, SOURCE} <= marked


def split(document: Document, _named: str) -> Records:
    """Yield the record that begins wherever a mark comes again."""
    first = next((at for at, each in enumerate(document.paragraphs) if _marks(each)), 0)
    day = next((day for each in document.paragraphs[:first] if (day := read_date(each.text))), None)
    for paragraphs in _grouped(document.paragraphs[first:]):
        yield _record(paragraphs, day)


def _marks(paragraph: Paragraph) -> set[str]:
    return set(paragraph.anchors) & set(MARKS)


def _grouped(paragraphs: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    group: list[Paragraph] = []
    seen: set[str] = set()
    for each in paragraphs:
        if _marks(each) & seen:
            yield group
            group, seen = [], set()
        group.append(each)
        seen |= _marks(each)
    if group:
        yield group


def _record(paragraphs: Sequence[Paragraph], day: str | None) -> Record:
    told: dict[str, str] = {}
    body: list[str] = []
    about: list[Piece] = []
    mark = ""
    for each in (each for each in paragraphs if each.text.strip()):
        mark = next(iter(_marks(each)), mark if mark == TEXT else "")
        if mark == TEXT:
            body.append(each.text)
        elif mark != TITLE:
            about += said(each.text)
        for name in _marks(each):
            told.setdefault(name, " ".join(each.text.split()))
    dated = DATED.fullmatch(told.get(SOURCE, ""))
    date = dated["date"] if dated else told.get(DATE, "")
    return Record(
        pieces=(*printed([told.get(TITLE, "")]), *about, *printed(body)),
        source="\n\n".join(each.text for each in paragraphs),
        title=told.get(TITLE),
        outlet=dated["outlet"] if dated else told.get(SOURCE),
        published=published_near(date, day),
    )


CLIPPINGS = Database(_("a clipping service"), recognise, split)
