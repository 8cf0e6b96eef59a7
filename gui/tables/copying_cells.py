"""Put cells on the clipboard as spreadsheets take them, and take from it what they put there."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO, StringIO
from typing import Any

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from gui.tables.table_model import LinesTableModel
from models.text.cell_blocks import Block, html_line, html_table, read_html_table, read_tab_lines, tab_line

EXACT = "application/x-onrecord-cells"
"""The texts of cells as they are typed, so that "≈ 2,000" is pasted as it was copied; other programs get 2000."""
MOST_AS_HTML = 10_000
"""Rows that are copied as HTML too. All programs read more from the text."""


class Copying:
    """Collects the rows of a block, and puts it on the clipboard as text, as HTML, and exactly.

    The texts are put together with each row: to do so at the end would hold the window if there are very many.
    """

    def __init__(self, model: LinesTableModel[Any], columns: Sequence[int]) -> None:
        self._model, self._columns = model, columns
        self._text, self._exact = StringIO(), BytesIO()
        self._differs = self._has_titles = False
        self._html: list[str] = []
        self.rows = 0

    def take_titles(self) -> None:
        """Begin with the titles of the columns."""
        titles = [self._model.columns[column].title for column in self._columns]
        self._text.write(tab_line(titles))
        self._html.append(html_line(titles))
        self._has_titles = True

    def take(self, _first: int, lines: Sequence[Any]) -> None:
        """Add rows; one that is gone is left out."""
        columns = [self._model.columns[column] for column in self._columns]
        for line in lines:
            if line is not None:
                asked = self._model.asked(line)
                exported = [column.plain_text(line, asked) for column in columns]
                self._add(exported, [self._model.edit_text(line, column) for column in columns])

    def _add(self, exported: Sequence[str], typed: Sequence[str]) -> None:
        text, exact = tab_line(exported), tab_line(typed)
        self._text.write(f"\n{text}" if self.rows or self._has_titles else text)
        self._exact.write((f"\n{exact}" if self.rows else exact).encode())
        self._differs = self._differs or exact != text
        if self.rows < MOST_AS_HTML:
            self._html.append(html_line(exported))
        self.rows += 1

    def put_on_clipboard(self) -> None:
        """Replace what is on the clipboard. A block with titles is for other programs, and is not put there exactly."""
        block = QMimeData()
        block.setText(self._text.getvalue())
        if self.rows <= MOST_AS_HTML:
            block.setHtml(html_table(self._html))
        if self._differs and not self._has_titles:
            block.setData(EXACT, self._exact.getvalue())
        QGuiApplication.clipboard().setMimeData(block)


@dataclass(frozen=True, slots=True)
class Copied:
    """The cells on the clipboard. They are `exact` if they come from a table of this program, as they are typed."""

    cells: Block
    exact: bool = False

    @property
    def is_one(self) -> bool:
        """Whether there is only one cell."""
        return len(self.cells) == 1 and len(self.cells[0]) == 1


def copied_cells() -> Copied | None:
    """Return the cells on the clipboard, from HTML if only that has a table; None if there is no text on it."""
    held = QGuiApplication.clipboard().mimeData()
    if held is None:
        return None
    if held.hasFormat(EXACT):
        return Copied(read_tab_lines(bytes(held.data(EXACT).data()).decode()), exact=True)
    text = held.text()
    if "\t" not in text and held.hasHtml() and (table := read_html_table(held.html())):
        return Copied(table)
    return Copied(read_tab_lines(text)) if text.strip() else None
