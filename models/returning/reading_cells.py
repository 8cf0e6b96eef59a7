"""Read what a cell of a file says, by the kind of its column: the same as the project, something else, or nothing."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from models.articles.dates import read_date
from models.exports.options import DecimalMark
from models.exports.spreadsheets import risk, risk_of_dates
from models.quantities.writing import plain
from models.returning import kept_texts as texts
from models.returning.written_days import days_in, says_day
from models.returning.written_figures import KEPT, digits_of, is_rounded, readings
from models.text.folding import folded
from models.text.name_lists import split_names
from models.translation import _

YES = {"true": "yes", "1": "yes", "x": "yes", "wahr": "yes", "vrai": "yes"}
NO = {"false": "no", "0": "no", "falsch": "no", "faux": "no"}
"""What a spreadsheet makes of a yes and a no, and what people type in their place."""


@dataclass(frozen=True, slots=True)
class Read:
    """What a cell says that differs from the project: a text to be written, the `doubt` about it, or a `refusal`.

    Of a number, `figure` is its value.
    """

    text: str
    doubt: str = ""
    refusal: str = ""
    figure: float | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """How the cells of a file are read: their decimal mark if it is known, and an encoding that lacks characters."""

    mark: DecimalMark | None = None
    encoding: str | None = None


Reader = Callable[[Any, str, Reading], Read | None]
"""Reads a cell, given what the project has in it as an export writes it; None if that is the same."""


def figure(now: Any, cell: str, reading: Reading) -> Read | None:
    """Read a cell of a column of numbers."""
    if isinstance(now, str):  # an answer that does not fit the column
        return None if texts.is_same(now, cell, risk, reading.encoding) else figure(None, cell, reading)
    cell = cell.strip()
    if not cell:
        return None if now is None else Read("")
    found = readings(cell, reading.mark)
    rounded = now is not None and any(is_rounded(cell, each, now) for each in found)
    if now is not None and (now in found or (rounded and digits_of(cell) >= KEPT) or _is_percentage(cell, now)):
        return None
    if len(found) == 1:
        return Read(plain(found[0]), _rounded() if rounded else "", figure=found[0])
    if found:
        both = _(" or ").join(map(plain, found))
        return Read(cell, refusal=_("“{cell}” can be {numbers}.").format(cell=cell, numbers=both))
    return Read(cell, refusal=_("“{cell}” is not a number. Write only its digits.").format(cell=cell))


def _rounded() -> str:
    return _("It may only be the number of the project, rounded by the spreadsheet.")


def _is_percentage(cell: str, value: float) -> bool:
    """Return whether a cell shows a value as a percentage."""
    return cell.endswith("%") and any(
        each == value * 100 or is_rounded(cell[:-1].strip(), each, value * 100)
        for each in readings(cell[:-1].strip(), None)
    )


def day(now: Any, cell: str, reading: Reading) -> Read | None:
    """Read a cell of a column of dates."""
    if now is not None and (texts.is_same(now, cell, risk_of_dates, reading.encoding) or says_day(cell.strip(), now)):
        return None
    cell = texts.plain(cell, risk_of_dates).strip()
    if not cell:
        return None if now is None else Read("")
    if read := read_date(cell):
        return Read(read)
    type_it = _("Write it as 2015-01-23.")
    if len(days := sorted(days_in(cell))) > 1:
        return Read(cell, refusal=_("“{cell}” can be {days}.").format(cell=cell, days=", ".join(days)) + f" {type_it}")
    return Read(cell, refusal=_("“{cell}” cannot be read as a date.").format(cell=cell) + f" {type_it}")


def words(now: Any, cell: str, reading: Reading) -> Read | None:
    """Read a cell of a column of texts."""
    return one_of((str(now or ""),), cell, reading)


def one_of(forms: Iterable[str], cell: str, reading: Reading) -> Read | None:
    """Read a cell that can have a text of the project in several forms, such as a choice by its label or its code."""
    forms = [*forms]
    if any(texts.is_same(form, cell, risk, reading.encoding) for form in forms):
        return None
    text = texts.plain(cell, risk)
    if texts.is_error(cell):
        return Read(text, refusal=_("A spreadsheet shows an error in this cell."))
    if any(texts.is_altered(form, cell, risk) for form in forms):
        return Read(text, _("A spreadsheet may have read the text as a date, a number or a formula."))
    return Read(text)


def member(now: Any, cell: str, reading: Reading) -> Read | None:
    """Read a cell of a closed list, such as that of the modes of claims, whose capitals do not matter."""
    return None if folded(str(now or "")) == folded(cell.strip()) else words(now, cell, reading)


def yes_or_no(now: Any, cell: str, reading: Reading) -> Read | None:
    """Read a cell with a yes or a no; a mark that is not set is empty."""
    typed = folded(cell.strip()).removesuffix(".0")
    return member(now, YES.get(typed) or NO.get(typed) or cell, reading)


def mark(now: Any, cell: str, reading: Reading) -> Read | None:
    """Read a cell of a mark, which is a yes or empty."""
    read = yes_or_no(now, cell, reading)
    return None if now is None and read and folded(read.text) == "no" else read


def names(now: Any, cell: str, reading: Reading) -> Read | None:
    """Read a cell with several names, whose order does not matter."""
    same = {*split_names(str(now or ""))} == {*split_names(texts.plain(cell, risk))}
    return None if same else words(now, cell, reading)
