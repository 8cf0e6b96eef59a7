"""The line below the list of articles: how many are done."""

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from gui.widgets.plain_label import PlainLabel
from models.translation import _


class ArticlesDone(QWidget):
    """A bar with the words to it."""

    def __init__(self) -> None:
        super().__init__()
        self._bar = QProgressBar(textVisible=False)
        self._bar.setAccessibleName(_("Articles done"))
        self.words = PlainLabel(name="articles_done", wrapped=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._bar)
        column.addWidget(self.words)

    def show_counts(self, done: int, total: int, listed: int, selected: int) -> None:
        """Say how many articles are done, how many are listed if not all are, and how many are selected if several."""
        self._bar.setVisible(total > 0)
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        parts = [_("{done:,} of {total:,} done").format(done=done, total=total)] if total else []
        if listed < total:
            parts.insert(0, _("{count:,} listed").format(count=listed))
        if selected > 1:
            parts.insert(0, _("{count:,} selected").format(count=selected))
        self.words.setText(" · ".join(parts))
