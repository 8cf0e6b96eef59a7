"""Figures that are not read at all, because the words around them could change their value."""

import re

from models.quantities.scales import may_scale

_FIGURE = re.compile(r"[^\w\s]*[0-9](?:[0-9]|[.,' ](?=[0-9]))*")
_LINK = re.compile(r" +[^\W\d_]{1,3} +[0-9]")


def is_unreadable(text: str, at: int, *, english: bool) -> bool:
    """Return whether a word of unknown meaning may scale the figure that begins at `at`, or join it to another figure.

    Then what follows is not read either: it would be taken for the number that is meant.
    """
    figure = _FIGURE.match(text, at)
    if figure is None:
        return False
    return may_scale(text, figure.end()) or (not english and joins_figures(text, figure.end()))


def joins_figures(text: str, at: int) -> bool:
    """Return whether a short word leads from the figure that ends at `at` to another: "5 à 10"."""
    return _LINK.match(text, at) is not None
