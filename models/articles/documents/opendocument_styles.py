"""The styles of an OpenDocument text: what each says of its words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lxml.etree import _Element

from models.articles.documents.paragraph_style import ParagraphStyle

STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE_NAME, NUMBERED = STYLE + "name", TEXT + "list-level-style-number"
MOST_ANCESTORS = 20
RAISED = re.compile(r"super|[1-9]")
BOLD = {"bold", "600", "700", "800", "900"}


@dataclass(frozen=True, slots=True)
class OpenDocumentStyle(ParagraphStyle):
    """What a style says of a paragraph, and how its words look."""

    is_struck: bool = False
    is_raised: bool = False
    is_hidden: bool = False


def styles_of(roots: Sequence[_Element]) -> dict[str, OpenDocumentStyle]:
    """Return the styles by their names, with what each takes over from its parent."""
    elements = {each.get(STYLE + "name", ""): each for root in roots for each in root.iter(STYLE + "style")}
    return {name: _style(name, elements) for name in elements}


def numbered_lists(roots: Sequence[_Element]) -> set[str]:
    """Return the names of the styles of lists that are numbered at their first level."""
    lists = (each for root in roots for each in root.iter(TEXT + "list-style"))
    return {each.get(STYLE_NAME, "") for each in lists if len(each) and each[0].tag == NUMBERED}


def _style(name: str, elements: dict[str, _Element]) -> OpenDocumentStyle:
    lineage: list[_Element] = []
    at: str | None = name
    while at in elements and len(lineage) < MOST_ANCESTORS:
        lineage.append(elements[at])
        at = elements[at].get(STYLE + "parent-style-name")
    style = OpenDocumentStyle()
    for element in reversed(lineage):
        # An automatic style has the name of the one that it changes.
        own = element.get(STYLE + "display-name") or element.get(STYLE + "name") or ""
        is_automatic = element.getparent().tag.endswith("automatic-styles")
        style = changed(replace(style, name=style.name if is_automatic else own), element)
    return replace(style, level=1) if style.name.lower() == "title" else style


def changed(style: OpenDocumentStyle, element: _Element) -> OpenDocumentStyle:
    """Return a style changed by the element that defines another."""
    level = element.get(STYLE + "default-outline-level") or ""
    words, paragraph = element.find(STYLE + "text-properties"), element.find(STYLE + "paragraph-properties")
    style = replace(style, level=int(level) if level.isdecimal() else style.level)
    if paragraph is not None:
        style = replace(
            style,
            centred=paragraph.get(FO + "text-align", "center" if style.centred else "") == "center",
            starts_page=paragraph.get(FO + "break-before", "page" if style.starts_page else "") == "page",
        )
    if words is None:
        return style
    line, position = words.get(STYLE + "text-line-through-style"), words.get(STYLE + "text-position")
    return replace(
        style,
        bold=words.get(FO + "font-weight", "bold" if style.bold else "") in BOLD,
        is_struck=line != "none" if line else style.is_struck,
        is_raised=RAISED.match(position) is not None if position else style.is_raised,
        is_hidden=words.get(TEXT + "display", "none" if style.is_hidden else "") == "none",
    )
