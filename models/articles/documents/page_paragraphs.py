"""The paragraphs that a web page shows, made of its elements."""

import re
from dataclasses import dataclass

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from models.articles.documents.left_out import LeftOut
from models.articles.documents.paragraph_builder import Look, ParagraphBuilder

HIDDEN = {"script", "style", "template", "noscript", "head", "svg", "object", "select", "textarea"}
BLOCKS = {
    *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt"),
    *("fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "html"),
    *("legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "ul"),
}
HEADINGS = {f"h{level}": level for level in range(1, 7)}
BOLD = {"b", "strong", *HEADINGS}
CELLS = {"td", "th"}
BLANKS = re.compile(r"[ \t\n\r\f]+")
STRUCK = {"del", "s", "strike"}
STRUCK_STYLE = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)
CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
PAGE_BREAK = re.compile(r"break-before\s*:\s*(?:always|page|left|right)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Applying:
    """What applies to the words of an element: their look, and how they are read."""

    look: Look
    is_preformatted: bool = False
    is_raised: bool = False

    def inside(self, element: HtmlElement) -> "_Applying":
        """Return what applies to the words of an element inside this one."""
        look, tag, style = self.look, element.tag, element.get("style") or ""
        # A table that is centred contains text that is not.
        is_aligned = tag != "table" and (element.get("align") or "").lower() == "center"
        return _Applying(
            Look(
                level=HEADINGS.get(tag, look.level),
                bold=look.bold or tag in BOLD or BOLD_STYLE.search(style) is not None,
                centred=look.centred or is_aligned or tag == "center" or CENTRED.search(style) is not None,
                is_item=look.is_item or tag == "li",
                styles=(*look.styles, *(element.get("class") or "").split()),
            ),
            self.is_preformatted or tag == "pre",
            self.is_raised or tag == "sup",
        )


class PageParagraphs:
    """Reads the paragraphs of a page in their order; a preformatted text is one, with its lines."""

    def __init__(self) -> None:
        self.builder = ParagraphBuilder()
        self.left_out = LeftOut()
        self._applying = [_Applying(Look())]
        self._mark = ""

    def read(self, page: HtmlElement) -> None:
        """Read all elements of a page."""
        walk = iterwalk(page, events=("start", "end"))
        for event, element in walk:
            is_struck = element.tag in STRUCK or STRUCK_STYLE.search(element.get("style") or "") is not None
            if element.tag in HIDDEN or is_struck:
                if event == "start":
                    walk.skip_subtree()
                    self.left_out.struck += is_struck and bool(element.text_content().strip())
                else:
                    self._add(element.tail)
            elif event == "start":
                self._applying.append(self._applying[-1].inside(element))
                self._begin(element)
                self._add(element.text)
            else:
                self._applying.pop()
                self._end(element)
                self._add(element.tail)
        self.builder.end_row()

    def _begin(self, element: HtmlElement) -> None:
        tag, builder = element.tag, self.builder
        if tag in BLOCKS:
            builder.end_paragraph()
        elif tag == "tr":
            builder.begin_row()
        elif tag in CELLS:
            builder.begin_cell()
        elif tag == "br":
            builder.break_line()
        if tag == "li":
            self._mark = _mark(element)
        self._note(element)

    def _note(self, element: HtmlElement) -> None:
        """Note what the next words follow, can be reached by, and link to."""
        tag, builder = element.tag, self.builder
        if PAGE_BREAK.search(element.get("style") or ""):
            builder.break_page()
        if tag == "hr":
            builder.draw_rule()
        if name := element.get("id") or (element.get("name") if tag == "a" else None):
            builder.add_anchor(name)
        if tag == "a" and (address := element.get("href")):
            builder.add_link(address)

    def _end(self, element: HtmlElement) -> None:
        if element.tag in BLOCKS:
            self.builder.end_paragraph()
        elif element.tag == "tr":
            self.builder.end_row()

    def _add(self, words: str | None) -> None:
        applying, builder = self._applying[-1], self.builder
        if not applying.is_preformatted:
            words = BLANKS.sub(" ", words or "")
            words = words.lstrip(" ") if builder.at_start else words
        if not words:
            return
        if self._mark and words.strip():
            builder.add(self._mark, applying.look)
            self._mark = ""
        (builder.add_raised if applying.is_raised else builder.add)(words, applying.look)


def _mark(item: HtmlElement) -> str:
    """Return the mark of an item in a list."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "• "
    start = parent.get("start") or "1"
    before = sum(1 for each in item.itersiblings("li", preceding=True))
    return f"{(int(start) if start.isdecimal() else 1) + before}. "
