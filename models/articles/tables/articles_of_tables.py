"""The articles of the tables of a file: those of a database that is known, or by what the columns say."""

from collections.abc import Iterable, Iterator

from models.articles.draft import Draft
from models.articles.input_file import InputFile
from models.articles.refusals import refuse
from models.articles.tables.choosing import columns_of, remembered_or_said
from models.articles.tables.known_tables import known_as, records_of
from models.articles.tables.rows_as_drafts import drafts_of
from models.articles.tables.table import Table
from models.errors import UnreadableArticle
from models.translation import _


def articles_of_tables(file: InputFile, tables: Iterable[Table]) -> Iterator[Draft | UnreadableArticle]:
    """Yield the articles of all tables, and a refusal for each table and row without any.

    Raises UnreadableArticle if there are no tables.
    """
    are_any = False
    for table in tables:
        are_any = True
        try:
            yield from articles_of_table(file, table)
        except UnreadableArticle as refusal:
            yield refusal
    if not are_any:
        raise refuse(file.path, _("“{name}” has no rows."), _("Check whether it was saved completely."))


def articles_of_table(file: InputFile, table: Table) -> Iterator[Draft | UnreadableArticle]:
    """Yield the articles of a table. Raises UnreadableArticle if it is not certain which column has the text."""
    is_said = file.how.to_describe or file.how.columns or remembered_or_said(table, file.how)
    if not is_said and (known := known_as(table.names)):
        yield from records_of(file, table, known)
    else:
        yield from drafts_of(file, table, columns_of(file.path, table, file.how))
