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

    def with_lines(self, text: str) -> "Field":
        """Return the field with more lines."""
        lines = text.split("\n")
        return replace(self, lines=(*self.lines, *lines), printed=(*self.printed, *lines))


@cache
def _roles() -> dict[str, str]:
    listed = (line.partition(":") for line in words("proquest_labels"))
    return {label.strip().casefold(): role for role, _, labels in listed for label in labels.split(",")}


def field_of(text: str) -> Field | None:
    """Return the field that a paragraph begins, or None if it has no label of this database."""
    match = LABELLED.fullmatch(text)
    role = _roles().get(" ".join(match["label"].split()).casefold()) if match else None
    return Field(role, tuple(match["value"].split("\n")), tuple(text.split("\n"))) if match and role else None
