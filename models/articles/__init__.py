"""A file, a page or pasted text becomes a draft: normalised text, what is known about it, and its boilerplate.

What reads files and pages is loaded when it is first asked for: a window that shows an article does without.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from models.articles.draft import Draft, line_ranges, normalise
from models.articles.selecting import snap, trim
from models.articles.sentences import next_sentence, previous_sentence, sentence_at, sentences

if TYPE_CHECKING:
    from models.articles.pages import from_html
    from models.articles.pasting import from_text
    from models.articles.reading import READABLE, read_file, read_folder_or_file

__all__ = [
    "READABLE",
    "Draft",
    "from_html",
    "from_text",
    "line_ranges",
    "next_sentence",
    "normalise",
    "previous_sentence",
    "read_file",
    "read_folder_or_file",
    "sentence_at",
    "sentences",
    "snap",
    "trim",
]

_LATER = {
    "READABLE": "reading",
    "from_html": "pages",
    "from_text": "pasting",
    "read_file": "reading",
    "read_folder_or_file": "reading",
}
"""What is loaded later, and the module that it is in."""


def __getattr__(name: str) -> Any:
    if name in _LATER:
        return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
