"""A document: the paragraphs of a file in their order, whatever kind of file they come from."""

import re
from dataclasses import dataclass

REPEATED = "repeated"
"""The style of a line that is on many pages of a PDF: a running head, or the number of a page."""

LEADERS = re.compile(r"\.{4,} *\d+$")
"""The end of an entry in a printed table of contents: dots that lead to the number of a page."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    r"""A paragraph, a row of a table, or a line of a plain text; its text may be empty, as a blank line is.

    `text` is normalised and has no markup; a line break in a paragraph is "\n", and tabs separate the cells of a row.
    `cells` are those of a row, empty for other paragraphs; if a cell has several paragraphs, its further ones follow
    the row. `level` is that of a heading, from 1, or 0. `is_item` is true for an item
    of a list, whose text begins with its mark. `bold` and `centred` are true if the whole text is.
    `page_break` and `rule` tell of a new page and of a line that is drawn before the paragraph. `styles` are the names
    of the styles that apply where it begins, outermost first: the classes in a web page, the style in a word
    processor. `anchors` are the bookmarks and ids at which a link can arrive here; `links` are the addresses that
    it links to, "#name" for an anchor of the same document.
    """

    text: str
    level: int = 0
    bold: bool = False
    centred: bool = False
    page_break: bool = False
    rule: bool = False
    cells: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    is_item: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """The paragraphs of a file, and what the file says of itself; absent is None.

    `title` and `author` are its properties, which may be wrong or left from another document. `program` wrote it.
    `encoding` is that of a file of text. `warnings` are sentences for people.
    """

    paragraphs: tuple[Paragraph, ...]
    title: str | None = None
    author: str | None = None
    program: str | None = None
    language: str | None = None
    encoding: str | None = None
    warnings: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Return the text, a line for each paragraph."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)
