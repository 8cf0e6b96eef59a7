"""The articles of Integrum, the Russian archive of media, as the rows of a workbook."""

import re
from collections.abc import Mapping, Sequence

from models.articles.databases.record import Record, printed, said
from models.articles.dates import read_date

OUTLET, DATE, TITLE, BYLINE, TEXTS = "источник", "дата", "заголовок", "автор", ("оригинал", "текст", "анонс")
"""The names of columns."""

SHORT_YEAR = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{2})")


def recognise(names: Sequence[str]) -> bool:
    """Return whether columns, named in lower case, are those of this archive."""
    return {OUTLET, DATE, TITLE} <= set(names) and any(text in names for text in TEXTS)


def record(told: Mapping[str, str]) -> Record:
    """Return the record of a row, given its cells by the names of their columns."""
    title = " ".join(told.get(TITLE, "").split())
    text = max((told.get(name, "").strip() for name in TEXTS), key=len)
    # The text begins with the title again.
    lines = text.split("\n")
    body = lines[1:] if " ".join(lines[0].split()) == title else lines
    date = told.get(DATE, "")
    about = [f"{name.capitalize()}: {value}" for name, value in told.items() if value and name not in (TITLE, *TEXTS)]
    return Record(
        pieces=(*printed([title]), *(piece for line in about for piece in said(line)), *printed(body)),
        source="\n".join(f"{name}: {value}" for name, value in told.items()),
        title=title or None,
        outlet=told.get(OUTLET, "").strip() or None,
        byline=told.get(BYLINE, "").strip() or None,
        published=read_date(_full_year(date)),
    )


def _full_year(date: str) -> str:
    """Return a date with its century: the archive begins in the nineties."""
    match = SHORT_YEAR.fullmatch(date.strip())
    if match is None:
        return date
    day, month, year = match.groups()
    return f"{day}.{month}.{'19' if int(year) >= 70 else '20'}{year}"
