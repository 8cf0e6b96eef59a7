"""A file is read as an article, or refused in a sentence that names it; it is never changed."""

import json
import os
import quopri
import sqlite3
import zipfile
from pathlib import Path

import pytest

from models.articles.article_files import articles_in, files_in, read_file
from models.articles.draft import Draft
from models.articles.formats import FORMATS, SUFFIXES, in_words
from models.articles.formats.txt import MOST_BYTES
from models.articles.input_file import MOST_TEXT
from models.errors import UnreadableArticle

TEXT = "Bridge closed for repairs\n\nThe bridge at Hexley will be closed until May, the council said on Monday. 😀\n"
PAGE = (
    "<!doctype html><html><head><title>Bridge closed</title></head><body><article><h1>Bridge closed</h1>"
    + "<p>The bridge at Hexley will be closed until May, the council said on Monday, and nobody was surprised.</p>" * 3
    + "</article></body></html>"
)


def refusal(path: Path) -> str:
    """What is said when the file is read, which must name it and say what to do."""
    with pytest.raises(UnreadableArticle) as refused:
        read_file(path)
    assert path.name in refused.value.what
    assert refused.value.safe and refused.value.do
    return refused.value.what


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_a_text_file_is_read_with_its_bytes_name_and_encoding(tmp_path: Path) -> None:
    path = written(tmp_path / "bridge.txt", TEXT.replace("\n", "\r\n").encode("utf-16"))
    draft = read_file(path)
    assert (draft.text, draft.title, draft.encoding) == (TEXT, "Bridge closed for repairs", "utf-16")
    assert (draft.file_name, draft.original) == ("bridge.txt", path.read_bytes())


@pytest.mark.parametrize("name", ["bridge.html", "BRIDGE.HTM", "bridge.txt"])
def test_a_page_is_read_as_a_page_also_under_a_name_of_text(tmp_path: Path, name: str) -> None:
    draft = read_file(written(tmp_path / name, PAGE.encode()))
    assert draft.text.startswith("Bridge closed\n\nThe bridge at Hexley")
    assert "<" not in draft.text


def test_a_page_may_begin_with_comments(tmp_path: Path) -> None:
    page = written(tmp_path / "bridge.txt", ("<?xml version='1.0'?>\n" + "<!-- saved -->\n" * 3 + PAGE).encode())
    assert read_file(page).text.startswith("Bridge closed\n\nThe bridge")


ARCHIVE = b"""From: <Saved by Blink>
Snapshot-Content-Location: https://mercury.example/a
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----B--abc----"

------B--abc----
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable

%s
------B--abc------
"""


@pytest.mark.parametrize("name", ["page.mhtml", "page.mht", "page.txt", "page.html"])
def test_a_page_saved_with_its_pictures_in_one_file_is_read_under_any_name(tmp_path: Path, name: str) -> None:
    page = PAGE.replace("surprised", "surprised: “£5”").encode()
    path = written(tmp_path / name, ARCHIVE.replace(b"\n", b"\r\n") % quopri.encodestring(page))
    draft = read_file(path)
    assert (draft.title, draft.address) == ("Bridge closed", "https://mercury.example/a")
    assert "surprised: “£5”." in draft.text and "=" not in draft.text
    assert draft.original == path.read_bytes()


def test_a_text_that_begins_with_many_comments_is_read_as_text(tmp_path: Path) -> None:
    # Each comment doubled the time it took to see that this is no page.
    draft = read_file(written(tmp_path / "notes.txt", ("<!-- note -->\n" * 500 + TEXT).encode()))
    assert draft.text.endswith(TEXT)


def test_a_file_that_may_not_be_looked_at_is_refused_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path / "bridge.txt", TEXT.encode())

    def forbidden(*_: object, **__: object) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "stat", forbidden)
    (found,) = files_in(path)
    assert found == path
    assert "no permission to read" in refusal(found)


