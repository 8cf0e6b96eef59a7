"""Replace what leads out of the program, such as system dialogs and other programs, with answers of our own."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog


@contextmanager
def closed(folder: Path, rng: random.Random) -> Iterator[None]:
    """Answer each dialog for files with one of the sample's, with a new one, or as if it was cancelled."""
    projects = [folder / "study.onrecord", folder / "other.onrecord", folder / "files" / "tide.txt"]
    count = iter(range(1_000_000))

    def open_one(*_args: object) -> tuple[str, str]:
        return str(rng.choice([*projects, ""])), ""

    def open_many(*_args: object) -> tuple[list[str], str]:
        files = sorted((folder / "files").iterdir())
        return [str(path) for path in rng.sample(files, rng.randrange(0, 3))], ""

    def save(*_args: object) -> tuple[str, str]:
        return str(rng.choice([folder / "new" / f"{next(count)}.onrecord", folder / "copy.onrecord", ""])), ""

    def choose_folder(*_args: object) -> str:
        return str(rng.choice([folder / "tables", folder / "tables" / "deeper", ""]))

    (folder / "new").mkdir(exist_ok=True)
    with (
        patch.object(QFileDialog, "getOpenFileName", open_one),
        patch.object(QFileDialog, "getOpenFileNames", open_many),
        patch.object(QFileDialog, "getSaveFileName", save),
        patch.object(QFileDialog, "getExistingDirectory", choose_folder),
        patch.object(QDesktopServices, "openUrl", lambda _url: True),
    ):
        yield
