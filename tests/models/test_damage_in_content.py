"""What is damaged in a file that can still be opened is found by a check, and such a file is not written to.

Rows 43, 44 and 56: flipped bits in texts and indexes, a free list that names pages in use, an altered word.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from models.checks import check, faults
from models.checks.faults import Fault
from models.errors import NotAProject, OnrecordError, ReadOnly
from models.exports.delivery import export
from models.store import Store
from tests.example import TEXT, Example, signed, typed

PAGE = 4096


def found(store: Store) -> set[Fault]:
    """Return the kinds of all findings, up to where the file cannot be read any further."""
    faults_found = set[Fault]()
    try:
        faults_found.update(finding.fault for finding in check(store))
    except NotAProject:
        assert faults.PAGES in faults_found
    return faults_found


def page_of(path: Path, name: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,)).fetchone()
    return int(page)


def test_a_free_list_that_names_a_page_in_use_is_found_and_nothing_is_written(example: Example) -> None:
    example.store.close()
    path = example.store.path
    content = bytearray(path.read_bytes())
    content[32:40] = page_of(path, "claim").to_bytes(4) + (9).to_bytes(4)
    path.write_bytes(content)
    with Store.open(path) as store:
        assert faults.PAGES in found(store)
        with pytest.raises(ReadOnly, match="is damaged"):
            store.apply(signed(typed(example.cost, "note", "dear")))
    assert path.read_bytes() == bytes(content)


@pytest.mark.parametrize("bit", range(8))
def test_any_bit_flipped_in_a_word_of_a_text_is_told_on_reading_in_exports_and_in_a_check(
    example: Example, tmp_path: Path, bit: int
) -> None:
    example.store.close()
    content = bytearray(example.store.path.read_bytes())
    at = content.index(b"lost nearly 300 metres in one night", content.index(TEXT.split("\n")[0].encode()))
    content[at] ^= 1 << bit
    example.store.path.write_bytes(content)
    with Store.open(example.store.path, read_only=True) as store:
        try:
            assert store.article_records(example.article.id).altered
        except OnrecordError as refused:  # a byte that is no part of UTF-8
            assert "damaged" in refused.what
            return
        assert faults.ALTERED in found(store)
        assert any("damaged" in remark for remark in export(store, tmp_path / "tables").remarks)


@pytest.mark.parametrize("name", ["claim_by_speaker", "number_by_claim", "answer"])
def test_an_overwritten_page_is_found_and_nothing_is_written(example: Example, name: str) -> None:
    example.store.close()
    path = example.store.path
    content, page = bytearray(path.read_bytes()), page_of(path, name)
    content[(page - 1) * PAGE : page * PAGE] = b"\x07" * PAGE
    path.write_bytes(content)
    with Store.open(path) as store:
        said = next(check(store))
        assert said.fault is faults.PAGES
        assert "onrecord rescue" in said.fault.advice
        with pytest.raises(ReadOnly):
            store.apply(signed(typed(example.other, "title", "Ferry")))
