"""Where backups are: a folder of a person, with one folder for each project, which says what project that is."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from models.backups.backup import Backup, backups_in, before_upgrades
from models.configuration import data_folder

SIZE = 2_000_000_000
"""Bytes that the backups of one project take at most, unless a person says otherwise."""

OF_WHAT = "project.txt"
"""The file in a folder of backups that has the path of their project."""


def usual_root() -> Path:
    """Return the folder of all backups, unless a person has chosen another one."""
    return data_folder() / "backups"


@dataclass(frozen=True, slots=True)
class Place:
    """The folder of all backups, and how many bytes those of one project take at most."""

    root: Path
    most: int = SIZE

    def folder_of(self, project: Path) -> Path:
        """Return the folder for the backups of a project: its name, and what tells it from others of that name."""
        path = project.resolve()
        return self.root / f"{path.stem[:60]} {sha256(str(path).encode(errors='surrogateescape')).hexdigest()[:8]}"

    def backups_of(self, project: Path) -> list[Backup]:
        """Return the backups of a project, newest first, with the copies from before upgrades that are beside it.

        What cannot be read is left out.
        """
        found = list[Backup]()
        with suppress(OSError):
            found += backups_in(self.folder_of(project))
        with suppress(OSError):
            found += before_upgrades(project)
        return sorted(found, key=lambda backup: backup.at, reverse=True)

    def folders(self) -> list[tuple[Path, Path]]:
        """Return the folders of backups, each with the path of its project."""
        with suppress(OSError):
            each = [(note.parent, _project_in(note.parent)) for note in self.root.glob(f"*/{OF_WHAT}")]
            return [(folder, project) for folder, project in each if project]
        return []

    def projects(self) -> Sequence[Path]:
        """Return the projects that have backups here, by name."""
        return sorted({path for _folder, path in self.folders()}, key=lambda path: (path.stem.casefold(), path))

    def make_folder(self, project: Path) -> Path:
        """Make the folder of a project, and return it. A root that a person has chosen must be there. Raises OSError.

        If that is on a disk which is not connected, nothing is made in its place.
        """
        folder = self.folder_of(project)
        if self.root == usual_root():
            self.root.mkdir(parents=True, exist_ok=True)
        folder.mkdir(exist_ok=True)
        note(folder, project)
        return folder


def note(folder: Path, project: Path) -> None:
    """Note in a folder of backups of which project they are. Raises OSError."""
    if _project_in(folder) != project.resolve():
        with suppress(UnicodeEncodeError):  # a path that is not valid in the encoding of the system
            beside = folder / f".{OF_WHAT}"
            beside.write_text(f"{project.resolve()}\n", encoding="utf-8")
            beside.replace(folder / OF_WHAT)


def _project_in(folder: Path) -> Path | None:
    """Return the project whose backups are in a folder, as it says; None if it does not say that."""
    with suppress(OSError, UnicodeDecodeError):
        return Path((folder / OF_WHAT).read_text(encoding="utf-8").strip())
    return None
