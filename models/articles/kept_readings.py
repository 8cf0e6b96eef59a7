"""What a person keeps of how files are read: the columns of tables, and the profiles of databases."""

from pathlib import Path

from models.articles.database_profile import profiles_in
from models.articles.how_to_read import HowToRead
from models.articles.tables.remembering import remembered_in

PROFILES = "databases"
"""The folder of profiles, each in a file that can be given to a colleague, inside the folder of the settings."""


def kept_readings(folder: Path) -> HowToRead:
    """Return how files are read by what is kept in the folder of the settings."""
    return HowToRead(remembered=remembered_in(folder), profiles=profiles_in(folder / PROFILES))
