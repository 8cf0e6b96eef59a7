"""The paragraphs that a web page shows, made of the tree of its elements."""

import re
from dataclasses import dataclass

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from models.articles.documents.document import Paragraph
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
CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
PAGE_BREAK = re.compile(r"break-before\s*:\s*(?:always|page|left|right)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Applying:
    """What applies to the words of an element: their look, and whether they keep their blanks."""

    look: Look
    is_preformatted: bool

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
                styles=(*look.styles, *(element.get("class") or "").split()),
            ),
            self.is_preformatted or tag == "pre",
        )


def paragraphs_of(page: HtmlElement) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a page in order, without blank ones; a preformatted text is one, with its lines."""
    builder = ParagraphBuilder()
    applying = [_Applying(Look(), is_preformatted=False)]
    walk = iterwalk(page, events=("start", "end"))
    for event, element in walk:
        if element.tag in HIDDEN:
            if event == "start":
                walk.skip_subtree()
            else:
                _add(builder, element.tail, applying[-1])
        elif event == "start":
            applying.append(applying[-1].inside(element))
            _begin(builder, element)
            _add(builder, element.text, applying[-1])
        else:
            applying.pop()
            _end(builder, element)
            _add(builder, element.tail, applying[-1])
    builder.end_row()
    return tuple(builder.paragraphs)


def _begin(builder: ParagraphBuilder, element: HtmlElement) -> None:
    tag = element.tag
    if tag in BLOCKS:
        builder.end_paragraph()
    elif tag == "tr":
        builder.begin_row()
    elif tag in CELLS:
        builder.begin_cell()
    elif tag == "br":
        builder.break_line()
    if PAGE_BREAK.search(element.get("style") or ""):
        builder.break_page()
    if tag == "hr":
        builder.draw_rule()
    if name := element.get("id") or (element.get("name") if tag == "a" else None):
        builder.add_anchor(name)
    if tag == "a" and (address := element.get("href")):
        builder.add_link(address)


def _end(builder: ParagraphBuilder, element: HtmlElement) -> None:
    if element.tag in BLOCKS:
        builder.end_paragraph()
    elif element.tag == "tr":
        builder.end_row()


def _add(builder: ParagraphBuilder, words: str | None, applying: _Applying) -> None:
    if not applying.is_preformatted:
        words = BLANKS.sub(" ", words or "")
        words = words.lstrip(" ") if builder.at_start else words
    if words:
        builder.add(words, applying.look)
