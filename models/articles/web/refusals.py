"""Why a page is not fetched, in words for people."""

from models.errors import UnreadableArticle
from models.translation import _


class NotFetched(UnreadableArticle):
    """A page could not be fetched, or must not be."""


def not_fetched(what: str, do: str = "") -> NotFetched:
    """Return the refusal for a page; what to do is to save the page with a browser, if nothing else is given."""
    save = _("Open the page in a browser, save it (.html) and import the file, or copy its text and paste it.")
    return NotFetched(what, _("Nothing was added."), do or save)
