"""The paragraphs of an OpenDocument text, made of its elements."""

import re
from collections.abc import Container, Mapping
from dataclasses import replace

from lxml.etree import _Element, iterwalk

from models.articles.documents.left_out import LeftOut
from models.articles.documents.opendocument_styles import TEXT, OpenDocumentStyle
from models.articles.documents.paragraph_builder import Look, ParagraphBuilder

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
LINK = "{http://www.w3.org/1999/xlink}href"
BLANKS = re.compile(r"[ \t\n\r]+")
MOST_BLANKS = 1000

SKIPPED = {
    *(TEXT + name for name in ("tracked-changes", "note", "sequence-decls", "user-field-decls", "variable-decls")),
    *(TEXT + name for name in ("hidden-text", "ruby-text", "index-title-template")),
    *(OFFICE + name for name in ("annotation", "forms", "scripts")),
}
ANCHORS = {TEXT + "bookmark", TEXT + "bookmark-start"}


class OpenDocumentText:
    """Reads the elements of a text in their order; `styles` are by name."""

    def __init__(self, styles: Mapping[str, OpenDocumentStyle], numbered: Container[str]) -> None:
        self.builder = ParagraphBuilder()
        self.left_out = LeftOut()
        self._styles, self._numbered = styles, numbered
        self._applying = [OpenDocumentStyle()]
        self._counts: list[int | None] = []
        self._mark = ""

    def read(self, root: _Element) -> None:
        """Read all elements below a root."""
        walk = iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if element.tag in SKIPPED:
                if event == "start":
                    walk.skip_subtree()
                    self.left_out.notes += element.tag == TEXT + "note"
                    self.left_out.struck += len(element.findall(f".//{TEXT}deletion"))
                else:
                    self._add(element.tail)
            elif event == "start":
                self._begin(element)
                self._add(element.text)
            else:
                self._end(element)
                if element is not root:
                    self._add(element.tail)
        self.builder.end_row()

    def _begin(self, element: _Element) -> None:
        tag = element.tag
        self._applying.append(self._style_inside(element))
        if tag in (TEXT + "p", TEXT + "h"):
            self.builder.end_paragraph()
            if self._applying[-1].starts_page:
                self.builder.break_page()
        elif tag == TEXT + "list":
            named = element.get(TEXT + "style-name")
            inherited = self._counts[-1] is not None if self._counts else False
            self._counts.append(0 if (named in self._numbered if named else inherited) else None)
        elif tag == TEXT + "list-item":
            self._mark = self._next_mark()
        elif tag == TABLE + "table-row":
            self.builder.begin_row()
        elif tag == TABLE + "table-cell":
            self.builder.begin_cell()
        else:
            self._begin_words(element)

    def _next_mark(self) -> str:
        count = self._counts[-1] if self._counts else None
        if count is None:
            return "• "
        self._counts[-1] = count + 1
        return f"{count + 1}. "

    def _begin_words(self, element: _Element) -> None:
        tag = element.tag
        if tag == TEXT + "s":
            count = element.get(TEXT + "c") or "1"
            self._put(" " * min(int(count) if count.isdecimal() else 1, MOST_BLANKS))
        elif tag == TEXT + "tab":
            self._put("\t")
        elif tag == TEXT + "line-break":
            self.builder.break_line()
        elif tag == TEXT + "a":
            self.builder.add_link(element.get(LINK) or "")
        elif tag in ANCHORS:
            self.builder.add_anchor(element.get(TEXT + "name") or "")

    def _style_inside(self, element: _Element) -> OpenDocumentStyle:
        """Return what applies to the words of an element."""
        applying, tag = self._applying[-1], element.tag
        named = self._styles.get(element.get(TEXT + "style-name") or "")
        if tag == TEXT + "span" and named is not None:
            return replace(
                applying,
                bold=named.bold or applying.bold,
                is_struck=named.is_struck or applying.is_struck,
                is_raised=named.is_raised or applying.is_raised,
                is_hidden=named.is_hidden or applying.is_hidden,
            )
        if tag not in (TEXT + "p", TEXT + "h"):
            return applying
        level = element.get(TEXT + "outline-level") or ""
        style = named or OpenDocumentStyle()
        return replace(style, level=int(level) if tag == TEXT + "h" and level.isdecimal() else style.level)

    def _add(self, words: str | None) -> None:
        """Add words of the markup, in which any number of blanks and line ends is one blank."""
        words = BLANKS.sub(" ", words or "")
        self._put(words.lstrip(" ") if self.builder.at_start else words)

    def _put(self, words: str) -> None:
        style = self._applying[-1]
        if style.is_struck:
            self.left_out.struck += bool(words.strip())
        elif words and not style.is_hidden:
            look = Look(
                level=style.level,
                bold=style.bold,
                centred=style.centred,
                is_item=bool(self._counts) and not style.level,
                styles=(style.name,) if style.name else (),
            )
            if self._mark and words.strip():
                self.builder.add(self._mark if look.is_item else "", look)
                self._mark = ""
            (self.builder.add_raised if style.is_raised else self.builder.add)(words, look)

    def _end(self, element: _Element) -> None:
        self._applying.pop()
        if element.tag in (TEXT + "p", TEXT + "h"):
            self.builder.end_paragraph(keep_blank=True)
        elif element.tag == TEXT + "list":
            self._counts.pop()
        elif element.tag == TABLE + "table-row":
            self.builder.end_row()
