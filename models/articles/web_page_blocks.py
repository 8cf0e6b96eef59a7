"""Make paragraphs of what extraction leaves out or joins: preformatted text, and who said the words of a quotation."""

from lxml.html import HtmlElement

from models.articles.hard_wrapping import unwrapped
from models.text.normalising import normalise

QUOTED_BY = "//blockquote//footer | //figure[.//blockquote]//figcaption"
"""Where pages say whose words a quotation has."""


def show_blocks(page: HtmlElement) -> None:
    """Change the tree of a page so that its paragraphs are elements of their own, which extraction keeps."""
    for element in page.xpath("//pre"):
        _divide(element)
    for element in page.xpath(f"{QUOTED_BY} | //details/summary"):
        element.tag = "p"
    for element in page.xpath("//figure[.//blockquote] | //details"):
        element.tag = "div"


def _divide(preformatted: HtmlElement) -> None:
    """Make a paragraph of each line of a preformatted text, whose lines are joined where its width broke them."""
    text = unwrapped(normalise(preformatted.text_content()))
    for child in list(preformatted):
        preformatted.remove(child)
    preformatted.tag, preformatted.text = "div", None
    for line in text.split("\n"):
        if line.strip():
            paragraph = preformatted.makeelement("p")
            paragraph.text = line.strip()
            preformatted.append(paragraph)
