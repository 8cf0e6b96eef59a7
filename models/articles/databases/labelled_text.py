"""A text that begins with labelled lines, as programs write single articles: "TITLE: …", "DATE: …"."""

from collections.abc import Sequence
from itertools import takewhile

from models.articles.databases.common_lines import without_by
from models.articles.databases.database import Database, Records
from models.articles.databases.labels import LABELLED, labelled
from models.articles.databases.record import Record, printed, said
from models.articles.dates import read_date
from models.articles.documents.document import Document
from models.articles.hard_wrapping import unwrapped
from models.translation import _

LEAST = 3
ALSO_DATE = ("date", "datum", "fecha", "data", "日期")


def recognise(document: Document) -> bool:
    """Return whether a document begins with labelled lines, a title and a date among them."""
    lines = [each.text for each in document.paragraphs if each.text.strip()]
    told = _told(_labels(lines))
    return {"title", "date"} <= told.keys() and len(_labels(lines)) >= LEAST


def _labels(lines: Sequence[str]) -> list[str]:
    """Return the labelled lines at the beginning."""
    return list(takewhile(lambda line: (match := LABELLED.fullmatch(line)) and match["label"].isupper(), lines))


def _told(lines: Sequence[str]) -> dict[str, str]:
    told: dict[str, str] = {}
    for line in lines:
        found, match = labelled(line), LABELLED.fullmatch(line)
        role = "date" if match and match["label"].casefold() in ALSO_DATE else found.role if found else ""
        if match and role:
            told.setdefault(role, " ".join(match["value"].split()))
    return told


def split(document: Document, _named: str) -> Records:
    """Yield the one record."""
    lines = [each.text for each in document.paragraphs]
    labels = _labels([line for line in lines if line.strip()])
    told = _told(labels)
    body = [line for line in lines if line.strip()][len(labels) :]
    first = lines.index(body[0]) if body else len(lines)
    yield Record(
        pieces=(
            *printed([told["title"]]),
            *(piece for line in labels for piece in said(line)),
            *printed(unwrapped("\n".join(lines[first:])).split("\n\n")),
        ),
        source="\n".join(lines),
        title=told["title"] or None,
        outlet=told.get("outlet"),
        byline=without_by(told.get("byline", "")),
        published=read_date(told["date"]),
    )


LABELLED_TEXT = Database(_("labelled text"), recognise, split)
