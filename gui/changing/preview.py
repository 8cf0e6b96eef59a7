"""The preview of a change: what changes and what is refused, in numbers and as a list."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView, QVBoxLayout, QWidget

from gui.changing.counting import CELLS, Counting
from gui.changing.preview_model import ARTICLE, BECOMES, COLUMN, NOW, RECORD, PreviewTableModel
from gui.system.turns import free_in_turns
from gui.widgets.plain_label import PlainLabel
from models.actions.cells import Written
from models.counts import count_of
from models.entities import Article, Choice, Speaker
from models.translation import _, counted

AIR = 12
"""Pixels that are free in a column beside its widest text."""
MOST = {COLUMN: 140, NOW: 190, BECOMES: 380, RECORD: 240}
WIDTHS = {COLUMN: 96, NOW: 190, BECOMES: 230, RECORD: 190}


class Preview(QWidget):
    """A sentence above a list. Only the rows in sight are asked for, however many there are."""

    def __init__(self, counting: Counting = CELLS) -> None:
        super().__init__()
        self._counting = counting
        self.summary = PlainLabel(name="details_heading")
        self._model = PreviewTableModel(counting.column, self)
        self._shown: Written | None = None
        self.list = QTableView()
        self.list.setObjectName("preview")
        self.list.setAccessibleName(_("Preview"))
        self.list.setModel(self._model)
        self.list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.list.setTabKeyNavigation(False)
        self.list.setWordWrap(False)
        self.list.setShowGrid(False)
        self.list.verticalHeader().hide()
        self.list.horizontalHeader().setHighlightSections(False)
        self.list.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.list.horizontalHeader().setStretchLastSection(True)
        for section, width in WIDTHS.items():
            self.list.setColumnWidth(section, width)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.summary)
        column.addWidget(self.list, 1)

    def say(self, words: str) -> None:
        """Show a sentence above the list."""
        self.summary.setText(words)

    def clear(self) -> None:
        """Empty the list."""
        self._put(None)

    def show_written(self, written: Written, nothing: str) -> None:
        """Show what a change does; `nothing` is said if it does nothing."""
        self.summary.setText(sentences(written, self._counting) or nothing)
        self._put(written)
        if not self.list.isVisible():  # under a form in which something is typed, nothing moves
            self._fit()
        self.list.setColumnHidden(ARTICLE, not self._model.has_articles())
        self.list.scrollToTop()

    def _put(self, written: Written | None) -> None:
        shown, self._shown = self._shown, written
        self._model.put(written)
        if shown and shown is not written:
            free_in_turns([*shown.changed, *shown.refused, *shown.edit.changes])

    def _fit(self) -> None:
        """Make each column as wide as its cells in sight and its title need, with a limit; the last has the rest."""
        header = self.list.horizontalHeader()
        for section, most in MOST.items():
            needed = max(self.list.sizeHintForColumn(section), header.sectionSizeHint(section))
            self.list.setColumnWidth(section, min(needed + AIR, most))


def sentences(written: Written, counting: Counting) -> str:
    """Return how many cells, records and articles are changed, what is new, and how many cells are refused; empty if
    there is nothing of that. What is not a change of cells is counted in another way.
    """
    said = []
    if written.changed:
        records = counted("{count:,} record", "{count:,} records", written.records)
        where = count_of(Article, written.articles)
        told = _("{changes}: {records} in {articles}.") if written.articles else _("{changes}: {records}.")
        said.append(told.format(changes=counting.changing(written.count), records=records, articles=where))
    if speakers := written.edit.made(Speaker):
        said.append(counted("{count:,} speaker is new.", "{count:,} speakers are new.", len(speakers)))
    if choices := written.edit.made(Choice):
        said.append(counted("{count:,} choice is new.", "{count:,} choices are new.", len(choices)))
    if written.refused:
        said.append(counting.refused(len(written.refused)))
    return " ".join(said)
