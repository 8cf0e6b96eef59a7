"""Write a block of cells as spreadsheets exchange it, as lines with tabs and as an HTML table, and read both."""

import re
from collections.abc import Iterable, Sequence
from html import escape
from html.parser import HTMLParser

Block = tuple[tuple[str, ...], ...]
"""The texts of some rows of cells, all of the same length."""

_AMBIGUOUS = re.compile(r'[\t\r\n]|^"')
"""Matches texts that have to be quoted to be read back unchanged."""
_CELL = re.compile(r'(?:"((?:[^"]|"")*)"(?=[\t\r\n]|\Z)|([^\t\r\n]*))(\t|\r?\n|\r|\Z)')
"""A cell and what ends it. A quotation mark that is closed elsewhere than at the end of a cell is part of the text."""
_FIGURE = re.compile(r"(?!-0$)-?(0|[1-9]\d{0,14})(\.\d{0,14}[1-9])?")
"""Matches what a spreadsheet shows unchanged if it takes it for a number; "3.10" would become 3.1."""
_AS_TEXT = ' style="mso-number-format:\'\\@\'" sdnum="1033;0;@"'
"""Tells Excel and LibreOffice that a cell is text, or "10-15" would become a day in October."""


def tab_line(cells: Iterable[str]) -> str:
    """Return a row of cells as a line, without its end; what holds a tab or a line break is in quotation marks."""
    return "\t".join([_quoted(cell) if _AMBIGUOUS.search(cell) else cell for cell in cells])


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'


def read_tab_lines(text: str) -> Block:
    """Return the cells of some lines; the end of the last line is not a row."""
    rows: list[list[str]] = [[]]
    ended = ""
    for found in _CELL.finditer(text):
        quoted, bare, ended = found.groups()
        rows[-1].append(bare if quoted is None else quoted.replace('""', '"'))
        if not ended:
            break
        if ended != "\t":
            rows.append([])
    if len(rows) > 1 and rows[-1] == [""]:
        rows.pop()
    return _even(rows)


def _even(rows: Sequence[Sequence[str]]) -> Block:
    """Fill up short rows with empty cells."""
    width = max(map(len, rows), default=0)
    return tuple((*row, *[""] * (width - len(row))) for row in rows)


def html_line(cells: Iterable[str]) -> str:
    """Return a row of cells as one of an HTML table; what is not plainly a number is marked as text."""
    return f"<tr>{''.join(map(_html_cell, cells))}</tr>"


def _html_cell(cell: str) -> str:
    kind = "" if _FIGURE.fullmatch(cell) else _AS_TEXT
    return f"<td{kind}>{escape(cell).replace(chr(10), '<br>')}</td>"


def html_table(lines: Iterable[str]) -> str:
    """Return an HTML page with a table of some lines."""
    return f'<html><head><meta charset="utf-8"></head><body><table>{"".join(lines)}</table></body></html>'


def read_html_table(html: str) -> Block:
    """Return the cells of the tables of an HTML page. A cell over several rows or columns has its text in the first."""
    reading = _Tables()
    reading.feed(html)
    reading.close()
    return _even([row for row in reading.rows if row])


class _Tables(HTMLParser):
    """Collects the rows of tables."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._cell: list[str] | None = None
        self._wide = 1
        self._below: dict[int, int] = {}
        """By column, how many rows from here on a cell above takes there."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a row or a cell."""
        if tag == "tr":
            self.rows.append([])
            self._skip()
        elif tag in ("td", "th") and self.rows:
            given = dict(attrs)
            self._end_cell()
            self._cell, self._wide = [], _count(given.get("colspan"))
            self._below.update(
                dict.fromkeys(
                    range(len(self.rows[-1]), len(self.rows[-1]) + self._wide), _count(given.get("rowspan")) - 1
                )
            )
        elif tag == "br" and self._cell is not None:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End a cell."""
        if tag in ("td", "th", "tr"):
            self._end_cell()

    def handle_data(self, data: str) -> None:
        """Add to a cell; line breaks of the page are blanks."""
        if self._cell is not None:
            self._cell.append(re.sub(r"\s+", " ", data))

    def _end_cell(self) -> None:
        if self._cell is not None:
            text = re.sub(r" ?\n ?", "\n", "".join(self._cell)).strip()
            self.rows[-1] += [text, *[""] * (self._wide - 1)]
            self._cell = None
            self._skip()

    def _skip(self) -> None:
        """Leave empty what cells above take in this row."""
        while self._below.get(at := len(self.rows[-1]), 0) and self._cell is None:
            self._below[at] -= 1
            self.rows[-1].append("")


def _count(written: str | None) -> int:
    return min(int(written), 1000) if written and written.isdecimal() and int(written) else 1
