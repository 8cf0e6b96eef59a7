"""The lines around the headline of a page, where it says who wrote the article and when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from models.articles.bylines import is_short
from models.articles.page_line import PageLine

ABOVE, ABOVE_PROSE = 3, 12
"""How many lines above the headline, or without one above the first paragraph, may name the author and the date."""

PARAGRAPH = 20
"""The fewest words of a paragraph; captions, standfirsts and invitations to subscribe have fewer."""

PARAGRAPHS = 3
"""Before which paragraph the author and the date are expected."""

FARTHEST, BELOW = 20, 12
"""How many lines among the first paragraphs are looked at, and how many short ones may be a name."""


@dataclass(frozen=True)
class HeadingLines:
    """The lines of a page around its headline, by the index of headline and paragraphs; `phrases` are the indexes of
    known boilerplate, which names nobody.
    """

    lines: Sequence[PageLine]
    title: int | None
    text: range
    phrases: set[int]

    @cached_property
    def above(self) -> list[PageLine]:
        """Return the lines right above the headline, or above the first paragraph if there is none."""
        above = [line for line in self.lines[: self._heading] if line.words]
        return above[-ABOVE if self.title is not None else -ABOVE_PROSE :]

    @cached_property
    def below(self) -> list[PageLine]:
        """Return the lines between the headline and the first paragraph."""
        return [line for line in self.lines[self._heading + (self.title is not None) : self._first] if line.words]

    @cached_property
    def among(self) -> list[PageLine]:
        """Return the lines among the first paragraphs, and these themselves."""
        return [self.lines[index] for index in self._among() if self.lines[index].words]

    @property
    def paragraphs(self) -> list[PageLine]:
        """Return the first paragraph of the article and those that follow closely."""
        return [line for line in (*self.lines[self.text.start : self.text.start + 1], *self.among) if line.is_prose]

    @property
    def headline(self) -> list[PageLine]:
        """Return the headline, if there is one."""
        return [] if self.title is None else [self.lines[self.title]]

    @cached_property
    def short(self) -> list[PageLine]:
        """Return the short lines from above the headline to the first paragraphs."""
        return [line for line in (*self.above, *self.headline, *self.below, *self.among) if is_short(line)]

    @cached_property
    def naming(self) -> list[PageLine]:
        """Return the short lines below the headline of which one may be a name alone; none without a headline."""
        if self.title is None:
            return []
        below = [
            self.lines[at] for at in (*range(self.title + 1, self._first), *self._among()) if at not in self.phrases
        ]
        return [line for line in below if line.words and is_short(line)][:BELOW]

    @property
    def _heading(self) -> int:
        return self.text.start if self.title is None else self.title

    @property
    def _first(self) -> int:
        if self.title is None or self.title < self.text.start:
            return self.text.start
        # Above the headline there is prose too: teasers of other stories.
        below = range(self.title + 1, self.text.stop)
        return next((at for at in below if is_paragraph(self.lines[at])), self.title + 1)

    def _among(self) -> Iterator[int]:
        paragraphs = 0
        for index in range(self._first, min(self.text.stop, self._first + FARTHEST)):
            paragraphs += is_paragraph(self.lines[index])
            if paragraphs == PARAGRAPHS:
                return
            yield index


def is_paragraph(line: PageLine) -> bool:
    """Return whether a line is long enough for a paragraph of the article."""
    return line.is_prose and line.words >= PARAGRAPH
