"""Recognise what a spreadsheet, or an encoding, makes of a text that nobody has changed."""

import re
from functools import lru_cache

from models.exports.options import DecimalMark
from models.exports.spreadsheets import LONGEST, READ, Risk, RiskOf, safe, unsafe
from models.returning.written_figures import KEPT, digits_of, is_rounded, readings
from models.text.normalising import normalise

ERRORS = re.compile(
    r"#(?:NAME|REF|VALUE|DIV/0|N/A|NUM|NULL|SPILL|CALC|FIELD|WERT|BEZUG|ZAHL|NOM|VALEUR)[!?]?|Err:\d+|#{2,}"
)
"""What a spreadsheet shows in place of a value that it could not find, or that does not fit its column."""

CUT = "…"


def plain(cell: str, risk_of: RiskOf) -> str:
    """Return a text without the apostrophe that makes it safe for spreadsheets, if it has one."""
    bare = unsafe(cell)
    return bare if bare != cell and safe(bare, risk_of) == cell else cell


def is_same(now: str, cell: str, risk_of: RiskOf, encoding: str | None = None) -> bool:
    """Return whether a cell holds a text of the project as a file of ours, or a spreadsheet that kept it, writes it."""
    if cell in (now, safe(now, risk_of)):
        return True
    before, after = _settled(now), _settled(cell)
    if after in (before, _settled(safe(now, risk_of))):
        return True
    return _is_lost_in(encoding, before, after) or _is_cut(now, cell) or _is_same_figure(before, after)


def is_altered(now: str, cell: str, risk_of: RiskOf) -> bool:
    """Return whether a spreadsheet may have made a cell of a text: a date of "5-10", or a result of a formula."""
    risk = risk_of(now)
    if risk is Risk.READ:
        return any(map(str.isdigit, cell))
    return risk is Risk.RUN and (bool(READ.fullmatch(cell) or readings(cell, None)) or now[1:] == cell)


def is_error(cell: str) -> bool:
    """Return whether a spreadsheet shows an error in place of a value."""
    return ERRORS.fullmatch(cell.strip()) is not None


def _settled(text: str) -> str:
    """Return a text without differences of line ends and of blanks, which a spreadsheet may change."""
    return "\n".join(" ".join(line.split()) for line in normalise(text).strip().split("\n"))


def _is_cut(now: str, cell: str) -> bool:
    """Return whether a cell has as much of a long text as a spreadsheet keeps."""
    kept = cell.removesuffix(CUT)
    return len(kept) < len(now) and 2 * len(kept) >= LONGEST - 2 and normalise(now).startswith(normalise(kept))


def _is_same_figure(now: str, cell: str) -> bool:
    """Return whether a spreadsheet took a text for a number or a yes or no, and wrote it as it writes these."""
    if now.casefold() == cell.casefold() and now.casefold() in ("true", "false"):
        return True
    if len(now) > 40 or not (_is_written_by_spreadsheet(cell) and any(map(str.isdigit, now))):
        return False
    values = {value: each for mark in DecimalMark for value in readings(now, mark) for each in readings(cell, mark)}
    return any(
        value == read or (digits_of(cell) >= KEPT and is_rounded(cell, read, value)) for value, read in values.items()
    )


def _is_written_by_spreadsheet(cell: str) -> bool:
    """Return whether a number is written as spreadsheets do by themselves, such as 7 and not 007 or 7.50."""
    return re.fullmatch(r"-?(?:0|[1-9]\d*)(?:[.,]\d*[1-9])?(?:E[+-]?\d+)?", cell) is not None


@lru_cache(maxsize=10_000)
def _pattern(text: str, encoding: str) -> re.Pattern[str] | None:
    """Return a pattern of what an encoding leaves of a text: any other character, or two, in place of those that it
    does not have. None if it has all of them.
    """
    parts = [re.escape(each) if _can_write(each, encoding) else ".{1,2}" for each in text]
    return re.compile("".join(parts), re.DOTALL) if ".{1,2}" in parts else None


def _can_write(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _is_lost_in(encoding: str | None, now: str, cell: str) -> bool:
    pattern = _pattern(now, encoding) if encoding else None
    return pattern is not None and pattern.fullmatch(cell) is not None
