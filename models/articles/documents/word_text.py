"""The paragraphs of a Word document, made of its elements."""

import re
from collections.abc import Mapping

from lxml.etree import _Element, iterwalk

from models.articles.documents.left_out import LeftOut
from models.articles.documents.paragraph_builder import Look, ParagraphBuilder
from models.articles.documents.word_styles import W, WordLists, WordStyle, is_on, with_properties

OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

DELETED = {W + "del", W + "moveFrom"}
SKIPPED = {COMPATIBLE + "Fallback", *(W + name for name in ("rPr", "tblPr", "trPr", "tcPr", "sdtPr", "tblGrid"))}
NOTES = {W + "footnoteReference", W + "endnoteReference"}
SIGNS = {W + "tab": "\t", W + "noBreakHyphen": "\u2011", W + "softHyphen": "\u00ad"}
FIELD_LINK = re.compile(r'\bHYPERLINK\s+(\\l\s+)?"([^"]+)"')
NEXT_PAGE = {"nextPage", "oddPage", "evenPage"}


class WordText:
    """Reads the elements of a document in their order; `styles` are by id, `targets` the addresses of links by id."""

    def __init__(self, styles: Mapping[str, WordStyle], lists: WordLists, targets: Mapping[str, str]) -> None:
        self.builder = ParagraphBuilder()
        self.left_out = LeftOut()
        self._styles, self._lists, self._targets = styles, lists, targets
        self._open: list[WordStyle] = []
        self._look, self._is_raised = Look(), False
        self._mark = ""
        self._page_follows = False

    def read(self, root: _Element) -> None:
        """Read all elements below a root."""
        walk = iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "end":
                self._end(element)
            elif self._is_left_out(element):
                walk.skip_subtree()
            else:
                self._begin(element)
        self.builder.end_row()

    def _is_left_out(self, element: _Element) -> bool:
        """Return whether an element is not part of the text, and count what a reader of the document would see."""
        if element.tag in DELETED:
            self.left_out.struck += element.find(f".//{W}delText") is not None or element.find(f".//{W}t") is not None
        elif element.tag == W + "r" and (look := element.find(W + "rPr")) is not None:
            struck = is_on(look.find(W + "strike")) or is_on(look.find(W + "dstrike"))
            self.left_out.struck += struck and element.find(W + "t") is not None
            return struck or is_on(look.find(W + "vanish"))
        return element.tag in SKIPPED or element.tag in DELETED

    def _begin(self, element: _Element) -> None:
        tag, builder = element.tag, self.builder
        if tag == W + "p":
            self._begin_paragraph(element)
        elif tag == W + "r":
            self._begin_run(element)
        elif tag == W + "t":
            self._add(element.text or "")
        elif tag in SIGNS:
            # A tab among the properties of a paragraph is a stop.
            self._add(SIGNS[tag] if element.getparent().tag == W + "r" else "")
        elif tag in (W + "br", W + "cr"):
            builder.break_page() if element.get(W + "type") == "page" else builder.break_line()
        elif tag == W + "tr":
            builder.begin_row()
        elif tag == W + "tc":
            builder.begin_cell()
        else:
            self._note(element)

    def _note(self, element: _Element) -> None:
        """Note what is not text: bookmarks, links, footnotes, sections that begin on a page."""
        tag = element.tag
        if tag == W + "bookmarkStart":
            self.builder.add_anchor(element.get(W + "name") or "")
        elif tag == W + "hyperlink":
            inside = element.get(W + "anchor")
            address = f"#{inside}" if inside else self._targets.get(element.get(OFFICE + "id") or "")
            self.builder.add_link(address or "")
        elif tag == W + "instrText" and (field := FIELD_LINK.search(element.text or "")):
            self.builder.add_link(f"#{field[2]}" if field[1] else field[2])
        elif tag in NOTES:
            self.left_out.notes += 1
        elif tag == W + "sectPr":
            kind = element.find(W + "type")
            self._page_follows = kind is None or kind.get(W + "val") in NEXT_PAGE

    def _begin_paragraph(self, element: _Element) -> None:
        properties = element.find(W + "pPr")
        named = properties.find(W + "pStyle") if properties is not None else None
        style = self._styles.get(named.get(W + "val") or "" if named is not None else "", WordStyle())
        style = with_properties(style, properties, None)
        self._open.append(style)
        if self._page_follows or style.starts_page:
            self.builder.break_page()
        self._page_follows = False
        self._mark = self._lists.mark(style.numbering)

    def _begin_run(self, element: _Element) -> None:
        style, look = self._open[-1] if self._open else WordStyle(), element.find(W + "rPr")
        lifted = look.find(W + "vertAlign") if look is not None else None
        self._is_raised = lifted is not None and lifted.get(W + "val") == "superscript"
        style = with_properties(style, None, look)
        self._look = Look(
            level=style.level,
            bold=style.bold,
            centred=style.centred,
            is_item=style.numbering is not None and not style.level,
            styles=(style.name,) if style.name else (),
        )

    def _add(self, words: str) -> None:
        if self._mark and words.strip():
            self.builder.add(self._mark, self._look)
            self._mark = ""
        (self.builder.add_raised if self._is_raised else self.builder.add)(words, self._look)

    def _end(self, element: _Element) -> None:
        if element.tag == W + "p" and self._open:
            self._open.pop()
            self.builder.end_paragraph(keep_blank=True)
        elif element.tag == W + "tr":
            self.builder.end_row()
