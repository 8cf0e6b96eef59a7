"""The places that a search has found, as rows: a heading for each article, and below it a row for each place."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.widgets.tooltips import plain_tooltip
from models.entities import Claim, Record
from models.ids import Id
from models.lines.found_place import FoundArticle, FoundPlace
from models.places import Place
from models.translation import _, counted

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
HIT = Role.UserRole
NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Hit:
    """A row: an article, or one of its places."""

    article: FoundArticle
    found: FoundPlace | None = None

    @property
    def place(self) -> Place:
        """Return where it is."""
        return Place(self.article.article, range=self.found.range if self.found else None)

    @property
    def count(self) -> str:
        """Return how many places the article has, in words."""
        return counted("{count:,} place", "{count:,} places", len(self.article.places))

    @property
    def recorded(self) -> str:
        """Return in which kinds of records the words are, in words."""
        return recorded_in_words(self.found.recorded) if self.found else ""


def recorded_in_words(kinds: Sequence[type[Record]]) -> str:
    """Return whether words are recorded in a claim or as a number."""
    return " · ".join(_("claim") if kind is Claim else _("number") for kind in kinds)


class HitsTableModel(QAbstractTableModel):
    """Grows while it is searched; the rows of some articles are replaced after an edit."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[Hit] = []
        self.articles: set[Id] = set()
        """The articles that are listed."""

    @property
    def places(self) -> int:
        """How many places are listed."""
        return len(self._rows) - len(self.articles)

    def clear(self) -> None:
        """List nothing."""
        self.beginResetModel()
        self._rows, self.articles = [], set()
        self.endResetModel()

    def add(self, found: Sequence[FoundArticle]) -> None:
        """List more articles after the others."""
        if found:
            self._insert(len(self._rows), found)

    def replace(self, now: Mapping[Id, FoundArticle | None]) -> None:
        """Replace what is listed of some articles by what is found in them now; None leaves an article out.

        Articles that are not listed are passed over.
        """
        listed = self._rows_of(now)
        as_many, others = list[range](), list[Id]()
        for article, rows in listed.items():
            new = rows_of(filter(None, [now[article]]))
            if len(rows) == len(new):
                self._rows[rows.start : rows.stop] = new
                as_many.append(rows)
            else:
                others.append(article)
        if as_many:  # told once for all articles: the view takes as long over each telling as over many rows
            self.dataChanged.emit(self.index(as_many[0].start, 0), self.index(as_many[-1].stop - 1, 0))
        for article in reversed(others):  # upwards, so that the rows of the others stay where they are
            self._exchange(article, listed[article], now[article])

    def _exchange(self, article: Id, rows: range, now: FoundArticle | None) -> None:
        """Exchange the rows of an article for more or fewer."""
        self.beginRemoveRows(NOWHERE, rows.start, rows.stop - 1)
        del self._rows[rows.start : rows.stop]
        self.articles.discard(article)
        self.endRemoveRows()
        if now:
            self._insert(rows.start, [now])

    def _insert(self, at: int, found: Sequence[FoundArticle]) -> None:
        new = rows_of(found)
        self.beginInsertRows(NOWHERE, at, at + len(new) - 1)
        self._rows[at:at] = new
        self.articles.update(each.article for each in found)
        self.endInsertRows()

    def _rows_of(self, articles: Collection[Id]) -> dict[Id, range]:
        """Return the rows of those articles that are listed, from top to bottom."""
        if self.articles.isdisjoint(articles):
            return {}
        headings = ((row, hit.article) for row, hit in enumerate(self._rows) if hit.found is None)
        return {
            each.article: range(row, row + 1 + len(each.places)) for row, each in headings if each.article in articles
        }

    # Which row

    def hit(self, row: int) -> Hit | None:
        """Return what is in a row, if there is such a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, place: Place | None) -> int | None:
        """Return the row of a place, or of the nearest of its article that is listed; None without such an article."""
        if place is None or place.article is None or not (listed := self._rows_of([place.article])):
            return None
        rows, start = listed[place.article], place.range[0] if place.range else 0
        return min(rows[1:], key=lambda row: abs(self._rows[row].place.range[0] - start))  # type: ignore[index]

    def step(self, row: int, step: int) -> int:
        """Return the row of the next place after a row (step 1), or of the one before (-1); if there is none, -1."""
        row += step
        while 0 <= row < len(self._rows) and self._rows[row].found is None:
            row += step
        return row if 0 <= row < len(self._rows) else -1

    # What a view asks

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let places be selected, and no headings."""
        hit = self.hit(index.row())
        if hit is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index) if hit.found else Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Return the hit of a row, or its words; None if there is no such row."""
        hit = self.hit(index.row())
        if hit is None or role == HIT:
            return hit
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            return words_of(hit)
        if role == Role.ToolTipRole:
            return plain_tooltip(words_of(hit))
        return None


def rows_of(found: Iterable[FoundArticle]) -> list[Hit]:
    """Return the rows of some articles."""
    return [hit for each in found for hit in (Hit(each), *(Hit(each, place) for place in each.places))]


def words_of(hit: Hit) -> str:
    """Return all that a row says."""
    if hit.found is None:
        return " · ".join(filter(None, (hit.article.title, hit.article.outlet, hit.article.published, hit.count)))
    words = f"{hit.found.before}{hit.found.words}{hit.found.after}".strip()
    return _("{words} ({recorded})").format(words=words, recorded=hit.recorded) if hit.recorded else words
