"""Every file in a zip archive is read as if it were alone, or refused by its name; nothing is written."""

import time
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from models.articles.article_files import articles_in
from models.articles.draft import Draft
from models.errors import UnreadableArticle
from tests.models.articles.documents.making import docx, p, zipped

TEXT = "Bridge closed for repairs\n\nThe bridge at Hexley will be closed until May, the council said on Monday. 😀\n"


def found_in(path: Path) -> list[str | None]:
    """The names of the articles, and what is said of what cannot be read."""
    return [each.file_name if isinstance(each, Draft) else each.what for each in articles_in(path)]


def test_the_files_in_an_archive_are_read_in_order_with_their_bytes(tmp_path: Path) -> None:
    document = docx(tmp_path / "in.docx", p(TEXT)).read_bytes()
    parts: dict[str, str | bytes] = {
        "b.txt": TEXT,
        "sub/a.html": document,
        "__MACOSX/b.txt": "x",
        "sub/.hidden": "x",
        "empty.txt": "",
    }
    path = zipped(tmp_path / "all.txt", parts)
    assert found_in(path) == [
        "all.txt/b.txt",
        "In “all.txt”: “empty.txt” is empty.",
        "all.txt/sub/a.html",
    ]
    first = next(articles_in(path))
    assert isinstance(first, Draft) and (first.text, first.original) == (TEXT, TEXT.encode())


def test_archives_in_archives_and_unsafe_names_are_refused_and_the_others_read(tmp_path: Path) -> None:
    inner = zipped(tmp_path / "inner.zip", {"a.txt": TEXT}).read_bytes()
    names = ["../../evil.txt", "/etc/evil.txt", "C:\\evil.txt", "..\\evil.txt"]
    (tmp_path / "here").mkdir()
    parts: dict[str, str | bytes] = {"good.txt": TEXT, "inner.zip": inner, **dict.fromkeys(names, TEXT)}
    path = zipped(tmp_path / "here" / "all.zip", parts)
    found = found_in(path)
    assert found.count("all.zip/good.txt") == 1 and sum("attack" in str(each) for each in found) == 4
    assert any("archive itself" in str(each) for each in found)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["here", "inner.zip"]


def test_a_bomb_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive, archive.open("a.txt", "w") as part:
        for _ in range(300):
            part.write(bytes(2**20))
    began = time.process_time()
    (refusal,) = articles_in(path)
    assert isinstance(refusal, UnreadableArticle) and "300 MB" in refusal.what
    assert time.process_time() - began < 1
