"""An OpenDocument text is read with what it shows."""

from pathlib import Path

import pytest

from models.articles.article_files import read_file
from models.articles.documents.document import Document
from models.articles.documents.odt import read
from models.articles.input_file import InputFile
from models.errors import UnreadableArticle
from tests.models.articles.documents.making import odt

HEADLINE = '<text:h text:outline-level="1">Bridge closed for repairs</text:h>'
SENTENCE = "The bridge at Hexley will be closed until May, the council said on Monday, and nobody was surprised by it."
STYLES = (
    '<style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="C" style:parent-style-name="B"><style:paragraph-properties fo:text-align="center" '
    'fo:break-before="page"/></style:style>'
    '<style:style style:name="S"><style:text-properties style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="U"><style:text-properties style:text-position="super 58%"/></style:style>'
    '<text:list-style style:name="L"><text:list-level-style-number/></text:list-style>'
)


def document(path: Path) -> Document:
    return read(InputFile.open(path))


def test_paragraphs_have_the_look_of_their_styles_and_of_their_spans(tmp_path: Path) -> None:
    loud = '<text:p><text:span text:style-name="B">Loud</text:span></text:p>'
    body = f'{HEADLINE}<text:p text:style-name="C">Mid</text:p>{loud}'
    assert [
        (each.text, each.level, each.bold, each.centred, each.page_break)
        for each in document(odt(tmp_path / "a.odt", body, STYLES)).paragraphs
    ] == [
        ("Bridge closed for repairs", 1, False, False, False),
        ("Mid", 0, True, True, True),
        ("Loud", 0, True, False, False),
    ]


def test_blanks_tabs_lines_links_and_rows_are_kept(tmp_path: Path) -> None:
    body = (
        "<text:p>A  b<text:s text:c='2'/>c<text:tab/>d<text:line-break/>e \n</text:p>"
        '<text:p><text:bookmark text:name="x"/>To <text:a xlink:href="https://mercury.example/a">it</text:a></text:p>'
        "<table:table><table:table-row><table:table-cell><text:p>HD</text:p></table:table-cell>"
        "<table:table-cell><text:p>Three</text:p></table:table-cell></table:table-row></table:table>"
    )
    first, second, row = document(odt(tmp_path / "a.odt", body)).paragraphs
    assert first.text == "A b  c\td\ne"
    assert (second.text, second.anchors, second.links) == ("To it", ("x",), ("https://mercury.example/a",))
    assert row.cells == ("HD", "Three")


def test_struck_out_text_and_notes_are_left_out_and_told_and_raised_figures_stay_apart(tmp_path: Path) -> None:
    body = (
        '<text:p>Kept <text:span text:style-name="S">struck</text:span>5 km<text:span text:style-name="U">2</text:span>'
        "<text:note><text:note-body><text:p>note</text:p></text:note-body></text:note>!</text:p>"
    )
    found = document(odt(tmp_path / "a.odt", body, STYLES))
    assert found.text == "Kept 5 km²!"
    assert [warning.split(" ")[1] for warning in found.warnings] == ["place", "footnote"]


def test_the_items_of_lists_have_their_marks(tmp_path: Path) -> None:
    item = "<text:list-item><text:p>{}</text:p></text:list-item>"
    lists = (
        f'<text:list text:style-name="L">{item.format("one")}{item.format("two")}</text:list>'
        f"<text:p>Then</text:p><text:list>{item.format('three')}</text:list>"
    )
    path = odt(tmp_path / "a.odt", f"{HEADLINE}<text:p>{SENTENCE}</text:p>{lists}", STYLES)
    assert read_file(path).text.endswith("\n\n1. one\n2. two\n\nThen\n\n• three")


@pytest.mark.parametrize("name", ["a.odt", "a.txt"])
def test_a_text_is_known_by_its_content(tmp_path: Path, name: str) -> None:
    path = odt(tmp_path / name, f"{HEADLINE}<text:p>{SENTENCE}</text:p>")
    draft = read_file(path)
    assert (draft.title, draft.text) == ("Bridge closed for repairs", f"Bridge closed for repairs\n\n{SENTENCE}")
    assert draft.original == path.read_bytes()


def test_a_text_with_a_password_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableArticle, match="password"):
        read_file(odt(tmp_path / "a.odt", "", manifest="<m><encryption-data/></m>"))
