"""Recognise the number of an item in a list: "7. Wash the apples", or "7 Harbour" between "6 Mill" and "8 Old Town"."""

import re

_ITEM = re.compile(r"\s*\(?[0-9]{1,3}(?:[.)](?=\s)|[.)]?\s*$)")
_ROW = re.compile(r"[^\S\n]*(?P<number>[0-9]{1,3})[^\S\n]+(?=[^\W\d_])")


def end_of_item(text: str, first: int, line: str) -> int:
    """Return where in a line the number of an item ends; 0 if it is none. The line begins at `first` in the text.

    Without a mark after it, it is one only if the line before has the number before, or the line after the next one.
    """
    if item := _ITEM.match(line):
        return item.end()
    row = _ROW.match(line)
    if row is None:
        return 0
    number = int(row["number"])
    beside = (_number_of_row(text, _line_before(text, first)), _number_of_row(text, _line_after(text, first)))
    return row.end() if beside[0] == number - 1 or beside[1] == number + 1 else 0


def _number_of_row(text: str, at: int | None) -> int | None:
    row = None if at is None else _ROW.match(text, at)
    return int(row["number"]) if row else None


def _line_before(text: str, first: int) -> int | None:
    """Return where the last line before an offset begins that is not blank."""
    at = first
    while at > 0 and text[at - 1].isspace():
        at -= 1
    return text.rfind("\n", 0, at) + 1 if at > 0 else None


def _line_after(text: str, first: int) -> int | None:
    """Return where the first line after the one at an offset begins that is not blank."""
    at = text.find("\n", first)
    if at < 0:
        return None
    while at < len(text) and text[at].isspace():
        at += 1
    return at
