"""Errors that explain why a file cannot be read as an article."""

from pathlib import Path

from models.errors import UnreadableArticle
from models.translation import _


def name_of(path: Path) -> str:
    """Return the name of a file as it can be shown and stored; bytes in it that are not UTF-8 become �."""
    return path.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def refuse(path: Path, what: str, do: str = "", **gaps: object) -> UnreadableArticle:
    """Return the error for a file, for the caller to raise: two sentences, the first with the file's {name}."""
    return UnreadableArticle(
        what.format(name=name_of(path) or path, **gaps),
        _("The file was left as it is, and nothing was added."),
        do or _("Save the article as plain text or as a web page, or copy its text and paste it."),
    )
