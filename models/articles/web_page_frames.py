"""Show extraction where the article of a page is: which element holds it whole, however the page is laid out."""

import re
from collections import defaultdict

from lxml.html import HtmlElement

PAGE_PARTS = "//article | //main | //*[@role='main'] | //*[@itemprop='articleBody']"
LEAST_PARAGRAPHS = 3
"""The fewest paragraphs that show where an article is."""

LEAST_PARTS = 2
"""The fewest parts of a divided article."""

PARTS = re.compile(
    r"(?:article|story|post|entry|body)\w*[-_]?(?:body|text|content|copy)|(?:^|\s)s-prose", re.IGNORECASE
)
"""The class of a part of an article; pages divide an article around advertisements and pictures."""

BESIDE = re.compile(r"comment|repl(?:y|ies)|respond\b|related|recommend|teaser|card|promo|sidebar", re.IGNORECASE)
"""The classes and ids of what is beside an article."""

BLOCKS = ("p", "div", "table", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6")
"""What a cell has if it is more than a paragraph."""

LEAST_WORDS = 20
"""The fewest words in the paragraphs of a part."""


def show_frame(page: HtmlElement) -> None:
    """Change the tree of a page so that its article is in one element."""
    _end_layout_tables(page)
    for header in page.xpath("//article//header | //main//header"):
        _keep_headings(header)
    _join_entries(page)
    _join_parts(page)
    _frame(page)


def _end_layout_tables(page: HtmlElement) -> None:
    """Make blocks of tables that lay out a page: in a cell of theirs are the paragraphs of the article."""
    for table in page.xpath("//table"):
        if any(_lays_out(cell) for cell in _parts_of(table, "td")):
            for cell in _parts_of(table, "td", "th"):
                cell.tag = "div" if next(cell.iter(*BLOCKS), None) is not None else "p"
            for part in (*_parts_of(table, "tbody", "thead", "tr"), table):
                part.tag = "div"


def _parts_of(table: HtmlElement, *tags: str) -> list[HtmlElement]:
    """Return the parts of a table that are not in another one within it."""
    return [part for part in table.iter(*tags) if next(part.iterancestors("table")) is table]


def _lays_out(cell: HtmlElement) -> bool:
    return cell.find(".//h1") is not None or len(cell.findall(".//p")) >= LEAST_PARAGRAPHS


def _keep_headings(header: HtmlElement) -> None:
    """Keep the header of each entry in a live blog as its heading; the article's has headline, names and buttons."""
    if header.find(".//h1") is None and (headings := header.xpath(".//h2 | .//h3 | .//h4")):
        for heading in reversed(headings):
            heading.tail = None
            header.addnext(heading)
        header.drop_tree()


def _join_entries(page: HtmlElement) -> None:
    """Join the entries of a live blog, each an article in one frame; the headings of teasers would be links."""
    for frame in page.xpath("//*[count(article) > 1][not(ancestor-or-self::article)][not(article//h1)]"):
        entries = frame.findall("article")
        headings = frame.xpath("article//h2 | article//h3 | article//h4")
        if any(heading.xpath(".//a[@href] | ancestor::a[@href]") for heading in headings):
            continue
        if page.find(".//h1") is not None and all(entry.find(".//p") is not None for entry in entries):
            frame.tag = "article"
            for entry in entries:
                entry.tag = "div"
                entry.attrib.clear()  # its class would make the first entry look like the whole article


def _join_parts(page: HtmlElement) -> None:
    """Join the parts of an article that is divided into blocks of one class; of two articles each has its headline."""
    place = {element: index for index, element in enumerate(page.iter())}
    headlines = [place[each] for each in page.xpath(".//h1[normalize-space()]")]
    groups: dict[str, list[HtmlElement]] = defaultdict(list)
    for block in page.xpath(".//div[@class] | .//section[@class]"):
        if PARTS.search(block.get("class")) and _has_prose(block) and not _is_beside(block):
            groups[block.get("class")].append(block)
    for blocks in groups.values():
        together = set(blocks)
        outer = [block for block in blocks if together.isdisjoint(block.iterancestors())]
        if len(outer) >= LEAST_PARTS and not any(place[outer[0]] < each < place[outer[-1]] for each in headlines):
            frame = _around(outer)
            if frame.tag != "body":
                frame.tag = "article"
            for block in outer:
                block.attrib.clear()


def _has_prose(block: HtmlElement) -> bool:
    return sum(len(paragraph.text_content().split()) for paragraph in block.findall(".//p")) >= LEAST_WORDS


def _is_beside(block: HtmlElement) -> bool:
    return any(
        BESIDE.search(f"{each.get('class') or ''} {each.get('id') or ''}")
        for each in (block, *block.iterancestors())
        if each.tag != "body"
    )


def _around(blocks: list[HtmlElement]) -> HtmlElement:
    """Return the innermost element that all blocks are in."""
    common = [*blocks[0].iterancestors()]
    for block in blocks[1:]:
        ancestors = set(block.iterancestors())
        common = [each for each in common if each in ancestors]
    return common[0]


def _frame(page: HtmlElement) -> None:
    """Make the body the article if a page has no frame and its body contains the paragraphs directly."""
    body = page.find(".//body")
    if body is not None and not page.xpath(PAGE_PARTS) and len(body.findall("p")) >= LEAST_PARAGRAPHS:
        article = body.makeelement("article")
        article.text, body.text = body.text, None
        article.extend(list(body))
        body.append(article)
