"""Doubts about an article that was read: whether it is all there, and whether it is one article at all."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from models.articles.draft import Draft
from models.text.phrases import any_of
from models.text.text_lines import lines_of
from models.text.word_lists import forms
from models.translation import _, counted

Doubt = Callable[[Draft], Iterable[str]]
"""Returns what is doubtful about an article, in sentences for people."""

LEAST_WORDS = 12
"""Fewer words are hardly an article."""

MOST_FREE = 300
"""Words: a page that asks to subscribe and has more of its article was read by a subscriber."""

LEAST_LISTED = 12
"""Lines of a list of articles."""

PROSE = 0.15
"""The share of lines with sentences below which a text looks like a list."""

LOCKED = re.compile(rb"\"isAccessibleForFree\"\s*:\s*\"?false", re.IGNORECASE)
"""How a page says to search engines that its article is not free."""


def is_empty(draft: Draft) -> Iterator[str]:
    """Doubt a text with hardly any words."""
    words = sum(line.words for line in lines_of(draft.body))
    if words < LEAST_WORDS:
        yield counted(
            "The text has only {count:,} word: it may be cut off, or scanned.",
            "The text has only {count:,} words: it may be cut off, or scanned.",
            words,
        )


def is_locked(draft: Draft) -> Iterator[str]:
    """Doubt a short text whose page asks to subscribe."""
    asks = _asks().search(draft.text) or LOCKED.search(draft.original or b"")
    if asks and sum(line.words for line in lines_of(draft.body)) <= MOST_FREE:
        yield _("This may be only the beginning: the page asks readers to subscribe.")


def is_list(draft: Draft) -> Iterator[str]:
    """Doubt a text that is hardly anything but short lines."""
    lines = lines_of(draft.body)
    if len(lines) >= LEAST_LISTED and sum(line.is_prose for line in lines) < PROSE * len(lines):
        yield _("This looks like a list of articles, or like a table, rather than like an article.")


@cache
def _asks() -> re.Pattern[str]:
    return re.compile(any_of(forms("paywalls")), re.IGNORECASE)


DOUBTS: tuple[Doubt, ...] = (is_empty, is_locked, is_list)
