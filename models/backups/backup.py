"""The backups in a folder: each is a whole project whose name says when it was made, in UTC."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from models.earlier_versions import copies_of
from models.files import PROJECT_SUFFIX

NAME = "%Y-%m-%dT%H%M%S.%f"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup: its file, when it was made, and its size in bytes.

    `version` is that of a copy which is kept beside the project from before an upgrade.
    """

    path: Path
    at: datetime
    size: int
    version: int | None = None


def backup_at(path: Path) -> Backup | None:
    """Return the backup at a path; None if the file is not one of ours. Raises OSError."""
    at = time_in(path)
    return None if at is None or path.suffix != PROJECT_SUFFIX else Backup(path, at, path.stat().st_size)


def before_upgrades(project: Path) -> list[Backup]:
    """Return the copies that are kept beside a project from before it was upgraded. Raises OSError."""
    found = ((path, version, path.stat()) for path, version in copies_of(project))
    return [Backup(path, datetime.fromtimestamp(at.st_mtime, UTC), at.st_size, version) for path, version, at in found]


def backups_in(folder: Path) -> list[Backup]:
    """Return the backups in a folder, newest first; other files are passed over. Raises OSError."""
    if not folder.is_dir():
        return []
    backups = filter(None, map(backup_at, folder.iterdir()))
    return sorted(backups, key=lambda backup: backup.at, reverse=True)


def path_in(folder: Path, at: datetime) -> Path:
    """Return the path of a backup that is made at a time, to the millisecond."""
    return folder / f"{at.astimezone(UTC).strftime(NAME)[:-3]}Z{PROJECT_SUFFIX}"


def time_in(path: Path) -> datetime | None:
    """Return when a backup was made, by its name; None if it is not one of ours."""
    try:
        return datetime.strptime(path.stem, f"{NAME}Z").replace(tzinfo=UTC)
    except ValueError:
        return None
