"""A whole page: how its markup begins, and the draft of its article."""

import re

from models.articles.draft import Draft

MARKUP = re.compile(
    r"\s*+(?:(?:(?><!--.*?-->)|<\?xml[^>]*+>)\s*+)*+<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
"""The beginning of a page. Possessive quantifiers keep a text that begins with comments from taking very long."""


def draft_of_page(markup: str, *, named: str = "the page") -> Draft:
    """Make a draft from the markup of a page. Raises UnreadableArticle, with the given name, if it has no article."""
    from models.articles.web_pages import (
        from_html,
    )  # loaded with the first page: its library takes up to a second to load

    return from_html(markup, named=named)
