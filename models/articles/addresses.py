"""Recognise the address of a page, which is what arrives if a link instead of a text is dragged or copied."""

import re

from models.errors import UnreadableArticle
from models.translation import _

ADDRESS = re.compile(r"(?:(?:https?|ftp)://|www\.)\S+", re.IGNORECASE)


def is_address(text: str) -> bool:
    """Return whether a text consists of one or several addresses of pages and nothing else."""
    words = text.split()
    return bool(words) and all(ADDRESS.fullmatch(word) for word in words)


def only_a_link() -> UnreadableArticle:
    """Return the error that says what to do instead of giving a link; for the caller to raise or to show."""
    return UnreadableArticle(
        _("This is only the link to a page, and fetching pages is switched off in Edit > Preferences."),
        _("Nothing was added."),
        _("Save the page (.html) and import the file, or copy its text and paste it."),
    )
