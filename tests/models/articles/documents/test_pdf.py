"""The lines of a PDF are joined to paragraphs by their places; what cannot be read is refused in a sentence."""

import zlib
from collections.abc import Sequence
from pathlib import Path

import pytest

from models.articles.article_files import articles_in, read_file
from models.articles.documents import pdf_process
from models.articles.documents.pdf import read
from models.articles.input_file import InputFile
from models.errors import Interrupted, UnreadableArticle
from tests.models.articles.documents.making import Print, pdf, pdf_of_objects


def column(lines: Sequence[str], x: float = 50, top: float = 700, size: float = 10, bold: bool = False) -> list[Print]:
    """Lines of one column, at the usual distance from each other."""
    return [Print(words, x, top - 1.2 * size * at, size, bold) for at, words in enumerate(lines)]


def paragraphs(path: Path) -> list[str]:
    return [each.text for each in read(InputFile.open(path)).paragraphs]


FIRST = ["The bridge at Hexley will be closed until May, the", "council said on Monday, and nobody was much sur-"]
SECOND = ["prised by it. The mayor agreed."]


def test_lines_of_a_paragraph_and_words_that_are_divided_are_joined_and_told(tmp_path: Path) -> None:
    path = pdf(tmp_path / "a.pdf", [[*column(["Bridge closed"], top=750, size=20), *column([*FIRST, *SECOND])]])
    draft = read_file(path)
    assert draft.text == (
        "Bridge closed\n\nThe bridge at Hexley will be closed until May, the council said on Monday, and nobody was "
        "much surprised by it. The mayor agreed."
    )
    assert (draft.title, draft.original) == ("Bridge closed", path.read_bytes())
    assert draft.warnings == ("1 word that was divided at the end of a line was joined without its hyphen.",)


def test_a_hyphen_that_belongs_to_its_word_is_kept(tmp_path: Path) -> None:
    lines = [
        "She is well-known, and he is a well-",
        "known man of the SPD-",
        "group with 2012-",
        "2013 as pre-",
        "and post-war.",
    ]
    (text,) = paragraphs(pdf(tmp_path / "a.pdf", [column(lines)]))
    assert text == "She is well-known, and he is a well-known man of the SPD-group with 2012-2013 as pre- and post-war."


def test_a_wider_gap_an_indent_a_short_last_line_and_another_print_begin_a_paragraph(tmp_path: Path) -> None:
    full = "This line is as long as the column that it is in."
    page = [
        *column(["A heading of its own"], top=760, size=16),
        *column([full, "Another short end."], top=700),
        *column([full, full], top=676),
        *column([full], top=630),
        *column(["Bold words below it"], top=618, bold=True),
        Print(full, 60, 594),
        *column([full], top=582),
    ]
    assert paragraphs(pdf(tmp_path / "a.pdf", [page])) == [
        "A heading of its own",
        f"{full} Another short end.",
        f"{full} {full}",
        full,
        "Bold words below it",
        f"{full} {full}",
    ]


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page(tmp_path: Path) -> None:
    pages = [
        [*column(["The mayor said that"]), *column(["nobody was"], x=300)],
        column(["surprised."]),
    ]
    assert paragraphs(pdf(tmp_path / "a.pdf", pages)) == ["The mayor said that nobody was surprised."]


def test_what_is_repeated_on_the_pages_is_boilerplate_after_the_paragraph_that_it_interrupts(tmp_path: Path) -> None:
    words = [
        ["The bridge is closed until May and the"],
        ["council said that nobody was"],
        ["surprised by this."],
    ]
    pages = [
        [Print("Hexley Mercury", 50, 780), *column(lines), Print(f"Page {number}", 50, 20)]
        for number, lines in enumerate(words, 1)
    ]
    draft = read_file(pdf(tmp_path / "a.pdf", pages))
    assert draft.body == "The bridge is closed until May and the council said that nobody was surprised by this."
    assert draft.text.count("Hexley Mercury") == 3 and "Page 2" in draft.text


def test_a_heading_is_recognised_by_its_size_and_pages_are_told(tmp_path: Path) -> None:
    pages = [[*column(["Large"], top=760, size=24), *column(["Smaller"], top=720, size=16), *column(SECOND)],
             column(["New page."])]  # fmt: skip
    found = read(InputFile.open(pdf(tmp_path / "a.pdf", pages))).paragraphs
    assert [(each.level, each.page_break) for each in found] == [(1, False), (2, False), (0, False), (0, True)]


