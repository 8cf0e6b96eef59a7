"""The profile of a database: the lines between its articles, and the labels before what it says of each."""

import re
import tomllib
from dataclasses import asdict, dataclass, fields
from functools import cached_property
from pathlib import Path
from typing import Any

import tomli_w

from models.errors import OnrecordError
from models.files import complete
from models.translation import _

SUFFIX = ".toml"
LONGEST_LINE = 300
"""Code points of a line between two articles."""

LABELS = ("title", "outlet", "date", "byline", "text", "end", "others")
"""The fields that name labels."""

NUMBER = "#"
"""What is in place of a number in a separator: "Document # of #"."""


class UnreadableProfile(OnrecordError):
    """A file is no profile of a database."""


@dataclass(frozen=True)
class Profile:
    """How the exports of a database are read. Labels are as printed, without a colon; several have commas between them.

    `separator` is the line between two articles, or before or after each. `text` is the label before the text of the
    article, and `end` the line, or the label of it, that follows the text. What is empty does not exist.
    """

    name: str = ""
    separator: str = ""
    title: str = ""
    outlet: str = ""
    date: str = ""
    byline: str = ""
    text: str = ""
    end: str = ""
    others: str = ""

    @property
    def is_complete(self) -> bool:
        """Return whether it says what is between two articles."""
        return bool(self.separator.strip(f" {NUMBER}"))

    def numbers(self, line: str) -> tuple[int, ...] | None:
        """Return the numbers in a line that is a separator, which may have none; None for another line."""
        match = self._line.fullmatch(line.strip()) if self.is_complete and len(line) <= LONGEST_LINE else None
        return tuple(int(re.sub(r"\D", "", number)) for number in match.groups()) if match else None

    @cached_property
    def _line(self) -> re.Pattern[str]:
        words = " ".join(self.separator.split()).split(NUMBER)
        parts = [re.escape(part.strip()).replace(r"\ ", r"\s+") for part in words]
        return re.compile(r"\s*(\d[\d.,]*)\s*".join(parts), re.IGNORECASE)

    def labelled(self, line: str) -> tuple[str, str] | None:
        """Return the role and the words of a line that begins with a label; None for another line."""
        match = self._labels.match(line) if self.roles else None
        role = self.roles.get(" ".join(match["label"].split()).casefold()) if match else None
        return (role, line[match.end() :].strip()) if match and role else None

    @cached_property
    def _labels(self) -> re.Pattern[str]:
        labels = sorted((label for role in LABELS for label in labels_in(getattr(self, role))), key=len, reverse=True)
        known = "|".join(re.escape(label).replace(r"\ ", r"\s+") for label in labels)
        after = r"(?:\s*[:：]\s*|\t\s*|\s{2,}|\s*$)"
        return re.compile(rf"\s*(?P<label>{known}){after}", re.IGNORECASE)

    @cached_property
    def roles(self) -> dict[str, str]:
        """Return what each label says, by the labels in lower case."""
        return {label.casefold(): role for role in reversed(LABELS) for label in labels_in(getattr(self, role))}


def labels_in(words: str) -> list[str]:
    """Return the labels that some words name, without colons."""
    return [label for part in words.split(",") if (label := " ".join(part.split()).rstrip(" :：")).strip()]


def written(profile: Profile) -> str:
    """Return a profile as it is written in a file."""
    return tomli_w.dumps({key: value for key, value in asdict(profile).items() if value})


def profile_in(text: str, name: str) -> Profile:
    """Return the profile that a file has. Raises UnreadableProfile."""
    try:
        found: dict[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UnreadableProfile(
            _("“{name}” is not a profile of a database: {reason}.").format(name=name, reason=error)
        ) from error
    known = {each.name for each in fields(Profile)}
    if not found.keys() <= known or not all(isinstance(value, str) for value in found.values()):
        raise UnreadableProfile(
            _("“{name}” is not a profile of a database.").format(name=name),
            "",
            _("It may have {fields}.").format(fields=", ".join(sorted(known))),
        )
    profile = Profile(**found)
    if not profile.is_complete:
        raise UnreadableProfile(_("“{name}” does not say what is between two articles.").format(name=name))
    return profile


def read_profile(path: Path) -> Profile:
    """Return the profile in a file, which has the file's name if it has none itself. Raises UnreadableProfile."""
    try:
        profile = profile_in(path.read_text("utf-8-sig"), path.name)
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableProfile(_("“{name}” cannot be read as a profile.").format(name=path.name)) from error
    return Profile(**{**asdict(profile), "name": profile.name or path.stem})


def profiles_in(folder: Path) -> tuple[Profile, ...]:
    """Return the profiles that are kept in a folder, by name; those that cannot be read are left out."""
    found = []
    for path in sorted(folder.glob(f"*{SUFFIX}")) if folder.is_dir() else ():
        try:
            found.append(read_profile(path))
        except UnreadableProfile:
            continue
    return tuple(found)


def keep_profile(folder: Path, profile: Profile) -> Path:
    """Write a profile into a folder under its name, over an older one. Raises OnrecordError."""
    stem = re.sub(r'[<>:"/\\|?*\x00-\x1f]', " ", profile.name).strip(" .") or _("Database")
    path = folder / f"{stem}{SUFFIX}"
    folder.mkdir(parents=True, exist_ok=True)
    write_profile(path, profile)
    return path


def write_profile(path: Path, profile: Profile) -> None:
    """Write a profile into a file, over an older one. Raises OnrecordError."""
    with complete(path, _("The older profile is as it was.")) as part:
        part.write_text(written(profile), "utf-8")
        part.replace(path)
