"""The articles of a project as a Qt model: a line for each, kept in step with the file by each edit."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from gui.panels.article_columns import ARTICLE_COLUMNS
from gui.panels.article_words import PROGRESS, tooltip
from gui.panels.reading_articles import LookedFor, NextPiece, Ordering, Piece
from gui.tables.grouping import Counting
from gui.tables.table_model import NOWHERE, Index, LinesTableModel
from models.edits import Change, Edit
from models.entities import Answer, Article, Claim, Drawn, Number, Record, Status, Word, article_of
from models.ids import Id
from models.lines.active_time import ActiveTime
from models.lines.article_line import MEASURED, ArticleLine, Progress
from models.lines.criteria import ARTICLE_CRITERIA, SAMPLE
from models.lines.group import ONE, Groups
from models.lines.grouping import group_lines
from models.lines.matching import Matching
from models.lines.open_places import PLACES, OpenPlaces
from models.lines.order import Order
from models.text.finding import search_words

if TYPE_CHECKING:
    from models.store.view import StoreView

LINE = Qt.ItemDataRole.UserRole
FOLLOWED: tuple[type[Record], ...] = (Article, Claim, Number, Answer, *PLACES)
"""The records of which lines tell something."""
MANY_LINES = 5_000
"""Lines among which it takes too long to look for words in the event loop."""
MANY = 1_000
"""Changes of an edit that are no longer followed one by one: the lines are read again, beside the event loop."""


class ArticleListModel(LinesTableModel[ArticleLine]):
    """Article lines in the order of import, read beside the event loop; after an edit only the lines it touches change.

    They are read piece by piece: the first ones are shown at once, unless they are to be sorted, the others when all
    are read. Until then it `is_listed` is False. Rows are the lines whose titles contain the words that are searched
    for, and whose progress is looked for. The `opened` article keeps its row while it is worked on, until another one
    is opened.
    """

    built_in = ARTICLE_CRITERIA
    have_articles = True

    begun = Signal()
    """There are articles, of which the first have been read; a turn of the event loop later, not to delay the list."""
    read = Signal()
    """The lines have been read, or put in another order."""
    listed = Signal()
    """The same, one turn of the event loop later."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(ARTICLE_COLUMNS, {Article: False}, parent)
        self.is_listed = self._reading = False
        self._read_to: Id = ""
        """The last article that has been read; empty before the first."""
        self._next_turn = QTimer(self, singleShot=True, interval=0)
        self._next_turn.timeout.connect(self._go_on)
        self._next_piece = QTimer(self, singleShot=True, interval=0)
        self._next_piece.timeout.connect(self._ask_for_piece)
        self.lines: dict[Id, ArticleLine] = {}
        """Those of all articles, whatever is searched for."""
        self._done: set[Id] = set()
        self.opened: Id | None = None
        self.progress: frozenset[Progress] = frozenset()
        """The progress that is looked for; any if it is empty."""
        self.order = Order()
        """The conditions that lines have to meet, and what they are sorted by; else they are in the order of import."""
        self._measured = self._out_of_place = False
        self._worked_on: frozenset[Id] = frozenset()
        """The articles that were edited since their active time was read."""
        self._stays = True
        """Whether the article on the screen keeps its row when the lines come in order: not in another order."""
        self._words: tuple[str, ...] = ()
        self._ordered: list[Id] = []
        """The articles that meet the conditions, in the order of the list."""
        self._found: list[Id] = []
        self._rows: dict[Id, int] = {}

    def start_over(self) -> None:
        self.is_listed, self.opened, self._stays = False, None, True
        self._next_turn.stop()
        self.lines, self._done, self._worked_on = {}, set(), frozenset()
        self._ordered, self._found, self._rows = [], [], {}
        self._ask()

    def _ask(self) -> None:
        """Read the lines, or read them again, from the first on."""
        self._read_to, self._reading = "", True
        self._ask_for_piece()

    def _ask_for_piece(self) -> None:
        """Read the next lines; those that are being read are read again, since they may be older than an edit."""
        if self.project and self._reading:
            self.project.reader.ask(self, NextPiece(self._read_to, self._measured).read, self._take)

    def _take(self, piece: Piece) -> None:
        for line in piece.lines:
            self._keep(line)
        self._reading = not piece.is_last
        is_first, self._read_to = not self._read_to, piece.lines[-1].id if piece.lines else self._read_to
        if piece.is_last:
            self._end_reading()
        elif is_first and not self.is_listed and self.order == Order():
            self._show_more()
        if not self.is_listed and (is_first or piece.is_last):
            self._next_turn.start()
        else:
            self._ask_for_piece()

    def _end_reading(self) -> None:
        """Show all lines; those of articles that came in the meantime are put in their places."""
        if self.lines and next(reversed(self.lines)) != self._read_to:
            self.lines = dict(sorted(self.lines.items()))
            self._ordered = []
        if self.order != Order():
            self._arrange()
        elif self.is_listed or not self._ordered:
            self._take_order(list(self.lines))
        else:
            self._show_more()

    def _show_more(self) -> None:
        """Show the lines that have been read after those that are shown, in the order of import."""
        more = list(islice(self.lines, len(self._ordered), None))
        found = self._looked_for.among(map(self.lines.__getitem__, more))
        self._ordered += more
        if found:
            first = len(self._found)
            self.beginInsertRows(NOWHERE, first, first + len(found) - 1)
            self._rows |= zip(found, range(first, first + len(found)), strict=True)
            self._found += found
            self.endInsertRows()
        self.read.emit()

    def _matching(self) -> Matching:
        assert self.project is not None, "there are no lines without a project"
        return Matching(self.criteria, self.project.codebook, self.project.registry)

    def _go_on(self) -> None:
        """Tell that there are articles; read on as soon as the first one is on the screen."""
        if self.lines:
            self.begun.emit()
        if not self._reading:
            self.is_listed = True
            self.listed.emit()
        elif self.project and self.project.opening:
            self.project.article_opened.connect(self._next_piece.start, Qt.ConnectionType.SingleShotConnection)
        else:
            self._ask_for_piece()

    def measure(self) -> None:
        """Find out too, from now on, how long articles are and who recorded something in them."""
        if not self._measured:
            self._measured = True
            self._ask()

    # Which lines are shown

    def set_text(self, typed: str) -> None:
        """Show the articles whose titles contain each of these words; all of them if there are no words."""
        self._words = search_words(typed)
        self._look()

    def look_for(self, progress: Iterable[Progress]) -> None:
        """Show only articles with this progress; all of them if none is given."""
        self.progress = frozenset(progress)
        self._look()

    def _look(self) -> None:
        """Find the rows by what is looked for; of very many lines beside the event loop."""
        if self.project is None or len(self._ordered) <= MANY_LINES:
            self._find()
            return
        lines, looked_for = [self.lines[each] for each in self._ordered], self._looked_for
        self.project.reader.ask((self, "rows"), lambda view: looked_for.among(view.piecewise(lines)), self._take_found)

    def _take_found(self, found: list[Id]) -> None:
        self._put([each for each in found if each in self.lines])
        self.read.emit()

    def set_order(self, order: Order) -> None:
        """Change the conditions, and what lines are sorted by."""
        if order != self.order:
            self.order, self._stays = order, False
            if any(order.is_about(column) for column in MEASURED):
                self.measure()
            self._arrange()

    def _arrange(self) -> None:
        """Put the lines in order beside the event loop; as soon as they have been read."""
        if self.project and not self._reading:
            lines, ordering = list(self.lines.values()), Ordering(self.order, self._matching())
            self.project.reader.ask((self, "order"), lambda view: ordering.listed(lines, view), self._take_order)

    def _take_order(self, ordered: list[Id]) -> None:
        self._ordered = [each for each in ordered if each in self.lines]
        self._find(self._staying() if self._stays else ())
        self._stays = True
        self.read.emit()

    def open(self, article: Id | None) -> None:
        """Take note of the article on the screen; the one before goes where it belongs now."""
        self.opened = article
        if self._out_of_place:
            self._out_of_place = False
            self._go_where_it_belongs()

    def _go_where_it_belongs(self) -> None:
        """Put lines that have changed in their places."""
        if self.order == Order():
            self._find(self._staying())
        else:
            self._arrange()

    def _staying(self) -> Collection[Id]:
        return (self.opened,) if self.opened in self._rows else ()

    def _find(self, staying: Collection[Id] = ()) -> None:
        """Find the rows again; lines that are `staying` keep their rows even if they are no longer looked for."""
        if self.project:
            self.project.reader.forget((self, "rows"))
        found = list(self._ordered)
        if self._words or self.progress:
            found = self._looked_for.among(map(self.lines.__getitem__, found))
        for each in staying:
            if each in self.lines and each not in found:
                found.insert(self._rows[each], each)
                self._out_of_place = True
        self._put(found)

    def _put(self, found: list[Id]) -> None:
        self.beginResetModel()
        self._found, self._rows = found, dict(zip(found, range(len(found)), strict=True))
        self.endResetModel()

    @property
    def _looked_for(self) -> LookedFor:
        return LookedFor(self._words, self.progress)

    def _fits(self, line: ArticleLine) -> bool:
        return bool(self._looked_for.among([line]))

    # Edits

    def follow(self, edit: Edit) -> None:
        """Follow an edit in the lines it touches; lines that are being read are asked for again."""
        if edit.concerns(Drawn) and self.order.is_about(SAMPLE):
            self._arrange()
        if edit.concerns(Word):
            self._ask()  # places are found by other words
        if not edit.concerns(*FOLLOWED):
            return
        made, gone = edit.made(Article), edit.gone(Article)
        many = len(edit.changes) > MANY
        if made or gone:
            self._come_and_go(made, gone)
        touched = {} if many else self._take_changes(edit)
        if not (made or gone):
            self._renew(touched)
        elif self.order == Order():
            self._ordered = list(self.lines)
            self._find(self._staying())
        else:
            self._ordered = [*filter(self.lines.__contains__, self._ordered), *(each.id for each in made)]
            self._find(self._staying())
            self._arrange()
        if many or (made and self._measured):
            self._ask()
        else:
            self._ask_for_piece()
            if self._measured:
                self._ask_active_times(edit.articles)

    def _come_and_go(self, made: Iterable[Article], gone: Iterable[Article]) -> None:
        last = max(self.lines, default="")
        for article in made:
            self._keep(ArticleLine(article))
        for article in gone:
            self.lines.pop(article.id, None)
            self._done.discard(article.id)
        if any(article.id < last for article in made):  # an article that had been deleted
            self.lines = dict(sorted(self.lines.items()))

    def _keep(self, line: ArticleLine) -> None:
        self.lines[line.id] = line
        if line.status is Status.DONE:
            self._done.add(line.id)
        else:
            self._done.discard(line.id)

    def _take_changes(self, edit: Edit) -> Mapping[Id, ArticleLine]:
        """Follow the changes of an edit; return the lines that are others now, as they were before."""
        changes = defaultdict[Id, list[Change]](list)
        for change in edit.changes_of(*FOLLOWED):
            if (article := article_of(change.row)) in self.lines:
                changes[article].append(change)
        before = {article: self.lines[article] for article in changes}
        now = {article: before[article].after(each) for article, each in changes.items()}
        for line in now.values():
            self._keep(line)
        return {article: line for article, line in before.items() if line != now[article]}

    def _renew(self, before: Mapping[Id, ArticleLine]) -> None:
        moved = {each for each, line in before.items() if self._moves(line, self.lines[each])}
        self._out_of_place = self._out_of_place or self.opened in moved
        if moved - {self.opened}:
            self._go_where_it_belongs()
        last = len(self.columns) - 1
        for row in (self._rows[each] for each in before if each in self._rows):
            self.dataChanged.emit(self.index(row, 0), self.index(row, last))

    def _moves(self, before: ArticleLine, now: ArticleLine) -> bool:
        """Return whether a line belongs elsewhere after a change, or is looked for no longer."""
        if self._fits(before) != self._fits(now):
            return True
        if self.order == Order():
            return False
        matching, sorts, conditions = self._matching(), self.order.sorts, self.order.conditions
        return matching.key(before, sorts) != matching.key(now, sorts) or (
            matching.meets(before, conditions) != matching.meets(now, conditions)
        )

    def _ask_active_times(self, articles: frozenset[Id]) -> None:
        """Ask how long coders have been at work on some articles by now, which an edit does not say."""
        if self.project:
            wanted = self._worked_on = self._worked_on | articles
            self.project.reader.ask((self, "active"), lambda view: view.active_times(wanted), self._take_active_times)

    def _take_active_times(self, times: Mapping[Id, ActiveTime]) -> None:
        self._worked_on = frozenset()
        before = {article: self.lines[article] for article in times if article in self.lines}
        for article, line in before.items():
            self._keep(replace(line, active=times[article]))
        self._renew(before)

    def take_open_places(self, counted: Mapping[Id, OpenPlaces]) -> None:
        """Show how many places of some articles are open, which has been counted."""
        before = {article: self.lines[article] for article in counted if article in self.lines}
        for article, line in before.items():
            self._keep(replace(line, open_places=counted[article]))
        self._renew(before)
        self._ask_for_piece()

    # What a view and the window ask

    @property
    def done(self) -> int:
        """Return how many articles are done."""
        return len(self._done)

    def row_of(self, record: Id | None) -> int | None:
        """Return the row of an article; None where it is not found by what is searched for."""
        return self._rows.get(record) if record else None

    def line(self, row: int) -> ArticleLine:
        return self.lines[self._found[row]]

    def counting(self, order: Order, column: str) -> Counting:
        if column in MEASURED:
            self.measure()
        lines, looked_for, matching = list(self.lines.values()), self._looked_for, self._matching()

        def count(view: "StoreView") -> Groups:
            figures = view.figures_of(Article)
            found = filter(looked_for.fits, view.piecewise(lines))
            kept = (line for line in found if matching.meets(line, order.conditions))
            return group_lines(kept, column, matching, lambda line: replace(figures.get(line.id, ONE), lines=1))

        return count

    def article_of(self, line: ArticleLine) -> Id | None:
        return line.id

    def record_of(self, line: ArticleLine, column: int) -> Id | None:  # noqa: ARG002  # every cell is about the article
        return line.id

    def kind_at(self, row: int, column: int) -> type[Record]:  # noqa: ARG002
        return Article

    def unsaved(self, line: ArticleLine) -> str:
        return self.project.unsaved.words_in(line.id) if self.project else ""

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
            return "\n\n".join(filter(None, (self.unsaved(line), tooltip(line))))
        return super().data(index, role)