def test_a_guessed_encoding_is_said(tmp_path: Path) -> None:
    draft = read_file(written(tmp_path / "bridge.txt", "“Nobody’s surprised,” she said.".encode("cp1252")))
    assert draft.text == "“Nobody’s surprised,” she said."
    assert draft.encoding == "windows-1252"
    assert "guess" in draft.warnings[0]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a picture"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"PK\x03\x04word/document.xml", "a zipped file"),
        (b"SQLite format 3\x00", "a database"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word"),
        (b"\x1f\x8b\x08", "a compressed file"),
        (b"\x00\x00\x00\x18ftypmp42", "a film"),
    ],
)
@pytest.mark.parametrize("name", ["article.txt", "article.html"])
def test_a_file_of_another_kind_under_a_wrong_name_is_known_by_its_beginning(
    tmp_path: Path, data: bytes, kind: str, name: str
) -> None:
    assert f"looks like {kind}" in refusal(written(tmp_path / name, data))


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 40, b"\x00" * 5000, b"text\x00\x01\x02" * 200, b"\x80\x81\x8d" * 500, os.urandom(4000)]
)
def test_bytes_that_are_no_text_are_refused(tmp_path: Path, data: bytes) -> None:
    assert "text" in refusal(written(tmp_path / "noise.txt", data))


@pytest.mark.parametrize(
    ("member", "kind"),
    [
        ("ppt/presentation.xml", "a PowerPoint"),
        ("META-INF/manifest.xml", "an OpenDocument"),
    ],
)
def test_a_zipped_file_is_known_by_what_is_in_it(tmp_path: Path, member: str, kind: str) -> None:
    with zipfile.ZipFile(tmp_path / "notes.txt", "w") as zipped:
        zipped.writestr(member, "words")
    assert f"looks like {kind}" in refusal(tmp_path / "notes.txt")


@pytest.mark.parametrize(
    "words", ["FORMER president", "BMW said", "MZ Wallace", "RIFFS and songs", "Rar! it said", "ID3"]
)
def test_a_text_may_begin_like_a_signature(tmp_path: Path, words: str) -> None:
    text = f"{words} of old\n\n{TEXT}"
    assert read_file(written(tmp_path / "words.txt", text.encode())).text == text
    assert read_file(written(tmp_path / "words.txt", text.encode("utf-16"))).text == text


def test_a_page_is_read_by_its_content_under_any_name(tmp_path: Path) -> None:
    assert read_file(written(tmp_path / "saved page", PAGE.encode())).title == "Bridge closed"
    assert read_file(written(tmp_path / "page.xml", PAGE.encode("utf-16"))).title == "Bridge closed"


def test_rows_of_json_are_articles_named_by_their_number(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"id": "a", "text": "Some words."}\nnonsense\n{"text": "Other words."}\n', "utf-8")
    first, refusal_, last = articles_in(path)
    assert isinstance(first, Draft) and isinstance(last, Draft) and isinstance(refusal_, UnreadableArticle)
    assert [(each.file_name, each.key, each.text) for each in (first, last)] == [
        ("rows.jsonl", "a", "Some words."),
        ("rows.jsonl#3", 3, "Other words."),
    ]
    assert first.original == b'{"id": "a", "text": "Some words."}'


def test_a_row_of_json_tells_what_its_text_does_not(tmp_path: Path) -> None:
    row = {"text": TEXT, "publisher": " The  Tide", "author": "Ada Aas", "date": "2015-11-19", "language": "NO"}
    other = {
        "text": TEXT,
        "outlet": "None",
        "byline": 7,
        "author": "NaN",
        "published": "soon",
        "url": "https://tide.example/1",
    }
    path = tmp_path / "rows.jsonl"
    path.write_text(f"{json.dumps(row)}\n{json.dumps(other)}\n", "utf-8")
    told, silent = articles_in(path)
    plain = read_file(written(tmp_path / "plain.txt", TEXT.encode()))
    assert isinstance(told, Draft) and isinstance(silent, Draft)
    assert (told.outlet, told.byline, told.published, told.language) == ("The Tide", "Ada Aas", "2015-11-19", "no")
    assert (silent.outlet, silent.byline, silent.published) == (plain.outlet, plain.byline, plain.published)
    assert silent.address == "https://tide.example/1"


def test_every_format_has_a_name_and_suffixes_that_no_other_has() -> None:
    assert len(set(SUFFIXES)) == len(SUFFIXES) and all(each.name and each.suffixes for each in FORMATS)
    assert all(suffix in in_words() for suffix in SUFFIXES)


def test_real_files_of_other_programs_are_refused(tmp_path: Path) -> None:
    database, archive = tmp_path / "data.txt", tmp_path / "archive.txt"
    with sqlite3.connect(database) as connection:
        connection.execute("CREATE TABLE t (x)")
    connection.close()
    with zipfile.ZipFile(archive, "w") as zipped:
        zipped.writestr("a", "b")
    assert "looks like a database" in refusal(database)
    assert "cannot be read yet" in refusal(archive)


