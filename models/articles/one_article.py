"""Make the draft of a document that is one article: its text, and of its properties what the text confirms."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.articles.documents.document import Document, Paragraph
from models.articles.draft import Draft
from models.articles.headlines import LONGEST_TITLE
from models.articles.plain_text import from_text
from models.text.text_lines import compared

NEAR = 12
"""Paragraphs at the beginning that may show the title and the author."""


def from_document(document: Document, *, named: str = "the document") -> Draft:
    """Return a document as one draft. Raises UnreadableArticle, with the given name, if it has no text."""
    draft = from_text(text_of(document.paragraphs), named=named)
    shown = [each for each in document.paragraphs if each.text.strip()][:NEAR]
    return replace(
        draft,
        title=_title(document, shown) or draft.title,
        byline=draft.byline or _author(document, shown),
        warnings=(*document.warnings, *draft.warnings),
    )


def text_of(paragraphs: Sequence[Paragraph]) -> str:
    """Return the text with a blank line between paragraphs, but none between rows of a table or items of a list."""
    return "".join(_pieces(paragraphs)).strip("\n")


def _pieces(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    before: Paragraph | None = None
    for each in paragraphs:
        if not each.text.strip():
            before = None
            continue
        are_rows = before is not None and bool(before.cells and each.cells)
        are_items = before is not None and before.is_item and each.is_item
        yield ("\n" if are_rows or are_items else "\n\n") + each.text
        before = each


def _title(document: Document, shown: Sequence[Paragraph]) -> str | None:
    """Return the one heading of the highest level at the beginning, or the title among the properties if it is shown.

    A title that is only among the properties is often that of another document, which this one was made from.
    """
    headings = [each for each in document.paragraphs if each.level]
    highest = [each for each in headings if each.level == min(other.level for other in headings)]
    lines = [" ".join(each.text.split()) for each in (highest if len(highest) == 1 and highest[0] in shown else ())]
    if document.title:
        lines += [line for each in shown if compared(line := " ".join(each.text.split())) == compared(document.title)]
    return next((line for line in lines if len(line) <= LONGEST_TITLE), None)


def _author(document: Document, shown: Sequence[Paragraph]) -> str | None:
    """Return the author among the properties, who typed the document, if a line at the beginning is the same name."""
    name = document.author
    return name if name and any(compared(each.text) == compared(name) for each in shown) else None
