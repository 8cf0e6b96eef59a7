"""The styles of a Word document: what each says of a paragraph, and the names and marks of its lists."""

from collections import Counter
from dataclasses import dataclass, replace

from lxml.etree import _Element

from models.articles.documents.paragraph_style import ParagraphStyle

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFF = {"0", "false", "off", "none"}
MOST_ANCESTORS = 20


@dataclass(frozen=True, slots=True)
class WordStyle(ParagraphStyle):
    """What a style says of a paragraph, and the list with the level that it puts it into."""

    numbering: tuple[str, int] | None = None


def is_on(element: _Element | None) -> bool:
    """Return whether a property that is on or off is on."""
    return element is not None and (element.get(W + "val") or "1").lower() not in OFF


def styles_of(root: _Element | None) -> dict[str, WordStyle]:
    """Return the styles of a document by their ids, with what each takes over from the one that it is based on."""
    if root is None:
        return {}
    elements = {style.get(W + "styleId", ""): style for style in root.iter(W + "style")}
    return {name: _style(name, elements) for name in elements}


def _style(name: str, elements: dict[str, _Element]) -> WordStyle:
    lineage: list[_Element] = []
    at: str | None = name
    while at in elements and len(lineage) < MOST_ANCESTORS:
        lineage.append(elements[at])
        based = elements[at].find(W + "basedOn")
        at = based.get(W + "val") if based is not None else None
    style = WordStyle()
    for element in reversed(lineage):
        named = element.find(W + "name")
        style = replace(style, name=named.get(W + "val", "") if named is not None else name)
        style = with_properties(style, element.find(W + "pPr"), element.find(W + "rPr"))
    return replace(style, level=1) if style.name.lower() == "title" else style


def with_properties(style: WordStyle, paragraph: _Element | None, run: _Element | None) -> WordStyle:
    """Return a style changed by the properties of a paragraph and a run."""
    if run is not None and (bold := run.find(W + "b")) is not None:
        style = replace(style, bold=is_on(bold))
    if paragraph is None:
        return style
    if (outline := paragraph.find(W + "outlineLvl")) is not None:
        level = outline.get(W + "val") or ""
        # Level 9 is the body of the text.
        style = replace(style, level=int(level) + 1 if level.isdecimal() and int(level) < 9 else 0)
    if (justified := paragraph.find(W + "jc")) is not None:
        style = replace(style, centred=justified.get(W + "val") == "center")
    if (breaks := paragraph.find(W + "pageBreakBefore")) is not None:
        style = replace(style, starts_page=is_on(breaks))
    if (number := paragraph.find(f"{W}numPr/{W}numId")) is not None:
        depth = paragraph.find(f"{W}numPr/{W}ilvl")
        level = (depth.get(W + "val") or "") if depth is not None else ""
        style = replace(style, numbering=(number.get(W + "val") or "0", int(level) if level.isdecimal() else 0))
    return style


class WordLists:
    """Counts the items of the lists in a document, and gives each its mark: "• " or "3. "."""

    def __init__(self, root: _Element | None) -> None:
        self._formats: dict[tuple[str, int], str] = {}
        self._counts: Counter[tuple[str, int]] = Counter()
        if root is None:
            return
        abstract = {each.get(W + "abstractNumId"): each for each in root.iter(W + "abstractNum")}
        for number in root.iter(W + "num"):
            used = number.find(W + "abstractNumId")
            levels = abstract.get(used.get(W + "val")) if used is not None else None
            for depth, level in enumerate(levels.findall(W + "lvl") if levels is not None else ()):
                form = level.find(W + "numFmt")
                name = form.get(W + "val") if form is not None else None
                self._formats[number.get(W + "numId") or "", depth] = name or "bullet"

    def mark(self, numbering: tuple[str, int] | None) -> str:
        """Return the mark of the next item in a list; nothing if there is no list."""
        if numbering is None or numbering not in self._formats:
            return ""
        self._counts[numbering] += 1
        number, form = self._counts[numbering], self._formats[numbering]
        for deeper in [each for each in self._counts if each[0] == numbering[0] and each[1] > numbering[1]]:
            del self._counts[deeper]
        if form == "none":
            return ""
        if form in ("lowerLetter", "upperLetter") and number <= 26:
            return chr((ord("a") if form == "lowerLetter" else ord("A")) + number - 1) + ". "
        return f"{number}. " if form.startswith("decimal") else "• "
