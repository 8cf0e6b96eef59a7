"""The articles of a project as a Qt model: a line for each, kept in step with the file by each edit."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QDate,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from gui.project.project import Project
from gui.widgets.tooltips import plain_tooltip
from models.counts import count_of
from models.edits import Change, Edit
from models.entities import Article, Claim, Number, Status, article_of
from models.ids import Id
from models.lines.article_line import ArticleLine
from models.text.finding import holds, search_words
from models.text.folding import folded
from models.translation import _

if TYPE_CHECKING:
    from models.store.view import StoreView

LINE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex

_folded = lru_cache(maxsize=100_000)(folded)
"""Keep folded titles, so that they are not folded again for every character that is typed."""


class ArticleListModel(QAbstractListModel):
    """Article lines in the order of import, read beside the event loop; after an edit only the lines it touches change.

    Until they are read it `is_listed` is False, and the lines are those that edits have brought meanwhile. Rows are the
    lines whose titles contain the words that are searched for.
    """

    read = Signal()
    """The lines have been read."""
    listed = Signal()
    """The same, one turn of the event loop later: what is done then does not delay the list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project: Project | None = None
        self.is_listed = False
        self._next_turn = QTimer(self, singleShot=True, interval=0)
        self._next_turn.timeout.connect(self._tell_listed)
        self.lines: dict[Id, ArticleLine] = {}
        """Those of all articles, whatever is searched for."""
        self._words: tuple[str, ...] = ()
        self._found: list[ArticleLine] = []
        self._rows: dict[Id, int] = {}

    def set_project(self, project: Project | None) -> None:
        """Show the articles of another project, or of none."""
        self._project, self.is_listed = project, False
        self._next_turn.stop()
        self._put([])
        self._ask()

    def _ask(self) -> None:
        if self._project:
            self._project.reader.ask(self, _read, self._take)

    def _take(self, lines: list[ArticleLine]) -> None:
        self._put(lines)
        self.read.emit()
        self._next_turn.start()

    def _tell_listed(self) -> None:
        self.is_listed = True
        self.listed.emit()

    def _put(self, lines: Iterable[ArticleLine]) -> None:
        self.lines = {line.id: line for line in lines}
        self._find()

    def search(self, typed: str) -> None:
        """Keep the articles whose titles contain each of these words; all of them if there are no words."""
        self._words = search_words(typed)
        self._find()

    def _find(self) -> None:
        self.beginResetModel()
        lines = self.lines.values()
        self._found = [line for line in lines if not self._words or holds(_folded(line.title), self._words)]
        self._rows = {line.id: row for row, line in enumerate(self._found)}
        self.endResetModel()

    def follow(self, edit: Edit) -> None:
        """Follow an edit in the lines it touches; lines that are being read are asked for again."""
        made, gone = edit.made(Article), edit.gone(Article)
        self.lines |= {article.id: ArticleLine.of(article) for article in made}
        for each in gone:
            self.lines.pop(each.id, None)
        changes = defaultdict[Id, list[Change]](list)
        kept = (each for each in edit.changes_of(Article) if each.before and each.after)
        for change in (*kept, *edit.changes_of(Claim, Number)):
            if (article := article_of(change.row)) in self.lines:
                changes[article].append(change)
        for article, touched in changes.items():
            self.lines[article] = self.lines[article].after(touched)
        if made or gone or (self._words and edit.concerns(Article)):
            self._put(sorted(self.lines.values(), key=attrgetter("id")))
        else:
            self._renew(changes)
        if not self.is_listed:
            self._ask()

    def _renew(self, articles: Iterable[Id]) -> None:
        for article in articles:
            row = self._rows.get(article)
            if row is not None and self._found[row] != self.lines[article]:
                self._found[row] = self.lines[article]
                self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, article: Id | None) -> int | None:
        """Return the row of an article; None where it is not found by what is searched for."""
        return self._rows.get(article) if article else None

    def line(self, row: int) -> ArticleLine:
        """Return the article of a row."""
        return self._found[row]

    @property
    def done(self) -> int:
        """How many articles are done."""
        return sum(line.status is Status.DONE for line in self.lines.values())

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many articles are found."""
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title for typing and for screen readers, the line itself for the delegate, everything for the
        tooltip.
        """
        line = self._found[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{line.title}, {state_words(line)}"
            case Qt.ItemDataRole.ToolTipRole:
                return _tool_tip(line)
            case _ if role == LINE:
                return line
        return None


def _read(view: "StoreView") -> list[ArticleLine]:
    """Return every line as the file has it; the titles are folded on the way."""
    lines = view.articles()
    for line in lines:
        _folded(line.title)
    return lines


def state_words(line: ArticleLine) -> str:
    """Return the progress of an article, in words."""
    return _("done") if line.status is Status.DONE else _("begun") if line.begun else _("not begun")


def imprint(line: ArticleLine) -> str:
    """Return where and when an article appeared, as far as this is known: "The Tide · 23 Jan 2015"."""
    return " · ".join(part for part in (line.outlet, short_date(line.published)) if part)


def recorded(line: ArticleLine, *, short: bool = False) -> str:
    """Return what is recorded in an article: "3 claims · 2 numbers"; with `short` only the claims, if there are any."""
    counts = [count_of(Claim, line.claims)] * bool(line.claims) + [count_of(Number, line.numbers)] * bool(line.numbers)
    return " · ".join(counts[:1] if short else counts)


def _tool_tip(line: ArticleLine) -> str:
    """Return the whole title and everything known about the article, as text that is never treated as markup."""
    about = [line.title, imprint(line), recorded(line) or _("nothing recorded"), state_words(line)]
    return plain_tooltip("\n".join(part for part in about if part))


def short_date(published: str | None) -> str:
    """Return an ISO 8601 date or time as "23 Jan 2015"; anything else is shown as it is."""
    if not published:
        return ""
    try:
        day = datetime.fromisoformat(published)
    except ValueError:
        return published
    # Not strftime: its months are in the language of the system, and everything else here is in English.
    return QLocale.c().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")
