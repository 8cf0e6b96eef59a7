"""What was copied in another program: its text, and of a browser also the markup of what was selected."""

from dataclasses import dataclass, replace

from models.articles.addresses import is_address, only_a_link
from models.articles.draft import Draft
from models.articles.how_to_read import AS_FOUND
from models.articles.plain_text import from_text
from models.articles.printed_dates import dated
from models.articles.whole_page import draft_of_page
from models.errors import OnrecordError
from models.text.normalising import normalise
from models.text.text_lines import lines_of

LEAST_KEPT = 0.6
"""The share of the words of the article in the text that must also be in the article of the markup."""


SHORT = 20_000
"""Code points of a text without markup that is read at once: it takes about 20 milliseconds."""


@dataclass(frozen=True, slots=True)
class PastedArticles:
    """The articles of what was copied: that of its markup and that of its text; None where there is none."""

    page: Draft | None
    text: Draft | None


@dataclass(frozen=True, slots=True)
class Pasted:
    """A text as it was copied, with its markup if there is any, and the address of its page if that is known."""

    text: str
    markup: str | None = None
    address: str | None = None

    @property
    def as_text(self) -> Draft:
        """Return the article of the text. Raises OnrecordError if there is none."""
        if is_address(self.text):
            raise only_a_link()
        return self._completed(from_text(normalise(self.text)))

    @property
    def as_page(self) -> Draft | None:
        """Return the article of the markup; None if it has none, or lacks much of what the text has."""
        if not self.markup or "<p" not in self.markup.lower():
            return None
        try:
            page = draft_of_page(self.markup)
            text = self.as_text
        except OnrecordError:
            return None
        if _words(page) < LEAST_KEPT * _words(text):
            return None
        return self._completed(replace(page, original=self.markup.encode("utf-8"), encoding="utf-8"))

    @property
    def is_short(self) -> bool:
        """Return whether it can be read in no time."""
        return not self.markup and len(self.text) <= SHORT

    def articles(self) -> PastedArticles:
        """Return both articles, which may take long."""
        try:
            return PastedArticles(self.as_page, self.as_text)
        except OnrecordError:
            return PastedArticles(self.as_page, None)

    def _completed(self, draft: Draft) -> Draft:
        address = self.address if self.address and is_address(self.address) else None
        return dated(replace(draft, address=draft.address or address), AS_FOUND)


def _words(draft: Draft) -> int:
    return sum(line.words for line in lines_of(draft.body))
