"""A table that lists rows to be read: whole rows are selected, and Tab leaves it."""

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView


def show_plain_rows(view: QTableView) -> None:
    """Let a table, whose model is set, list its rows without a grid and without row numbers."""
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setTabKeyNavigation(False)
    view.setWordWrap(False)
    view.setShowGrid(False)
    view.verticalHeader().hide()
    header = view.horizontalHeader()
    header.setHighlightSections(False)
    header.setSelectionModel(
        QItemSelectionModel(view.model(), header)
    )  # else it asks for the flags of every selected cell
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
