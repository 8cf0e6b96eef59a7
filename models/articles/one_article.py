"""Make the draft of a document that is one article: its text, and of its properties what the text confirms."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.articles.documents.document import LEADERS, REPEATED, Document, Paragraph
from models.articles.draft import Draft
from models.articles.plain_text import from_text
from models.articles.title_lines import LONGEST_TITLE
from models.errors import UnreadableArticle
from models.text.normalising import line_ranges
from models.text.text_lines import compared
from models.translation import _

LEAST_LISTED = 5
"""Entries of a table of contents."""

NEAR = 12
"""Paragraphs at the beginning that may show the title and the author."""


def from_document(document: Document, *, named: str = "the document") -> Draft:
    """Return a document as one draft. Raises UnreadableArticle, with the given name, if it has no text."""
    _refuse_several(document, named)
    draft = from_text(text_of(document.paragraphs), named=named)
    shown = [each for each in document.paragraphs if each.text.strip() and REPEATED not in each.styles][:NEAR]
    return replace(
        draft,
        title=_title(document, shown) or draft.title,
        byline=draft.byline or _author(document, shown),
        boilerplate=tuple(sorted({*draft.boilerplate, *_repeated(document, draft.text)})),
        warnings=(*document.warnings, *draft.warnings),
    )


def _refuse_several(document: Document, named: str) -> None:
    """Raise UnreadableArticle if a document lists what it contains, as a collection of articles does."""
    listed = sum(len(LEADERS.findall(line)) for each in document.paragraphs for line in each.text.split("\n"))
    if listed >= LEAST_LISTED:
        what = _("{name} is a collection: it lists {count} articles or chapters on its first pages.")
        do = _("Open it, copy one article at a time, and paste it.")
        raise UnreadableArticle(
            what.format(name=named, count=listed), _("The file was left as it is, and nothing was added."), do
        )


def _repeated(document: Document, text: str) -> Iterator[tuple[int, int]]:
    """Yield the lines that are repeated on the pages, such as their numbers."""
    repeated = {each.text.strip() for each in document.paragraphs if REPEATED in each.styles}
    return ((start, end) for start, end in line_ranges(text) if repeated and text[start:end] in repeated)


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
