"""A page or a text becomes a document: its paragraphs, with what they look like and what they follow."""

from models.articles.decoding import Decoded
from models.articles.documents.document import Document, Paragraph
from models.articles.documents.html import document_of as page_of
from models.articles.documents.txt import document_of as text_of


def page(markup: str) -> Document:
    return page_of(Decoded(f"<html><head><title>A page</title></head><body>{markup}</body></html>", "utf-8"))


def paragraphs(markup: str) -> tuple[Paragraph, ...]:
    return page(markup).paragraphs


def test_a_line_of_a_text_is_a_paragraph_and_a_form_feed_begins_a_page() -> None:
    document = text_of(Decoded("One\r\n\r\nTwo\fThree", "utf-8", "guessed"))
    assert [each.text for each in document.paragraphs] == ["One", "", "Two", "Three"]
    assert [each.page_break for each in document.paragraphs] == [False, False, False, True]
    assert (document.encoding, document.warnings) == ("utf-8", ("guessed",))


def test_a_paragraph_of_a_page_has_the_look_of_its_words() -> None:
    found = paragraphs(
        '<h2>Head</h2><p><b>All</b> <strong>bold</strong></p><p><b>Not</b> all</p><p align="center">Mid</p>'
    )
    assert [(each.text, each.level, each.bold, each.centred) for each in found] == [
        ("Head", 2, True, False),
        ("All bold", 0, True, False),
        ("Not all", 0, False, False),
        ("Mid", 0, False, True),
    ]


def test_a_paragraph_knows_its_classes_anchors_and_links_and_what_it_follows() -> None:
    first, second, third = paragraphs(
        '<div class="article" id="a1"><p class="lead">One <a href="#x">two</a></p></div>'
        '<hr><p>Three</p><p style="page-break-before: always"><a name="x"></a>Four</p>'
    )
    assert (first.text, first.styles, first.anchors, first.links) == ("One two", ("article", "lead"), ("a1",), ("#x",))
    assert (second.rule, second.anchors, second.page_break) == (True, (), False)
    assert (third.rule, third.anchors, third.page_break) == (False, ("x",), True)


def test_the_cells_of_a_row_are_one_line_until_a_second_paragraph_begins() -> None:
    found = paragraphs(
        "<table><tr><td><p>LP</p></td><td><p>First</p><p>Second</p></td></tr><tr><td>TD</td><td> Last <td></tr></table>"
    )
    assert [(each.text, each.cells) for each in found] == [
        ("LP\tFirst", ("LP", "First")),
        ("Second", ()),
        ("TD\tLast", ("TD", "Last", "")),
    ]


def test_one_line_break_goes_on_and_two_begin_a_paragraph() -> None:
    assert [each.text for each in paragraphs("<p>One<br> two<br><br>Three</p>")] == ["One\ntwo", "Three"]


def test_preformatted_text_keeps_its_lines_and_blanks() -> None:
    assert [each.text for each in paragraphs("<pre>a    b\n\n  c</pre> d  e")] == ["a    b\n\n  c", "d e"]


def test_what_a_page_does_not_show_is_left_out() -> None:
    assert page("<script>x</script><p>Seen<style>y</style></p><!-- z -->").text == "Seen"
    assert page("").paragraphs == ()


def test_deeply_nested_markup_is_read() -> None:
    assert page("<div>" * 1000 + "Deep" + "</div>" * 1000).text == "Deep"
