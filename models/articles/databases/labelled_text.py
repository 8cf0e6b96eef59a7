"""A text whose articles begin with labelled lines, as programs write them: "TITLE: …", "DATE: …"."""

from collections.abc import Sequence
from itertools import pairwise, takewhile

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
    return list(takewhile(lambda line: _label(line) is not None, lines))


def _told(lines: Sequence[str]) -> dict[str, str]:
    told: dict[str, str] = {}
    for line in lines:
        found, match = labelled(line), LABELLED.fullmatch(line)
        role = "date" if match and match["label"].casefold() in ALSO_DATE else found.role if found else ""
        if match and role:
            told.setdefault(role, " ".join(match["value"].split()))
    return told


def split(document: Document, _named: str) -> Records:
    """Yield the records: each begins with the label that the first one begins with, and others below it."""
    lines = [each.text for each in document.paragraphs]
    shown = [at for at, line in enumerate(lines) if line.strip()]
    first = _label(lines[shown[0]])
    starts = [
        at
        for place, at in enumerate(shown)
        if _label(lines[at]) == first
        and len(_labels([lines[line] for line in shown[place : place + LEAST]])) == LEAST
        and (place == 0 or _label(lines[shown[place - 1]]) is None)
    ]
    for start, end in pairwise((*starts, len(lines))):
        yield _record(lines[start:end])


def _label(line: str) -> str | None:
    match = LABELLED.fullmatch(line)
    return match["label"] if match and match["label"].isupper() else None


def _record(lines: Sequence[str]) -> Record:
    shown = [at for at, line in enumerate(lines) if line.strip()]
    labels = _labels([lines[at] for at in shown])
    told = _told(labels)
    body = lines[shown[len(labels)] :] if len(labels) < len(shown) else []
    return Record(
        pieces=(
            *printed([told.get("title", "")]),
            *(piece for line in labels for piece in said(line)),
            *printed(unwrapped("\n".join(body)).split("\n\n")),
        ),
        source="\n".join(lines),
        title=told.get("title") or None,
        outlet=told.get("outlet"),
        byline=without_by(told.get("byline")),
        published=read_date(told.get("date", "")),
    )


LABELLED_TEXT = Database(_("labelled text"), recognise, split)
