"""Find texts that a spreadsheet would alter: it runs some as formulas, cuts some, and reads others as dates."""

import re
from collections import Counter
from collections.abc import Callable
from enum import Enum, auto

from models.translation import counted

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes text that begins with one of these for a formula, or drops the first character."""

LONGEST = 32_767
"""The number of UTF-16 code units that Excel keeps of a cell."""

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
READ = re.compile(
    rf"""(?=[\djfmasond])(?:                           # most texts begin with none of these
        \d{{1,4}}[-/]\d{{1,4}}(?:[-/]\d{{1,4}})?      # 5-10, 1/4, 14/11/2024
      | \d{{1,2}}\.\d{{1,2}}\.(?:\d{{2}}|\d{{4}})?    # 14.11.2024
      | \d+\ \d+/\d+                                  # 1 1/2
      | \d{{1,2}}[-\ ]{_MONTH}(?:[-\ ,]+\d{{2,4}})?   # 5 May, 23-Jan-2015
      | {_MONTH}[-\ ]\d{{1,4}}(?:,?\ \d{{4}})?        # May 5, Mar-15
      | \d{{1,2}}:\d{{2}}(?::\d{{2}})?(?:\ ?[ap]m)?   # 10:30
      | 0\d+ | \d{{16,}}                              # 007, and more digits than a number keeps
      | \d+(?:\.\d+)?e[-+]?\d+                        # 2e5
    )\s*""",
    re.IGNORECASE | re.VERBOSE,
)
"""Texts that become a date, a time or another number. A text that looks the same as a number ("2,000") is no risk."""


NEGATIVE = re.compile(r"-(?:0|[1-9]\d{0,14})(?:\.\d+)?")
"""Texts that look the same as a negative number."""

MARK = "'"
"""Comes before texts in a file that is safe for spreadsheets."""


class Risk(Enum):
    """What a spreadsheet would do to a cell; MARKED is one to which it does nothing, because `safe` has changed it."""

    CUT = auto()
    READ = auto()
    RUN = auto()
    MARKED = auto()


RiskOf = Callable[[str], Risk | None]
"""Returns what a spreadsheet would do to a cell of a column."""


def risk(cell: str) -> Risk | None:
    """Return what a spreadsheet would do to a text, or None if it would not alter it."""
    if cell.startswith(FORMULA_STARTS):
        return None if NEGATIVE.fullmatch(cell) else Risk.RUN
    if len(cell) * 2 > LONGEST and len(cell.encode("utf-16-le", "surrogatepass")) > 2 * LONGEST:
        return Risk.CUT
    return Risk.READ if READ.fullmatch(cell) else None


DATE_RANGE = re.compile(r"(?:[1-9]|1[0-2])-(?:[1-9]|[12]\d|3[01]|19\d\d|[2-9]\d{3})")
"""Ranges of a text that become a date: a month with a day or a year."""

LONGEST_DATE_RANGE = len("12-2000")


def risk_of_ranges(cell: str) -> Risk | None:
    """Return what a spreadsheet would do to ranges of a text, or None if it would not alter them."""
    return Risk.READ if len(cell) <= LONGEST_DATE_RANGE and DATE_RANGE.fullmatch(cell) else None


def risk_of_dates(cell: str) -> Risk | None:
    """Return what a spreadsheet would do to a text in a column of dates, which may be read as dates."""
    found = risk(cell)
    return None if found is Risk.READ else found


def safe(text: str, risk_of: RiskOf = risk) -> str:
    """Return a text as a spreadsheet leaves it: with an apostrophe before it if it would run the text, or read it as a
    date or a number.

    A text that begins with an apostrophe gets another one, so that `unsafe` gives every text back.
    """
    return MARK + text if text.startswith(MARK) or risk_of(text) in (Risk.RUN, Risk.READ) else text


def unsafe(cell: str) -> str:
    """Return the text that `safe` has made a cell of."""
    return cell.removeprefix(MARK)


def sentences(counts: Counter[Risk]) -> list[str]:
    """Return a sentence for each kind of risk that occurs: how many cells it concerns, and what helps."""
    said = {
        Risk.CUT: counted(
            "{count:,} cell is longer than the 32,767 characters that a spreadsheet keeps; R, Python and Stata read it "
            "all.",
            "{count:,} cells are longer than the 32,767 characters that a spreadsheet keeps; R, Python and Stata read "
            "it all.",
            counts[Risk.CUT],
        ),
        Risk.READ: counted(
            "{count:,} cell looks like a date or a number (5-10, 1/4), into which a spreadsheet may turn it; import "
            "the columns as text there.",
            "{count:,} cells look like a date or a number (5-10, 1/4), into which a spreadsheet may turn them; import "
            "the columns as text there.",
            counts[Risk.READ],
        ),
        Risk.RUN: counted(
            "{count:,} cell begins like a formula (= + - @); a spreadsheet may run it. An export that is safe for "
            "spreadsheets prevents that.",
            "{count:,} cells begin like a formula (= + - @); a spreadsheet may run them. An export that is safe for "
            "spreadsheets prevents that.",
            counts[Risk.RUN],
        ),
        Risk.MARKED: counted(
            "{count:,} cell begins with an apostrophe that is not part of its text, so that a spreadsheet leaves it as "
            "it is.",
            "{count:,} cells begin with an apostrophe that is not part of their text, so that a spreadsheet leaves "
            "them as they are.",
            counts[Risk.MARKED],
        ),
    }
    return [said[kind] for kind in Risk if counts[kind]]
