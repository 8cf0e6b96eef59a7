"""A file that is none of a project's tables is refused in words for people, and changes nothing."""

import os
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from models.returning import opening_file, workbook_sheets
from models.returning.comparing_file import compare_file
from models.returning.not_returned import NotReturned
from tests.example import Example
from tests.models.returning.edited import Edited

NOT_OURS: dict[str, bytes] = {
    "empty": b"",
    "blank lines": b"\r\n\r\n",
    "a mark alone": b"\xef\xbb\xbf",
    "other columns": b"a,b\r\n1,2\r\n",
    "binary": bytes(range(256)) * 40,
    "zeros": bytes(5_000),
    "an old workbook": b"\xd0\xcf\x11\xe0" + bytes(600),
    "a broken archive": b"PK\x03\x04" + bytes(range(200)),
    "no ids": b"speaker_name,claim_words,claim_start,summary\r\na,b,1,c\r\n",
    "a column twice": b"claim_id,summary,summary\r\n1,a,b\r\n",
    "an open quotation": b'claim_id,summary\r\n1,"a\r\n2,b\r\n',
    "ids of another project": b"claim_id,summary\r\n0190-aa,b\r\n",
}


@pytest.mark.parametrize("what", NOT_OURS)
def test_what_is_no_table_is_refused(example: Example, tmp_path: Path, what: str) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(NOT_OURS[what])
    with pytest.raises(NotReturned):
        compare_file(example.store, path)


def test_a_folder_and_a_file_that_is_gone_are_refused(example: Example, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "gone.csv"):
        with pytest.raises(NotReturned):
            compare_file(example.store, path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_is_refused(example: Example, tmp_path: Path) -> None:
    path = Edited(example.store, tmp_path, "claims").write()
    path.chmod(0)
    with pytest.raises(NotReturned):
        compare_file(example.store, path)


def test_a_file_that_is_too_large_is_refused(example: Example, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = Edited(example.store, tmp_path, "claims").write()
    monkeypatch.setattr(opening_file, "LARGEST", 100)
    with pytest.raises(NotReturned):
        compare_file(example.store, path)


def test_a_workbook_that_is_too_large_unpacked_is_refused(
    example: Example, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "bomb.xlsx"
    Workbook().save(path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/more.xml", bytes(1 << 20))
    monkeypatch.setattr(workbook_sheets, "LARGEST_UNPACKED", 1 << 19)
    with pytest.raises(NotReturned, match="too large"):
        compare_file(example.store, path)


@pytest.mark.parametrize("at", range(0, 100, 9))
def test_a_damaged_workbook_is_refused(example: Example, tmp_path: Path, at: int) -> None:
    path = tmp_path / "claims.xlsx"
    book = Workbook()
    book.active.append(["claim_id", "summary"])
    book.active.append([example.cost.id, "x"])
    book.save(path)
    data = bytearray(path.read_bytes())
    start = len(data) * at // 100
    data[start : start + 40] = b"\xff" * 40
    path.write_bytes(data)
    try:
        compare_file(example.store, path)
    except NotReturned as error:
        assert error.what
        assert error.safe


def test_a_workbook_without_tables_is_refused(example: Example, tmp_path: Path) -> None:
    path = tmp_path / "empty.xlsx"
    Workbook().save(path)
    with pytest.raises(NotReturned):
        compare_file(example.store, path)


def test_a_table_that_is_not_among_the_four_is_refused(example: Example, tmp_path: Path) -> None:
    for table in ("articles", "spans", "answers", "codebook", "aliases"):
        path = Edited(example.store, tmp_path, table).path
        with pytest.raises(NotReturned):
            compare_file(example.store, path)
