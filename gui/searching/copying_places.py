"""Put places that were found on the clipboard, as rows for a spreadsheet."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from gui.searching.hits_model import Hit
from models.text.cell_blocks import html_line, html_table, tab_line

MOST_AS_HTML = 1_000
"""Rows that are copied as HTML too; more would hold the window."""


def copy_places(hits: Iterable[Hit]) -> None:
    """Copy the article of each place, what is before it, its words, what is after it, and what is recorded there."""
    rows = [_cells(hit) for hit in hits if hit.found]
    if not rows:
        return
    block = QMimeData()
    block.setText("\n".join(map(tab_line, rows)))
    if len(rows) <= MOST_AS_HTML:
        block.setHtml(html_table(map(html_line, rows)))
    QGuiApplication.clipboard().setMimeData(block)


def _cells(hit: Hit) -> Sequence[str]:
    assert hit.found, "headings are not copied"
    article, found = hit.article, hit.found
    about = (article.title, article.outlet or "", article.published or "")
    return (*about, found.before.strip(), found.words, found.after.strip(), hit.recorded)
