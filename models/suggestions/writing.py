"""Values as words: for showing and editing in a cell, and for files that a machine reads."""

from decimal import Decimal

from models.entities import Qualifier

_SIGNS = {
    Qualifier.EXACT: "",
    Qualifier.ABOUT: "≈ ",
    Qualifier.ALMOST: "almost ",
    Qualifier.MORE_THAN: "> ",
    Qualifier.AT_LEAST: "≥ ",
    Qualifier.LESS_THAN: "< ",
    Qualifier.AT_MOST: "≤ ",
}
_ORDINARY = (1e-7, 1e21)
"""Sizes between these are written out; beyond them an exponent is easier to read than rows of zeros."""


def write_value(value: float | None, upper: float | None = None, qualifier: Qualifier = Qualifier.EXACT) -> str:
    """Write a value as it is shown and edited: "≈ 2,000", "10–15", "0.5"; no value is an empty text.

    `read_value` reads all of it back to the same value, upper value and qualifier.
    """
    if value is None:
        return ""
    if upper is None:
        return _SIGNS[qualifier] + _grouped(value)
    between = " to " if value < 0 or upper < 0 else "–"
    return f"{_SIGNS[qualifier]}{_grouped(value)}{between}{_grouped(upper)}"


def plain(value: float) -> str:
    """Write a value for a file: "2000", "0.5", "2300000000"; `float` reads it back unchanged."""
    return _digits(value, "f")


def _grouped(value: float) -> str:
    return _digits(value, ",f").replace("-", "−", 1) if value < 0 else _digits(value, ",f")


def _digits(value: float, form: str) -> str:
    """Write the shortest decimals that mean this very float (the promise of `repr`)."""
    if value == 0:
        return "0"
    if not _ORDINARY[0] <= abs(value) < _ORDINARY[1]:
        return repr(value)
    exact = Decimal(repr(value))
    if exact == exact.to_integral_value():
        exact = exact.quantize(Decimal(1))
    return format(exact, form)
