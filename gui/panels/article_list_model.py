"""The articles of a project as a Qt model: a line for each, kept in step with the file by each edit."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from gui.panels.article_changes import ArticleChanges
from gui.panels.article_columns import ARTICLE_COLUMNS
from gui.panels.article_order import ArticleOrder
from gui.panels.article_pieces import ArticlePieces
from gui.panels.article_rows import ArticleRows
from gui.panels.article_words import PROGRESS, tooltip
from gui.panels.known_articles import KnownArticles
from gui.panels.lines_in_sight import LinesInSight
from gui.tables.grouping import Counting
from gui.tables.table_model import NOWHERE, Index, LinesTableModel
from models.edits import Edit
from models.entities import Article, Drawn, Record, Word
from models.ids import Id
from models.lines.article_line import MEASURED, ArticleLine
from models.lines.criteria import ARTICLE_CRITERIA, SAMPLE
from models.lines.group import ONE, Groups
from models.lines.grouping import group_lines
from models.lines.matching import Matching
from models.lines.order import Order

if TYPE_CHECKING:
    from models.store.view import StoreView

LINE = Qt.ItemDataRole.UserRole


class ArticleListModel(LinesTableModel[ArticleLine]):
    """Articles in the order of import, read in the background; after an edit only the lines it touches change.

    The first lines are shown at once, unless they are to be sorted, the others when it is known which articles there
    are. Of very many articles only the lines that a view looks at are in memory (`KnownArticles`); a line that is not
    is None, and is read.

    What is known travels one way: `pieces` are read, put in `order`, and those that are looked for become `rows`.
    """

    built_in = ARTICLE_CRITERIA
    have_articles = True

    read = Signal()
    """The lines have been read, or put in another order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(ARTICLE_COLUMNS, {Article: False}, parent)
        self._lines = LinesInSight(lambda: self.rows.articles, self)
        self.pieces = ArticlePieces(self._lines, self)
        self._order = ArticleOrder(self._lines, self.pieces, self._matching, self)
        self.rows = ArticleRows(self._lines, self._order, self)
        self.changes = ArticleChanges(self._lines, self.pieces, self.rows, self)
        self._lines.arrived.connect(self._paint)
        self.changes.changed.connect(self._paint)
        self.rows.about_to_change.connect(self.beginResetModel)
        self.rows.changed.connect(self.endResetModel)
        self.rows.about_to_grow.connect(lambda first, last: self.beginInsertRows(NOWHERE, first, last))
        self.rows.grown.connect(self.endInsertRows)
        self.rows.read.connect(self.read)

    def start_over(self) -> None:
        for part in (self._lines, self._order, self.rows, self.changes, self.pieces):
            part.start_over(self.project)

    def _matching(self) -> Matching:
        assert self.project is not None, "there are no lines without a project"
        return Matching(self.criteria, self.project.codebook, self.project.registry)

    def follow(self, edit: Edit) -> None:
        """Follow an edit in the lines it touches; lines that are being read are asked for again."""
        if edit.concerns(Drawn) and self.order.is_about(SAMPLE):
            self._order.arrange()
        if edit.concerns(Word):
            self.pieces.read_from_first()  # places are found by other words
        self.changes.follow(edit)

    def _paint(self, articles: Iterable[Id]) -> None:
        """Report that the lines of some articles have changed, as far as they are in sight."""
        last = len(self.columns) - 1
        for row in self._lines.rows_in_sight({*articles}):
            self.dataChanged.emit(self.index(row, 0), self.index(row, last))

    # What the list and the window ask

    @property
    def known(self) -> KnownArticles:
        """All articles, whatever is searched for."""
        return self._lines.known

    @property
    def order(self) -> Order:
        """The conditions that lines have to meet, and what they are sorted by; else they are in the order of import."""
        return self._order.wanted

    def set_order(self, order: Order) -> None:
        """Change the conditions, and what lines are sorted by."""
        self._order.set_wanted(order)

    def set_text(self, typed: str) -> None:
        """Show the articles whose titles contain each of these words; all of them if there are no words."""
        self.rows.set_text(typed)

    def measure(self) -> None:
        """Find out too, from now on, how long articles are and who recorded something in them."""
        self._order.measure()

    def with_lines(self, articles: Sequence[Id], then: Callable[[list[ArticleLine]], None]) -> None:
        """Call `then` with the lines of some articles: at once, if they are in memory."""
        self._lines.with_lines(articles, then)

    def counting(self, order: Order, column: str) -> Counting:
        if column in MEASURED:
            self.measure()
        every, looked_for, matching = self._order.every_line, self.rows.looked_for, self._matching()
        measured = any(map(order.is_about, MEASURED)) or column in MEASURED

        def count(view: "StoreView") -> Groups:
            figures = view.figures_of(Article)
            found = filter(looked_for.fits, every.read(view, measured=measured))
            kept = (line for line in found if matching.meets(line, order.conditions))
            return group_lines(kept, column, matching, lambda line: replace(figures.get(line.id, ONE), lines=1))

        return count

    # What a view asks

    def line(self, row: int) -> ArticleLine | None:
        return self._lines.line(row)

    def id_at(self, row: int) -> Id:
        """Return the article of a row, whose line need not be in memory."""
        return self.rows.articles[row]

    def row_of(self, record: Id | None) -> int | None:
        return self.rows.row_of(record)

    def article_of(self, line: ArticleLine) -> Id | None:
        return line.id

    def record_of(self, line: ArticleLine, column: int) -> Id | None:  # noqa: ARG002  # every cell is about the article
        return line.id

    def kind_at(self, row: int, column: int) -> type[Record]:  # noqa: ARG002
        return Article

    def unsaved(self, line: ArticleLine) -> str:
        return self.project.unsaved.words_in(line.id) if self.project else ""

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows.articles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the line itself for the delegate, and in the first column everything in words, for screen readers and
        as a tooltip.
        """
        line = self.line(index.row())
        if line is None:
            return None
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return f"{line.title}, {PROGRESS[line.progress]}"
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 0:
            return "\n\n".join(filter(None, (self.unsaved(line), tooltip(line))))
        return super().data(index, role)
