"""A written table is read back row by row, whatever its separator and its cells."""

import csv
from pathlib import Path

import pytest

from models.exports.reading_csv import BOM, rows_of

ROWS = [["claim", "speaker"], ["“The wall,\r\nall of it”", 'Mr "O"'], ["a\rb\u2028c", ""]]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("begins", ["", BOM])
def test_the_rows_are_those_that_were_written(tmp_path: Path, separator: str, begins: str) -> None:
    path = tmp_path / "claims.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(begins)
        csv.writer(file, delimiter=separator).writerows(ROWS)
    with rows_of(path) as rows:
        assert [*rows] == ROWS


@pytest.mark.parametrize("damaged", [b"", b",speaker\r\n", b'claim,speaker\r\n"cut', b"claim\r\n\xff\r\n"])
def test_what_is_no_table_is_refused_by_one_kind_of_error(tmp_path: Path, damaged: bytes) -> None:
    path = tmp_path / "claims.csv"
    path.write_bytes(damaged)
    with pytest.raises(ValueError), rows_of(path) as rows:
        list(rows)
