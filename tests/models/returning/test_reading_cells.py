"""What a spreadsheet writes in another way is no change; what it may have altered is doubted; the rest is a change."""

from typing import Any

import pytest

from models.exports.options import DecimalMark
from models.returning import reading_cells as cells
from models.returning.reading_cells import Read, Reader, Reading

SAME, CHANGED, DOUBTED, REFUSED = "same", "changed", "doubted", "refused"


def outcome(reader: Reader, now: Any, cell: str, reading: Reading) -> str:
    """Return what becomes of a cell."""
    match reader(now, cell, reading):
        case None:
            return SAME
        case Read(refusal=str(reason)) if reason:
            return REFUSED
        case Read(doubt=str(reason)) if reason:
            return DOUBTED
        case _:
            return CHANGED


@pytest.mark.parametrize(
    ("now", "cell", "expected"),
    [
        *((0.5, "0.50", SAME), (0.5, "0,5", SAME), (0.5, "50%", SAME), (0.5, ".5", SAME)),
        *((2_300_000.0, "2.300.000", SAME), (2_300_000.0, "2 300 000", SAME), (2_300_000.0, "2,300,000.00", SAME)),
        *((2_345_678_901_234.0, "2.34568E+12", SAME), (1 / 3, "0.333333333333333", SAME), (3.0, "3.0", SAME)),
        *((1.234, "1.234", SAME), (1234.0, "1.234", SAME), (-3.25, "−3,25", SAME), (None, "", SAME)),
        *((0.5, "1", DOUBTED), (2.4, "2", DOUBTED), (1 / 3, "0,33", DOUBTED)),
        *((5.0, "1.234", REFUSED), (5.0, "about 6", REFUSED), (5.0, "#REF!", REFUSED), (5.0, "60%", REFUSED)),
        *(
            (0.5, "0.6", CHANGED),
            (2.0, "3", CHANGED),
            (5.0, "", CHANGED),
            (None, "0", CHANGED),
            (5.0, "1.234,5", CHANGED),
        ),
    ],
)
def test_numbers(now: float | None, cell: str, expected: str) -> None:
    assert outcome(cells.figure, now, cell, Reading()) == expected


def test_the_decimal_mark_of_a_file_tells_what_a_number_is() -> None:
    found = [cells.figure(5.0, "1.234", Reading(mark)) for mark in (DecimalMark.POINT, DecimalMark.COMMA)]
    assert [each and each.figure for each in found] == [1.234, 1234.0]


@pytest.mark.parametrize(
    ("now", "cell", "expected"),
    [
        *(("2015-04-03", "03.04.2015", SAME), ("2015-04-03", "04/03/15", SAME), ("2015-04-03", "42097", SAME)),
        *(("2015-04-03", "2015-04-03 00:00:00", SAME), ("2015-04-03T10:30", "03/04/2015 10:30", SAME)),
        *(("2015-04-03T10:30", "2015-04-03", SAME), ("2015-01-23", "23-Jan-15", SAME), (None, "", SAME)),
        *(("2015-01-23", "03/04/2015", REFUSED), ("2015-01-23", "24/01/15", REFUSED), ("2015-01-23", "soon", REFUSED)),
        *(("2015-01-23", "42098", REFUSED), ("2015-04-03T10:30", "03/04/2015 11:30", REFUSED)),
        *(("2015-01-23", "2015-01-24", CHANGED), ("2015-01-23", "24.01.2015", CHANGED), ("2015-01-23", "", CHANGED)),
        *((None, "24/01/2015", CHANGED), ("2015-04-03T10:30", "2015-04-03 11:30", CHANGED)),
    ],
)
def test_dates(now: str | None, cell: str, expected: str) -> None:
    assert outcome(cells.day, now, cell, Reading()) == expected


@pytest.mark.parametrize(
    ("now", "cell", "expected"),
    [
        *(("007", "7", SAME), ("1.50", "1.5", SAME), ("2e5", "200000", SAME), ("true", "TRUE", SAME)),
        *(("12345678901234567890", "1.23457E+19", SAME), ("12345678901234567890", "12345678901234500000", SAME)),
        *(("a\nb", "a\r\nb ", SAME), ("=x", "'=x", SAME), ("'x", "''x", SAME), ("x" * 40_000, "x" * 32_767, SAME)),
        *(("5-10", "2026-10-05", DOUBTED), ("=1+1", "2", DOUBTED), ("+49 30", "49 30", DOUBTED)),
        *(("5-10", "#####", REFUSED), ("=x", "#NAME?", REFUSED)),
        *(("7", "007", CHANGED), ("True", "true story", CHANGED), ("a", "A", CHANGED), ("x", "", CHANGED)),
    ],
)
def test_texts(now: str, cell: str, expected: str) -> None:
    assert outcome(cells.words, now, cell, Reading()) == expected


def test_characters_that_an_encoding_does_not_have_are_not_lost() -> None:
    reading = Reading(encoding="windows-1252")
    assert outcome(cells.words, "Łukasz 🌊", "?ukasz ??", reading) == SAME
    assert outcome(cells.words, "Łukasz 🌊", "Lukasz ?", reading) == SAME
    assert outcome(cells.words, "Łukasz 🌊", "Lukas ?", reading) == CHANGED
    assert outcome(cells.words, "Łukasz", "?ukasz", Reading()) == CHANGED


@pytest.mark.parametrize(
    ("now", "cell", "expected"),
    [
        *((None, "FALSE", SAME), (None, "0", SAME), ("yes", "TRUE", SAME), ("yes", "1.0", SAME), ("yes", "YES", SAME)),
        *((None, "TRUE", CHANGED), ("yes", "no", CHANGED), ("yes", "", CHANGED)),
    ],
)
def test_marks(now: str | None, cell: str, expected: str) -> None:
    assert outcome(cells.mark, now, cell, Reading()) == expected
