"""The panel at the left: the articles with how far each is, a filter, and how many are done."""

from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QDate,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListView,
    QProgressBar,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from gui.panels.article_model import LINE, ArticleListModel, state_words
from gui.project import Project
from gui.theme import theme
from gui.viewport import give_viewport
from models.edits import Edit
from models.entities import Status
from models.ids import Id

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

    from models.store.reading import ArticleLine

Index = QModelIndex | QPersistentModelIndex


class ArticleList(QWidget):
    """Shows the articles and asks for one to be opened."""

    article_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("article_list")
        self._model = ArticleListModel(self)
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(self._model)
        self._shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.filter = _Filter()
        self.view = _ArticlesView()
        self.view.setModel(self._shown)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName("Articles done")
        self._count = QLabel()
        self._count.setObjectName("articles_done")
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self.setFocusProxy(self.view)
        self._lay_out()
        self.filter.textChanged.connect(self._shown.setFilterFixedString)
        self.filter.entered.connect(self._enter_list)
        self.view.activated.connect(self._ask)
        self.view.clicked.connect(self._ask)
        self._count_done()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        for widget in (self.filter, self.view, self._progress, self._count):
            column.addWidget(widget)

    def set_project(self, project: Project | None) -> None:
        """List the articles of another project, or of none."""
        self._model.set_project(project)
        self._count_done()

    def follow(self, edit: Edit) -> None:
        """Follow an edit."""
        self._model.follow(edit)
        self._count_done()

    def _count_done(self) -> None:
        done, total = self._model.done, self._model.rowCount()
        self._progress.setVisible(total > 0)
        self._progress.setRange(0, max(total, 1))
        self._progress.setValue(done)
        self._count.setText(f"{done:,} of {total:,} done" if total else "No articles yet")

    def choose(self, article: Id | None) -> None:
        """Show which article is open, without taking the focus."""
        row = self._model.row_of(article) if article else None
        index = self._shown.mapFromSource(self._model.index(row)) if row is not None else QModelIndex()
        self.view.setCurrentIndex(index)
        if index.isValid():
            self.view.scrollTo(index)

    def known(self, article: Id | None) -> Id | None:
        """The same id if it is that of an article of this project, else None."""
        return article if article and self._model.row_of(article) is not None else None

    def neighbour(self, article: Id | None, step: int) -> Id | None:
        """The article that stands a number of lines after (or before) another in the list as it is shown."""
        row = self._shown_row(article)
        wanted = (row + step) if row is not None else 0
        return self._at(wanted) if 0 <= wanted < self._shown.rowCount() else None

    def next_open(self, article: Id | None) -> Id | None:
        """The next article that is not done: after this one, else from the top; None when all are."""
        count = self._shown.rowCount()
        start = self._shown_row(article)
        order = [(start + 1 + i) % count for i in range(count)] if start is not None else range(count)
        for row in order:
            line: ArticleLine = self._shown.index(row, 0).data(LINE)
            if line.status is Status.OPEN and line.id != article:
                return line.id
        return None

    def _shown_row(self, article: Id | None) -> int | None:
        row = self._model.row_of(article) if article else None
        if row is None:
            return None
        index = self._shown.mapFromSource(self._model.index(row))
        return index.row() if index.isValid() else None

    def _at(self, row: int) -> Id:
        line: ArticleLine = self._shown.index(row, 0).data(LINE)
        return line.id

    def _enter_list(self) -> None:
        if self._shown.rowCount() and not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self._shown.index(0, 0))
        self.view.setFocus()

    def _ask(self, index: QModelIndex) -> None:
        self.article_requested.emit(self._at(index.row()))


class _Filter(QLineEdit):
    """The line above the list; Down and Enter go into the list, Esc empties it."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("search_articles")
        self.setAccessibleName("Search articles")
        self.setPlaceholderText("Search titles")
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the keys that leave the line leave it."""
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entered.emit()
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case _:
                super().keyPressEvent(event)


class _ArticlesView(QListView):
    """The list itself; when it is empty it says what to do."""

    def __init__(self) -> None:
        super().__init__()
        give_viewport(self)
        self.setObjectName("articles")
        self.setAccessibleName("Articles")
        self.setItemDelegate(_ArticleDelegate(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)

    def paintEvent(self, event: object) -> None:
        """Paint the list, or the hint of an empty one."""
        super().paintEvent(event)  # type: ignore[arg-type]
        if self.model() and self.model().rowCount():
            return
        painter = QPainter(self.viewport())
        painter.setPen(QColor(theme().scheme.muted))
        words = "Drop articles here, or press\nCtrl+I to import files,\nCtrl+Shift+V to paste one."
        area = self.viewport().rect().adjusted(8, 24, -8, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, words)


ICONS = {"done": "article-done", "begun": "article-begun", "not begun": "article-open"}


@cache
def _states() -> "tuple[QStyle.StateFlag, QStyle.StateFlag]":
    """Selected, and under the pointer; asked for when an article is drawn, since the enums of styles take 5 ms."""
    from PySide6.QtWidgets import QStyle

    return QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_MouseOver


class _ArticleDelegate(QStyledItemDelegate):
    """An article on two lines: its state and title, then outlet, date and the number of records."""

    def sizeHint(self, option: "QStyleOptionViewItem", _index: Index) -> QSize:
        """Two lines of text with air around them."""
        return QSize(160, 2 * QFontMetrics(option.font).height() + 18)

    def paint(self, painter: QPainter, option: "QStyleOptionViewItem", index: Index) -> None:
        """Paint plain text: a title is never taken for markup."""
        line: ArticleLine = index.data(LINE)
        scheme = theme().scheme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected, under_pointer = _states()
        chosen = bool(option.state & selected)
        hovered = bool(option.state & under_pointer)
        if chosen or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(scheme.row if chosen else scheme.raised))
            painter.drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), 6, 6)
        area = option.rect.adjusted(11, 8, -10, -8)
        theme().icon(ICONS[state_words(line)]).paint(
            painter, QRect(area.left() - 2, area.top(), 16, 16), Qt.AlignmentFlag.AlignCenter, QIcon.Mode.Normal
        )
        self._paint_words(painter, option, area.adjusted(21, 0, 0, 0), line)
        painter.restore()

    def _paint_words(self, painter: QPainter, option: "QStyleOptionViewItem", area: QRect, line: "ArticleLine") -> None:
        scheme = theme().scheme
        title = QFont(option.font)
        title.setWeight(QFont.Weight.Normal if line.status is Status.DONE else QFont.Weight.DemiBold)
        painter.setFont(title)
        painter.setPen(QColor(scheme.text))
        words = painter.fontMetrics().elidedText(line.title, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextSingleLine, words)
        painter.setFont(option.font)
        painter.setPen(QColor(scheme.muted))
        below = Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextSingleLine
        count = f"{line.claims or line.numbers}" if line.begun else ""
        painter.drawText(area, below | Qt.AlignmentFlag.AlignRight, count)
        room = area.width() - painter.fontMetrics().horizontalAdvance(count + "  ")
        about = " · ".join(part for part in (line.outlet, short_date(line.published)) if part)
        painter.drawText(area, below, painter.fontMetrics().elidedText(about, Qt.TextElideMode.ElideRight, room))


def short_date(published: str | None) -> str:
    """An ISO 8601 date or time as "23 Jan 2015"; what is no such date is shown as it is."""
    if not published:
        return ""
    try:
        day = datetime.fromisoformat(published)
    except ValueError:
        return published
    # Not strftime: its months are in the language of the system, and everything else here is in English.
    return QLocale.c().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")
