"""Define targets: the forms in which a project is published, such as CSV."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from models.exports.beginning import Beginning
from models.exports.report import File
from models.exports.source import Source

WORKING = "working"
"""The folder beside its files in which a target may keep what it needs while it writes. It is deleted with them."""


@dataclass(frozen=True, slots=True)
class Written:
    """The files of an export, and remarks for their readers about cells that this form puts at risk."""

    files: tuple[File, ...]
    remarks: tuple[str, ...] = ()


class Target(Protocol):
    """Writes a project in one form. `delivery` prepares a folder, checks the files and moves them to where they belong.

    `names` lists all files that it can write; a name with a * means every file that matches. `write` lists a file
    with several tables once for each of them.
    """

    names: tuple[str, ...]

    def write(self, source: Source, place: Path) -> Written:
        """Write files into an empty folder. Raises OSError if the disk refuses."""

    def first(self, source: Source) -> Beginning:
        """Return the beginning of each file, as `write` would write it, without reading more than is needed."""

    def count(self, file: File) -> int:
        """Read a file that was written, by other means than it was written by, and return how many rows it has.

        Raises OSError if it cannot be read, and ValueError if it is not what it should be.
        """
