"""Whatever the bytes of a file are: each reader gives articles, or refuses in a sentence."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.articles.article_files import articles_in
from models.articles.draft import Draft
from models.errors import UnreadableArticle
from tests.models.articles.documents.making import Print, docx, odt, p, pdf, zipped
from tests.models.articles.tables.making import workbook
from tests.thorough import examples

SENTENCE = "The bridge at Hexley will be closed until May, the council said."


def made(write: Callable[[Path], Path]) -> bytes:
    with TemporaryDirectory() as folder:
        return write(Path(folder) / "a").read_bytes()


SEEDS = {
    ".docx": made(lambda path: docx(path, p(SENTENCE, '<w:jc w:val="center"/>', "<w:b/>"))),
    ".odt": made(lambda path: odt(path, f"<text:p>{SENTENCE}</text:p>")),
    ".pdf": made(lambda path: pdf(path, [[Print(SENTENCE, 50, 700)]])),
    ".rtf": rb"{\rtf1\ansi\uc1{\fonttbl{\f0\fcharset204 A;}}\pard\b Bridge\par\u8220?\'93\trowd x\cell y\row}",
    ".eml": f"From: a@b.example\nMessage-ID: <1>\nSubject: =?utf-8?q?a?=\n\n{SENTENCE}".encode(),
    ".md": f"---\ntitle: x\n---\n# Bridge\n\n{SENTENCE} ~~old~~\n\n|a|b|\n|-|-|\n|c|d|\n".encode(),
    ".zip": made(lambda path: zipped(path, {"a.txt": SENTENCE, "b.html": "<html><p>x</p></html>"})),
    ".csv": f'title;text;date\n"Bridge";"{SENTENCE} ""x""\n{SENTENCE}";23.1.2015\n'.encode(),
    ".tsv": f"title\ttext\tdate\nBridge\t{SENTENCE}\t23/1/2015\n".encode("utf-16"),
    ".xlsx": made(lambda path: workbook(path, {"A": [["title", "text"], ["Bridge", SENTENCE], [1.5, True]]})),
    ".json": f'[{{"title": "Bridge", "body": "{SENTENCE}", "source": {{"name": null}}}}, {{"body": 1}}]'.encode(),
    ".jsonl": f'{{"headline": "Bridge", "body": "{SENTENCE}"}}\n{{"body": ["x", 1]}}\n'.encode(),
    ".html": f"<html><body><table><tr><td>{SENTENCE}<td><q>x<sup>2</sup></q></table></body></html>".encode(),
}


def read(data: bytes, suffix: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"a{suffix}"
        path.write_bytes(data)
        for found in articles_in(path):
            assert isinstance(found, Draft | UnreadableArticle)
            if isinstance(found, Draft):
                assert found.text.strip() and all(0 <= a < b <= len(found.text) for a, b in found.boilerplate)


@pytest.mark.parametrize("suffix", SEEDS)
@settings(max_examples=examples(30), deadline=None)
@given(data=st.data())
def test_a_file_with_some_bytes_changed_is_read_or_refused(suffix: str, data: st.DataObject) -> None:
    changed = bytearray(SEEDS[suffix])
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(changed) - 1))
        changed[at : at + data.draw(st.integers(0, 4))] = data.draw(st.binary(max_size=6))
    read(bytes(changed) or b" ", suffix)


@pytest.mark.parametrize("suffix", SEEDS)
@settings(max_examples=examples(15), deadline=None)
@given(tail=st.binary(max_size=300), keep=st.integers(0, 40))
def test_any_bytes_after_a_beginning_are_read_or_refused(suffix: str, tail: bytes, keep: int) -> None:
    read(SEEDS[suffix][:keep] + tail or b" ", suffix)


@pytest.mark.parametrize("code", [0, 1, 0xB, 0xC, 0x1F, 0xFFFE, 0xFFFF])
def test_a_page_with_a_character_that_xml_cannot_hold_is_read(code: int) -> None:
    words = f"<p>{SENTENCE} <q>x{chr(code)}</q><sup>{chr(code)}2</sup></p>"
    read(f"<html><body><article><h1>Bridge</h1>{words * 3}</article></body></html>".encode(), ".html")
