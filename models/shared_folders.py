"""Recognise where a project is shared with other machines: a synchronised folder, and the copies that it makes when two
machines have changed a file.
"""

import re
from pathlib import Path

from models.translation import _

SERVICES: tuple[tuple[str, re.Pattern[str], tuple[str, ...]], ...] = (
    ("Dropbox", re.compile(r"^Dropbox( \(.+\))?$"), (".dropbox", ".dropbox.cache")),
    ("OneDrive", re.compile(r"^OneDrive( - .+)?$"), ()),
    ("iCloud", re.compile(r"^(com~apple~CloudDocs|iCloud ?Drive)$"), ()),
    (_("Google Drive"), re.compile(r"^(Google ?Drive|GoogleDrive-.+)$"), (".tmp.driveupload", ".tmp.drivedownload")),
    ("Nextcloud", re.compile(r"^(Nextcloud|ownCloud)\d*$"), (".nextcloudsync.log", ".owncloudsync.log")),
    ("Syncthing", re.compile(r"^Syncthing$"), (".stfolder",)),
)
"""Each service with the names that its folder has unless somebody gave it another, and with what it keeps there."""

CONFLICTS = (
    r" \(.*(?:conflicted copy|[iI]n Konflikt stehende Kopie|copie en conflit|copia en conflicto).*\)",
    r"\.sync-conflict-\d{8}-\d{6}-\w+",
    r"_conflict-\d{8}-\d{6}",
    r" \(SFConflict .+\)",
)
"""What Dropbox and Nextcloud, Syncthing, ownCloud and Seafile put after the name of a file that two have changed."""


def service_of(project: Path) -> str | None:
    """Return the service that synchronises the folder of a project; None if none is recognised."""
    for folder in project.resolve().parents:
        for service, name, kept in SERVICES:
            if name.match(folder.name) or any((folder / each).exists() for each in kept):
                return service
    return None


def conflict_copies(project: Path) -> list[Path]:
    """Return the copies beside a project that a service made of what another machine had changed, in order of names."""
    stem = project.stem
    for conflict in CONFLICTS:
        stem = re.sub(f"{conflict}$", "", stem)
    pattern = re.compile(f"{re.escape(stem)}(?:{'|'.join(CONFLICTS)}){re.escape(project.suffix)}")
    try:
        return sorted(each for each in project.parent.iterdir() if pattern.fullmatch(each.name) and each != project)
    except OSError:
        return []
