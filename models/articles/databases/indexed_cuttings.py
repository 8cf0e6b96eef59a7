"""Press cuttings with a printed index: "Title (Outlet) ..... 3", and then the articles, each below its title."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from models.articles.databases.common_lines import COPYRIGHT
from models.articles.databases.counting import MissingArticles
from models.articles.databases.cuttings import published_near
from models.articles.databases.database import Database, Records
from models.articles.databases.record import Record, printed, said
from models.articles.dates import read_date
from models.articles.documents.document import REPEATED, Document
from models.articles.hard_wrapping import unwrapped
from models.text.text_lines import compared
from models.translation import _

ENTRY = re.compile(r"(?P<title>\S.*?)\s*\((?P<outlet>[^()]{2,60})\)\s*\.{4,}\s*(?P<page>\d{1,4})")
ABOUT = re.compile(r"(?P<outlet>\S.{0,60}?)\s+(?P<date>\d{1,2}[-./ ](?:\d{1,2}|[^\W\d]+)[-./ ](?:19|20)\d{2})\b.{0,30}")
LEAST = 3
LONGEST = 3
"""Lines of a title."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an article begins: its title from the index, and the lines of its title and of its outlet and date."""

    title: str
    start: int
    about: int


def _lines(document: Document) -> list[str]:
    paragraphs = (each for each in document.paragraphs if REPEATED not in each.styles)
    return [line for each in paragraphs for line in (*each.text.split("\n"), "")]


def recognise(document: Document) -> bool:
    """Return whether a document has such an index, and articles below the titles in it."""
    lines = _lines(document)
    entries = _entries(lines)
    return len(entries) >= LEAST and len(_places(lines, entries)) >= LEAST


def _entries(lines: Sequence[str]) -> list[str]:
    """Return the titles in the index."""
    return [" ".join(match["title"].split()) for line in lines if (match := ENTRY.fullmatch(line.strip()))]


def _places(lines: Sequence[str], entries: Sequence[str]) -> list[_Place]:
    """Return where each title is found again, above a line with an outlet and a date."""
    shown = [at for at, line in enumerate(lines) if line.strip()]
    wanted = {compared(title): title for title in entries}
    found: list[_Place] = []
    for place, at in enumerate(shown):
        for length in range(1, LONGEST + 1):
            words = compared(" ".join(lines[line] for line in shown[place : place + length]))
            below = shown[place + length : place + length + 1]
            if words in wanted and below and ABOUT.fullmatch(lines[below[0]].strip()):
                found.append(_Place(wanted[words], at, below[0]))
                break
    return found


def split(document: Document, named: str) -> Records:
    """Yield the article below each title, and which titles of the index were not found again."""
    lines = _lines(document)
    entries = _entries(lines)
    places = _places(lines, entries)
    day = next((day for line in lines[: places[0].start] if (day := read_date(line))), None)
    for place, following in pairwise((*places, _Place("", len(lines), len(lines)))):
        yield _record(lines[place.start : following.start], place, day)
    left = list(entries)
    for place in places:
        if place.title in left:
            left.remove(place.title)
    if left:
        yield MissingArticles(named, len(entries), len(places), [f"“{title}”" for title in left])


def _record(lines: Sequence[str], place: _Place, day: str | None) -> Record:
    head = place.about - place.start
    match = ABOUT.fullmatch(lines[head].strip())
    end = len(lines)
    while end > head + 1 and (not lines[end - 1].strip() or COPYRIGHT.fullmatch(lines[end - 1].strip())):
        end -= 1
    body = unwrapped("\n".join(lines[head + 1 : end]).strip("\n"))
    return Record(
        pieces=(
            *printed([place.title]),
            *said(lines[head]),
            *printed(body.split("\n\n")),
            *(piece for line in lines[end:] for piece in said(line)),
        ),
        source="\n".join(lines),
        title=place.title,
        outlet=match["outlet"] if match else None,
        published=published_near(match["date"], day) if match else None,
    )


INDEXED_CUTTINGS = Database(_("press cuttings with an index"), recognise, split)
