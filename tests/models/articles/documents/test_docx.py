"""A Word document is read with what it shows; what is struck out or hidden is left out, and told."""

import struct
from pathlib import Path
from time import process_time
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from models.articles.article_files import read_file
from models.articles.documents.document import Document
from models.articles.documents.docx import read
from models.articles.input_file import InputFile
from models.errors import UnreadableArticle
from tests.models.articles.documents.making import W, docx, p, zipped

HEADLINE = p("Bridge closed for repairs", '<w:pStyle w:val="H1"/>')
BODY = p("The bridge at Hexley will be closed until May, the council said on Monday, and nobody was surprised by it.")
STYLES = (
    f'<w:styles {W}><w:style w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="B"/><w:pPr><w:outlineLvl '
    'w:val="0"/></w:pPr></w:style><w:style w:styleId="B"><w:name w:val="Bold"/><w:rPr><w:b/></w:rPr></w:style>'
    "</w:styles>"
)


def document(path: Path) -> Document:
    return read(InputFile.open(path))


def test_paragraphs_have_the_look_of_their_styles_and_of_their_words(tmp_path: Path) -> None:
    path = docx(
        tmp_path / "a.docx", HEADLINE + p("Mid", '<w:jc w:val="center"/>') + p("Loud", run="<w:b/>"), styles=STYLES
    )
    assert [(each.text, each.level, each.bold, each.centred, each.styles) for each in document(path).paragraphs] == [
        ("Bridge closed for repairs", 1, True, False, ("heading 1",)),
        ("Mid", 0, False, True, ()),
        ("Loud", 0, True, False, ()),
    ]


def test_pages_bookmarks_links_and_rows_are_kept(tmp_path: Path) -> None:
    body = (
        p("One")
        + '<w:p><w:r><w:br w:type="page"/></w:r></w:p><w:p><w:bookmarkStart w:name="B1"/><w:hyperlink r:id="r1">'
        "<w:r><w:t>Two</w:t></w:r></w:hyperlink></w:p><w:tbl><w:tr><w:tc>"
        + p("HD")
        + "</w:tc><w:tc>"
        + p("Three")
        + "</w:tc></w:tr></w:tbl>"
        "<w:p><w:r><w:t>Fo</w:t><w:softHyphen/><w:t>ur</w:t><w:tab/><w:br/><w:t>five</w:t></w:r></w:p>"
    )
    rels = '<Relationships xmlns="x"><Relationship Id="r1" Target="https://mercury.example/a"/></Relationships>'
    one, _page, two, row, four = document(docx(tmp_path / "a.docx", body, rels=rels)).paragraphs
    assert (one.page_break, two.text, two.anchors, two.links) == (False, "Two", ("B1",), ("https://mercury.example/a",))
    assert (row.text, row.cells, four.text) == ("HD\tThree", ("HD", "Three"), "Fo\u00adur\t\nfive")


def test_struck_out_deleted_and_hidden_text_is_left_out_and_told(tmp_path: Path) -> None:
    body = (
        p("Kept")
        + p("struck", run="<w:strike/>")
        + p("not struck", run='<w:strike w:val="0"/>')
        + p("hidden", run="<w:vanish/>")
        + "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:t>come</w:t></w:r></w:ins></w:p>"
    )
    found = document(docx(tmp_path / "a.docx", body))
    assert [each.text for each in found.paragraphs if each.text] == ["Kept", "not struck", "come"]
    assert found.warnings == ("2 places that are struck out or deleted were left out.",)


@pytest.mark.parametrize(
    ("before", "lifted", "text"),
    [("5 km", "2", "5 km²"), ("$11", "99", "$11.99"), ("5,000", "2", "5,000"), ("10", "-3", "10⁻³")],
)
def test_a_raised_figure_never_joins_the_figure_before_it(tmp_path: Path, before: str, lifted: str, text: str) -> None:
    raised = f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{lifted}</w:t></w:r>'
    found = document(docx(tmp_path / "a.docx", f"<w:p><w:r><w:t>{before}</w:t></w:r>{raised}</w:p>"))
    assert found.text == text


