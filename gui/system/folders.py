"""Folders and names for files: where the coder keeps documents, and a name that is free."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def documents() -> Path:
    """Return the folder of the coder's documents, or the home folder if there is none."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return folder if folder.is_dir() else Path.home()


def free_path(wanted: Path) -> Path:
    """Return a path, or the first of "name 2", "name 3" … if it is taken."""
    path, count = wanted, 2
    while path.exists():
        path = wanted.with_name(f"{wanted.stem} {count}{wanted.suffix}")
        count += 1
    return path