@pytest.mark.parametrize(
    ("data", "said"), [(b"", "is empty"), (b" \r\n\t ", "only blanks"), (b"\xef\xbb\xbf\n", "only blanks")]
)
def test_a_file_with_nothing_in_it_is_refused(tmp_path: Path, data: bytes, said: str) -> None:
    assert said in refusal(written(tmp_path / "nothing.txt", data))


def test_a_page_without_an_article_is_refused(tmp_path: Path) -> None:
    assert "No article was found" in refusal(written(tmp_path / "empty.html", b"<html><body></body></html>"))


def test_a_text_under_the_name_of_a_document_is_read_as_text(tmp_path: Path) -> None:
    assert read_file(written(tmp_path / "notes.docx", TEXT.encode())).text == TEXT


@pytest.mark.parametrize("name", ["notes.pages", "no-ending", "page.maff"])
def test_an_ending_that_cannot_be_read_is_named(tmp_path: Path, name: str) -> None:
    assert "cannot be read yet" in refusal(written(tmp_path / name, TEXT.encode()))


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    assert "is a folder" in refusal(tmp_path)


@pytest.mark.parametrize("name", ["brigde.txt", "no/such/folder.txt", "zero\0.txt", "x" * 300 + ".txt"])
def test_a_path_that_leads_nowhere_is_said_and_nothing_is_made(tmp_path: Path, name: str) -> None:
    refusal(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_said(tmp_path: Path) -> None:
    path = written(tmp_path / "secret.txt", TEXT.encode())
    path.chmod(0)
    assert "no permission to read" in refusal(path)


def test_a_refused_permission_is_said_whoever_asks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path / "secret.txt", TEXT.encode())

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "no permission to read" in refusal(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "not an ordinary file" in refusal(tmp_path / "pipe.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_a_pipe_in_a_folder_is_refused_by_its_name_and_the_others_are_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    written(tmp_path / "b.txt", TEXT.encode())
    pipe, good = files_in(tmp_path)
    assert "not an ordinary file" in refusal(pipe)
    assert read_file(good).text == TEXT


@pytest.mark.parametrize("name", ["/dev/zero", "/proc/kmsg", "/dev/tty"])
def test_devices_and_what_the_system_tells_without_end_are_not_read(name: str) -> None:
    if not Path(name).exists():
        pytest.skip(f"there is no {name} here")
    refusal(Path(name))


@pytest.mark.skipif(os.name == "nt", reason="names are Unicode there")
def test_a_file_name_that_is_not_utf8_is_shown_and_kept_with_a_sign_in_its_place(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/sample\xf0.txt"
    with open(name, "wb") as file:  # noqa: PTH123 - a name of bytes
        file.write(TEXT.encode())
    (path,) = files_in(tmp_path)
    assert read_file(path).file_name == "sample\ufffd.txt"
    path.write_bytes(b"%PDF-1.4 ...")
    with pytest.raises(UnreadableArticle, match="sample\ufffd"):
        read_file(path)


def test_the_limits_are_said_in_words(tmp_path: Path) -> None:
    assert "20 MB" in refusal(written(tmp_path / "huge.txt", b"x" * (MOST_BYTES + 1)))
    assert "5 million characters" in refusal(written(tmp_path / "long.txt", b"word " * (MOST_TEXT // 5 + 1)))


def test_five_megabytes_in_one_line_are_read(tmp_path: Path) -> None:
    assert len(read_file(written(tmp_path / "line.txt", b"word " * (MOST_TEXT // 5))).text) == MOST_TEXT // 5 * 5


def test_a_refused_file_is_left_as_it_was(tmp_path: Path) -> None:
    path = written(tmp_path / "paper.txt", b"%PDF-1.4 ...")
    before = path.stat().st_mtime_ns
    refusal(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (b"%PDF-1.4 ...", before)


def test_a_folder_gives_its_readable_files_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.HTML", "sub/c.htm", "sub/d.pdf", ".hidden.txt", ".git/e.txt", "notes.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "folder.txt").mkdir()
    found = [path.relative_to(tmp_path).as_posix() for path in files_in(tmp_path)]
    assert found == ["a.HTML", "b.txt", "notes.md", "sub/c.htm", "sub/d.pdf"]


def test_a_file_gives_itself_whatever_it_is(tmp_path: Path) -> None:
    assert list(files_in(tmp_path / "paper.pdf")) == [tmp_path / "paper.pdf"]
