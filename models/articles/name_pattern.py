"""Read metadata from the names of files by a pattern such as "Outlet - Date - Title", written as the names are."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import PurePath

from models.articles.dates import read_date, readings
from models.errors import OnrecordError
from models.translation import _

KNOWN_SUFFIX = re.compile(r"\.[A-Za-z]{1,5}\d?$")

MOST_FIELDS = 7

DATE = (
    r"(?<!\d)(?:(?:19|20)\d{2}(?P<one>[-._ ]?)\d{2}(?P=one)\d{2}|(?:19|20)\d{2}(?P<two>[-._ ])\d{1,2}(?P=two)\d{1,2}|"
    r"\d{1,2}(?P<three>[-._ ]|\. )\d{1,2}(?P=three)(?:\d{4}|\d{2})|"
    r"\d{1,2}\.?[-_ ]?[^\W\d_]{3,}\.?[-_ ]\d{4}|[^\W\d_]{3,}\.?[-_ ]\d{1,2},?[-_ ]\d{4}|"
    r"\d{4} ?[年년] ?\d{1,2} ?[月월] ?\d{1,2} ?[日일])(?!\d)"
)
"""What a date in the name of a file looks like; whether it is one is decided when it is read."""


class Field(StrEnum):
    """What a part of a name says. The values are the words of a pattern."""

    OUTLET = "Outlet"
    DATE = "Date"
    TITLE = "Title"
    BYLINE = "Author"
    LANGUAGE = "Language"
    KEY = "Id"
    OTHER = "Other"


class UnknownPattern(OnrecordError):
    """A pattern has no field, or one of them twice."""


@dataclass(frozen=True, slots=True)
class NameParts:
    """What the name of a file says; None where it says nothing. `words` is its date as written."""

    outlet: str | None = None
    words: str | None = None
    title: str | None = None
    byline: str | None = None
    language: str | None = None

    @property
    def is_ambiguous(self) -> bool:
        """Return whether the date may be one of two days."""
        return bool(self.words and readings(self.words))

    def day(self, day_first: bool | None = None) -> str | None:
        """Return the date (YYYY-MM-DD), or None if it is not certain: it may need to be known what is first."""
        either = readings(self.words) if self.words else ()
        if either and day_first is not None:
            return either[0] if day_first else either[1]
        return read_date(self.words) if self.words else None


@dataclass(frozen=True)
class NamePattern:
    """A pattern of the names of files; those of folders come before a slash: "Outlet/Date Title"."""

    words: str

    def read(self, path: PurePath) -> NameParts | None:
        """Return what the name of a file says, or None if it does not fit the pattern."""
        depth = self.words.count("/")
        if len(path.parts) <= depth:
            return None
        name = "/".join((*path.parts[len(path.parts) - 1 - depth : -1], KNOWN_SUFFIX.sub("", path.name)))
        if "_" not in self.words and " " not in path.name:
            name = name.replace("_", " ")
        match = self._expression.fullmatch(name)
        if match is None:
            return None
        found = {field: _blanks(words or "") for field, words in match.groupdict().items()}
        return NameParts(
            outlet=found.get("OUTLET") or None,
            words=_date(found.get("DATE", "")) or None,
            title=found.get("TITLE") or None,
            byline=found.get("BYLINE") or None,
            language=found.get("LANGUAGE", "").lower() or None,
        )

    @cached_property
    def _expression(self) -> re.Pattern[str]:
        pieces = FIELD.split(self.words.strip())
        return re.compile("".join(_piece(piece) for piece in pieces))


FIELD = re.compile(rf"(?<![^\W_])({'|'.join(Field)})(?![^\W_])", re.IGNORECASE)


def pattern_of(words: str) -> NamePattern:
    """Return the pattern that some words are. Raises UnknownPattern."""
    every = [Field(found.title()) for found in FIELD.findall(words)]
    fields = [field for field in every if field is not Field.OTHER]
    if not fields:
        raise UnknownPattern(
            _("“{words}” has none of the words that stand for parts of a name.").format(words=words),
            "",
            _("Write it as your files are named, such as {example}.").format(example="“Outlet - Date - Title”"),
        )
    if len(every) > MOST_FIELDS:  # each may begin and end anywhere, so more would take long to find
        raise UnknownPattern(_("“{words}” names too many parts.").format(words=words))
    if twice := next((field for field in fields if fields.count(field) > 1), None):
        raise UnknownPattern(_("“{words}” names {field} twice.").format(words=words, field=twice))
    return NamePattern(words)


def _piece(piece: str) -> str:
    """Return the expression of a field or of what is between two."""
    if not FIELD.fullmatch(piece):
        return "".join(_literal(part) for part in re.findall(r"\s+|[-–—]|[^\s–—-]+", piece))
    field = Field(piece.title())
    if field is Field.OTHER:
        return "[^/]+?"
    if field is Field.LANGUAGE:
        return "(?P<LANGUAGE>[A-Za-z]{2})"
    # A title may have marks inside that separate the other parts, so it takes as much as they leave.
    words = {Field.DATE: DATE, Field.TITLE: "[^/]+"}.get(field, "[^/]+?")
    return f"(?P<{field.name}>{words})"


def _literal(part: str) -> str:
    return r"\s+" if part.isspace() else "[-–—]" if part in "-–—" else re.escape(part)


def _blanks(words: str) -> str:
    return " ".join(words.replace("_", " ").split())


def _date(words: str) -> str:
    """Return a date as it would be printed: 2015 01 23 becomes 2015-01-23."""
    figures = re.fullmatch(r"(\d{1,4})(?: |\. )(\d{1,2})(?: |\. )(\d{1,4})", words)
    return "-".join(figures.groups()) if figures else words
