"""The labels of ProQuest, by what they say, and the fields that they begin."""

import re
from dataclasses import dataclass, replace
from functools import cache

from resources import words

LABELLED = re.compile(r"\s*(?P<label>[^\W\d][^:：\n]{1,40}?)\s*[:：]\s*(?P<value>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record: its role, its lines without the label, and its lines as printed."""

    role: str
    lines: tuple[str, ...]
    printed: tuple[str, ...]

    @property
    def value(self) -> str:
        """Return what it says, on one line."""
        return " ".join(" ".join(self.lines).split())

    def with_line(self, line: str) -> "Field":
        """Return the field with another line."""
        return replace(self, lines=(*self.lines, line), printed=(*self.printed, line))


@cache
def _roles() -> dict[str, str]:
    listed = (line.partition(":") for line in words("proquest_labels"))
    return {label.strip().casefold(): role for role, _, labels in listed for label in labels.split(",")}


def field_of(line: str) -> Field | None:
    """Return the field that a line begins, or None if it has no label of this database."""
    match = LABELLED.fullmatch(line)
    role = _roles().get(" ".join(match["label"].split()).casefold()) if match else None
    return Field(role, (match["value"],), (line,)) if match and role else None
