"""What is repeated on the pages of a document, such as their numbers, is in no article that is split from it."""

from models.articles.databases.blocks import blocks_of
from models.articles.documents.document import REPEATED, Paragraph


def test_lines_that_are_repeated_on_the_pages_are_left_out() -> None:
    paragraphs = [Paragraph("The wall", level=1), Paragraph("12", styles=(REPEATED,)), Paragraph("It will be built.")]
    assert [each.text for each in blocks_of(paragraphs)] == ["The wall", "It will be built."]
