"""ProQuest's list of articles as a table: titles, authors, publications and dates, at times with abstracts or texts."""

from collections.abc import Mapping, Sequence

from models.articles.databases.record import Record, printed, said
from models.articles.dates import read_date

NAMES = {
    "title": ("title",),
    "byline": ("author", "authors"),
    "outlet": ("publication", "pubtitle", "publication title"),
    "date": ("date", "pubdate", "publication date"),
    "text": ("full text", "fulltext", "abstract"),
    "address": ("documenturl", "document url"),
}
"""The columns, by what they say."""

IDENTIFIERS = {"pqid", "storeid", "proquest document id", "proquestid"}


def recognise(names: Sequence[str]) -> bool:
    """Return whether columns, named in lower case, are those of such a list: the number of a document among them."""
    return bool(IDENTIFIERS & set(names)) and all(
        any(name in names for name in NAMES[what]) for what in ("title", "date", "outlet")
    )


def record(told: Mapping[str, str]) -> Record:
    """Return the record of a row, given its cells by the names of their columns."""

    def say(what: str) -> str:
        return " ".join(next((told[name] for name in NAMES[what] if name in told), "").split())

    title = say("title")
    about = "\n".join(f"{name}: {value}" for name, value in told.items() if value.strip())
    return Record(
        pieces=(*printed([title]), *said("" if title else about), *printed([say("text")])),
        source=about,
        title=title or None,
        outlet=say("outlet") or None,
        byline=say("byline") or None,
        published=read_date(say("date")),
        address=say("address") or None,
    )
