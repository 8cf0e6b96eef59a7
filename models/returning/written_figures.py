"""Read numbers as spreadsheets write them: with a point or a comma, with thousands, rounded, or with an exponent."""

import math
import re
from collections.abc import Iterable
from decimal import Decimal

from models.exports.options import DecimalMark

PLAIN = str.maketrans({"−": "-", "\N{NO-BREAK SPACE}": " ", "\N{NARROW NO-BREAK SPACE}": " ", "\N{THIN SPACE}": " "})
NUMBER = re.compile(r"(?P<sign>[+-]?)(?P<digits>\d[\d.,]*|[.,]\d+)(?P<exponent>[eE][+-]?\d{1,3})?")
GROUPED = re.compile(r"[+-]?\d{1,3}(?:[ '’]\d{3})+(?:[.,]\d*)?")
THOUSANDS = re.compile(r"[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})*")
"""Digits that can have marks between thousands."""

KEPT = 6
"""Digits that a spreadsheet keeps at least when it shortens a number unasked; fewer are asked for by whoever formats
the cell."""

EXACT = 15
"""Digits of a number that a spreadsheet keeps; zeros are in place of the others."""


def marks_in(cells: Iterable[str]) -> set[DecimalMark]:
    """Return the decimal marks that some cells are certain to have."""
    found = set()
    for cell in cells:
        certain = [mark for mark in DecimalMark if _read(cell, mark) is not None]
        if len(certain) == 1:
            found.add(certain[0])
    return found


def readings(cell: str, mark: DecimalMark | None) -> tuple[float, ...]:
    """Return the numbers that a cell can mean: one; two if the decimal mark is not known; none for other words."""
    marks = (mark,) if mark else tuple(DecimalMark)
    found = [value for each in marks if (value := _read(cell, each)) is not None]
    if not found and mark:  # a number that was typed in another way than those around it, such as 0,5 among points
        found = [value for each in DecimalMark if (value := _read(cell, each)) is not None]
    return tuple(dict.fromkeys(found))


def _read(cell: str, mark: DecimalMark) -> float | None:
    """Return the number in a cell whose decimals follow a mark; None if it cannot be read so."""
    text = cell.translate(PLAIN).strip()
    if GROUPED.fullmatch(text):
        text = re.sub("[ '’]", "", text)
    match = NUMBER.fullmatch(text)
    if match is None:
        return None
    other = next(each for each in DecimalMark if each != mark)
    whole, _mark, decimals = match["digits"].partition(mark)
    if other in whole:
        if not THOUSANDS.fullmatch(whole):
            return None
        whole = whole.replace(other, "")
    if mark in decimals or other in decimals:
        return None
    value = float(f"{match['sign']}{whole or 0}.{decimals or 0}{match['exponent'] or ''}")
    return value if math.isfinite(value) else None


def is_rounded(cell: str, read: float, value: float) -> bool:
    """Return whether a cell, which reads as a number, is what remains of a value when it is rounded."""
    place = _last_place(cell, read)
    step = Decimal(1).scaleb(place)
    # Of more digits than a spreadsheet keeps, the last are cut and not rounded.
    return abs(Decimal(value) - Decimal(read)) <= (step if digits_of(cell) > EXACT and place > 0 else step / 2)


def digits_of(cell: str) -> int:
    """Return how many digits of a number a cell has, without zeros before them."""
    mantissa = re.split("[eE]", cell, maxsplit=1)[0]
    return len("".join(filter(str.isdigit, mantissa)).lstrip("0"))


def _last_place(cell: str, read: float) -> int:
    """Return the power of ten of the last digit that a cell has."""
    mantissa, _e, exponent = cell.translate(PLAIN).strip().lower().partition("e")
    decimals = re.search(r"[.,](\d*)$", mantissa)
    grouped = decimals is not None and float(re.sub(r"\D", "", mantissa) or 0) == abs(read)
    if decimals is None or grouped:
        return int(exponent or 0) + max(0, digits_of(mantissa) - EXACT)
    return int(exponent or 0) - len(decimals[1])
