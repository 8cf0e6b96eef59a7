"""Workbooks of spreadsheets (.xlsx), whose rows are articles."""

from collections.abc import Iterator

from models.articles.draft import Draft
from models.articles.formats.format import Format, Promise
from models.articles.input_file import InputFile
from models.articles.tables.articles_of_tables import articles_of_tables
from models.errors import UnreadableArticle
from models.translation import _

MAIN = "xl/workbook.xml"


def recognise(file: InputFile) -> bool:
    """Return whether a file is a workbook."""
    return MAIN in file.names


def read(file: InputFile) -> Iterator[Draft | UnreadableArticle]:
    """Yield an article for each row of each sheet."""
    from models.articles.tables import workbook  # loaded with the first workbook: its library is large

    yield from articles_of_tables(file, workbook.read(file))


WORKBOOK = Format(_("a workbook"), (".xlsx", ".xlsm"), recognise, read, promise=Promise.TEXT)
