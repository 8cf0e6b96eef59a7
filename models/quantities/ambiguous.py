"""Figures that are not read at all, since the words around them may mean another value."""

import re

from models.quantities.scales import may_scale

_FIGURE = re.compile(r"[^\w\s]*[0-9](?:[0-9]|[.,' ](?=[0-9]))*")
_LINK = re.compile(r" +[^\W\d_]{1,3} +[0-9]")


def is_unreadable(text: str, at: int, *, english: bool) -> bool:
    """Tell whether a figure begins at `at` that some word may scale or join to another in a way that is not known.

    Then what follows is not read in its place either: it would be taken for the number that is meant.
    """
    figure = _FIGURE.match(text, at)
    if figure is None:
        return False
    return may_scale(text, figure.end()) or (not english and joins_figures(text, figure.end()))


def joins_figures(text: str, at: int) -> bool:
    """Tell whether a short word leads from the figure that ends at `at` to another: "5 à 10"."""
    return _LINK.match(text, at) is not None
