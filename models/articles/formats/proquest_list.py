"""ProQuest's list of articles as a table: titles, authors, publications and dates, at times with abstracts or texts."""

import csv
from collections.abc import Iterator, Sequence

from models.articles.databases.record import Record, draft_of, printed, said
from models.articles.dates import read_date
from models.articles.draft import Draft
from models.articles.formats.format import Format
from models.articles.input_file import InputFile
from models.articles.refusals import refuse
from models.errors import UnreadableArticle
from models.translation import _

MOST_BYTES = 50 * 2**20
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
MARKS = ",;\t"
LONGEST_HEADER = 4000


def recognise(file: InputFile) -> bool:
    """Return whether the first line has the names of columns of such a list, the number of a document among them."""
    names = _names(_first_line(file.start))[1]
    return bool(IDENTIFIERS & set(names)) and all(
        _column(names, what) is not None for what in ("title", "date", "outlet")
    )


def _first_line(text: str) -> str:
    return (text[:LONGEST_HEADER].splitlines() or [""])[0]


def _names(line: str) -> tuple[str, list[str]]:
    """Return the mark that separates the columns, and their names in lower case."""
    mark = max(MARKS, key=line.count)
    return mark, [name.strip().lower() for name in next(csv.reader([line.strip()], delimiter=mark), [])]


def _column(names: Sequence[str], what: str) -> int | None:
    return next((names.index(name) for name in NAMES[what] if name in names), None)


def read(file: InputFile) -> Iterator[Draft | UnreadableArticle]:
    """Yield an article for each row."""
    decoded = file.decoded(file.read(MOST_BYTES))
    first = _first_line(decoded.text.lstrip("\ufeff"))
    mark, names = _names(first)
    lines = decoded.text.lstrip("\ufeff").replace("\0", "").splitlines(keepends=True)
    try:
        for row in csv.reader(lines, delimiter=mark):
            if [name.strip().lower() for name in row] != names and any(map(str.strip, row)):
                yield draft_of(_record(names, row), file.named)
    except csv.Error as error:
        raise refuse(file.path, _("“{name}” is not a table from here on."), _("Export it again.")) from error


def _record(names: Sequence[str], row: Sequence[str]) -> Record:
    told = {
        what: " ".join(row[at].split())
        for what in NAMES
        if (at := _column(names, what)) is not None and at < len(row) and row[at].strip()
    }
    title = told.get("title", "")
    about = "\n".join(f"{name}: {value}" for name, value in zip(names, row, strict=False) if value.strip())
    return Record(
        pieces=(*printed([title]), *said("" if title else about), *printed([told.get("text", "")])),
        source=about,
        title=title or None,
        outlet=told.get("outlet"),
        byline=told.get("byline"),
        published=read_date(told.get("date", "")),
        address=told.get("address"),
    )


PROQUEST_LIST = Format(_("a list of articles of ProQuest"), (".csv",), recognise, read, only_recognised=True)
