"""The articles of a project as a Qt model: a line for each, kept in step with the file by each edit."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from gui.panels.article_columns import ARTICLE_COLUMNS
from gui.panels.article_words import PROGRESS, tooltip
from gui.tables.table_model import NOWHERE, Index, LinesTableModel
from models.edits import Change, Edit
from models.entities import Answer, Article, Boilerplate, Claim, Number, Record, Status, article_of
from models.ids import Id
from models.lines.article_line import ArticleLine, Progress
from models.text.finding import holds, search_words
from models.text.folding import folded

if TYPE_CHECKING:
    from models.store.view import StoreView

LINE = Qt.ItemDataRole.UserRole
FOLLOWED: tuple[type[Record], ...] = (Article, Claim, Number, Answer, Boilerplate)
"""The records of which lines tell something."""
MANY = 1_000
"""Changes of an edit that are no longer followed one by one: the lines are read again, beside the event loop."""

_folded = lru_cache(maxsize=100_000)(folded)
"""Keep folded titles, so that they are not folded again for every character that is typed."""


class ArticleListModel(LinesTableModel[ArticleLine]):
    """Article lines in the order of import, read beside the event loop; after an edit only the lines it touches change.

    Until they are read it `is_listed` is False, and the lines are those that edits have brought meanwhile. Rows are the
    lines whose titles contain the words that are searched for, and whose progress is looked for. The `opened` article
    keeps its row while it is worked on, until another one is opened.
    """

    read = Signal()
    """The lines have been read."""
    listed = Signal()
    """The same, one turn of the event loop later: what is done then does not delay the list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(ARTICLE_COLUMNS, {Article: False}, parent)
        self.is_listed = self._reading = False
        self._next_turn = QTimer(self, singleShot=True, interval=0)
        self._next_turn.timeout.connect(self._tell_listed)
        self.lines: dict[Id, ArticleLine] = {}
        """Those of all articles, whatever is searched for."""
        self.done = 0
        """How many articles are done."""
        self.opened: Id | None = None
        self.progress: frozenset[Progress] = frozenset()
        """The progress that is looked for; any if it is empty."""
        self._measured = self._out_of_place = False
        self._words: tuple[str, ...] = ()
        self._found: list[Id] = []
        self._rows: dict[Id, int] = {}

    def start_over(self) -> None:
        self.is_listed, self.opened = False, None
        self._next_turn.stop()
        self._keep({})
        self._found, self._rows = [], {}
        self._ask()

    def _ask(self) -> None:
        if self.project:
            self._reading = True
            self.project.reader.ask(self, partial(_read, measured=self._measured), self._take)

    def _take(self, lines: list[ArticleLine]) -> None:
        self._reading = False
        self._keep({line.id: line for line in lines})
        self._find(self._staying())
        self.read.emit()
        if not self.is_listed:
            self._next_turn.start()

    def _tell_listed(self) -> None:
        self.is_listed = True
        self.listed.emit()

    def _keep(self, lines: dict[Id, ArticleLine]) -> None:
        self.lines = lines
        self.done = sum(line.status is Status.DONE for line in lines.values())

    def measure(self) -> None:
        """Find out too, from now on, how long articles are and who recorded something in them."""
        if not self._measured:
            self._measured = True
            self._ask()

    # Which lines are shown

    def search(self, typed: str) -> None:
        """Show the articles whose titles contain each of these words; all of them if there are no words."""
        self._words = search_words(typed)
        self._find()

    def look_for(self, progress: Iterable[Progress]) -> None:
        """Show only articles with this progress; all of them if none is given."""
        self.progress = frozenset(progress)
        self._find()

    def open(self, article: Id | None) -> None:
        """Take note of the article on the screen; the one before goes where it belongs now."""
        self.opened = article
        if self._out_of_place:
            self._find()

    def _staying(self) -> Collection[Id]:
        return (self.opened,) if self.opened in self._rows else ()

    def _find(self, staying: Collection[Id] = ()) -> None:
        self.beginResetModel()
        self._found = [line.id for line in self.lines.values() if self._fits(line) or line.id in staying]
        self._rows = {article: row for row, article in enumerate(self._found)}
        self._out_of_place = any(not self._fits(self.lines[each]) for each in staying if each in self.lines)
        self.endResetModel()

    def _fits(self, line: ArticleLine) -> bool:
        if self.progress and line.progress not in self.progress:
            return False
        return not self._words or holds(_folded(line.title), self._words)

    # Edits

    def follow(self, edit: Edit) -> None:
        """Follow an edit in the lines it touches; lines that are being read are asked for again."""
        if not edit.concerns(*FOLLOWED):
            return
        made, gone = edit.made(Article), edit.gone(Article)
        many = len(edit.changes) > MANY
        if made or gone:
            self._come_and_go(made, gone)
        touched = {} if many else self._take_changes(edit)
        if made or gone:
            self._keep(dict(sorted(self.lines.items())))
            self._find(self._staying())
        else:
            self._renew(touched)
        if self._reading or many or (made and self._measured):
            self._ask()

    def _come_and_go(self, made: Iterable[Article], gone: Iterable[Article]) -> None:
        self.lines |= {article.id: ArticleLine(article) for article in made}
        for each in gone:
            self.lines.pop(each.id, None)

    def _take_changes(self, edit: Edit) -> Mapping[Id, ArticleLine]:
        """Follow the changes of an edit; return the lines that are others now, as they were before."""
        changes = defaultdict[Id, list[Change]](list)
        for change in edit.changes_of(*FOLLOWED):
            if (article := article_of(change.row)) in self.lines:
                changes[article].append(change)
        before = {article: self.lines[article] for article in changes}
        now = {article: before[article].after(each) for article, each in changes.items()}
        self.lines.update(now)
        return {article: line for article, line in before.items() if line != now[article]}

    def _renew(self, before: Mapping[Id, ArticleLine]) -> None:
        self.done += sum(
            (self.lines[each].status is Status.DONE) - (before[each].status is Status.DONE) for each in before
        )
        moved = {each for each in before if self._fits(self.lines[each]) != (each in self._rows)}
        if moved - {self.opened}:
            self._find(self._staying())
            return
        self._out_of_place = self._out_of_place or bool(moved)
        last = len(self.columns) - 1
        for row in (self._rows[each] for each in before if each in self._rows):
            self.dataChanged.emit(self.index(row, 0), self.index(row, last))

    # What a view and the window ask

    def row_of(self, record: Id | None) -> int | None:
        """Return the row of an article; None where it is not found by what is searched for."""
        return self._rows.get(record) if record else None

    def line(self, row: int) -> ArticleLine:
        return self.lines[self._found[row]]

    def article_of(self, line: ArticleLine) -> Id | None:
        return line.id

    def record_of(self, line: ArticleLine, column: int) -> Id | None:  # noqa: ARG002  # every cell is about the article
        return line.id

    def kind_at(self, row: int, column: int) -> type[Record]:  # noqa: ARG002
        return Article

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the line itself for the delegate, and in the first column everything in words, for screen readers and
        as a tooltip.
        """
        line = self.line(index.row())
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return f"{line.title}, {PROGRESS[line.progress]}"
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 0:
            return tooltip(line)
        return super().data(index, role)


def _read(view: "StoreView", *, measured: bool) -> list[ArticleLine]:
    """Return every line as the file has it; the titles are folded on the way."""
    lines = view.articles(measured=measured)
    for line in lines:
        _folded(line.title)
    return lines
