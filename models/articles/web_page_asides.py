"""Leave out of a page what is beside its article: lists of links to other stories, and words that it does not show."""

from lxml.etree import iterwalk
from lxml.html import HtmlElement

LEAST_LINKS = 2
"""The fewest items of a list of links to other stories."""

HEADLINE_WORDS = 4
"""The fewest words that a link to another story has on average; names of authors and sections are shorter."""

TEASER_WORDS = 40
"""The most words of an item that only invites to read another story."""

NONE = (0, 0)
"""What a comment within an element has: no words, and none that are linked."""

HEADINGS = ("h2", "h3", "h4", "h5", "h6")
CONTAINERS = "//div | //section | //aside | //nav"
_CLASS = "concat(' ', translate(@class, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz'), ' ')"
_UNSEEN = (
    "sr-only",
    "visually-hidden",
    "visuallyhidden",
    "screen-reader-text",
    "u-visually-hidden",
    "screenreader-only",
)
_HOVER = ("tooltip", "popover", "hovercard", "rollover")

UNSEEN = " | ".join(
    f"//body//*[contains({_CLASS}, ' {name} ')][not(.//p) and not(ancestor-or-self::h1)]" for name in _UNSEEN
)
"""What is for screen readers only, by the names that are usual."""

HOVER = " | ".join(("//p//*[@role='tooltip']", *(f"//p//span[contains({_CLASS}, '{name}')]" for name in _HOVER)))
"""What may appear while the mouse is over a word."""


def leave_out_asides(page: HtmlElement) -> None:
    """Remove from the tree of a page what is no part of its article, or is not shown with it."""
    for element in page.xpath(UNSEEN):
        element.drop_tree()
    for element in page.xpath(HOVER):
        if _is_glued(element):
            element.drop_tree()
    for linked in [each for each in page.xpath("//ul | //ol") if _is_list_of_stories(each)]:
        _drop(linked)
    only_links, root = _only_links(page), page.getroottree().getroot()
    for block in page.xpath(CONTAINERS):
        # A block that was removed with the one around it has another root.
        if block in only_links and block.getroottree().getroot() is root and _has_headlines(block):
            _drop(block)


def _is_glued(element: HtmlElement) -> bool:
    """Return whether words follow others without a blank, as they would not in a line that is shown."""
    previous, around = element.getprevious(), element.getparent()
    if around is None:
        return False
    before = around.text if previous is None else previous.tail or previous.text_content()
    return bool(before) and not before[-1].isspace()


def _drop(element: HtmlElement) -> None:
    """Remove a list with the heading above it, if the heading has nothing else below it."""
    around = element.getparent()
    if around is None:
        return
    element.drop_tree()
    headings = around.findall("h2") + around.findall("h3") + around.findall("h4")
    if headings and _joined(around) == "".join(_joined(each) for each in headings) and around.tag in ("div", "section"):
        _drop(around)


def _is_list_of_stories(element: HtmlElement) -> bool:
    """Return whether each item of a list is a headline that links to another page, some with a line below it."""
    items = element.findall("li")
    return len(items) >= LEAST_LINKS and all(_is_link(item) or _is_teaser(item) for item in items)


def _is_link(item: HtmlElement) -> bool:
    """Return whether all words of an element are those of links."""
    links = "".join(_joined(link) for link in item.iter("a") if link.get("href"))
    return bool(links) and links == _joined(item)


def _is_teaser(item: HtmlElement) -> bool:
    """Return whether an item is a heading that links to another page, with a few words."""
    linked = any(_is_link(heading) or _is_within_link(heading) for heading in item.iter(*HEADINGS))
    return linked and len(item.text_content().split()) <= TEASER_WORDS


def _is_within_link(heading: HtmlElement) -> bool:
    return any(link.get("href") for link in heading.iterancestors("a"))


def _only_links(page: HtmlElement) -> set[HtmlElement]:
    """Return the elements whose words are all those of links within them, which is found in one walk."""
    counted: dict[HtmlElement, tuple[int, int]] = {}
    for _event, element in iterwalk(page, events=("end",)):
        own = _length(element.text)
        within = [(*counted.get(child, NONE), _length(child.tail)) for child in element]
        every = own + sum(words + after for words, _linked, after in within)
        is_link = element.tag == "a" and element.get("href")
        counted[element] = every, every if is_link else sum(linked for _words, linked, _after in within)
    return {element for element, (every, linked) in counted.items() if every == linked > 0}


def _length(words: str | None) -> int:
    return len("".join((words or "").split()))


def _has_headlines(element: HtmlElement) -> bool:
    """Return whether the links of a block are headlines of other pages; the article's own is in its h1."""
    if element.find(".//h1") is not None:
        return False
    links = {link.get("href"): len(link.text_content().split()) for link in element.iter("a") if link.get("href")}
    words = [count for count in links.values() if count]
    return len(words) >= LEAST_LINKS and sum(words) >= HEADLINE_WORDS * len(words)


def _joined(element: HtmlElement) -> str:
    return "".join(element.text_content().split())
