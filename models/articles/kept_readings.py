"""What a person keeps of how files are read: the columns of tables, and the profiles of databases."""

from dataclasses import replace
from pathlib import Path

from models.articles.database_profile import Profile, keep_profile, profiles_in
from models.articles.how_to_read import HowToRead
from models.articles.tables.remembering import remembered_in

PROFILES = "databases"
"""The folder of profiles, each in a file that can be given to a colleague, inside the folder of the settings."""


def with_kept(how: HowToRead, folder: Path) -> HowToRead:
    """Return how files are read, also by what is kept in the folder of the settings; what was said goes before it."""
    remembered = (*how.remembered, *remembered_in(folder))
    return replace(how, remembered=remembered, profiles=(*how.profiles, *kept_profiles(folder)))


def kept_profiles(folder: Path) -> tuple[Profile, ...]:
    """Return the profiles that are kept in the folder of the settings."""
    return profiles_in(folder / PROFILES)


def keep(folder: Path, profile: Profile) -> None:
    """Keep a profile. Raises OnrecordError."""
    keep_profile(folder / PROFILES, profile)
