"""Press cuttings on a page: each has a heading, and below it a line with its outlet and date."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from models.articles.databases.database import Database, Records
from models.articles.databases.record import Record, printed, said
from models.articles.dates import read_date
from models.articles.documents.document import Document, Paragraph
from models.text.text_lines import compared
from models.translation import _

LEAST = 3
SHARE = 0.8
"""How many of the headings have an outlet and a date below them."""

DAY = r"\d{1,2}[ .\-/]+(?:\d{1,2}|[^\W\d]+\.?)[ .\-/]+(?:19|20)\d{2}|(?:19|20)\d{2}-\d{2}-\d{2}"
DATED = re.compile(rf"(?P<outlet>\S.{{0,60}}?)[ ,;–|-]+(?P<date>{DAY})(?:,? \d{{1,2}}[:.]\d{{2}}.{{0,6}})?")
NUMERIC = re.compile(r"(\d{1,2})[ .\-/]+(\d{1,2})[ .\-/]+((?:19|20)\d{2})")


def recognise(document: Document) -> bool:
    """Return whether a page has such headings, with outlets and dates below them."""
    heads = _heads(document.paragraphs)
    dated = [at for at in heads if _about(document.paragraphs, at)]
    return len(heads) >= LEAST and len(dated) >= SHARE * len(heads)


def _heads(paragraphs: Sequence[Paragraph]) -> list[int]:
    """Return the headings that a table of contents links to, or else what is below each line that is drawn."""
    linked = {link[1:]: compared(each.text) for each in paragraphs for link in each.links if link.startswith("#")}
    shown = [(at, each) for at, each in enumerate(paragraphs) if each.text.strip()]
    reached = [at for at, each in shown if any(linked.get(anchor) == compared(each.text) for anchor in each.anchors)]
    return reached if len(reached) >= LEAST else [at for at, each in shown if each.rule]


def _about(paragraphs: Sequence[Paragraph], head: int) -> re.Match[str] | None:
    below = next((each.text for each in paragraphs[head + 1 : head + 3] if each.text.strip()), "")
    return DATED.fullmatch(" ".join(below.split()))


def split(document: Document, _named: str) -> Records:
    """Yield the record below each heading."""
    paragraphs = document.paragraphs
    heads = _heads(paragraphs)
    day = next((day for each in paragraphs[: heads[0]] if (day := read_date(each.text))), None)
    for start, end in pairwise((*heads, len(paragraphs))):
        yield _record([each for each in paragraphs[start:end] if each.text.strip()], _about(paragraphs, start), day)


def _record(paragraphs: Sequence[Paragraph], about: re.Match[str] | None, day: str | None) -> Record:
    told: Mapping[str, str] = about.groupdict() if about else {}
    body = paragraphs[2:] if about else paragraphs[1:]
    title = " ".join(paragraphs[0].text.split())
    return Record(
        pieces=(*printed([title]), *said(paragraphs[1].text if about else ""), *printed(each.text for each in body)),
        source="\n\n".join(each.text for each in paragraphs),
        title=title,
        outlet=told.get("outlet"),
        published=published_near(told.get("date", ""), day),
    )


def published_near(words: str, day: str | None) -> str | None:
    """Return a date; one whose day and month could be exchanged is read as the one near the day of the cuttings."""
    match = NUMERIC.fullmatch(words)
    if read_date(words) or not match or day is None:
        return read_date(words)
    one, two, year = match.groups()
    near = [f"{year}-{month:0>2}-{of_month:0>2}" for of_month, month in ((one, two), (two, one))]
    same = [each for each in near if each[:7] == day[:7]]
    return same[0] if len(same) == 1 else None


CUTTINGS = Database(_("press cuttings"), recognise, split)
