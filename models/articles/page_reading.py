"""What is known about the lines of a text, found once: its boilerplate, its prose, its headline."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from models.articles.article_lines import article_lines
from models.articles.boilerplate import (
    comments,
    is_page,
    menu_above,
    phrase_lines,
    prose_lines,
    repeated_lines,
    standfirst_lines,
)
from models.articles.heading_lines import HeadingLines
from models.articles.headlines import headline
from models.articles.page_line import PageLine
from models.articles.site_names import plain

LEAST_ARTICLE = 60
"""The fewest words of an article that is told from its page."""


@dataclass(frozen=True)
class PageReading:
    """The lines of a text that are not blank; `body` and the title are given if they are known already.

    Lines are given by their index.
    """

    lines: Sequence[PageLine]
    body: range | None = None
    given_title: str = ""

    @cached_property
    def known(self) -> set[int]:
        """Return the lines that are boilerplate anywhere on a page."""
        return self._phrases | repeated_lines(self.lines) | standfirst_lines(self.lines)

    @cached_property
    def known_in_article(self) -> set[int]:
        """Return the lines that are boilerplate even where the page around the article is gone: what comes again
        there is the article's.
        """
        return self._phrases | standfirst_lines(self.lines)

    @cached_property
    def prose(self) -> range:
        """Return the lines from the first to the last paragraph of the article.

        If there is too little prose to decide: from the first line to the last that is not known to be boilerplate.
        """
        if found := self.body or prose_lines(self.lines, self.known):
            return found
        kept = [index for index in range(len(self.lines)) if index not in self.known] or range(len(self.lines))
        return range(kept[0], kept[-1] + 1)

    @cached_property
    def title(self) -> int | None:
        """Return the headline, or None if none is certain."""
        if self.given_title:
            given = plain(self.given_title)
            above = [index for index in range(self.prose.start + 1) if plain(self.lines[index].text) == given]
            return above[-1] if above else None
        return headline(self.lines, self.prose, self._phrases)

    @cached_property
    def boilerplate(self) -> set[int]:
        """Return the known lines and, of a page, all that are not its article's; never the headline or all lines."""
        found = (self.known | self._page | self._menu) - {self.title}
        return found if len(found) < len(self.lines) else set()

    @property
    def beside(self) -> list[int]:
        """Return the boilerplate and, if there is any, what is above the headline and below the text."""
        begins = self.prose.start if self.title is None else min(self.title, self.prose.start)
        outside = {*range(begins), *range(self.prose.stop, len(self.lines))} if self.boilerplate else set()
        return sorted(self.boilerplate | outside)

    @cached_property
    def _phrases(self) -> set[int]:
        """Return the lines that are known phrases or invitations."""
        return phrase_lines(self.lines)

    @cached_property
    def _menu(self) -> set[int]:
        """Return the short lines above the headline, or the first paragraph, that belong to a menu."""
        first = next((index for index, line in enumerate(self.lines) if line.is_prose), 0)
        return menu_above(self.lines[: first if self.title is None else self.title], self.known)

    @cached_property
    def _page(self) -> set[int]:
        """Return the lines that are not the article's; none if this is no page, or if too little would be left."""
        if not is_page(self.lines, self.known, self.prose):
            return set()
        kept = article_lines(self.lines, self.known, self.prose, self.title)
        enough = sum(self.lines[index].words for index in kept) >= LEAST_ARTICLE
        return set(range(len(self.lines))) - (kept - comments(self.lines, self.prose)) if enough else set()

    @cached_property
    def heading(self) -> HeadingLines:
        """Return the lines around the headline."""
        return HeadingLines(self.lines, self.title, self.prose, self._phrases)