def test_the_title_among_the_properties_counts_only_if_it_is_shown(tmp_path: Path) -> None:
    lines = [*column(["Sold"], top=720), *column([*FIRST, *SECOND])]
    assert read_file(pdf(tmp_path / "a.pdf", [lines], info="/Title (Sold)")).title == "Sold"
    other = read_file(pdf(tmp_path / "b.pdf", [lines], info="/Title (Letter.doc) /CreationDate (D:20200101)"))
    assert (other.title != "Letter.doc", other.published) == (True, None)


def test_a_collection_that_lists_its_articles_is_refused(tmp_path: Path) -> None:
    listed = [f"Article number {number} {'.' * 40} {number}" for number in range(1, 7)]
    with pytest.raises(UnreadableArticle, match="lists 6 articles"):
        read_file(pdf(tmp_path / "a.pdf", [column(listed)]))


def refused(path: Path) -> str:
    with pytest.raises(UnreadableArticle) as error:
        read_file(path)
    assert path.name in error.value.what and error.value.safe and error.value.do
    return error.value.what


def objects(content: bytes, resources: str = "", kids: str = "3 0 R", count: int = 1) -> list[str | bytes]:
    """The objects of a PDF with one page."""
    return [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << {resources} >> /Contents 4 0 R >>",
        content,
    ]


def stream(content: bytes, entries: str = "") -> bytes:
    return f"<< /Length {len(content)} {entries} >>\nstream\n".encode() + content + b"\nendstream"


def test_pages_without_text_are_said_to_be_scanned(tmp_path: Path) -> None:
    assert "scanned" in refused(pdf(tmp_path / "a.pdf", [[], []]))
    draft = read_file(pdf(tmp_path / "b.pdf", [column(FIRST), [], column(SECOND)]))
    assert draft.warnings[0] == "1 page has no text, and is perhaps scanned: page 2."


def test_a_pdf_with_a_password_is_refused(tmp_path: Path) -> None:
    half = "12345678901234567890123456789012"
    encrypt = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O ({half}) /U ({half}) /P -44 >> /ID [(a)(a)]"
    assert "password" in refused(pdf(tmp_path / "a.pdf", [column(FIRST)], trailer=encrypt))


def test_a_pdf_of_5000_pages_is_refused(tmp_path: Path) -> None:
    path = pdf_of_objects(tmp_path / "a.pdf", objects(stream(b""), kids="3 0 R " * 5000, count=5000))
    assert "5,000 pages" in refused(path)


@pytest.mark.parametrize("keep", [9, 200, 400])
def test_a_pdf_that_is_cut_is_refused(tmp_path: Path, keep: int) -> None:
    path = pdf(tmp_path / "a.pdf", [column(FIRST)])
    path.write_bytes(path.read_bytes()[:keep])
    refused(path)


def test_a_form_that_shows_itself_is_refused_and_the_next_pdf_is_read(tmp_path: Path) -> None:
    form = stream(
        b"/F Do /F Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >>"
    )
    refused(pdf_of_objects(tmp_path / "a.pdf", [*objects(stream(b"/F Do"), "/XObject << /F 5 0 R >>"), form]))
    assert read_file(pdf(tmp_path / "b.pdf", [column(FIRST)])).text.startswith("The bridge")


def endless(tmp_path: Path) -> Path:
    """A PDF with forms that each show the next ten times, which no program could show before the sun goes out."""
    forms = [
        stream(
            b"/F Do " * 10,
            f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F {number + 1} 0 R >> >>",
        )
        for number in range(5, 40)
    ]
    last = stream(zlib.compress(b"0 0 9 9 re"), "/Filter /FlateDecode /Type /XObject /Subtype /Form /BBox [0 0 9 9]")
    return pdf_of_objects(tmp_path / "a.pdf", [*objects(stream(b"/F Do"), "/XObject << /F 5 0 R >>"), *forms, last])


def test_a_page_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_process, "MOST_SECONDS", 1)
    assert "too long" in refused(endless(tmp_path))


def test_a_pdf_that_is_no_longer_wanted_is_not_read_on(tmp_path: Path) -> None:
    asked: list[int] = []

    def go_on() -> bool:
        asked.append(1)
        return len(asked) < 3

    with pytest.raises(Interrupted):
        list(articles_in(endless(tmp_path), go_on))
    assert read_file(pdf(tmp_path / "b.pdf", [column(FIRST)])).text.startswith("The bridge")
