"""Collect the paragraphs of a file while its elements are read one after the other."""

from dataclasses import dataclass, replace

from models.articles.documents.document import Paragraph
from models.articles.raising import raised
from models.text.normalising import normalise


@dataclass(frozen=True, slots=True)
class Look:
    """How words look, and the names of the styles that apply to them, outermost first."""

    level: int = 0
    bold: bool = False
    centred: bool = False
    is_item: bool = False
    styles: tuple[str, ...] = ()


class ParagraphBuilder:
    """Collects paragraphs and rows of tables.

    The cells of a row are one line, until a second paragraph begins in a cell: that one and what follows are
    paragraphs like others.
    """

    def __init__(self) -> None:
        self.paragraphs: list[Paragraph] = []
        self._next = Paragraph("")
        self._begin_line(is_row=False)

    def _begin_line(self, *, is_row: bool) -> None:
        self._cells: list[str] = [] if is_row else [""]
        self._is_row = is_row
        self._has_ended = False
        self._first: Look | None = None
        self._is_bold = True

    @property
    def at_start(self) -> bool:
        """Return whether the next words are the first of a paragraph or a cell, or follow a blank."""
        return self._has_ended or not self._cells or self._cells[-1][-1:] in ("", " ", "\n")

    def add(self, words: str, look: Look) -> None:
        """Add words to the paragraph, or to one that they begin."""
        if words.strip():
            if self._has_ended:
                self._finish()
            self._first = self._first or look
            self._is_bold = self._is_bold and look.bold
        if self._cells and not self._has_ended:
            self._cells[-1] += words

    def add_raised(self, words: str, look: Look) -> None:
        """Add words that are raised above the line, so that a figure among them does not join the one before."""
        before = "" if self._has_ended or not self._cells else self._cells[-1][-30:]
        self.add(raised(words, before, ""), look)

    def break_line(self) -> None:
        """Go on in another line of the paragraph; after a blank line, with another paragraph."""
        if self._cells and self._cells[-1].rstrip(" \u00a0").endswith("\n"):
            self.end_paragraph()
        elif self._cells and not self._has_ended:
            self._cells[-1] = self._cells[-1].rstrip(" ") + "\n"

    def end_paragraph(self, *, keep_blank: bool = False) -> None:
        """End the paragraph; in a row, only when other words follow in the same cell."""
        if self._is_row:
            self._has_ended = bool(self._cells and self._cells[-1].strip())
        elif keep_blank or any(cell.strip() for cell in self._cells):
            self._finish()
        else:
            self._cells = [""]

    def begin_row(self) -> None:
        """Begin a row of a table."""
        self._finish_if_any()
        self._begin_line(is_row=True)

    def begin_cell(self) -> None:
        """Begin a cell of a row."""
        if self._is_row:
            self._has_ended = False
            self._cells.append("")
        else:
            self.end_paragraph()

    def end_row(self) -> None:
        """End a row of a table."""
        self._finish_if_any()
        self._begin_line(is_row=False)

    def add_anchor(self, name: str) -> None:
        """Note that a link can arrive at the next words."""
        self._next = replace(self._next, anchors=(*self._next.anchors, name))

    def add_link(self, address: str) -> None:
        """Note that the words now added link to an address."""
        self._next = replace(self._next, links=(*self._next.links, address))

    def break_page(self) -> None:
        """Note that the next words begin a page."""
        self._finish_if_any()
        self._next = replace(self._next, page_break=True)

    def draw_rule(self) -> None:
        """Note that a line is drawn before the next words."""
        self._finish_if_any()
        self._next = replace(self._next, rule=True)

    def _finish_if_any(self) -> None:
        if any(cell.strip() for cell in self._cells):
            self._finish()

    def _finish(self) -> None:
        cells = [normalise(cell).strip("\n").rstrip() for cell in self._cells]
        look = self._first or Look()
        is_table = len(cells) > 1
        self.paragraphs.append(
            replace(
                self._next,
                text="\t".join(" ".join(cell.split("\n")) for cell in cells).rstrip("\t") if is_table else cells[0],
                level=look.level,
                bold=self._first is not None and self._is_bold,
                centred=look.centred,
                is_item=look.is_item,
                cells=tuple(cells) if is_table else (),
                styles=look.styles,
            )
        )
        self._next = Paragraph("")
        self._begin_line(is_row=False)
