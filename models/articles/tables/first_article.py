"""The first article of a table as its columns are said, to be looked at before all are read."""

from models.articles.draft import Draft
from models.articles.input_file import InputFile
from models.articles.tables.choosing import UnmappedTable
from models.articles.tables.columns import Columns
from models.articles.tables.rows_as_drafts import drafts_of
from models.articles.tables.table import Table
from models.errors import UnreadableArticle
from models.translation import _

LONGEST = 20_000
"""Code points of a row that is read at once; longer ones are passed over."""


def first_article(table: UnmappedTable, columns: Columns) -> Draft:
    """Return the first article of a table. Raises UnreadableArticle if there is none among the first rows."""
    rows = tuple(row for row in table.sample if len(row.source) <= LONGEST)
    of_rows = Table(table.names, rows, iter(rows), table.sheet)
    for found in drafts_of(InputFile(table.path, b"", b""), of_rows, columns):
        if isinstance(found, Draft):
            return found
    raise UnreadableArticle(_("The first rows have no text in this column."))