def test_the_items_of_lists_have_their_marks(tmp_path: Path) -> None:
    numbering = (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="7"><w:lvl><w:numFmt w:val="decimal"/></w:lvl><w:lvl>'
        '<w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
    )
    items = [p(word, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>') for word, depth in
             (("one", 0), ("inner", 1), ("two", 0))]  # fmt: skip
    path = docx(tmp_path / "a.docx", HEADLINE + BODY + "".join(items), numbering=numbering, styles=STYLES)
    assert read_file(path).text.endswith("\n\n1. one\n• inner\n2. two")


def test_the_title_is_a_heading_or_a_property_that_the_text_confirms(tmp_path: Path) -> None:
    core = '<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title><dc:creator>{}</dc:creator></c>'
    short = p("Sold") + p("Ada Quill") + BODY * 3
    headed = read_file(docx(tmp_path / "a.docx", HEADLINE + BODY, styles=STYLES, core=core.format("Other", "Typist")))
    confirmed = read_file(docx(tmp_path / "b.docx", short, core=core.format("SOLD", "Ada Quill")))
    other = read_file(docx(tmp_path / "c.docx", short, core=core.format("Template", "Typist")))
    assert (headed.title, headed.byline, headed.published) == ("Bridge closed for repairs", None, None)
    assert (confirmed.title, confirmed.byline) == ("Sold", "Ada Quill")
    assert (other.title != "Template", other.byline) == (True, None)


@pytest.mark.parametrize("name", ["a.docx", "a.txt", "a.html", "a.doc"])
def test_a_document_is_known_by_its_content_and_keeps_its_bytes(tmp_path: Path, name: str) -> None:
    path = docx(tmp_path / name, HEADLINE + BODY, styles=STYLES)
    draft = read_file(path)
    assert (draft.title, draft.original) == ("Bridge closed for repairs", path.read_bytes())
    assert draft.text == "Bridge closed for repairs\n\n" + document(path).paragraphs[1].text


def refused(path: Path) -> str:
    """What is said of a file that has to be refused at once."""
    began = process_time()
    with pytest.raises(UnreadableArticle) as error:
        read_file(path)
    assert process_time() - began < 1
    assert path.name in error.value.what and error.value.safe and error.value.do
    return error.value.what


def test_a_bomb_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as part:
        for _ in range(70):
            part.write(bytes(2**20))
    assert "larger than 64 MB" in refused(path)


def test_a_part_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    path = docx(tmp_path / "lie.docx", BODY * 100)
    data = path.read_bytes()
    with ZipFile(path) as archive:
        size = struct.pack("<L", archive.getinfo("word/document.xml").file_size)
    path.write_bytes(data.replace(size, struct.pack("<L", 100)))
    assert "damaged" in refused(path)


def test_a_part_named_as_if_it_were_outside_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "out.docx", {"word/document.xml": "<a/>", "../../evil.xml": "x"})
    assert "attack" in refused(path)
    assert [each.name for each in tmp_path.iterdir()] == ["out.docx"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(tmp_path: Path, encoding: str) -> None:
    bomb = (
        '<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;"><!ENTITY f SYSTEM "file:///etc/passwd">]><a>&c;&f;</a>'
    )
    declared = f'<?xml version="1.0" encoding="{encoding}"?>{bomb}'
    assert "entities" in refused(zipped(tmp_path / "e.docx", {"word/document.xml": declared.encode(encoding)}))


def test_an_encrypted_part_is_refused(tmp_path: Path) -> None:
    path = docx(tmp_path / "secret.docx", BODY)
    data = bytearray(path.read_bytes())
    for mark, at in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        start = -1
        while (start := data.find(mark, start + 1)) >= 0:
            data[start + at] |= 1
    path.write_bytes(data)
    assert "password" in refused(path)


@pytest.mark.parametrize("keep", [30, 300, -30])
def test_a_document_that_is_cut_is_refused(tmp_path: Path, keep: int) -> None:
    path = docx(tmp_path / "cut.docx", BODY * 100)
    path.write_bytes(path.read_bytes()[:keep])
    refused(path)


def test_a_document_without_words_is_refused(tmp_path: Path) -> None:
    assert "no text" in refused(docx(tmp_path / "blank.docx", p(" ") * 3))
