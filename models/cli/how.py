"""How files are to be read, as the options of a command say and as the window has kept it."""

from pathlib import Path

import click

from models.articles.database_profile import read_profile
from models.articles.how_to_read import HowToRead
from models.articles.kept_readings import with_kept
from models.articles.name_pattern import pattern_of
from models.articles.tables.columns import columns_in
from models.configuration import configuration_folder
from models.errors import OnrecordError

DATES = {"day-first": True, "month-first": False}


def how_to_read(
    columns: str | None, dates: str | None, file_names: str | None, profiles: tuple[Path, ...]
) -> HowToRead:
    """Return how files are to be read. Raises click's UsageError for an option that cannot be read."""
    try:
        said = HowToRead(
            day_first=DATES.get(dates or ""),
            columns=columns_in(columns) if columns else None,
            file_names=pattern_of(file_names) if file_names else None,
            profiles=tuple(map(read_profile, profiles)),
        )
    except OnrecordError as error:
        raise click.UsageError(str(error)) from error
    return with_kept(said, configuration_folder())
