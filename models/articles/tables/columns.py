"""What the columns of a table say of an article, and how that is written: "text=Lead+Body,title=Headline"."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from models.errors import OnrecordError
from models.text.folding import folded
from models.translation import _


class Role(StrEnum):
    """What a column says of an article."""

    TEXT = "text"
    HTML = "html"
    TITLE = "title"
    OUTLET = "outlet"
    BYLINE = "byline"
    PUBLISHED = "date"
    ADDRESS = "address"
    LANGUAGE = "language"
    KEY = "id"


BODIES = (Role.TEXT, Role.HTML)

OTHER_NAMES = {
    "published": Role.PUBLISHED,
    "url": Role.ADDRESS,
    "author": Role.BYLINE,
    "source": Role.OUTLET,
    "key": Role.KEY,
}


class UnknownColumns(OnrecordError):
    """What was said of columns cannot be read."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The names of the columns that have each role. Those of a text are joined in this order."""

    pairs: tuple[tuple[Role, str], ...]

    def of(self, *roles: Role) -> tuple[str, ...]:
        """Return the names of the columns with one of some roles."""
        return tuple(name for role, name in self.pairs if role in roles)

    @property
    def names(self) -> frozenset[str]:
        """Return the names of all columns that have a role."""
        return frozenset(name for _role, name in self.pairs)

    def among(self, names: Sequence[str]) -> "Columns | None":
        """Return these columns as they are spelled among some names; None if one of them is not there."""
        known = {as_compared(name): name for name in reversed(names)}
        found = [(role, known.get(as_compared(name))) for role, name in self.pairs]
        whole = tuple((role, name) for role, name in found if name is not None)
        return Columns(whole) if len(whole) == len(found) else None

    def __str__(self) -> str:
        """Return the columns as they are written on a command line."""
        return ",".join(f"{role}={name}" for role, name in self.pairs)


def as_compared(name: str) -> str:
    """Return the name of a column in the form for comparing: capitals, accents and blanks do not matter."""
    return " ".join(folded(name).split())


@dataclass(frozen=True, slots=True)
class RememberedColumns:
    """What a coder said of tables whose columns have these names, which are in the form for comparing."""

    names: frozenset[str]
    columns: Columns

    def are_of(self, names: Sequence[str]) -> bool:
        """Return whether the columns of a table have these names and no others."""
        return self.names == frozenset(map(as_compared, names))


def remembered(names: Sequence[str], columns: Columns) -> RememberedColumns:
    """Return what is to be remembered of a table with some columns."""
    return RememberedColumns(frozenset(map(as_compared, names)), columns)


def columns_in(words: str) -> Columns:
    """Return the columns that some words name: "text=Lead+Body,title=Titel". Raises UnknownColumns.

    A comma or plus that belongs to the name of a column is found when the table is known: see `joined`.
    """
    pairs: list[tuple[Role, str]] = []
    for part in words.split(","):
        role, equals, name = part.partition("=")
        found = _role(role) if equals else None
        if found is not None:
            pairs.append((found, name.strip()))
        elif pairs:  # the comma is part of a name
            pairs[-1] = (pairs[-1][0], f"{pairs[-1][1]},{part}")
        else:
            raise _unknown(part)
    if not all(name for _role_, name in pairs):
        raise _unknown(words)
    if not any(role in BODIES for role, _name in pairs):
        raise UnknownColumns(
            _("“{words}” does not say which column has the text.").format(words=words), "", _('Write "text=NAME".')
        )
    return Columns(tuple(pairs))


def _role(word: str) -> Role | None:
    word = word.strip().casefold()
    return OTHER_NAMES.get(word) or next((role for role in Role if role == word), None)


def _unknown(words: str) -> UnknownColumns:
    roles = ", ".join(Role)
    return UnknownColumns(
        _("“{words}” does not say what a column is.").format(words=words.strip()),
        "",
        _('Write "text=NAME,title=NAME" with the names of columns; it can be said of {roles}.').format(roles=roles),
    )


def joined(columns: Columns, names: Sequence[str]) -> Columns | None:
    """Return the columns of a table that are meant, where "Lead+Body" is two columns unless one has that name."""
    known = {as_compared(name) for name in names}
    pairs: list[tuple[Role, str]] = []
    for role, name in columns.pairs:
        parts = [name] if as_compared(name) in known else name.split("+")
        pairs += ((role, part.strip()) for part in parts)
    return Columns(tuple(pairs)).among(names)
