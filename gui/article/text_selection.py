"""A selection in a text as a value, without Qt: from an anchor to the caret, exact or by whole words."""

from dataclasses import dataclass, replace

from models.text.ranges import Range
from models.text.trimming import snap


@dataclass(frozen=True, slots=True)
class TextSelection:
    """The text between two offsets (code points); empty where they are the same.

    `exact` selections are taken to the code point, others grow or shrink to whole words without blanks at the ends.
    """

    anchor: int
    caret: int
    exact: bool = False

    @classmethod
    def of(cls, start: int, end: int, *, backwards: bool = False, exact: bool = False) -> "TextSelection":
        """Select a range, with the caret at its end or, backwards, at its beginning."""
        return cls(end, start, exact) if backwards else cls(start, end, exact)

    @property
    def range(self) -> Range:
        """Where it starts and ends, to the code point."""
        return min(self.anchor, self.caret), max(self.anchor, self.caret)

    @property
    def is_empty(self) -> bool:
        """Whether there is only a caret."""
        return self.anchor == self.caret

    @property
    def is_backwards(self) -> bool:
        """Whether the caret is at its beginning."""
        return self.caret < self.anchor

    @property
    def swapped(self) -> "TextSelection":
        """The same selection with the caret at its other end."""
        return replace(self, anchor=self.caret, caret=self.anchor)

    def meant(self, text: str) -> Range:
        """Return the range that it means in a text: whole words, unless it is exact or empty."""
        return self.range if self.exact or self.is_empty else snap(text, *self.range)

    def snapped(self, text: str) -> "TextSelection":
        """Return the selection of the range that it means, in the same direction."""
        return TextSelection.of(*self.meant(text), backwards=self.is_backwards, exact=self.exact)
