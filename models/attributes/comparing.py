"""How values of attributes are compared in the conditions of a list: by their words, sizes, days, or what they are."""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from operator import ge, gt, le, lt
from typing import TYPE_CHECKING, Any, ClassVar

from models.quantities.writing import plain, write_value
from models.text.folding import folded
from models.text.name_lists import split_names
from models.text.typed_text import typed_line
from models.translation import _

if TYPE_CHECKING:
    from models.attributes.kinds import Kind, Questions

PART_OF_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
"""A year, a month or a day, as dates begin."""


DAY = len("2015-01-23")
"""Characters of a date without its time."""


class Operator(StrEnum):
    """What a condition says of a value; stored in views."""

    IS = "is"
    IS_NOT = "is not"
    CONTAINS = "contains"
    LACKS = "does not contain"
    LESS = "less than"
    AT_MOST = "at most"
    AT_LEAST = "at least"
    MORE = "more than"
    BETWEEN = "between"
    EMPTY = "empty"
    FILLED = "not empty"

    @property
    def positive(self) -> "Operator":
        """The operator that this one negates, or this one if it negates none."""
        return NEGATED.get(self, self)

    @property
    def operands(self) -> int:
        """How many values it compares with."""
        return 0 if self in (Operator.EMPTY, Operator.FILLED) else 2 if self is Operator.BETWEEN else 1


NEGATED = {Operator.IS_NOT: Operator.IS, Operator.LACKS: Operator.CONTAINS}
"""An operator that is true wherever another is not, also of lines without a value."""

SIZES: Mapping[Operator, Callable[[Any, Any], bool]] = {
    Operator.LESS: lt,
    Operator.AT_MOST: le,
    Operator.AT_LEAST: ge,
    Operator.MORE: gt,
}

IS = {Operator.IS: _("is"), Operator.IS_NOT: _("is not")}
CONTAINS = {Operator.CONTAINS: _("contains"), Operator.LACKS: _("does not contain")}
EMPTY = {Operator.EMPTY: _("is empty"), Operator.FILLED: _("is not empty")}


class Comparison(ABC):
    """How values of some kinds are compared. What they are compared with is text, in a form that can be stored.

    `operators` has those that can be chosen, each in words. `several` values can be given where a value `is` one.
    """

    operators: ClassVar[Mapping[Operator, str]]
    several: ClassVar[bool] = False

    @abstractmethod
    def stored(self, kind: "Kind[Any]", typed: str, asked: "Questions") -> str:
        """Return a value that was typed, and is not blank, as it is stored. Raises OnrecordError."""

    @abstractmethod
    def label(self, kind: "Kind[Any]", stored: str, asked: "Questions") -> str:
        """Return a stored value as it is shown, and as it is typed."""

    @abstractmethod
    def stored_value(self, kind: "Kind[Any]", value: Any) -> Sequence[str]:
        """Return a value of a record as it is stored by conditions that a value is this one."""

    @abstractmethod
    def equals(self, kind: "Kind[Any]", value: Any, stored: str) -> bool:
        """Return whether a value is what is stored."""

    def parse(self, operator: Operator, kind: "Kind[Any]", typed: str, asked: "Questions") -> tuple[str, ...]:
        """Return what was typed after an operator, one value or several, as it is stored; none if nothing was.

        Raises OnrecordError if it cannot be understood.
        """
        if operator.positive is Operator.CONTAINS:
            return tuple(filter(None, [typed_line(typed)]))
        parts = split_names(typed) if self.several else [typed]
        return tuple(dict.fromkeys(self.stored(kind, part, asked) for part in parts if typed_line(part)))

    def shown(self, operator: Operator, kind: "Kind[Any]", stored: str, asked: "Questions") -> str:
        """Return what is stored after an operator as it is shown, and as it is typed."""
        return stored if operator.positive is Operator.CONTAINS else self.label(kind, stored, asked)

    def holds(self, operator: Operator, kind: "Kind[Any]", value: Any, wanted: Sequence[str]) -> bool:
        """Return whether an operator that negates nothing is true of a value."""
        if operator is Operator.CONTAINS:
            return any(folded(each) in folded(kind.show(value)) for each in wanted)
        return any(self.equals(kind, value, each) for each in wanted)


class Words(Comparison):
    """Texts, folded."""

    operators: ClassVar[Mapping[Operator, str]] = {**CONTAINS, **IS, **EMPTY}

    def stored(self, kind: "Kind[Any]", typed: str, asked: "Questions") -> str:
        return typed_line(typed) or ""

    def label(self, kind: "Kind[Any]", stored: str, asked: "Questions") -> str:
        return stored

    def stored_value(self, kind: "Kind[Any]", value: Any) -> Sequence[str]:
        return (kind.show(value),)

    def equals(self, kind: "Kind[Any]", value: Any, stored: str) -> bool:
        return folded(kind.show(value)) == folded(stored)


