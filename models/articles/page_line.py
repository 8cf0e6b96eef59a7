"""A line of a page with what it says about its article: who wrote it and when."""

from dataclasses import dataclass
from functools import cached_property

from models.articles.bylines import author_in, is_by_alone, is_short
from models.articles.date_lines import is_dated, says_only_when
from models.text.text_lines import Line, lines_of


@dataclass(frozen=True)
class PageLine(Line):
    """A line of a page; each thing that it says is read once, when it is first asked for."""

    @cached_property
    def author(self) -> str | None:
        """Return the authors that the line names as such: "By Jane Doe"; None if it names none."""
        return author_in(self)

    @cached_property
    def is_dated(self) -> bool:
        """Return whether the line has a certain date and is about it."""
        return is_dated(self)

    @cached_property
    def says_only_when(self) -> bool:
        """Return whether the line is a date and nothing else, also one that is not certain."""
        return says_only_when(self)

    @cached_property
    def is_about_article(self) -> bool:
        """Return whether the line says who wrote the article or when."""
        is_date = self.is_dated or self.says_only_when
        return is_date or is_by_alone(self) or (is_short(self) and self.author is not None)


def page_lines(text: str) -> list[PageLine]:
    """Return the lines of a normalised text that are not blank."""
    return [
        PageLine(line.start, line.end, line.text, line.plain, line.words, line.is_prose, line.is_item, line.indent)
        for line in lines_of(text)
    ]
