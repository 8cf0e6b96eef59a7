"""Write values as text: for showing, for editing in a cell, and for files that a machine reads."""

from collections.abc import Callable
from decimal import Decimal

from models.entities import Qualifier

_SIGNS = {
    Qualifier.EXACT: "",
    Qualifier.ABOUT: "≈ ",
    Qualifier.ALMOST: "≈< ",
    Qualifier.MORE_THAN: "> ",
    Qualifier.AT_LEAST: "≥ ",
    Qualifier.LESS_THAN: "< ",
    Qualifier.AT_MOST: "≤ ",
}
_ORDINARY = (1e-7, 1e21)
"""Values between these are written out; for others an exponent is easier to read than rows of zeros."""
_FRACTIONS = {1 / 3: "⅓", 2 / 3: "⅔", 1 / 6: "⅙", 5 / 6: "⅚"}
"""Fractions that no decimals give exactly; halves, quarters and eighths are just as readable as decimals."""
_MOST_DECIMALS = 4
_CLOSE = 1e-9


def show_value(value: float | None, upper: float | None = None, qualifier: Qualifier = Qualifier.EXACT) -> str:
    """Write a value as it is shown: like `write_value`, but "⅓" for 0.3333333333333333, and "0.14" for a seventh."""
    return _written(value, upper, qualifier, _shown)


def write_value(value: float | None, upper: float | None = None, qualifier: Qualifier = Qualifier.EXACT) -> str:
    """Write a value as it is edited: "≈ 2,000", "10–15", "0.5"; no value is an empty text.

    `read_value` reads all of it back to the same value, upper value and qualifier.
    """
    return _written(value, upper, qualifier, _grouped)


def plain(value: float) -> str:
    """Write a value for a file: "2000", "0.5", "2300000000"; `float` reads it back unchanged."""
    return _digits(value, "f")


def _written(value: float | None, upper: float | None, qualifier: Qualifier, write: Callable[[float], str]) -> str:
    if value is None:
        return ""
    if upper is None:
        return _SIGNS[qualifier] + write(value)
    between = " to " if value < 0 or upper < 0 else "–"
    return f"{_SIGNS[qualifier]}{write(value)}{between}{write(upper)}"


def _shown(value: float) -> str:
    """Write a value with no more decimals than anybody would read."""
    exact = _grouped(value)
    if "e" in exact or len(exact.partition(".")[2]) <= _MOST_DECIMALS:
        return exact
    whole = int(abs(value))
    part = next((sign for part, sign in _FRACTIONS.items() if abs(abs(value) - whole - part) < _CLOSE), None)
    if part:
        return f"{'−' if value < 0 else ''}{f'{whole:,}' if whole else ''}{part}"
    return _grouped(round(value, 2) if whole else float(f"{value:.2g}"))


def _grouped(value: float) -> str:
    return _digits(value, ",f").replace("-", "−", 1) if value < 0 else _digits(value, ",f")


def _digits(value: float, form: str) -> str:
    """Write the shortest decimals that give exactly this float (as `repr` promises)."""
    if value == 0:
        return "0"
    if not _ORDINARY[0] <= abs(value) < _ORDINARY[1]:
        return repr(value)
    exact = Decimal(repr(value))
    if exact == exact.to_integral_value():
        exact = exact.quantize(Decimal(1))
    return format(exact, form)
