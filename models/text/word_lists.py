"""The word lists of `resources/words`: one entry a line, columns separated by `|`, `#` begins a comment."""

from functools import cache

from resources import words

Row = tuple[tuple[str, ...], ...]
"""The columns of one line, each with its comma-separated forms; an empty column is an empty tuple."""


@cache
def word_list(name: str) -> tuple[Row, ...]:
    """Return the lines of the list `name` (without `.txt`), in their order."""
    return tuple(tuple(_forms(column) for column in line.split("|")) for line in words(name))


def _forms(column: str) -> tuple[str, ...]:
    return tuple(form for form in (part.strip() for part in column.split(",")) if form)


def forms(name: str) -> tuple[str, ...]:
    """Return all forms of the list `name`, whose lines have one column."""
    return tuple(form for line in word_list(name) for form in line[0])
