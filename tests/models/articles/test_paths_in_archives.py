"""The names of files in an archive are never used as paths: nothing is written, wherever they point."""

import zipfile
from pathlib import Path

import pytest

from models.articles.article_files import articles_in
from tests.models.articles.documents.making import docx, odt, p, zipped
from tests.models.articles.tables.making import workbook

SENTENCE = "The bridge at Hexley will be closed until May, the council said."


def _made(folder: Path) -> dict[str, Path]:
    return {
        ".docx": docx(folder / "a.docx", p(SENTENCE)),
        ".odt": odt(folder / "a.odt", f"<text:p>{SENTENCE}</text:p>"),
        ".xlsx": workbook(folder / "a.xlsx", {"A": [["title", "text"], ["Bridge", SENTENCE]]}),
        ".zip": zipped(folder / "a.zip", {"a.txt": SENTENCE}),
    }


@pytest.mark.parametrize("suffix", [".docx", ".odt", ".xlsx", ".zip"])
def test_names_in_an_archive_that_point_elsewhere_write_nothing(
    tmp_path: Path, suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "deep" / "deeper"
    folder.mkdir(parents=True)
    path = _made(folder)[suffix]
    with zipfile.ZipFile(path, "a") as archive:
        for name in (
            "../evil.txt",
            "../../evil.txt",
            str(tmp_path / "evil.txt"),
            "..\\evil.txt",
            "word/../../evil.xml",
        ):
            archive.writestr(name, "x")
    monkeypatch.chdir(folder)
    before = sorted(tmp_path.rglob("*"))
    found = list(articles_in(path))
    assert found
    assert sorted(tmp_path.rglob("*")) == before
