"""Rich Text is read with what it shows, in whatever encoding its bytes are."""

from pathlib import Path

import pytest

from models.articles.article_files import read_file
from models.articles.documents.document import Document, Paragraph
from models.articles.documents.rtf import read
from models.articles.input_file import InputFile

SENTENCE = rb"The bridge at Hexley will be closed until May, the council said on Monday, and nobody was surprised."


def document(tmp_path: Path, body: bytes) -> Document:
    path = tmp_path / "a.rtf"
    path.write_bytes(rb"{\rtf1\ansi\ansicpg1252\uc1 " + body + b"}")
    return read(InputFile.open(path))


def paragraphs(tmp_path: Path, body: bytes) -> tuple[Paragraph, ...]:
    return document(tmp_path, body).paragraphs


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (rb"caf\'e9 \'93hi\'94", "café “hi”"),
        (rb"\u8220?hi\u8221 ?\u-3913 ?", "“hi”\uf0b7"),
        (rb"\u-10179 ?\u-8704 ?!", "😀!"),
        (rb"{\uc0 \u233 t}\u233 \'e9!", "été!"),
        ("Präsident".encode(), "Präsident"),
        ("Präsident".encode("latin-1"), "Präsident"),
        (
            rb"{\fonttbl{\f0\fcharset204 Arial;}{\f1\fcharset128 Gothic;}}\f0\'cc\'ee{\f1 \'93\'fa\'96\'7b}",
            "Мо日本",
        ),
        (rb"a\~b\_c\-d\emdash e\{\}\\", "a\u00a0b\u2011c\u00add—e{}\\"),
        (b"soft\r\n wrapped", "soft wrapped"),
        (rb"x{\pict\bin9 }{\par}\\}y", "xy"),
        (rb"x{\*\generator Any;}{\header Top}{\*\unknown z}y", "xy"),
    ],
)
def test_characters_are_what_they_stand_for(tmp_path: Path, body: bytes, text: str) -> None:
    assert document(tmp_path, body).text == text


def test_paragraphs_have_the_look_of_their_words_and_styles(tmp_path: Path) -> None:
    styles = rb"{\stylesheet{\s1\b heading 1;}{\s2\qc Mid;}}"
    body = rb"\pard\s1\b Head\par\pard\plain\qc {\b Al}{\b l}\par\pard\plain {\b Not} all\par\par\page New"
    found = paragraphs(tmp_path, styles + body)
    assert [(each.text, each.level, each.bold, each.centred, each.page_break) for each in found] == [
        ("Head", 1, True, False, False),
        ("All", 0, True, True, False),
        ("Not all", 0, False, False, False),
        ("", 0, False, False, False),
        ("New", 0, False, False, True),
    ]
    assert found[0].styles == ("heading 1",)


def test_links_bookmarks_properties_and_rows_are_kept(tmp_path: Path) -> None:
    body = (
        rb'{\info{\title A title}{\author Typist}}{\*\bkmkstart B1}{\*\bkmkend B1}To {\field{\*\fldinst HYPERLINK "#x"}'
        rb"{\fldrslt it}}\par\trowd\cellx1\cellx2\intbl HD\cell Three\par Four\cell\row\pard After\line Line"
    )
    found = document(tmp_path, body)
    to, row, four, after = found.paragraphs
    assert (found.title, found.author) == ("A title", "Typist")
    assert (to.text, to.anchors, to.links) == ("To it", ("B1",), ("#x",))
    assert (row.cells, four.text, after.text) == (("HD", "Three"), "Four", "After\nLine")


def test_struck_out_and_hidden_text_is_left_out_and_raised_figures_stay_apart(tmp_path: Path) -> None:
    found = document(tmp_path, rb"Kept {\strike struck}{\v hidden}5 km{\super 2}{\footnote a note}!")
    assert found.text == "Kept 5 km²!"
    assert len(found.warnings) == 2


def test_the_items_of_lists_have_their_marks(tmp_path: Path) -> None:
    body = SENTENCE + rb"\par{\listtext\'b7\tab}one\par{\listtext 2.\tab}two\par\pard Then"
    path = tmp_path / "a.txt"
    path.write_bytes(rb"{\rtf1 " + SENTENCE + rb"\par\pard " + body + b"}")
    assert read_file(path).text.endswith("\n\n• one\n2. two\n\nThen")


def test_groups_that_never_end_and_ends_without_a_group_are_read(tmp_path: Path) -> None:
    assert document(tmp_path, b"{" * 20_000 + b"Deep" + b"}" * 40_000 + b"and on").text == "Deepand on"
