"""Find texts that a spreadsheet would alter: it runs some as formulas, cuts some, and reads others as dates."""

import re
from collections import Counter
from enum import Enum, auto

from models.translation import counted

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes text that begins with one of these for a formula, or drops the first character."""

LONGEST = 32_767
"""The number of UTF-16 code units that Excel keeps of a cell."""

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
READ = re.compile(
    rf"""\s*(?:
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


class Risk(Enum):
    """What a spreadsheet would do to a cell."""

    CUT = auto()
    READ = auto()
    RUN = auto()


def risk(cell: str) -> Risk | None:
    """Return what a spreadsheet would do to a text, or None if it would not alter it."""
    if cell.startswith(FORMULA_STARTS):
        return Risk.RUN
    if len(cell) * 2 > LONGEST and len(cell.encode("utf-16-le", "surrogatepass")) > 2 * LONGEST:
        return Risk.CUT
    return Risk.READ if cell[:1].isalnum() and READ.fullmatch(cell) else None


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
            "{count:,} cells look like a date or a number (5-10, 1/4), into which a spreadsheet may turn it; import "
            "the columns as text there.",
            counts[Risk.READ],
        ),
        Risk.RUN: counted(
            "{count:,} cell begins like a formula (= + - @); a spreadsheet may run it.",
            "{count:,} cells begin like a formula (= + - @); a spreadsheet may run it.",
            counts[Risk.RUN],
        ),
    }
    return [said[kind] for kind in Risk if counts[kind]]
