"""What the program remembers about its window and its coder; an unreadable file gives the defaults."""

import os
import re
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings

from gui.theme.appearance import APPEARANCES, SYSTEM
from models.backups.places import SIZE, Place, usual_root
from models.coder import default_coder

MOST_RECENT = 8
MOST_POSITIONS = 500
READING_POSITION = re.compile(r"\S+ (?P<caret>\d{1,9}) (?P<first>\d{1,9})", re.ASCII)


class Settings(QObject):
    """Read and written through properties, each with its type: QSettings itself gives back strings."""

    def __init__(self) -> None:
        super().__init__()
        self._kept = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "onrecord", "onrecord", self)

    def _text(self, key: str, default: str) -> str:
        value = self._kept.value(key, default)
        return value if isinstance(value, str) and value else default

    def _bytes(self, key: str) -> QByteArray:
        value = self._kept.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    @property
    def coder(self) -> str:
        """The initials of the coder, which are kept in every record."""
        return self._text("coder", default_coder())

    @coder.setter
    def coder(self, initials: str) -> None:
        self._kept.setValue("coder", initials)

    @property
    def configuration(self) -> Path:
        """The folder in which the settings are."""
        return Path(self._kept.fileName()).parent

    @property
    def appearance(self) -> str:
        """The name of one of the appearances (`gui.theme.appearance.APPEARANCES`)."""
        kept = self._text("appearance", SYSTEM)
        return kept if kept in APPEARANCES else SYSTEM

    @appearance.setter
    def appearance(self, appearance: str) -> None:
        self._kept.setValue("appearance", appearance)

    @property
    def fetches_pages(self) -> bool:
        """Whether pages may be fetched from the internet when the coder gives an address."""
        return self._text("fetches_pages", "no") == "yes"

    @fetches_pages.setter
    def fetches_pages(self, may: bool) -> None:
        self._kept.setValue("fetches_pages", "yes" if may else "no")

    @property
    def suggests(self) -> bool:
        """Whether suggestions are shown, where the project wants them."""
        return self._text("suggests", "yes") == "yes"

    @suggests.setter
    def suggests(self, wanted: bool) -> None:
        self._kept.setValue("suggests", "yes" if wanted else "no")

    @property
    def backs_up(self) -> bool:
        """Whether backups are made of the projects that are worked on."""
        return self._text("backs_up", "yes") == "yes"

    @backs_up.setter
    def backs_up(self, wanted: bool) -> None:
        self._kept.setValue("backs_up", "yes" if wanted else "no")

    @property
    def backups(self) -> Place:
        """Where backups are, and how much room those of one project may take."""
        folder, size = self._text("backups/folder", ""), self._text("backups/size", "")
        most = int(size) if size.isascii() and size.isdigit() else SIZE
        return Place(Path(folder) if folder else usual_root(), most)

    @backups.setter
    def backups(self, place: Place) -> None:
        self._kept.setValue("backups/folder", "" if place.root == usual_root() else str(place.root))
        self._kept.setValue("backups/size", str(place.most))

    @property
    def zoom(self) -> int:
        """Steps by which the text is larger than normal."""
        try:
            return int(self._text("zoom", "0"))
        except ValueError:
            return 0

    @zoom.setter
    def zoom(self, steps: int) -> None:
        self._kept.setValue("zoom", str(steps))

    @property
    def recent(self) -> list[Path]:
        """The projects opened last, newest first, of those that are still there."""
        paths = self._text("recent", "").split("\n")
        return [Path(path) for path in paths if path and os.path.isfile(path)]  # noqa: PTH113  never raises

    def remember_project(self, path: Path) -> None:
        """Put a project first among the recent ones."""
        paths = [path.resolve(), *(known for known in self.recent if known != path.resolve())]
        self._kept.setValue("recent", "\n".join(str(known) for known in paths[:MOST_RECENT]))

    def reading_position(self, article: str) -> tuple[int, int] | None:
        """Return where the coder was in an article: the caret and the first character in sight, in code points."""
        here = [line for line in self._places() if line.startswith(f"{article} ")]
        found = READING_POSITION.fullmatch(here[-1]) if here else None
        return (int(found["caret"]), int(found["first"])) if found else None

    def keep_reading_position(self, article: str, position: tuple[int, int]) -> None:
        """Remember where the coder was in an article; the articles left longest ago are forgotten."""
        caret, first = position
        others = [line for line in self._places() if line and not line.startswith(f"{article} ")]
        self._kept.setValue("places", "\n".join([*others, f"{article} {caret} {first}"][-MOST_POSITIONS:]))

    def _places(self) -> list[str]:
        """Return a line for each article; of hundreds, only that of the article on the screen is read."""
        return self._text("places", "").split("\n")

    def was_told(self, key: str) -> bool:
        """Return whether something that is said once of a file was said of it."""
        return key in self._text("told", "").split("\n")

    def keep_told(self, key: str) -> None:
        """Remember that something was said of a file."""
        told = [each for each in self._text("told", "").split("\n") if each and each != key]
        self._kept.setValue("told", "\n".join([*told, key][-MOST_POSITIONS:]))

    def folder(self, of: str) -> Path | None:
        """Return the folder in which files of a kind ("projects", "articles") were chosen last, if it still exists."""
        kept = self._text(f"folder/{of}", "")
        return Path(kept) if kept and os.path.isdir(kept) else None  # noqa: PTH112  never raises

    def keep_folder(self, of: str, folder: Path) -> None:
        """Remember the folder in which files of a kind were chosen."""
        self._kept.setValue(f"folder/{of}", str(folder))

    def tables(self, project: Path) -> Path | None:
        """Return the folder that the tables of a project went into last; it may be gone."""
        kept = self._text(f"tables/{_key(project)}", "")
        return Path(kept) if kept else None

    def keep_tables(self, project: Path, folder: Path) -> None:
        """Remember the folder that the tables of a project go into."""
        self._kept.setValue(f"tables/{_key(project)}", str(folder))

    def export(self, project: Path) -> str:
        """Return what the last export of a project did, as named exports keep it; empty before the first."""
        return self._text(f"export/{_key(project)}", "")

    def keep_export(self, project: Path, definition: str) -> None:
        """Remember the last export of a project."""
        self._kept.setValue(f"export/{_key(project)}", definition)

    def state(self, of: str) -> QByteArray:
        """Return how a part of the window was left ("window", "geometry"); empty at first."""
        return self._bytes(f"state/{of}")

    def keep_state(self, of: str, state: QByteArray) -> None:
        """Remember how a part of the window is left."""
        self._kept.setValue(f"state/{of}", state)

    def article(self, project: Path) -> str:
        """Return the article that was open in a project when it was left."""
        return self._text(f"article/{_key(project)}", "")

    def keep_article(self, project: Path, article: str) -> None:
        """Remember the article that is open in a project."""
        self._kept.setValue(f"article/{_key(project)}", article)


def _key(path: Path) -> str:
    return str(path.resolve()).replace("/", "|").replace("\\", "|")
