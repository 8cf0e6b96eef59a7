"""A report as data: which words are said, by whom, and by which rule that was found."""

from dataclasses import dataclass, replace
from typing import Self

from models.text.ranges import Range

_OPENING = '„“»«"‚'


@dataclass(frozen=True, slots=True)
class Report:
    """What somebody is reported to have said. All ranges are code points into the text, half-open.

    `certain` means that the source is the subject of the words that report, or belongs to the phrase.
    """

    contents: tuple[Range, ...]
    cue: Range | None
    source: Range | None
    rule: str
    certain: bool = True

    def overlaps(self, other: "Report") -> bool:
        """Return whether two reports have words in common."""
        return any(a < d and c < b for a, b in self.contents for c, d in other.contents)

    def is_quotation(self, text: str) -> bool:
        """Return whether it begins with a quotation mark."""
        return text[self.contents[0][0]] in _OPENING

    def with_part(self, part: Range) -> Self:
        """Return the report with one more part behind the others."""
        return replace(self, contents=(*self.contents, part))
