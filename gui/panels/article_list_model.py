"""The articles of a project as a Qt model: a line for each, kept in step with the file by each edit."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QDate, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.project.project import Project
from gui.widgets.tooltips import plain_tooltip
from models.counts import count_of
from models.edits import Change, Edit
from models.entities import Article, Claim, Number, Status, article_of
from models.ids import Id
from models.translation import _

if TYPE_CHECKING:
    from models.store.reading import ArticleLine

LINE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class ArticleListModel(QAbstractListModel):
    """Article lines in the order of import; after an edit only the lines it touches change."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project: Project | None = None
        self._lines: list[ArticleLine] = []
        self._rows: dict[Id, int] = {}

    def set_project(self, project: Project | None) -> None:
        """Show the articles of another project, or of none."""
        self._project = project
        self._put(self._read() or [])

    def _read(self) -> "list[ArticleLine] | None":
        """Every line as the file has it; None when it cannot be read."""
        return self._project.read(lambda store: store.articles()) if self._project else []

    def _put(self, lines: "list[ArticleLine]") -> None:
        self.beginResetModel()
        self._lines = lines
        self._rows = {line.id: row for row, line in enumerate(lines)}
        self.endResetModel()

    def follow(self, edit: Edit) -> None:
        """Follow an edit in the lines it touches; articles come and go only by edits of articles."""
        if edit.made(Article) or edit.gone(Article):
            lines = self._read()
            if lines is not None:
                self._put(lines)
            return
        changes = defaultdict[Id, list[Change]](list)
        for change in edit.changes:
            if article := article_of(change.row):
                changes[article].append(change)
        for article, touched in changes.items():
            self._follow_in(article, touched)

    def _follow_in(self, article: Id, changes: Sequence[Change]) -> None:
        row = self._rows.get(article)
        if row is not None and (line := self._lines[row].after(changes)) != self._lines[row]:
            self._lines[row] = line
            self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, article: Id) -> int | None:
        """Return the row of an article, or None."""
        return self._rows.get(article)

    def line(self, row: int) -> "ArticleLine":
        """Return the article of a row."""
        return self._lines[row]

    @property
    def done(self) -> int:
        """How many articles are done."""
        return sum(line.status is Status.DONE for line in self._lines)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many articles there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title for typing and for screen readers, the line itself for the delegate, everything for the
        tooltip.
        """
        line = self._lines[index.row()]
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


def state_words(line: "ArticleLine") -> str:
    """Return the progress of an article, in words."""
    return _("done") if line.status is Status.DONE else _("begun") if line.begun else _("not begun")


def imprint(line: "ArticleLine") -> str:
    """Return where and when an article appeared, as far as this is known: "The Tide · 23 Jan 2015"."""
    return " · ".join(part for part in (line.outlet, short_date(line.published)) if part)


def recorded(line: "ArticleLine", *, short: bool = False) -> str:
    """Return what is recorded in an article: "3 claims · 2 numbers"; with `short` only the claims, if there are any."""
    counts = [count_of(Claim, line.claims)] * bool(line.claims) + [count_of(Number, line.numbers)] * bool(line.numbers)
    return " · ".join(counts[:1] if short else counts)


def _tool_tip(line: "ArticleLine") -> str:
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
