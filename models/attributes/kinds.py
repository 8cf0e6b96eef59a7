"""The kinds of attributes: how values of each are read from a record, shown, parsed and changed.

Values are never None here: `Attribute` handles absent ones.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from models.attributes.comparing import DAYS, LONG_WORDS, MARKS, MEMBERS, SIZE, WORDS, Comparison
from models.edits import Change, changed
from models.entities import Alias, Answer, Speaker
from models.errors import OnrecordError
from models.ids import Id
from models.text.finding import search_words
from models.text.folding import folded
from models.text.natural_order import naturally
from models.text.typed_text import typed_line, typed_text
from models.translation import _

LANGUAGE = re.compile("[a-z]{2}")

V = TypeVar("V")
SortKey = str | float | None
E = TypeVar("E", bound=StrEnum)


class Questions(Protocol):
    """What attributes need to know about the project. `Registry` provides it; attributes never change it."""

    @property
    def speakers(self) -> Mapping[Id, Speaker]: ...

    def find(self, name: str) -> Speaker | None: ...

    def aliases_of(self, speaker: Id) -> Sequence[Alias]: ...

    def answers_of(self, record: Id) -> Sequence[Answer]: ...


class Kind(ABC, Generic[V]):
    """The rules of one kind. By default, the value is that of the field with the attribute's name.

    Editors ask whether a value can have `several_lines`, `names_speakers`, or is `several` names at once. `comparison`
    says how the conditions of a list compare values.
    """

    comparison: ClassVar[Comparison] = WORDS
    several_lines: ClassVar[bool] = False
    names_speakers: ClassVar[bool] = False
    several: ClassVar[bool] = False

    @property
    def choices(self) -> tuple[str, ...]:
        """Return the values of a closed list; empty for every other kind."""
        return ()

    def read(self, record: Any, name: str, asked: Questions) -> V | None:
        """Return the value of a record, or None."""
        value: V | None = getattr(record, name)
        return value

    def show(self, value: V) -> str:
        """Return a value as it is shown."""
        return str(value)

    def edit_text(self, value: V) -> str:
        """Return a value as it is typed."""
        return self.show(value)

    def plain_text(self, value: V) -> str:
        """Return a value as an export writes it, for spreadsheets."""
        return self.edit_text(value)

    def figure(self, value: V) -> float | None:
        """Return a value as a number to calculate with; None if it is none."""
        return value if isinstance(value, int | float) else None

    def sort_key(self, value: V) -> SortKey:
        """Return what lists sort a value by."""
        return folded(self.show(value))

    def members(self, value: V) -> Collection[str]:
        """Return the members of a list that a value is, such as a choice and those above it, as conditions store them;
        none if values of this kind are no members of a list.
        """
        return self.own_members(value)

    def listed_members(self) -> Iterable[tuple[str, str, int]]:
        """Return each member that there is, as conditions store it and as it is shown, and its level (0 at the top)."""
        return ((each, each, 0) for each in self.choices)

    def own_members(self, value: V) -> tuple[str, ...]:  # most values are none
        """Return the members that a value consists of, as conditions store them."""
        return ()

    def member(self, typed: str, asked: Questions) -> str:
        """Return a member of the list that was typed, as conditions store it. Raises OnrecordError."""
        raise TypeError(f"{type(self).__name__} has no members")

    def member_label(self, member: str, asked: Questions) -> str | None:
        """Return a member, as conditions store it, as it is shown; None if it is gone."""
        return None

    @abstractmethod
    def parse(self, typed: str, asked: Questions) -> V | None:
        """Parse typed text that is not blank. Raises OnrecordError."""

    def changes(self, records: Sequence[Any], name: str, value: V | None, asked: Questions) -> Iterable[Change]:
        """Return the changes that give records a value, or clear it. Raises OnrecordError if they cannot have it."""
        return [changed(record, **{name: value}) for record in records]


class Line(Kind[str]):
    """A name or a term on one line."""

    def parse(self, typed: str, asked: Questions) -> str | None:
        return typed_line(typed)


class Title(Line):
    """The title of an article: a list has “Part 2” before “Part 10”."""

    def sort_key(self, value: str) -> str:
        return naturally(folded(value))


class Language(Line):
    """The ISO 639-1 code of a language."""

    def parse(self, typed: str, asked: Questions) -> str:
        code = typed.strip().lower()
        if not LANGUAGE.fullmatch(code):
            raise OnrecordError(
                _("“{typed}” is not the code of a language, which has two letters, such as en or de.").format(
                    typed=typed.strip()
                )
            )
        return code


class Text(Kind[str]):
    """A text that can have several lines."""

    several_lines = True

    def parse(self, typed: str, asked: Questions) -> str | None:
        return typed_text(typed)


class Date(Kind[str]):
    """An ISO 8601 date, or date and time."""

    comparison = DAYS

    def sort_key(self, value: str) -> str:
        return value

    def parse(self, typed: str, asked: Questions) -> str:
        """Parse an unambiguous date; "3/4/2015" could be two days and is refused."""
        from models.articles.dates import read_date  # loaded when the first date is typed

        day = read_date(typed)
        if day is None:
            raise OnrecordError(
                _("“{typed}” cannot be read as a date.").format(typed=typed.strip()),
                _("Nothing was changed."),
                _("Type it as 2015-01-23."),
            )
        return day


class OneOf(Kind[E]):
    """One value of a closed list."""

    comparison = MEMBERS

    def __init__(self, values: type[E]) -> None:
        self.values = values

    @property
    def choices(self) -> tuple[str, ...]:
        return tuple(self.values)

    def parse(self, typed: str, asked: Questions) -> E:
        """Parse a value that was typed in full, or as far as only one value begins so."""
        wanted = " ".join(search_words(typed))
        begun = [each for each in self.values if folded(each).startswith(wanted)]
        found = [each for each in begun if folded(each) == wanted] or begun
        if len(found) != 1:
            raise OnrecordError(
                _("“{typed}” is not one of: {choices}.").format(typed=typed.strip(), choices=", ".join(self.values))
            )
        return found[0]

    def own_members(self, value: E) -> tuple[str, ...]:
        return (value.value,)

    def member(self, typed: str, asked: Questions) -> str:
        return self.parse(typed, asked).value

    def member_label(self, member: str, asked: Questions) -> str | None:
        return member if member in self.choices else None


class YesOrNo(StrEnum):
    """How a mark is typed."""

    YES = "yes"
    NO = "no"


YES = YesOrNo.YES.value
ONE_OF_BOTH = OneOf(YesOrNo)


class Flag(Kind[bool]):
    """A mark that a record has or has not: the value is True or absent."""

    comparison = MARKS

    @property
    def choices(self) -> tuple[str, ...]:
        return (YES,)

    def read(self, record: Any, name: str, asked: Questions) -> bool | None:
        return getattr(record, name) or None

    def show(self, value: bool) -> str:
        return YES if value else ""

    def figure(self, value: bool) -> float | None:
        """Return None: a mark is no number to calculate with."""
        return None

    def parse(self, typed: str, asked: Questions) -> bool | None:
        """Parse "yes", which sets the mark, or "no", which takes it away."""
        return YesOrNo.YES is ONE_OF_BOTH.parse(typed, asked) or None

    def changes(self, records: Sequence[Any], name: str, value: bool | None, asked: Questions) -> Iterable[Change]:
        return [changed(record, **{name: bool(value)}) for record in records]


class Count(Kind[int]):
    """How many records of a class there are, which the program counts."""

    comparison = SIZE

    def show(self, value: int) -> str:
        return f"{value:,}"

    def plain_text(self, value: int) -> str:
        return str(value)

    def sort_key(self, value: int) -> float:
        return value

    def parse(self, typed: str, asked: Questions) -> int:
        """Parse a whole number; thousands may be separated by commas."""
        written = typed.replace(",", "").strip()
        if not written.isdecimal() or len(written) > 15:
            raise OnrecordError(_("“{typed}” cannot be read as a whole number.").format(typed=typed.strip()))
        return int(written)


class Quoted(Kind[str]):
    """Words of an article, which cannot be typed."""

    comparison = LONG_WORDS

    def sort_key(self, value: str) -> SortKey:
        """Return nothing: lists that are sorted by the words of an article are in text order."""
        return None

    def parse(self, typed: str, asked: Questions) -> str | None:
        return typed_text(typed)
