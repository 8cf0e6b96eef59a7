"""Join the lines of a PDF to paragraphs: by their places, since a PDF has no paragraphs."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median

from models.articles.documents.document import LEADERS, REPEATED, Paragraph
from models.articles.documents.pdf_lines import PdfLine
from models.articles.hard_wrapping import ITEM, SENTENCE_END
from models.articles.hyphenation import DIVIDED
from models.text.normalising import normalise

SAME_SIZE = 0.08
LARGER = 1.15
"""How much larger than the text the lines of a heading are."""

WIDER_GAP = 1.35
"""How much wider than usual the gap between two paragraphs is."""

INDENT = 0.8
"""How far the first line of a paragraph is indented, in heights of characters."""

EDGE = 3
"""How many lines at the top and the bottom of a page may be repeated on each."""

LEAST_REPEATED = 3
SHORT = 0.35
"""How much of its column is empty after a line that ends a paragraph without ending a sentence."""

AT_HYPHEN = re.compile(r"(?<=\w)-\n")
FIGURES = re.compile(r"\d+")
SMALL = re.compile(r"[\"'“‘(\[]?[a-zß-öø-ÿ]")


def paragraphs_of(pages: Sequence[Sequence[PdfLine]]) -> list[Paragraph]:
    """Return the paragraphs of pages; a repeated line follows the paragraph that it interrupts, in style "repeated"."""
    repeated = _repeated(pages)
    joining = _Joining([line for page in pages for line in page if id(line) not in repeated])
    waiting = [line for page in pages for line in page if id(line) in repeated]
    paragraphs: list[Paragraph] = []
    page = 0
    for lines in joining.groups():
        while waiting and waiting[0].page < lines[0].page:
            paragraphs.append(_edge(waiting.pop(0)))
        paragraphs.append(joining.paragraph(lines, starts_page=lines[0].page > page))
        page = lines[-1].page
    return [*paragraphs, *map(_edge, waiting)]


def _edge(line: PdfLine) -> Paragraph:
    return Paragraph(normalise(line.text), styles=(REPEATED,))


def _repeated(pages: Sequence[Sequence[PdfLine]]) -> set[int]:
    """Return the ids of lines at the edges of pages that are on several, whatever figures they have: page numbers."""
    edges: defaultdict[str, list[PdfLine]] = defaultdict(list)
    for page in pages:
        by_height = sorted(page, key=lambda line: -line.base)
        for line in {id(each): each for each in (*by_height[:EDGE], *by_height[-EDGE:])}.values():
            edges[FIGURES.sub("#", line.text)].append(line)
    return {
        id(line)
        for lines in edges.values()
        if len({line.page for line in lines}) >= max(LEAST_REPEATED, len(pages) // 3)
        for line in lines
    }


class _Joining:
    """What is known about all lines of a text: their usual size and gaps, and where the columns end."""

    def __init__(self, lines: Sequence[PdfLine]) -> None:
        self._lines = lines
        sizes = Counter[float]()
        gaps: defaultdict[int, list[float]] = defaultdict(list)
        self._rights: dict[tuple[int, int], float] = {}
        for line in lines:
            sizes[round(line.size, 1)] += len(line.text)
            for column in (_column(line) - 1, _column(line), _column(line) + 1):
                key = line.page, column
                self._rights[key] = max(self._rights.get(key, 0.0), line.right)
        for before, after in pairwise(lines):
            if before.page == after.page and 0 < before.base - after.top < 3 * before.size:
                gaps[round(before.size)].append(before.base - after.top)
        self._body = sizes.most_common(1)[0][0] if sizes else 0.0
        self._gaps = {size: median(found) for size, found in gaps.items()}
        self._levels = self._heading_sizes(sizes)

    def _heading_sizes(self, sizes: Mapping[float, int]) -> dict[float, int]:
        larger = sorted({size for size in sizes if size > LARGER * self._body}, reverse=True)
        return {size: min(level, 6) for level, size in enumerate(larger, 1)}

    def groups(self) -> Iterator[list[PdfLine]]:
        """Yield the lines of each paragraph."""
        group: list[PdfLine] = []
        for line in self._lines:
            if group and self._begins(line, group):
                yield group
                group = []
            group.append(line)
        if group:
            yield group

    def _begins(self, line: PdfLine, group: Sequence[PdfLine]) -> bool:
        """Return whether a line begins a paragraph after the lines of another."""
        before = group[-1]
        looks_alike = abs(before.size - line.size) <= SAME_SIZE * before.size and before.bold == line.bold
        if not looks_alike or ITEM.match(line.text) or LEADERS.search(before.text):
            return True
        gap = before.base - line.top
        if before.page != line.page or gap < -0.5 * before.size:
            # A column or a page ends: the paragraph goes on if its last line is full or its sentence does not end.
            return bool(SENTENCE_END.search(before.text)) or not (SMALL.match(line.text) or self._is_full(before, line))
        is_indented = line.left - before.left > INDENT * line.size and gap > 0.5 * line.size
        if is_indented or gap > WIDER_GAP * self._gaps.get(round(before.size), before.size):
            return True
        if SENTENCE_END.search(before.text):
            return not self._is_full(before, line)
        return not SMALL.match(line.text) and self._is_short(before)

    def _is_full(self, line: PdfLine, after: PdfLine) -> bool:
        """Return whether the first word of the next line would not have fitted into a line."""
        width = (line.right - line.left) / max(1, len(line.text)) if line.top == line.base else 0.5 * line.size
        room = self._rights[line.page, _column(line)] - line.right
        return room < (len(after.text.split()[0]) + 1) * width

    def _is_short(self, line: PdfLine) -> bool:
        """Return whether a line ends long before its column, as a heading or a name does."""
        right = self._rights[line.page, _column(line)]
        return right - line.right > SHORT * (right - line.left)

    def paragraph(self, lines: Sequence[PdfLine], *, starts_page: bool) -> Paragraph:
        """Return the paragraph of some lines."""
        level = self._levels.get(round(lines[0].size, 1), 0)
        return Paragraph(
            normalise(AT_HYPHEN.sub(DIVIDED, "\n".join(line.text for line in lines)).replace("\n", " ")),
            level=level if len(lines) <= 4 else 0,
            bold=all(line.bold for line in lines),
            page_break=starts_page,
            is_item=ITEM.match(lines[0].text) is not None,
        )


def _column(line: PdfLine) -> int:
    return round(line.left / max(3 * line.size, 1))
