"""How files are to be read, as the options of a command say."""

import click

from models.articles.how_to_read import HowToRead
from models.articles.tables.columns import UnknownColumns, columns_in


def how_to_read(columns: str | None) -> HowToRead:
    """Return how files are to be read. Raises click's UsageError for an option that cannot be read."""
    try:
        return HowToRead(columns=columns_in(columns) if columns else None)
    except UnknownColumns as error:
        raise click.UsageError(str(error)) from error
