"""Tables of text with a mark between the cells (CSV, TSV), whose rows are articles."""

import csv
from collections.abc import Iterator

from models.articles.draft import Draft
from models.articles.formats.format import Format
from models.articles.input_file import InputFile
from models.articles.tables import delimited
from models.articles.tables.articles_of_tables import articles_of_tables
from models.articles.tables.known_tables import known_as
from models.errors import UnreadableArticle
from models.translation import _

LONGEST_HEADER = 4000
MARKS = ",;\t"


def recognise(file: InputFile) -> bool:
    """Return whether the first line has the names of columns of a database; any other table is known by its suffix."""
    first = (file.start[:LONGEST_HEADER].splitlines() or [""])[0].strip()
    mark = max(MARKS, key=first.count)
    return mark in first and known_as(next(csv.reader([first], delimiter=mark), [])) is not None


def read(file: InputFile) -> Iterator[Draft | UnreadableArticle]:
    """Yield an article for each row."""
    table = delimited.read(file)
    yield from articles_of_tables(file, [table] if table else [])


DELIMITED = Format(_("a table as text"), (".csv", ".tsv", ".tab"), recognise, read)