class LongWords(Words):
    """Texts that are never looked for in full, such as the words of a claim."""

    operators: ClassVar[Mapping[Operator, str]] = CONTAINS


class Names(Words):
    """Lists of names."""

    operators: ClassVar[Mapping[Operator, str]] = {**CONTAINS, **EMPTY}


class Marks(Words):
    """Marks that a record has or has not."""

    operators: ClassVar[Mapping[Operator, str]] = {
        Operator.FILLED: _("is marked"),
        Operator.EMPTY: _("is not marked"),
    }


class Sizes(Comparison):
    """Numbers; a range is compared by its lower value."""

    operators: ClassVar[Mapping[Operator, str]] = {
        **IS,
        Operator.LESS: _("less than"),
        Operator.AT_MOST: _("at most"),
        Operator.AT_LEAST: _("at least"),
        Operator.MORE: _("more than"),
        Operator.BETWEEN: _("between"),
        **EMPTY,
    }

    def stored(self, kind: "Kind[Any]", typed: str, asked: "Questions") -> str:
        return plain(kind.figure(kind.parse(typed, asked)) or 0)

    def label(self, kind: "Kind[Any]", stored: str, asked: "Questions") -> str:
        return write_value(float(stored))

    def stored_value(self, kind: "Kind[Any]", value: Any) -> Sequence[str]:
        return (plain(kind.figure(value) or 0),)

    def equals(self, kind: "Kind[Any]", value: Any, stored: str) -> bool:
        return kind.figure(value) == float(stored)

    def holds(self, operator: Operator, kind: "Kind[Any]", value: Any, wanted: Sequence[str]) -> bool:
        figure, sizes = kind.figure(value), [float(each) for each in wanted]
        if figure is not None and operator is Operator.BETWEEN:
            return min(sizes) <= figure <= max(sizes)
        if figure is not None and operator in SIZES:
            return SIZES[operator](figure, sizes[0])
        return super().holds(operator, kind, value, wanted)


class Days(Comparison):
    """Dates, or dates with times, compared with a day, a month or a year: every day of 2015 is in 2015."""

    operators: ClassVar[Mapping[Operator, str]] = {
        **IS,
        Operator.LESS: _("before"),
        Operator.MORE: _("after"),
        Operator.BETWEEN: _("between"),
        **EMPTY,
    }

    def stored(self, kind: "Kind[Any]", typed: str, asked: "Questions") -> str:
        part = typed.strip()
        return part if PART_OF_DATE.fullmatch(part) else str(kind.parse(typed, asked))[:DAY]

    def label(self, kind: "Kind[Any]", stored: str, asked: "Questions") -> str:
        return stored

    def stored_value(self, kind: "Kind[Any]", value: Any) -> Sequence[str]:
        return (str(value)[:DAY],)

    def equals(self, kind: "Kind[Any]", value: Any, stored: str) -> bool:
        return str(value).startswith(stored)

    def holds(self, operator: Operator, kind: "Kind[Any]", value: Any, wanted: Sequence[str]) -> bool:
        if operator is Operator.BETWEEN:
            first, last = sorted(wanted)
            return str(value)[: len(first)] >= first and str(value)[: len(last)] <= last
        if operator in SIZES:
            return SIZES[operator](str(value)[: len(wanted[0])], wanted[0])
        return super().holds(operator, kind, value, wanted)


class Members(Comparison):
    """Values of a list that the project or the program has. `members` of the kind says what a value is."""

    operators: ClassVar[Mapping[Operator, str]] = {**IS, **EMPTY}
    several = True

    def stored(self, kind: "Kind[Any]", typed: str, asked: "Questions") -> str:
        return kind.member(typed, asked)

    def label(self, kind: "Kind[Any]", stored: str, asked: "Questions") -> str:
        return kind.member_label(stored, asked) or _("(deleted)")

    def stored_value(self, kind: "Kind[Any]", value: Any) -> Sequence[str]:
        return kind.own_members(value)

    def equals(self, kind: "Kind[Any]", value: Any, stored: str) -> bool:
        return stored in kind.members(value)


class NamedMembers(Members):
    """Members with names that can be looked for by a part of them."""

    operators: ClassVar[Mapping[Operator, str]] = {**IS, **CONTAINS, **EMPTY}


WORDS, LONG_WORDS, NAMES, MARKS = Words(), LongWords(), Names(), Marks()
SIZE, DAYS, MEMBERS, NAMED = Sizes(), Days(), Members(), NamedMembers()
